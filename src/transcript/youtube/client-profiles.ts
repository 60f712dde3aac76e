import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from '../../errors.ts';
import { YOUTUBE_ORIGIN, type YouTubeRequest } from './request.ts';

const BUNDLED = fileURLToPath(new URL('../../../data/youtube-clients.json', import.meta.url));

/** What lists and feeds are read as, which every browser may. */
export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Header and context values go into requests, so nothing but plain printable text may stand in them. */
const plain = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[\x20-\x7e]+$/);

const clientProfileSchema = z.strictObject({
  /** How the client is named in messages. */
  name: plain,
  /** `reel`: the endpoint for short videos, which knows all videos. */
  endpoint: z.enum(['player', 'reel']).default('player'),
  userAgent: plain,
  /** `context.client` of the request body. */
  client: z.record(plain, z.union([plain, z.number()])).and(z.object({ clientName: plain })),
});

/**
 * How we introduce ourselves to YouTube's player endpoint. A file and not code, because it ages: YouTube retires versions, and
 * which clients get caption addresses that work without a browser's proof token changes every few months.
 */
const clientProfilesSchema = z.strictObject({
  reviewed: plain,
  /** In the order in which they are tried; the first is the one that youtube-transcript is made to be. */
  clients: z.array(clientProfileSchema).min(1).max(20),
  /** Told the publication date, which the others are not. */
  dateClient: clientProfileSchema,
});

export type ClientProfile = z.infer<typeof clientProfileSchema>;
export type ClientProfiles = z.infer<typeof clientProfilesSchema>;

/**
 * The bundled list of clients, or the user's own file in its place.
 * @throws ConfigError when the file cannot be read or has not the form of data/youtube-clients.json
 */
export async function loadClientProfiles(file: string = BUNDLED): Promise<ClientProfiles> {
  try {
    return clientProfilesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const where =
      cause instanceof z.ZodError
        ? `: ${cause.issues
            .map((issue) => issue.path.join('.') || 'the whole file')
            .slice(0, 3)
            .join(', ')}`
        : '';
    const isMissing = cause instanceof Error && 'code' in cause;
    const why = isMissing ? `: it cannot be read (${cause.code})` : where || ': it is not JSON';
    throw new ConfigError('CONFIG_INVALID', `The list of YouTube clients in ${file} cannot be used${why}`, {
      cause,
      likelyCause: 'The file is missing, is not JSON, or lacks a member.',
      remedy: 'Compare it with data/youtube-clients.json of copydesk, or unset COPYDESK_YOUTUBE_CLIENTS.',
    });
  }
}

/** Replies on record have up to 0.3 MB. */
const PLAYER_MAX_BYTES = 8 * 1_048_576;

/** What to send to have the player reply for a video. In English, sentences of a refusal can be told apart. */
export function playerRequest(
  { endpoint, userAgent, client }: ClientProfile,
  videoId: string,
  language = 'en',
): YouTubeRequest {
  const context = { client: { ...client, hl: language } };
  const isReel = endpoint === 'reel';
  return {
    url: `${YOUTUBE_ORIGIN}/youtubei/v1/${isReel ? 'reel/reel_item_watch' : 'player'}?prettyPrint=false`,
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    body: JSON.stringify(
      isReel ? { context, playerRequest: { videoId }, disablePlayerResponse: false } : { context, videoId },
    ),
    maxBytes: PLAYER_MAX_BYTES,
  };
}
