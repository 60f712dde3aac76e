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
import { reportUnmetWaivers } from '../check/report-waivers.ts';
import { type ChosenWriter, chooseWriter } from '../choose-writer.ts';
import type { Context } from '../context.ts';
import { loadSettings } from '../load-settings.ts';
import { reportError } from '../report-error.ts';
import { type Outcome, printArticle, summarize } from '../summarize.ts';
import { worstExit } from '../worst-exit.ts';

interface Session {
  readonly config: Config;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly log: Logger;
  readonly policy: Policy;
  /** What the checks of this run have met so far. */
  readonly checked: { readonly ids: string[]; readonly met: Set<Waiver> };
}

/** `copydesk write`: every source after the other; one failure does not stop the rest. */
export async function runWrite(
  sources: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<number> {
  const config = await loadSettings(flags, context);
  const policy = createPolicy(config);
  const level = config.debug ? 'debug' : config.logLevel;
  const log = await createLogger({ destination: { write: context.io.stderr }, level });
  const checked = { ids: [], met: new Set<Waiver>() };
  const session: Session = { config, flags, context, log, policy, checked };
  const exitCodes: number[] = [];
  for (const source of sources) {
    const outcome = await writeSource(source, session);
    exitCodes.push(outcome.exitCode);
    if (flags.json === true) context.io.stdout(`${JSON.stringify(outcome.line)}\n`);
    if (outcome.exitCode === 130) break;
  }
  if (!config.quiet) context.io.stderr(reportUnmetWaivers(policy, checked));
  return worstExit(exitCodes);
}

async function writeSource(source: string, session: Session): Promise<Outcome> {
  const { config, flags, context, log } = session;
  const calls: CallRecord[] = [];
  const progress = config.quiet ? () => undefined : (text: string) => context.io.stderr(`${text}\n`);
  let sourceId: string | null = null;
  try {
    context.signal.throwIfAborted();
    const chosen = await chooseWriter(config, (call) => {
      calls.push(call);
      log.info({ call }, 'call-end');
    });
    progress(`Reading ${source === '-' ? 'standard input' : source}`);
    const acquired = await acquire(source, { config, flags, context });
    sourceId = acquired.id;
    for (const warning of acquired.transcript.warnings) progress(`  Note: ${warning}`);
    progress(chosen.notice);
    const run = await write(acquired, { chosen, session, progress });
    const saved = await createFolderStore(config.out).save({
      ...run,
      transcript: acquired.transcript,
      calls,
    });
    if (saved.isDraft)
      progress(
        `The article had been edited by a person and was kept; the new draft lies in ${saved.directory}`,
      );
    if (typeof flags.print === 'string') printArticle(run.article, flags.print, context);
    else if (flags.json !== true) context.io.stdout(summarize(run, { calls, directory: saved.directory }));
    const { error: errors, warning: warnings } = countFindings(run.findings);
    return {
      exitCode: config.strict && errors > 0 ? 1 : 0,
      line: {
        source,
        sourceId,
        status: 'written',
        code: null,
        dir: saved.directory,
        headline: run.article.headline,
        words: run.article.readTime.words,
        minutes: run.article.readTime.minutes,
        errors,
        warnings,
        calls: calls.length,
        cost: totalCost(calls),
      },
    };
  } catch (error) {
    const reported = reportError(error, { debug: config.debug, subject: source });
    context.io.stderr(reported.text);
    log.debug({ code: reported.code, source }, 'write-fail');
    return { exitCode: reported.exitCode, line: failureLine(source, sourceId, reported, calls) };
  }
}

interface Writing {
  readonly chosen: ChosenWriter;
  readonly session: Session;
  readonly progress: (text: string) => void;
}

async function write(
  acquired: Awaited<ReturnType<typeof acquire>>,
  { chosen, session, progress }: Writing,
): ReturnType<typeof writeArticle> {
  const { config, context, log, policy, checked } = session;
  const run = await writeArticle(acquired.transcript, {
    id: acquired.id,
    writer: chosen.writer,
    length: chosen.length,
    language: chosen.language,
    dateline: config.dateline,
    minWords: config.minWords,
    now: context.now,
    signal: context.signal,
    onStage: (stage) => {
      log.debug({ stage }, 'stage-start');
      progress(`  ${stage}`);
    },
  });
  const copy = copyOfArticle(run.article);
  const { findings, met } = applyPolicy(run.findings, { copy, id: acquired.id, policy });
  checked.ids.push(acquired.id);
  for (const waiver of met) checked.met.add(waiver);
  return { ...run, findings };
}

const STATUS_BY_EXIT: Readonly<Record<number, Outcome['line']['status']>> = {
  3: 'refused',
  4: 'retry',
  130: 'interrupted',
};

function failureLine(
  source: string,
  sourceId: string | null,
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

/** US dollars; null when the price of a call is not known. */
function totalCost(calls: readonly CallRecord[]): number | null {
  return calls.some(({ cost }) => cost === null)
    ? null
    : calls.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
}
