import { type ClientProfile, playerRequest } from './client-profiles.ts';
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

interface DateRequest {
  readonly client: ClientProfile;
  readonly send: SendRequest;
  readonly signal: AbortSignal | undefined;
}

/**
 * The clients that get captions are not told the date; the web client, whose replies carry it, is asked for that alone. One
 * small request, tried once: an article without a date is better than no article.
 */
export async function fetchPublicationDate(
  videoId: string,
  { client, send, signal }: DateRequest,
): Promise<string | undefined> {
  try {
    const request = playerRequest(client, videoId);
    const reply = await send({
      ...request,
      url: `${request.url}&$fields=microformat,videoDetails.videoId`,
      maxBytes: 1_048_576,
      attempts: 1,
      timeoutMs: DATE_TIMEOUT_MS,
    });
    const player = datedReplySchema.parse(JSON.parse(readAcceptedText(reply, videoId)));
    return player.videoDetails?.videoId === videoId ? readPublicationDate(player) : undefined;
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}
