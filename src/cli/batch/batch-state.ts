import type { BatchEvent, VideoOutcome } from '../../batch/index.ts';

/** A video under way, as a view shows it. */
export interface RunningVideo {
  /** As it was known before anything was read. */
  readonly id: string | undefined;
  readonly title: string;
  stage: string;
}

interface SentCall {
  readonly at: number;
  readonly tokens: number;
}

const MINUTE_MS = 60_000;
const FAILURES_KEPT = 2;

/** A run in figures, brought up to date by its events. */
export class BatchFigures {
  listed = 0;
  isListed = false;
  readonly counts: Record<VideoOutcome['status'], number> = {
    done: 0,
    'needs-review': 0,
    refused: 0,
    failed: 0,
    pending: 0,
    skipped: 0,
  };
  /** Skipped ones that the list counts; those the filters left out are none of them. */
  known = 0;
  tokens = 0;
  cost: number | null = 0;
  calls = 0;
  /** By source: the id may only be told while it is read. */
  readonly running = new Map<string, RunningVideo>();
  readonly failures: string[] = [];
  notice: string | undefined;
  #sent: SentCall[] = [];

  /** Sources that have not ended and are not in work. */
  get waiting(): number {
    return Math.max(0, this.listed - this.known - this.ended - this.running.size);
  }

  /** Ended in this run, not counting those with nothing to do. */
  get ended(): number {
    const { done, refused, failed, pending } = this.counts;
    return done + this.counts['needs-review'] + refused + failed + pending;
  }

  apply(event: BatchEvent, now: number): void {
    switch (event.type) {
      case 'video-listed':
        this.listed = event.total;
        break;
      case 'list-end':
        this.isListed = true;
        break;
      case 'video-start':
        this.running.set(event.source, { id: event.id, title: event.title, stage: 'reading' });
        break;
      case 'stage-start':
        this.#setStage(event.source, event.stage);
        break;
      case 'call-end':
        this.#countCall(event, now);
        break;
      case 'video-end':
        this.#end(event);
        break;
      case 'breaker-open':
        this.notice = `${event.of === 'model' ? 'The model' : 'YouTube'} is out of reach (${event.code}), closed until ${event.until.slice(11, 16)} UTC`;
        break;
      case 'breaker-close':
        this.notice = undefined;
        break;
      case 'batch-stop':
        this.notice = `Nothing more is begun: ${event.message}`;
        break;
    }
  }

  /** Requests and tokens of the last minute. */
  lastMinute(now: number): { requests: number; tokens: number } {
    this.#sent = this.#sent.filter(({ at }) => at > now - MINUTE_MS);
    return { requests: this.#sent.length, tokens: this.#sent.reduce((sum, { tokens }) => sum + tokens, 0) };
  }

  #setStage(source: string, stage: string): void {
    const video = this.running.get(source);
    if (video) video.stage = stage;
  }

  #countCall({ tokens, cost, cacheHit }: Extract<BatchEvent, { type: 'call-end' }>, now: number): void {
    this.calls++;
    this.tokens += tokens;
    this.cost = this.cost === null || cost === null ? null : this.cost + cost;
    if (!cacheHit) this.#sent.push({ at: now, tokens });
    if (this.#sent.length % 256 === 0) this.lastMinute(now);
  }

  #end({ status, why, id, source, title, code, message }: VideoOutcome): void {
    this.counts[status]++;
    if (status === 'skipped' && why !== 'filtered') this.known++;
    // A source that is named twice ends the second time while the first is in work.
    if (why !== 'duplicate' || this.running.get(source)?.id !== id) this.running.delete(source);
    if (status !== 'failed' && status !== 'pending' && status !== 'refused') return;
    this.failures.push(`${status} ${title}: ${message ?? ''} [${code ?? ''}]`);
    if (this.failures.length > FAILURES_KEPT) this.failures.shift();
  }
}
