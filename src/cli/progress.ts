import type { CallRecord, Retry } from '../llm/index.ts';
import { printableLines } from '../text/index.ts';
import type { Context } from './context.ts';
import { describeCost, totalCost } from './money.ts';

/** What a person sees of a run while it goes on. Everything that is written to standard error passes here, so that lines do not mix. */
export interface Progress {
  /** Text that stays: notes, the log, errors. */
  write(text: string): void;
  /** A line that stays, unless progress is not wanted. */
  note(line: string): void;
  /** Counts begin anew. */
  startSource(): void;
  startStage(stage: string, calls: number): void;
  endCall(call: CallRecord): void;
  waitForRetry(retry: Pick<Retry, 'waitMs' | 'error'>): void;
  /** A call has waited long for the limits a minute. */
  waitForLimit(): void;
  /** Takes the status line away; until the next source nothing is drawn. */
  clear(): void;
}

/** Shorter waits need no explanation. */
export const LONG_WAIT_MS = 5_000;
const REDRAW_MS = 1_000;
const LIMIT_NOTE_MS = 60_000;
const CLEAR_LINE = '\r\u001B[2K';

interface Stage {
  readonly name: string;
  planned: number;
  done: number;
}

/** One line that is drawn again on a terminal; elsewhere, and with NO_COLOR, one line for each stage. */
export function createProgress(context: Context, { isQuiet }: { readonly isQuiet: boolean }): Progress {
  const { io, env, now } = context;
  const screen = isQuiet || env.NO_COLOR || env.TERM === 'dumb' ? undefined : io.screen;
  let stages: Stage[] = [];
  let calls: CallRecord[] = [];
  let started = 0;
  let isDrawn = false;
  let timer: NodeJS.Timeout | undefined;
  let waitsUntil = 0;

  function erase(): void {
    if (isDrawn) io.stderr(CLEAR_LINE);
    isDrawn = false;
  }

  function draw(): void {
    if (!screen || timer === undefined) return;
    const line = describeStatus({ stages, calls, seconds: (now().getTime() - started) / 1_000 });
    // A line that wraps cannot be taken back.
    const width = Math.max(20, screen.columns() || 80) - 1;
    io.stderr(`${CLEAR_LINE}${printableLines(line).slice(0, width)}`);
    isDrawn = true;
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

  /** Calls that wait for the same thing say it once. */
  function noteWait(line: string, ms: number): void {
    const until = now().getTime() + ms;
    if (until <= waitsUntil + LONG_WAIT_MS) return;
    waitsUntil = until;
    note(line);
  }

  return {
    write,
    note,
    startSource() {
      stages = [];
      calls = [];
      started = now().getTime();
    },
    startStage(name, planned) {
      const known = stages.find((stage) => stage.name === name);
      if (known) known.planned += planned;
      // The latest stage stands last.
      stages = [...stages.filter((stage) => stage !== known), known ?? { name, planned, done: 0 }];
      if (!screen) return note(`  ${name}${planned > 1 ? `, ${planned} calls` : ''}`);
      timer ??= setInterval(draw, REDRAW_MS).unref();
      draw();
    },
    endCall(call) {
      calls.push(call);
      const stage = stages.find(({ name }) => name === call.stage);
      if (stage) stage.done++;
      draw();
    },
    waitForRetry({ waitMs, error }) {
      if (waitMs <= LONG_WAIT_MS) return;
      const seconds = Math.ceil(waitMs / 1_000);
      const why = error.retryAfterSeconds === undefined ? error.message : 'the endpoint asked for it';
      noteWait(`  waiting ${seconds} s: ${why}`, waitMs);
    },
    waitForLimit() {
      noteWait('  waiting: the limit of requests or tokens a minute is reached', LIMIT_NOTE_MS);
    },
    clear() {
      clearInterval(timer);
      timer = undefined;
      erase();
    },
  };
}

interface Status {
  readonly stages: readonly Stage[];
  readonly calls: readonly CallRecord[];
  readonly seconds: number;
}

/** "write  3 of 9 calls  12,345 tokens  $0.0123  0:42" */
function describeStatus({ stages, calls, seconds }: Status): string {
  const current = stages.findLast(({ planned, done }) => done < planned) ?? stages.at(-1);
  // An answer that had to be corrected took two calls.
  const planned = stages.reduce((sum, stage) => sum + Math.max(stage.planned, stage.done), 0);
  const tokens = calls
    .filter(({ cacheHit }) => !cacheHit)
    .reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
  return [
    current?.name ?? '',
    ...(planned > 0
      ? [
          `${calls.length} of ${planned} calls`,
          `${tokens.toLocaleString('en')} tokens`,
          describeCost(totalCost(calls)),
        ]
      : []),
    clock(seconds),
  ].join('  ');
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
