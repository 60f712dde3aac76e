import { type BatchEvent, describeWhy, formatSeconds } from '../../batch/index.ts';
import type { Config } from '../../config.ts';
import { printableLines } from '../../text/index.ts';
import type { Context } from '../context.ts';
import { describeCost } from '../money.ts';
import { LONG_WAIT_MS } from '../progress.ts';
import type { Notices } from '../session.ts';
import { BatchFigures } from './batch-state.ts';
import { cutToWidth } from './cut-to-width.ts';

export interface BatchView extends Notices {
  onEvent(event: BatchEvent): void;
  /** A line that stays. */
  note(line: string): void;
  /** Takes the figures away; nothing is drawn from then on. */
  close(): void;
}

/** A drawn line that had one would be two. */
const LINE_ENDS = /[\r\n\t\v\f\u2028\u2029]+/gu;
const REDRAW_MS = 500;
const LIMIT_NOTE_MS = 60_000;
/** Videos shown by name: the view keeps its height however many are in work. */
const RUNNING_SHOWN = 6;

/** Figures that are drawn again on a terminal; elsewhere a line for each event that matters. */
export function createBatchView(context: Context, config: Config): BatchView {
  const { io, env, now } = context;
  const isQuiet = config.quiet;
  const screen = isQuiet || env.NO_COLOR || env.TERM === 'dumb' ? undefined : io.screen;
  const figures = new BatchFigures();
  const started = now().getTime();
  let drawn = 0;
  let saidUntil = 0;
  let isClosed = false;
  const timer = screen ? setInterval(draw, REDRAW_MS).unref() : undefined;

  function erase(): void {
    if (drawn > 0) io.stderr(`\r\u001B[${drawn}A\u001B[J`);
    drawn = 0;
  }

  function draw(): void {
    if (!screen || isClosed) return;
    const width = Math.max(20, screen.columns() || 80) - 1;
    const lines = renderView(figures, { config, now: now().getTime(), started });
    erase();
    io.stderr(
      lines.map((line) => `${cutToWidth(printableLines(line).replace(LINE_ENDS, ' '), width)}\n`).join(''),
    );
    drawn = lines.length;
  }

  function write(text: string): void {
    if (text === '') return;
    erase();
    io.stderr(text);
    draw();
  }

  function note(line: string): void {
    if (!isQuiet) write(`${printableLines(line)}\n`);
  }

  function noteWait(line: string, ms: number): void {
    const until = now().getTime() + ms;
    if (until <= saidUntil + LONG_WAIT_MS) return;
    saidUntil = until;
    // On a terminal the share of the limit says it.
    if (!screen) note(line);
  }

  return {
    write,
    note,
    onEvent(event) {
      figures.apply(event, now().getTime());
      const line = describeEvent(event, figures);
      // A terminal shows the good news as figures.
      if (line !== undefined && (!screen || !isGood(event))) note(line);
    },
    waitForRetry({ waitMs, error }) {
      if (waitMs <= LONG_WAIT_MS) return;
      const why = error.retryAfterSeconds === undefined ? error.message : 'the endpoint asked for it';
      noteWait(`waiting ${Math.ceil(waitMs / 1_000)} s: ${why}`, waitMs);
    },
    waitForLimit() {
      noteWait('waiting: the limit of requests or tokens a minute is reached', LIMIT_NOTE_MS);
    },
    close() {
      clearInterval(timer);
      erase();
      isClosed = true;
    },
  };
}

function isGood(event: BatchEvent): boolean {
  return (
    event.type === 'list-end' ||
    (event.type === 'video-end' && event.draft !== undefined && event.code === undefined)
  );
}

/** What a log has of an event; undefined for those too many to be told. */
export function describeEvent(event: BatchEvent, figures: BatchFigures): string | undefined {
  switch (event.type) {
    case 'list-end': {
      const { total, toDo } = event;
      return `${total} listed, ${toDo} to do${total > toDo ? `, ${total - toDo} with nothing to do` : ''}`;
    }
    case 'video-end':
      return describeEnd(event, figures);
    case 'breaker-open':
      return `${event.of === 'model' ? 'The model' : 'YouTube'} is out of reach [${event.code}]: closed until ${event.until}`;
    case 'breaker-close':
      return 'The model answers again';
    case 'batch-stop':
      return `Nothing more is begun: ${event.message} [${event.code}]\n  What to do: ${event.remedy}`;
    default:
      return undefined;
  }
}

