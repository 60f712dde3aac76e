import { it } from 'vitest';
import { obey, steeredTranscript, unitOf } from './injections.test.ts';
import { INJECTIONS } from './injections.ts';
import { leftOut, runPipeline } from './pipeline-run.ts';

it('x', async () => {
  const injection = INJECTIONS.find(({ says }) => says.startsWith('Banana'))!;
  const t = steeredTranscript(injection);
  const at = unitOf(injection, t);
  process.stdout.write(JSON.stringify([at, t.units.slice(at - 1, at + 2).map((u) => [u.id, u.text])]) + '\n');
  const run = await runPipeline(t, { stages: (n) => obey(injection, at, n) });
  process.stdout.write(
    JSON.stringify(
      [...run.article.lead, ...run.article.sections.flatMap((x) => x.paragraphs)]
        .flatMap((p) => p.sentences)
        .filter((x) => /anana/.test(x.text)),
      null,
      1,
    ) +
      '\n' +
      JSON.stringify(leftOut(run), null, 1) +
      JSON.stringify(run.article.speakers),
  );
});
