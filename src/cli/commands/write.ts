import {
  applyPolicy,
  copyOfArticle,
  countFindings,
  createPolicy,
  type Policy,
  type Waiver,
} from '../../check/index.ts';
import type { Config } from '../../config.ts';
import type { CallRecord } from '../../llm/index.ts';
import { createLogger, type Logger } from '../../logger.ts';
import { createFolderStore } from '../../store/index.ts';
import { writeArticle } from '../../write/index.ts';
import { acquire } from '../acquire.ts';
import { explainBudget } from '../budget-error.ts';
import { reportUnmetWaivers } from '../check/report-waivers.ts';
import { type ChosenWriter, chooseWriter } from '../choose-writer.ts';
import type { Context } from '../context.ts';
import { decideWriter, type WriterDecision } from '../decide-writer.ts';
import { planSource } from '../dry-run.ts';
import { glossaryFor, readGlossary } from '../glossary.ts';
import { loadSettings } from '../load-settings.ts';
import { totalCost } from '../money.ts';
import { createProgress, type Progress } from '../progress.ts';
import { reportError } from '../report-error.ts';
import { requireStyle } from '../styles.ts';
import { type Outcome, printArticle, summarize } from '../summarize.ts';
import { worstExit } from '../worst-exit.ts';

/** What all sources of a run share. */
interface Session {
  readonly config: Config;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly log: Logger;
  readonly policy: Policy;
  readonly progress: Progress;
  readonly glossary: readonly string[];
  /** Decided when the first source wants to know, and then for all. */
  readonly decide: () => Promise<WriterDecision>;
  /** One writer, so that limits and ceiling hold for the run. */
  readonly choose: () => Promise<ChosenWriter>;
  /** Every call of the run so far. */
  readonly calls: CallRecord[];
  /** What the checks of this run have met so far. */
  readonly checked: { readonly ids: string[]; readonly met: Set<Waiver> };
}

