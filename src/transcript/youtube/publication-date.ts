import { TranscriptError } from '../../errors.ts';
import { type ClientProfile, playerRequest } from './client-profiles.ts';
import { isRefusal } from './gate.ts';
import { datedReplySchema, type PlayerReply } from './player.ts';
import type { SendRequest } from './request.ts';
import { readAcceptedText } from './verdict.ts';

/**
 * The publication date as a UTC instant, or as a date where YouTube gives no more. It is given in Californian time, so
 * cutting the date off before converting would be a day early for evening uploads.
 */
export function readPublicationDate(player: Pick<PlayerReply, 'microformat'>): string | undefined {
  const text = player.microformat?.playerMicroformatRenderer.publishDate ?? '';
  const instant = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,16}(?:Z|[+-]\d{2}:?\d{2}))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(instant)) return undefined;
  return text.length === 10 ? text : new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Milliseconds; the date is worth a moment, not a wait. */
const DATE_TIMEOUT_MS = 5_000;

interface OriginalRequest {
  readonly client: ClientProfile;
  /** Language spoken, BCP 47. */
  readonly language: string;
  readonly send: SendRequest;
  readonly signal: AbortSignal | undefined;
  readonly onRefusal: (error: TranscriptError) => void;
}

/**
 * What the clients that get captions are not told: the publication date, and title and description in the language of the
 * video, which they may be given in translation. The web client is asked for these alone. One small request, tried once: an
 * article without a date is better than no article. Returns the reply as it was sent.
 */
export async function fetchOriginal(
  videoId: string,
  { client, language, send, signal, onRefusal }: OriginalRequest,
): Promise<string | undefined> {
  try {
    const request = playerRequest(client, videoId, language);
    const reply = await send({
      ...request,
      url: `${request.url}&$fields=microformat,videoDetails(videoId,title,shortDescription)`,
      maxBytes: 1_048_576,
      attempts: 1,
      timeoutMs: DATE_TIMEOUT_MS,
    });
    const text = readAcceptedText(reply, videoId);
    return readOriginal(text, videoId) ? text : undefined;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TranscriptError && isRefusal(error.code)) onRefusal(error);
    return undefined;
  }
}

export interface Original {
  readonly publishedAt?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

/** What a reply to fetchOriginal says; undefined when it is about another video or has another form. */
export function readOriginal(text: string, videoId: string): Original | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const player = datedReplySchema.safeParse(json).data;
  if (player?.videoDetails?.videoId !== videoId) return undefined;
  const { title, shortDescription: description } = player.videoDetails;
  return { publishedAt: readPublicationDate(player), title, description };
}
