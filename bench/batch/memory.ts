import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { goal } from './limits.ts';
import { startServer } from './server.ts';

const WORDS = 400;

/** Peak memory of the command line over so many short talks, each another. */
export async function measureMemory(
  { few, many }: { readonly few: number; readonly many: number },
  print: (line: string) => void,
): Promise<void> {
  using server = await startServer({ latencyMs: 20 });
  const peaks = [few, many].map((count) => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
    mkdirSync(join(folder, 'talks'));
    for (let index = 0; index < count; index++)
      writeFileSync(join(folder, 'talks', `talk-${index}.txt`), talk(index));
    const argv = [
      '--import',
      join(import.meta.dirname, '../extractive/report-peak-memory.ts'),
      resolve('src/cli.ts'),
    ];
    argv.push('batch', 'talks', '--model', 'bench', '--json', '--quiet');
    const begun = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: { PATH: process.env.PATH, OPENAI_BASE_URL: server.baseURL },
    });
    const { totals, report } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
    const reported = JSON.parse(readFileSync(join(folder, report.replace(/\.html$/u, '.json')), 'utf8'))
      .videos.length;
    if (reported !== count) print(`  the report has ${reported} of ${count} videos`);
    const peak = Number(/peak (\d+)/u.exec(stderr)?.[1]) / 1_024;
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
    print(
      `  ${count} videos: exit ${status}, ${totals.done} written, peak ${peak.toFixed(0)} MB, ${seconds} s, report ${report}`,
    );
    rmSync(folder, { recursive: true });
    return peak;
  });
  print(
    goal(`peak memory of ${many} videos over that of ${few}`, (peaks[1] ?? 0) / (peaks[0] ?? 1), {
      most: 1.15,
    }),
  );
}

function talk(number: number): string {
  const lines = Array.from(
    { length: Math.ceil(WORDS / 24) },
    (_, index) =>
      `The harbour council number ${number} met on pier ${index + 2} and heard that measure ${index + 20} would cost ${index + number + 3} million crowns in spring.`,
  );
  return lines.join(' ');
}
