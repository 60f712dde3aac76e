import type PQueue from 'p-queue';
import { type ErrorCode, TranscriptError } from '../../errors.ts';
import { wait, type YouTubeReply } from './request.ts';
import { readAcceptedText } from './verdict.ts';

/** Milliseconds between two visits to YouTube; a person clicking through a list is no quicker. */
const SHORTEST_GAP = 1_500;
const LONGEST_GAP = 3_000;
/** A guest may look at about 300 videos an hour; after this many visits the gaps grow so that an hour stays below. */
const QUICK_VISITS = 100;
const LATER_GAP = 12_000;
/** Milliseconds of rest after one refusal, unless YouTube names a time. */
const FIRST_REST = 30_000;
/** A rest up to this long is waited for; a longer one closes the gate. */
const LONGEST_WAIT = 120_000;
/** Refusals last up to an hour. */
const CLOSED_FOR = 30 * 60_000;
/** Refusals in a row after which nobody asks any more. */
const REFUSALS_TO_CLOSE = 2;

const REFUSALS: ReadonlySet<ErrorCode> = new Set(['YOUTUBE_BOT_CHECK', 'YOUTUBE_RATE_LIMITED']);

/** Whether YouTube refuses the network, whatever is asked for. */
export function isRefusal(code: ErrorCode): boolean {
  return REFUSALS.has(code);
}

/**
 * Passes every reply that does not refuse the network itself.
 * @throws TranscriptError YOUTUBE_BOT_CHECK or YOUTUBE_RATE_LIMITED
 */
export function requireNoRefusal(reply: YouTubeReply, subject: string): void {
  try {
    readAcceptedText(reply, subject);
  } catch (error) {
    if (error instanceof TranscriptError && isRefusal(error.code)) throw error;
  }
}

export interface GateOptions {
  /** Milliseconds since the epoch. @default the clock */
  readonly now?: (() => number) | undefined;
  /** @default a timer that obeys the signal */
  readonly sleep?: ((milliseconds: number, signal?: AbortSignal) => Promise<unknown>) | undefined;
  /** Called before a wait that a person would wonder about. */
  readonly onLongWait?: ((milliseconds: number) => void) | undefined;
}

/**
 * The one way to YouTube for everything in a run: one visit at a time, with gaps, and closed for a while when YouTube has
 * refused twice in a row. A visit is all requests for one video, or one page of a list.
 */
export class YouTubeGate {
  readonly #now: () => number;
  readonly #sleep: NonNullable<GateOptions['sleep']>;
  readonly #onLongWait: (milliseconds: number) => void;
  #queue: Promise<PQueue> | undefined;
  #visits = 0;
  #notBefore = 0;
  #refusals = 0;
  /** Of the visit under way, which may have been served in another way all the same. */
  #refusal: TranscriptError | undefined;
  #closed: { readonly until: number; readonly code: ErrorCode } | undefined;

  constructor({ now = Date.now, sleep = wait, onLongWait = () => {} }: GateOptions = {}) {
    this.#now = now;
    this.#sleep = sleep;
    this.#onLongWait = onLongWait;
  }

  /**
   * Runs `work` when its turn has come.
   * @throws TranscriptError with the code of the last refusal when the gate is closed; otherwise what `work` throws.
   */
  async visit<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    return await this.#queued(async () => {
      const closed = this.#whyClosed();
      if (closed) throw closed;
      return await this.#run(() => work(), { closed, signal });
    }, signal);
  }

  /** The same for work that knows a way round a closed gate: it is told why the gate is closed, if it is. */
  async enter<Result>(
    work: (closed: TranscriptError | undefined) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    return await this.#queued(() => this.#run(work, { closed: this.#whyClosed(), signal }), signal);
  }

  /** To be told by work that was refused and does not end with it. */
  noteRefusal(error: TranscriptError): void {
    this.#refusal = error;
  }

  /** One after the other. */
  async #queued<Result>(turn: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    signal?.throwIfAborted();
    this.#queue ??= import('p-queue').then(({ default: Queue }) => new Queue({ concurrency: 1 }));
    const queue = await this.#queue;
    return await queue.add(async () => {
      signal?.throwIfAborted();
      return await turn();
    });
  }

  async #run<Result>(
    work: (closed: TranscriptError | undefined) => Promise<Result>,
    {
      closed,
      signal,
    }: { readonly closed: TranscriptError | undefined; readonly signal: AbortSignal | undefined },
  ): Promise<Result> {
    const rest = this.#notBefore - this.#now();
    if (rest > LONGEST_GAP && this.#refusals > 0) this.#onLongWait(rest);
    if (rest > 0) await this.#sleep(rest, signal);
    signal?.throwIfAborted();
    this.#refusal = undefined;
    try {
      const result = await work(closed);
      if (this.#refusal) this.#learn(this.#refusal);
      else if (!closed) this.#refusals = 0;
      return result;
    } catch (error) {
      if (error !== closed) this.#learn(this.#refusal ?? error);
      throw error;
    } finally {
      this.#visits++;
      const gap = this.#visits < QUICK_VISITS ? SHORTEST_GAP : LATER_GAP;
      const jitter = Math.random() * (LONGEST_GAP - SHORTEST_GAP);
      this.#notBefore = Math.max(this.#notBefore, this.#now() + gap + jitter);
    }
  }

  #learn(error: unknown): void {
    if (!(error instanceof TranscriptError)) return;
    if (!isRefusal(error.code)) {
      // A verdict about the video shows that YouTube talks to us; a lost connection shows nothing.
      if (error.code !== 'NETWORK_UNREACHABLE') this.#refusals = 0;
      return;
    }
    this.#refusals++;
    const asked = (error.retryAfterSeconds ?? 0) * 1_000;
    if (this.#refusals >= REFUSALS_TO_CLOSE || asked > LONGEST_WAIT) {
      this.#closed = { until: this.#now() + Math.max(asked, CLOSED_FOR), code: error.code };
      this.#refusals = 0;
    } else this.#notBefore = this.#now() + Math.max(asked, FIRST_REST);
  }

  #whyClosed(): TranscriptError | undefined {
    if (!this.#closed) return undefined;
    const minutes = Math.ceil((this.#closed.until - this.#now()) / 60_000);
    if (minutes <= 0) {
      this.#closed = undefined;
      return undefined;
    }
    return new TranscriptError(
      this.#closed.code,
      `YouTube refuses this network and is not asked again for ${minutes} min.`,
      { retryAfterSeconds: minutes * 60 },
    );
  }
}
