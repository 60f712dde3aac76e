import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { type Article, parseArticle } from '../../src/article/index.ts';
import { createPolicy } from '../../src/check/index.ts';
import { type Desk, serveDesk } from '../../src/review/index.ts';
import { createDraftFolder, type ReviewEvent, readReviewLog } from '../../src/store/index.ts';
import { runCli } from '../cli/run-cli.ts';

export const SAMPLE_ID = 'captions-en-ec7d90ee';

let written: Promise<string> | undefined;

/** A folder with the bundled sample's article, which a model wrote and whose answers are recorded. Written once, copied for each test. */
export async function sampleFolder(): Promise<string> {
  written ??= (async () => {
    const out = mkdtempSync(join(tmpdir(), 'desk-sample-'));
    const sample = 'samples/biden-zelenskyy';
    const { exitCode, stderr } = await runCli([
      ...['write', `${sample}/captions.en.vtt`, '--replay', `${sample}/recording`],
      ...['--out', out, '--quiet', '--json'],
    ]);
    if (exitCode !== 0) throw new Error(stderr);
    return out;
  })();
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync(await written, folder, { recursive: true });
  return folder;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The body as JSON. */
  json(): unknown;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

export interface DeskUnderTest extends AsyncDisposable {
  readonly folder: string;
  readonly url: URL;
  readonly cookie: string;
  /** A request with the session's cookie, the right host and, where it writes, the right origin, unless told otherwise. */
  ask(path: string, options?: Ask): Promise<Answer>;
  /** A decision on the sample, bound to the wording that is there. */
  decide(request: Readonly<Record<string, unknown>>): Promise<Answer>;
  article(): Article;
  events(): Promise<readonly ReviewEvent[]>;
  sha256(): Promise<string>;
}

export interface DeskOptions {
  readonly folder?: string;
  readonly desk?: Partial<Desk>;
}

/** The desk on a port of this machine, over a folder of its own. */
export async function startDesk(options: DeskOptions = {}): Promise<DeskUnderTest> {
  const folder = options.folder ?? (await sampleFolder());
  const now = () => new Date();
  const drafts = createDraftFolder(folder, { now });
  const running = await serveDesk(
    {
      drafts,
      policy: createPolicy({ rules: {}, profiles: {}, waivers: [] }),
      now,
      glossary: [],
      writer: async () => ({ kind: 'extractive' }),
      ...options.desk,
    },
    { port: 0 },
  );
  const url = new URL(running.url);
  const login = await send(url, `${url.pathname}${url.search}`, {});
  const cookie = String(login.headers['set-cookie']?.[0]?.split(';')[0]);
  const key = String(login.headers.location).replace('/#key=', '');
  const ask = (path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> =>
    send(url, path, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        cookie,
        accept: 'application/json',
        ...(method === 'GET'
          ? {}
          : { origin: url.origin, 'content-type': 'application/json', 'x-copydesk-key': key }),
        ...headers,
      },
    });
  const open = () => drafts.open(SAMPLE_ID);
  return {
    folder,
    url,
    cookie,
    ask,
    article: () => parseArticle(readFileSync(join(folder, SAMPLE_ID, 'article.json'), 'utf8')),
    events: async () => (await readReviewLog(join(folder, SAMPLE_ID))).events,
    sha256: async () => (await open()).sha256,
    async decide(request) {
      const body = JSON.stringify({ by: 'Dana', ...request });
      return ask(`/drafts/${SAMPLE_ID}/decisions`, { method: 'POST', body });
    },
    [Symbol.asyncDispose]: running.close,
  };
}

/** A request as it is, without what a browser or fetch would add or forbid. */
export function send(url: URL, path: string, { method = 'GET', headers = {}, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: url.hostname, port: url.port, path, method, headers: withoutAbsent(headers), agent: false },
      (answer) => {
        readText(answer).then(
          (text) =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: text,
              json: () => JSON.parse(text),
            }),
          reject,
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

function withoutAbsent(headers: NonNullable<Ask['headers']>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Keys of the findings that the page offers for a decision, by severity. */
export function findingKeys(page: string): { key: string; severity: string }[] {
  return [...page.matchAll(/<li class="finding (\w+)" data-finding="([^"]+)"/gu)].map(
    ([, severity = '', key = '']) => ({
      key,
      severity,
    }),
  );
}

export function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
}
