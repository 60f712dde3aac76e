import { countFindings } from '../../check/index.ts';
import type { CallRecord } from '../../llm/index.ts';
import { createFolderStore } from '../../store/index.ts';
import { acquire } from '../acquire.ts';
import { explainBudget } from '../budget-error.ts';
import { reportUnmetWaivers } from '../check/report-waivers.ts';
import type { Context } from '../context.ts';
import { planSource } from '../dry-run.ts';
import { glossaryFor } from '../glossary.ts';
import { loadSettings } from '../load-settings.ts';
import { totalCost } from '../money.ts';
import { createProgress, type Progress } from '../progress.ts';
import { reportError } from '../report-error.ts';
import { openSession, type Session } from '../session.ts';
import { type Outcome, printArticle, summarize } from '../summarize.ts';
import { worstExit } from '../worst-exit.ts';
import { writeSource } from '../write-source.ts';

/** A run of `write`: what its sources share, and what was asked. */
interface Run {
  readonly session: Session;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly progress: Progress;
}

/** `copydesk write`: every source after the other; one failure does not stop the rest. */
export async function runWrite(
  sources: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<number> {
  const config = await loadSettings(flags, context);
  const progress = createProgress(context, { isQuiet: config.quiet });
  const session = await openSession({ config, context, notices: progress, signal: context.signal });
  const { policy, checked } = session;
  const run = flags.dryRun === true ? planOne : writeOne;
  const exitCodes: number[] = [];
  for (const source of sources) {
    const outcome = await settle(source, { session, flags, progress }, run);
    exitCodes.push(outcome.exitCode);
    if (flags.json === true) context.io.stdout(`${JSON.stringify(outcome.line)}\n`);
    if (outcome.exitCode === 130) break;
  }
  if (!config.quiet) progress.write(reportUnmetWaivers(policy, checked));
  return worstExit(exitCodes);
}

/** A source under way: what is known of it when something fails. */
interface Work {
  readonly source: string;
  /** Set when the source has been read. */
  sourceId: string | null;
  /** Its calls so far. */
  readonly calls: CallRecord[];
}

/** A source's end, whatever it was. */
async function settle(
  source: string,
  run: Run,
  act: (work: Work, run: Run) => Promise<Outcome>,
): Promise<Outcome> {
  const { session, progress } = run;
  const { config, context, log, spending } = session;
  const work: Work = { source, sourceId: null, calls: [] };
  try {
    context.signal.throwIfAborted();
    return await act(work, run);
  } catch (error) {
    const explained = explainBudget(error, { spent: spending.cost, maxCost: config.maxCost });
    const reported = reportError(explained, { debug: config.debug, subject: source });
    progress.clear();
    progress.write(reported.text);
    log.debug({ code: reported.code, source }, 'write-fail');
    return { exitCode: reported.exitCode, line: failureLine(work, reported) };
  } finally {
    progress.clear();
  }
}

async function read(work: Work, { session, flags, progress }: Run): ReturnType<typeof acquire> {
  const { context, youtube } = session;
  progress.startSource();
  progress.note(`Reading ${work.source === '-' ? 'standard input' : work.source}`);
  const acquired = await acquire(work.source, { flags, context, youtube });
  work.sourceId = acquired.id;
  for (const warning of acquired.transcript.warnings) progress.note(`  Note: ${warning}`);
  return acquired;
}

async function planOne(work: Work, run: Run): Promise<Outcome> {
  const { session, flags } = run;
  const { config, context, glossary } = session;
  const decision = await session.decide();
  const { id, transcript } = await read(work, run);
  const vouched = await glossaryFor(config, transcript, glossary);
  const planned = await planSource(transcript, { decision, config, glossary: vouched });
  if (flags.json !== true) context.io.stdout(planned.text);
  const nothing = { dir: null, headline: null, words: null, minutes: null, errors: null, warnings: null };
  const { calls, cost, plan } = planned;
  const head = { source: work.source, sourceId: id, status: 'planned' as const, code: null };
  return { exitCode: 0, line: { ...head, ...nothing, calls, cost, plan } };
}

async function writeOne(work: Work, run: Run): Promise<Outcome> {
  const { session, flags, progress } = run;
  const { config, context } = session;
  const chosen = await session.choose();
  const acquired = await read(work, run);
  progress.note(chosen.notice);
  const written = await writeSource(acquired, {
    session,
    store: createFolderStore(config.out),
    signal: context.signal,
    onStage: progress.startStage,
    onCall: (call) => {
      work.calls.push(call);
      progress.endCall(call);
    },
  });
  const { article, calls, directory, isDraft } = written;
  progress.clear();
  if (isDraft)
    progress.note(
      `The article had been edited or reviewed by a person and was kept; the new draft lies in ${directory}`,
    );
  if (typeof flags.print === 'string') printArticle(article, flags.print, context);
  else if (flags.json !== true) context.io.stdout(summarize(written, { calls, directory }));
  const { error: errors, warning: warnings } = countFindings(written.findings);
  const { headline, readTime } = article;
  return {
    exitCode: config.strict && errors > 0 ? 1 : 0,
    line: {
      source: work.source,
      sourceId: acquired.id,
      status: 'written',
      code: null,
      dir: directory,
      headline,
      words: readTime.words,
      minutes: readTime.minutes,
      errors,
      warnings,
      calls: calls.length,
      cost: totalCost(calls),
    },
  };
}

const STATUS_BY_EXIT: Readonly<Record<number, Outcome['line']['status']>> = {
  3: 'refused',
  4: 'retry',
  130: 'interrupted',
};

function failureLine(
  { source, sourceId, calls }: Work,
  { code, exitCode }: { code: string; exitCode: number },
): Outcome['line'] {
  const nothing = { dir: null, headline: null, words: null, minutes: null, errors: null, warnings: null };
  return {
    source,
    sourceId,
    status: STATUS_BY_EXIT[exitCode] ?? 'failed',
    code,
    ...nothing,
    calls: calls.length,
    cost: totalCost(calls),
  };
}
