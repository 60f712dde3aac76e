import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../src/cli/main.ts';

export interface RecordingState {
  readonly directory: string;
  /** The source whose article was written from it. */
  readonly source?: string;
  /** Why no article can be written from it any more. */
  readonly reason?: string;
}

/** Captions, texts and transcripts; what lies beside them describes them. */
const SOURCES = /\.(?:vtt|srt|json3|srv[123]|ttml|txt|md)$/iu;

/** Every recording under a folder, tried with the sources that lie beside it: what replays to its end is fresh. */
export async function judgeRecordings(folder: string): Promise<RecordingState[]> {
  const directories = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|[\\/])recording\.json$/u.test(file))
    .map((file) => dirname(join(folder, file)))
    .sort();
  const states: RecordingState[] = [];
  for (const directory of directories) states.push(await judge(directory));
  return states;
}

async function judge(directory: string): Promise<RecordingState> {
  const beside = dirname(directory);
  const sources = readdirSync(beside)
    .filter((name) => SOURCES.test(name))
    .map((name) => join(beside, name));
  const reasons: string[] = [];
  for (const source of sources) {
    const reason = await replay(source, directory);
    if (reason === undefined) return { directory, source };
    reasons.push(`${source}: ${reason}`);
  }
  return { directory, reason: reasons.join('; ') || 'no source lies beside it' };
}

/** Undefined when the article could be written, else what the error says. */
async function replay(source: string, directory: string): Promise<string | undefined> {
  const out = mkdtempSync(join(tmpdir(), 'copydesk-recordings-'));
  let errors = '';
  try {
    const exitCode = await main({
      argv: ['write', source, '--replay', directory, '--out', out, '--json', '--quiet'],
      env: {},
      signal: new AbortController().signal,
      now: () => new Date(),
      io: {
        stdout: () => true,
        stderr: (text) => {
          errors += text;
        },
        stdin: async function* () {},
        isTerminal: false,
      },
    });
    if (exitCode === 0) return undefined;
    const cause = /Likely cause: (?<cause>.+)/u.exec(errors)?.groups?.cause;
    const message = errors.split('\n')[0]?.replace(`${source}: `, '');
    return [message, cause].filter(Boolean).join(' ');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

export function describeRecording({ directory, source, reason }: RecordingState): string {
  return reason === undefined ? `fresh  ${directory} (${source})` : `stale  ${directory}\n       ${reason}`;
}

if (import.meta.main) {
  const states = await judgeRecordings('samples');
  for (const state of states) process.stdout.write(`${describeRecording(state)}\n`);
  process.exitCode = states.some(({ reason }) => reason !== undefined) ? 1 : 0;
}
