import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';

/** The bundled sample's article, written from its recorded answers. */
export async function writeSample(): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'bench-sample-'));
  const sample = 'samples/biden-zelenskyy';
  await main({
    argv: [
      'write',
      `${sample}/captions.en.vtt`,
      '--replay',
      `${sample}/recording`,
      '--out',
      out,
      '--quiet',
      '--json',
    ],
    env: {},
    signal: new AbortController().signal,
    now: () => new Date(),
    io: { stdout: () => true, stderr: () => undefined, stdin: async function* () {}, isTerminal: false },
  });
  return join(out, readdirSync(out)[0] ?? '');
}
