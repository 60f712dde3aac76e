/**
 * How we introduce ourselves to YouTube's player endpoint. Data, because it ages: YouTube retires versions, and which clients
 * get caption addresses that work without a browser's proof token changes every few months. Last reviewed in November 2026.
 */
export interface ClientProfile {
  readonly clientName: string;
  readonly clientVersion: string;
  readonly userAgent: string;
}

/** Answers with caption tracks and no publication date. The version is the one NewPipe and YouTube.js used in summer 2026. */
export const ANDROID: ClientProfile = {
  clientName: 'ANDROID',
  clientVersion: '21.03.36',
  userAgent: 'com.google.android.youtube/21.03.36 (Linux; U; Android 14)',
};

/** Its caption addresses need a proof token, but its answer has the publication date. */
export const WEB: ClientProfile = {
  clientName: 'WEB',
  clientVersion: '2.20260623.00.00',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

/** The body of a player request. English, so that the sentences of a refusal can be told apart. */
export function playerRequestBody({ clientName, clientVersion }: ClientProfile, videoId: string): string {
  return JSON.stringify({ context: { client: { clientName, clientVersion, hl: 'en' } }, videoId });
}