const TOLD_SKIPS: ReadonlySet<string> = new Set(['kept', 'claimed']);

function describeEnd(
  event: Extract<BatchEvent, { type: 'video-end' }>,
  figures: BatchFigures,
): string | undefined {
  const { status, why = '', title, code, message, remedy, draft, calls, cost, lookAgainAt } = event;
  if (status === 'skipped') return TOLD_SKIPS.has(why) ? `skipped ${title}: ${describeWhy(why)}` : undefined;
  const count = `[${figures.ended}/${Math.max(figures.ended, figures.listed - figures.known)}]`;
  if (draft && code === undefined) {
    const checks = draft.errors > 0 ? `, ${draft.errors} errors of the checks` : '';
    const besides = event.isDraft ? ` (a person's text was kept; the draft lies in ${event.directory})` : '';
    return `${count} written ${draft.headline} (${calls} calls, ${describeCost(cost)}${checks})${besides}`;
  }
  const again = lookAgainAt === undefined ? '' : `\n  Look again from ${lookAgainAt}`;
  return `${count} ${status} ${title}: ${message ?? ''} [${code ?? ''}]\n  What to do: ${remedy ?? ''}${again}`;
}

interface Moment {
  readonly config: Pick<Config, 'rpm' | 'tpm'>;
  readonly now: number;
  readonly started: number;
}

/** The lines a terminal shows. */
export function renderView(figures: BatchFigures, { config, now, started }: Moment): string[] {
  const { counts, known, running, waiting, failures, notice } = figures;
  const seconds = (now - started) / 1_000;
  const written = counts.done + counts['needs-review'];
  const ends = [
    `${written} written`,
    ...(counts['needs-review'] > 0 ? [`${counts['needs-review']} of them to be reviewed`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
    ...(counts.refused > 0 ? [`${counts.refused} refused`] : []),
    ...(counts.pending > 0 ? [`${counts.pending} to be tried again`] : []),
    `${running.size} in work`,
    `${waiting}${figures.isListed ? '' : '+'} waiting`,
    ...(known > 0 ? [`${known} with nothing to do`] : []),
  ];
  const shown = [...running.values()].slice(0, RUNNING_SHOWN);
  const rest = running.size - shown.length;
  return [
    ends.join(' · '),
    // What a narrow terminal cuts off is what is missed least.
    [
      describeCost(figures.cost),
      ...describeTime(figures, seconds),
      `${figures.tokens.toLocaleString('en')} tokens`,
      ...describeRate(figures, config, now),
    ].join(' · '),
    ...shown.map(({ title, stage }) => `  ${stage.padEnd(13)} ${title}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...failures.map((failure) => `  ! ${failure}`),
    ...(notice === undefined ? [] : [notice]),
  ];
}

/** Shares of the limits where they are known, else what was sent. */
function describeRate(figures: BatchFigures, { rpm, tpm }: Moment['config'], now: number): string[] {
  const { requests, tokens } = figures.lastMinute(now);
  const share = (used: number, limit: number): string => `${Math.round((100 * used) / limit)} %`;
  return [
    rpm === undefined
      ? `${requests} calls a minute`
      : `${share(requests, rpm)} of ${rpm.toLocaleString('en')} calls a minute`,
    ...(tpm === undefined ? [] : [`${share(tokens, tpm)} of ${tpm.toLocaleString('en')} tokens a minute`]),
  ];
}

function describeTime(figures: BatchFigures, seconds: number): string[] {
  const { ended, waiting, running, isListed } = figures;
  const left = waiting + running.size;
  if (ended === 0 || left === 0) return [formatSeconds(seconds)];
  return [
    formatSeconds(seconds),
    `about ${formatSeconds((seconds / ended) * left)} left${isListed ? '' : ' of what is listed'}`,
  ];
}