/** `copydesk write`: every source after the other; one failure does not stop the rest. */
export async function runWrite(
  sources: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<number> {
  const session = await openSession(flags, context);
  const { config, progress, policy, checked } = session;
  const run = flags.dryRun === true ? planOne : writeOne;
  const exitCodes: number[] = [];
  for (const source of sources) {
    const outcome = await settle(source, session, run);
    exitCodes.push(outcome.exitCode);
    if (flags.json === true) context.io.stdout(`${JSON.stringify(outcome.line)}\n`);
    if (outcome.exitCode === 130) break;
  }
  if (!config.quiet) progress.write(reportUnmetWaivers(policy, checked));
  return worstExit(exitCodes);
}

async function openSession(flags: Readonly<Record<string, unknown>>, context: Context): Promise<Session> {
  const config = await loadSettings(flags, context);
  const policy = createPolicy(config);
  if (config.replay === undefined) await requireStyle(config.style, config.prompts);
  const glossary = await readGlossary(config.glossary);
  const progress = createProgress(context, { isQuiet: config.quiet });
  const level = config.debug ? 'debug' : config.logLevel;
  const log = await createLogger({ destination: { write: progress.write }, level });
  const calls: CallRecord[] = [];
  const decide = once(() => decideWriter(config, { signal: context.signal }));
  const choose = once(async () =>
    chooseWriter(await decide(), {
      config,
      glossary,
      signal: context.signal,
      onCall: (call) => {
        calls.push(call);
        progress.endCall(call);
        log.info({ call }, 'call-end');
      },
      onRetry: (retry) => {
        progress.waitForRetry(retry);
        log.info({ stage: retry.stage, code: retry.error.code, waitMs: retry.waitMs }, 'call-retry');
      },
      onLongWait: progress.waitForLimit,
    }),
  );
  const checked = { ids: [], met: new Set<Waiver>() };
  return { config, flags, context, log, policy, progress, glossary, decide, choose, calls, checked };
}

/** Remembers what came of it. A failure is not remembered: the next source may find the network back. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** A source under way: what is known of it when something fails. */
interface Work {
  readonly source: string;
  /** Set when the source has been read. */
  sourceId: string | null;
}

/** A source's end, whatever it was. */
async function settle(
  source: string,
  session: Session,
  run: (work: Work, session: Session) => Promise<Outcome>,
): Promise<Outcome> {
  const { config, context, log, progress, calls } = session;
  const work: Work = { source, sourceId: null };
  const before = calls.length;
  try {
    context.signal.throwIfAborted();
    return await run(work, session);
  } catch (error) {
    const explained = explainBudget(error, { calls, maxCost: config.maxCost });
    const reported = reportError(explained, { debug: config.debug, subject: source });
    progress.clear();
    progress.write(reported.text);
    log.debug({ code: reported.code, source }, 'write-fail');
    return { exitCode: reported.exitCode, line: failureLine(work, reported, calls.slice(before)) };
  } finally {
    progress.clear();
  }
}

async function read(work: Work, session: Session): ReturnType<typeof acquire> {
  const { config, flags, context, progress } = session;
  progress.startSource();
  progress.note(`Reading ${work.source === '-' ? 'standard input' : work.source}`);
  const acquired = await acquire(work.source, { config, flags, context });
  work.sourceId = acquired.id;
  for (const warning of acquired.transcript.warnings) progress.note(`  Note: ${warning}`);
  return acquired;
}

async function planOne(work: Work, session: Session): Promise<Outcome> {
  const { config, flags, context, glossary } = session;
  const decision = await session.decide();
  const { id, transcript } = await read(work, session);
  const vouched = await glossaryFor(config, transcript, glossary);
  const planned = await planSource(transcript, { decision, config, glossary: vouched });
  if (flags.json !== true) context.io.stdout(planned.text);
  const nothing = { dir: null, headline: null, words: null, minutes: null, errors: null, warnings: null };
  const { calls, cost, plan } = planned;
  const head = { source: work.source, sourceId: id, status: 'planned' as const, code: null };
  return { exitCode: 0, line: { ...head, ...nothing, calls, cost, plan } };
}

async function writeOne(work: Work, session: Session): Promise<Outcome> {
  const { config, flags, context, progress } = session;
  const before = session.calls.length;
  const chosen = await session.choose();
  const acquired = await read(work, session);
  progress.note(chosen.notice);
  const run = await write(acquired, { chosen, session });
  const calls = session.calls.slice(before);
  const store = createFolderStore(config.out);
  const saved = await store.save({ ...run, transcript: acquired.transcript, calls });
  progress.clear();
  if (saved.isDraft)
    progress.note(
      `The article had been edited or reviewed by a person and was kept; the new draft lies in ${saved.directory}`,
    );
  if (typeof flags.print === 'string') printArticle(run.article, flags.print, context);
  else if (flags.json !== true) context.io.stdout(summarize(run, { calls, directory: saved.directory }));
  const { error: errors, warning: warnings } = countFindings(run.findings);
  const { headline, readTime } = run.article;
  return {
    exitCode: config.strict && errors > 0 ? 1 : 0,
    line: {
      source: work.source,
      sourceId: acquired.id,
      status: 'written',
      code: null,
      dir: saved.directory,
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

interface Writing {
  readonly chosen: ChosenWriter;
  readonly session: Session;
}

async function write(
  { id, transcript }: Awaited<ReturnType<typeof acquire>>,
  { chosen, session }: Writing,
): ReturnType<typeof writeArticle> {
  const { config, context, log, policy, checked, progress } = session;
  const glossary = await glossaryFor(config, transcript, chosen.writer.glossary ?? []);
  const recorded = { id, sha256: transcript.sha256 };
  await chosen.begin?.(recorded);
  const run = await writeArticle(transcript, {
    id,
    writer: { ...chosen.writer, glossary },
    length: chosen.length,
    language: chosen.language,
    dateline: config.dateline,
    minWords: config.minWords,
    now: context.now,
    signal: context.signal,
    onStage: (stage, calls) => {
      log.debug({ stage, calls }, 'stage-start');
      progress.startStage(stage, calls);
    },
  }).catch(async (error: unknown) => {
    throw (await chosen.explain?.(error, recorded)) ?? error;
  });
  const copy = copyOfArticle(run.article);
  const { findings, met } = applyPolicy(run.findings, { copy, id, policy });
  checked.ids.push(id);
  for (const waiver of met) checked.met.add(waiver);
  return { ...run, findings };
}

const STATUS_BY_EXIT: Readonly<Record<number, Outcome['line']['status']>> = {
  3: 'refused',
  4: 'retry',
  130: 'interrupted',
};

function failureLine(
  { source, sourceId }: Work,
  { code, exitCode }: { code: string; exitCode: number },
  calls: readonly CallRecord[],
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
