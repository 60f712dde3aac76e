import { z } from 'zod';
import { TranscriptError } from '../../errors.ts';

/** Facts that only decorate an article: one of a strange type counts as absent instead of failing the video. */
const optionalText = z.string().optional().catch(undefined);
const optionalFlag = z.boolean().optional().catch(undefined);

const captionTrackSchema = z.object({
  baseUrl: z.string(),
  languageCode: z.string(),
  /** `asr` for automatic speech recognition, absent for captions that somebody wrote. */
  kind: z.string().optional(),
});

const audioTrackSchema = z.object({
  /** Language and role: `en-US.4` is the original sound, `.3` a dub, `.2` a description for the blind. */
  audioTrackId: optionalText,
  defaultCaptionTrackIndex: z.int().optional().catch(undefined),
});

const trackListSchema = z.object({
  captionTracks: z.array(captionTrackSchema).optional(),
  audioTracks: z.array(audioTrackSchema).optional().catch(undefined),
  defaultAudioTrackIndex: z.int().optional().catch(undefined),
});

/** What is read of YouTube's player reply. */
const playerReplySchema = z.object({
  playabilityStatus: z.object({
    status: z.string(),
    reason: optionalText,
    messages: z.array(z.string()).optional().catch(undefined),
  }),
  videoDetails: z
    .object({
      videoId: z.string(),
      title: optionalText,
      author: optionalText,
      channelId: optionalText,
      /** Whole seconds, as text; one less than what other clients are told. */
      lengthSeconds: optionalText,
      shortDescription: optionalText,
      isLive: optionalFlag,
      isUpcoming: optionalFlag,
    })
    .optional(),
  captions: z.object({ playerCaptionsTracklistRenderer: trackListSchema.optional() }).optional(),
  streamingData: z
    .object({
      adaptiveFormats: z.array(
        z.object({ audioTrack: z.object({ id: optionalText }).optional().catch(undefined) }),
      ),
    })
    .optional()
    .catch(undefined),
  microformat: z
    .object({
      playerMicroformatRenderer: z.object({
        publishDate: optionalText,
        liveBroadcastDetails: z
          .object({ isLiveNow: optionalFlag, startTimestamp: optionalText })
          .optional()
          .catch(undefined),
      }),
    })
    .optional()
    .catch(undefined),
});

/** The part that a request for date and original title asks for. */
export const datedReplySchema = playerReplySchema.pick({ videoDetails: true, microformat: true });

/** The endpoint for short videos wraps the same reply. */
const wrappedReplySchema = z
  .object({ playerResponse: playerReplySchema })
  .transform(({ playerResponse }) => playerResponse);

export type PlayerReply = z.infer<typeof playerReplySchema>;
export type TrackList = z.infer<typeof trackListSchema>;

/**
 * Reads a reply of the player endpoint, whatever it says about the video.
 * @throws TranscriptError YOUTUBE_RESPONSE_UNKNOWN when it has not the form known here.
 */
export function parsePlayerReply(text: string, videoId: string): PlayerReply {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new TranscriptError('YOUTUBE_RESPONSE_UNKNOWN', `Video ${videoId}: YouTube's answer is not JSON.`, {
      cause,
    });
  }
  const isWrapped = typeof json === 'object' && json !== null && 'playerResponse' in json;
  const reply = (isWrapped ? wrappedReplySchema : playerReplySchema).safeParse(json);
  if (reply.success) return reply.data;
  const where = reply.error.issues.map((issue) => issue.path.join('.') || 'the whole answer').slice(0, 3);
  throw new TranscriptError(
    'YOUTUBE_RESPONSE_UNKNOWN',
    `Video ${videoId}: YouTube's answer has a form unknown here (${where.join(', ')}).`,
    { cause: reply.error },
  );
}
