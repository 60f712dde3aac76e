import { setMaxListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import {
  type BatchEvent,
  type BatchItem,
  type BatchReport,
  type BatchResult,
  type Channels,
  createListing,
  createReport,
  expandSources,
  headlineFigures,
  type Items,
  type Listing,
  runBatch,
} from '../../batch/index.ts';
import type { Config } from '../../config.ts';
import { ConfigError, ERROR_CODES, type ErrorCode } from '../../errors.ts';
import { createFolderLedger, createFolderListMemories, createFolderStore } from '../../store/index.ts';
import { printableLines } from '../../text/index.ts';
import { type AcquiredTranscript, listVideos, parseListLink } from '../../transcript/index.ts';
import { acquire } from '../acquire.ts';
import { type BatchFlags, readBatchFlags } from '../batch/batch-flags.ts';
import { createBatchView } from '../batch/batch-view.ts';
import { planBatch } from '../batch/plan-batch.ts';
import { readUntil } from '../batch/read-until.ts';
import { saveReport } from '../batch/save-report.ts';
import { callWebhook, runOnEnd } from '../batch/tell-end.ts';
import { createSettingsOf } from '../batch/writer-identity.ts';
import { explainBudget } from '../budget-error.ts';
import { reportUnmetWaivers } from '../check/report-waivers.ts';
import type { Context } from '../context.ts';
import { loadSettings } from '../load-settings.ts';
import { openSession, type Session } from '../session.ts';
import { worstExit } from '../worst-exit.ts';
import { writeSource } from '../write-source.ts';

/** `copydesk batch`: every source of every list, some at once; what is done is never paid for again. */
export async function runBatchCommand(
  sources: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<number> {
  // To write anew is no reason to ask YouTube anew; to try again is.
  const config = { ...(await loadSettings(flags, context)), refresh: flags.retryFailed === true };
  // Left alone, V8 lets the heap grow with every hour of work, though what lives on it stays the same.
  setFlagsFromString('--heap-growing-percent=20');
  const asked = readBatchFlags({ ...flags, webhook: config.webhook }, context.now());
  if (sources.includes('-') && context.io.isTerminal)
    throw new ConfigError('CONFIG_INVALID', 'Standard input is a keyboard', {
      likelyCause: 'The source is -, but no list is piped in.',
      remedy: 'Pipe a list in: copydesk batch - < links.txt',
    });
  const view = createBatchView(context, config);
  const startedAt = context.now();
  const draining = flags.dryRun === true ? context.signal : openDraining(context, view.note);
  try {
    const session = await openSession({ config, context, notices: view, signal: context.signal });
    let listing: Listing | undefined;
    const items: Items = (isSettled) => {
      const { filters, membersOnly, rescan, order } = asked;
      const stored = createFolderListMemories(config.out);
      // A dry run leaves nothing behind.
      const memories = flags.dryRun === true ? { ...stored, write: async () => undefined } : stored;
      listing = createListing({
        channels: openChannels(session, view.note),
        memories,
        filters,
        membersOnly,
        rescan,
        isSettled,
        now: context.now,
      });
      const { listVideos } = listing;
      const stdin = () => readUntil(context.io.stdin(), draining);
      return expandSources(sources, { stdin, listVideos, out: config.out, order, onNote: view.note });
    };
    const run: Run = { session, asked, view, draining, isJson: flags.json === true };
    if (flags.dryRun === true)
      return await planBatch(items, {
        session,
        asked,
        view,
        isJson: run.isJson,
        acquire: (item) => read(item, session, context.signal),
      });
    const result = await work(items, run);
    const forgotten = await listing?.finish(result).catch((error: unknown) => String(error));
    const exitCode = exitOf(result);
    view.close();
    const writer = session.isChosen ? (await session.choose()).notice : undefined;
    const report = createReport(result, { startedAt, endedAt: context.now(), sources, writer, exitCode });
    const { file, problems } = await saveReport(report, config.out, asked.report);
    tell(report, file, run);
    for (const problem of forgotten === undefined ? problems : [forgotten, ...problems])
      view.write(printableLines(`Warning: ${problem}\n`));
    if (!config.quiet) view.write(reportUnmetWaivers(session.policy, session.checked));
    await tellOthers(asked, { report, file, context, draining, note: view.write });
    return exitCode;
  } finally {
    view.close();
  }
}

/** Channels and playlists by way of YouTube's own pages. */
function openChannels({ youtube, context }: Session, note: (line: string) => void): Channels {
  return {
    list(text, request) {
      const target = parseListLink(text);
      if (!target) return undefined;
      const now = (): number => context.now().getTime();
      return listVideos(target, { ...youtube, ...request, signal: context.signal, onNote: note, now });
    },
  };
}

interface Run {
  readonly session: Session;
  readonly asked: BatchFlags;
  readonly view: ReturnType<typeof createBatchView>;
  readonly draining: AbortSignal;
  readonly isJson: boolean;
}

/** Aborted by the first Ctrl-C, and with the signal of the command. */
function openDraining({ signal, drainFirst }: Context, note: (line: string) => void): AbortSignal {
  // Each call under way listens.
  setMaxListeners(0, signal);
  const draining = new AbortController();
  setMaxListeners(0, draining.signal);
  drainFirst?.(() => {
    draining.abort();
    note('Finishing what is being written; Ctrl-C again stops at once.');
  });
  signal.addEventListener('abort', () => draining.abort(), { once: true });
  if (signal.aborted) draining.abort();
  return draining.signal;
}

async function work(items: Items, { session, asked, view, draining, isJson }: Run): Promise<BatchResult> {
  const { config, context, spending } = session;
  const { signal } = context;
  const store = createFolderStore(config.out);
  await using ledger = createFolderLedger(config.out);
  const { systemClock } = await import('../../llm/index.ts');
  // Awaited here, or the ledger would be closed while it is in use.
  return await runBatch(
    items,
    {
      ledger,
      acquire: async (item, ended) => {
        // Without a writer there is no use in reading.
        await session.choose();
        return read(item, session, ended);
      },
      write: (acquired, hooks) =>
        writeSource(acquired, { session, store, ...hooks }).catch((error: unknown) => {
          throw explainBudget(error, { spent: spending.cost, maxCost: config.maxCost });
        }),
      isKept: store.isKept,
      settingsOf: createSettingsOf(session),
      now: context.now,
      clock: systemClock,
      signal,
      draining,
      onEvent: (event) => {
        view.onEvent(event);
        if (isJson) context.io.stdout(eventLine(event, context));
      },
    },
    { ...asked, strict: config.strict, concurrency: videosAtOnce(config) },
  );
}

/** While a video is read and checked it has no call under way, so that one more keeps the calls busy. */
function videosAtOnce({ concurrency }: Config): number {
  return concurrency + 1;
}

function read(
  { source, isFile, videoId, facts }: BatchItem,
  session: Session,
  signal: AbortSignal,
): Promise<AcquiredTranscript> {
  const { youtube, context } = session;
  const { title, show, channel, url, publishedAt: published, language: sourceLanguage } = facts;
  const flags = { title, show, channel, url, published, sourceLanguage };
  // A file could have the name of an id.
  const named = isFile || videoId === undefined ? source : `https://www.youtube.com/watch?v=${videoId}`;
  return acquire(named, { flags, youtube, context: { ...context, signal } });
}

function eventLine({ type, ...event }: BatchEvent, { now }: Context): string {
  return `${JSON.stringify({ event: type, at: now().toISOString(), ...event })}\n`;
}

function exitOf({ outcomes, stop }: BatchResult): number {
  const codes = outcomes.map(({ exitCode }) => exitCode);
  if (stop) codes.push(isErrorCode(stop.code) ? ERROR_CODES[stop.code].exit : 1);
  return worstExit(codes);
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}

function tell(report: BatchReport, file: string | undefined, { session, isJson }: Run): void {
  const { io, now } = session.context;
  if (isJson) {
    const { videos: _, ...figures } = report;
    io.stdout(
      `${JSON.stringify({ event: 'batch-end', at: now().toISOString(), ...figures, report: file ?? null })}\n`,
    );
    return;
  }
  const { stop, totals } = report;
  const lines = [
    '',
    ...headlineFigures(report),
    ...(stop ? [`Ended early [${stop.code}]: ${stop.message}`, `What to do: ${stop.remedy}`] : []),
    ...(totals.left > 0 ? [`Not begun: ${totals.left}. The same command goes on with them.`] : []),
    ...(file === undefined ? [] : [`Report: ${file}`]),
    '',
  ];
  io.stdout(printableLines(lines.join('\n')));
}

interface End {
  readonly report: BatchReport;
  readonly file: string | undefined;
  readonly context: Context;
  readonly draining: AbortSignal;
  readonly note: (text: string) => void;
}

/** What goes wrong here is said, and changes nothing of how the run ended. */
async function tellOthers(
  { onEnd, webhook }: BatchFlags,
  { report, file, context, draining, note }: End,
): Promise<void> {
  // A run that was interrupted is told of all the same; the next Ctrl-C ends that.
  const signal = AbortSignal.any([draining, context.signal].filter(({ aborted }) => !aborted));
  const problems = [
    webhook === undefined ? undefined : await callWebhook(webhook, report),
    onEnd === undefined ? undefined : await runOnEnd(onEnd, { report, file, context, signal }),
  ];
  for (const problem of problems) if (problem !== undefined) note(printableLines(`Warning: ${problem}\n`));
}
