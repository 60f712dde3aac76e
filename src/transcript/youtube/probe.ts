import { loadClientProfiles, playerRequest } from './client-profiles.ts';
import type { FetchVideoOptions } from './fetch-video.ts';
import { parsePlayerReply } from './player.ts';
import { createSendRequest } from './request.ts';
import { readAcceptedText, requirePlayable } from './verdict.ts';

/** The first video on YouTube: public, without an age limit, and there since 2005. */
const PROBED_VIDEO = 'jNQXAC9IVRw';
const PROBE_TIMEOUT_MS = 5_000;

export interface Probe {
  /** The client that was served. */
  readonly client: string;
  /** When the list of clients was last looked over: a year and a month. */
  readonly reviewed: string;
}

/**
 * Asks YouTube for one video that everybody may see, once.
 * @throws TranscriptError with the code of what stands between this network and YouTube
 */
export async function probeYouTube(options: FetchVideoOptions): Promise<Probe> {
  const { clients, reviewed } = await loadClientProfiles(options.clients);
  const send = createSendRequest('The test', options);
  const [client] = clients;
  if (!client) throw new Error('a list of clients without clients');
  const request = { ...playerRequest(client, PROBED_VIDEO), attempts: 1, timeoutMs: PROBE_TIMEOUT_MS };
  const player = parsePlayerReply(readAcceptedText(await send(request), PROBED_VIDEO), PROBED_VIDEO);
  requirePlayable(player, PROBED_VIDEO);
  return { client: client.name, reviewed };
}
