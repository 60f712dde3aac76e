import { runKilledBatches } from '../../test/batch/killed-batches.ts';
import { goal } from './limits.ts';

const CONCURRENCY = 4;

/** A batch killed so many times at random moments, and the same command each time. */
export async function measureKills(kills: number, print: (line: string) => void): Promise<void> {
  const names = Array.from(
    { length: 4 * kills },
    (_, index) => `Town${String.fromCharCode(97 + (index % 26))}${index}`,
  );
  const told = await runKilledBatches({ names, kills, concurrency: CONCURRENCY });
  print(
    `${told.kills} kills: ${told.articles} of ${names.length} articles, ${told.requests} requests, ${told.repeats} of them asked again, ${told.reads.toLocaleString('en')} files read meanwhile`,
  );
  for (const problem of told.problems) print(`  ${problem}`);
  print(goal('articles missing', names.length - told.articles, { most: 0 }));
  print(
    goal(`most questions asked again for one kill (${CONCURRENCY} calls at once)`, told.mostLost, {
      most: CONCURRENCY,
    }),
  );
  print(
    goal(
      'faults: an answer of the cache asked for again, half a file, an article not whole',
      told.problems.length,
      { most: 0 },
    ),
  );
}
