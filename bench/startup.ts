import { spawnSync } from 'node:child_process';

const ROUNDS = 21;

function milliseconds(argv: readonly string[]): number {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, argv, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((first, second) => first - second)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Start-up as a ratio to an empty `node -e 0`, taken in turns so that both meet the same noise. */
export default async function startup(): Promise<void> {
  for (const [name, argv, goal] of [
    ['checkout --help', ['src/cli.ts', '--help'], 8],
    ['checkout --version', ['src/cli.ts', '--version'], 8],
    ['package --help', ['dist/cli.js', '--help'], 4],
    ['package --version', ['dist/cli.js', '--version'], 4],
  ] as const) {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const empty = milliseconds(['-e', '0']);
      ratios.push(milliseconds(argv) / empty);
    }
    process.stdout.write(
      `${name.padEnd(20)} ${median(ratios).toFixed(2)} x node -e 0 (goal: at most ${goal})\n`,
    );
  }
}
