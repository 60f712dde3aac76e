import { z } from 'zod';
import { TranscriptError } from '../../../errors.ts';
import { cleanLine } from '../clean-text.ts';
import { BROWSER } from '../client-profiles.ts';
import type { SendRequest, YouTubeReply } from '../request.ts';
import { readAcceptedText } from '../verdict.ts';
import { textSchema } from './json-nodes.ts';

export type Library = typeof import('youtubei.js');
export type Innertube = Awaited<ReturnType<Library['Innertube']['create']>>;

export interface InnertubeOptions {
  readonly send: SendRequest;
  /** For error messages. */
  readonly label: string;
  /** Words YouTube's refusal, such as "This playlist is private.". */
  readonly unavailable: (sentence: string) => TranscriptError;
}

export interface InnertubeSession {
  readonly library: Innertube;
  /** YouTube's latest answer as it came, and how many there were. */
  readonly latest: { page: unknown; count: number };
}

/** A page of a hundred videos takes 0.7 MB. */
const MAX_BYTES = 16 * 1_048_576;

/** The library takes over a second to load, so only a listing does it. Undefined when it is not installed. */
async function loadLibrary(): Promise<Library | undefined> {
  try {
    const library = await import('youtubei.js');
    // Its reports are for its authors, and the console is the command line's.
    library.Log.setLevel(library.Log.Level.NONE);
    return library;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** A session with YouTube as a visitor, made up here: opening it asks nothing. Undefined when the library is not installed. */
export async function openInnertube(options: InnertubeOptions): Promise<InnertubeSession | undefined> {
  const youtubei = await loadLibrary();
  if (!youtubei) return undefined;
  const latest: InnertubeSession['latest'] = { page: undefined, count: 0 };
  const library = await youtubei.Innertube.create({
    retrieve_player: false,
    generate_session_locally: true,
    retrieve_innertube_config: false,
    // English, so that ages and refusals can be read; no time zone of this machine.
    lang: 'en',
    location: 'US',
    timezone: 'UTC',
    user_agent: BROWSER,
    fetch: createFetch(options, latest),
  });
  return { library, latest };
}

/**
 * The library's only way out: everything goes through our own requests, with their limits, and what YouTube refuses becomes one of
 * our errors here, before the library words it as something else or trips over it.
 */
function createFetch(
  { send, label, unavailable }: InnertubeOptions,
  latest: InnertubeSession['latest'],
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = input instanceof Request ? input : new Request(input, init);
    const body = init?.body ?? (request.body === null ? undefined : await request.text());
    const reply = await send({
      url: request.url,
      headers: new Headers(init?.headers ?? request.headers),
      ...(typeof body === 'string' ? { body } : {}),
      maxBytes: MAX_BYTES,
    });
    if (reply.status === 404 || isArgumentRefused(reply)) throw unavailable(readRefusal(reply));
    const accepted = readAcceptedText(reply, label);
    latest.page = parseJson(accepted, label);
    latest.count++;
    const sentence = readAlert(latest.page);
    if (sentence !== undefined) throw unavailable(sentence);
    return new Response(accepted, { headers: { 'content-type': 'application/json' } });
  };
}

const refusalSchema = z.object({ error: z.object({ message: z.string(), status: z.string().optional() }) });

/** What YouTube answers to an id that cannot be one. Other answers with this status are about the client. */
function isArgumentRefused({ status, bytes }: YouTubeReply): boolean {
  return status === 400 && new TextDecoder().decode(bytes).includes('INVALID_ARGUMENT');
}

function readRefusal({ status, bytes }: YouTubeReply): string {
  try {
    return refusalSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).error.message;
  } catch {
    return `HTTP status ${status}`;
  }
}

const alertSchema = z.object({ alertRenderer: z.object({ type: z.literal('ERROR'), text: textSchema }) });
const pageSchema = z.object({ alerts: z.array(z.unknown()) });

/** YouTube's sentence about a list that is closed, gone or private. It comes with status 200. */
function readAlert(page: unknown): string | undefined {
  const alerts = pageSchema.safeParse(page).data?.alerts ?? [];
  const error = alerts.map((alert) => alertSchema.safeParse(alert)).find(({ success }) => success);
  return error?.data && cleanLine(error.data.alertRenderer.text, 300);
}

function parseJson(accepted: string, label: string): unknown {
  try {
    return JSON.parse(accepted);
  } catch (cause) {
    throw new TranscriptError('YOUTUBE_RESPONSE_UNKNOWN', `Video ${label}: YouTube's answer is no JSON.`, {
      cause,
    });
  }
}
