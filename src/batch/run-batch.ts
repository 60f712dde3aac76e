import type PQueue from 'p-queue';
import { ERROR_CODES } from '../errors.ts';
import type { Clock } from '../llm/index.ts';
import type { VideoState } from '../store/index.ts';
import { Breaker } from './breaker.ts';
import { describeFailure, lookAgainAt } from './errors-of-run.ts';
import type { Stop, VideoOutcome } from './events.ts';
import { nameOf } from './expand-sources.ts';
import type { Job } from './job.ts';
import { Todo } from './todo.ts';
import { type VideoEnd, type VideoRules, type VideoWorld, workOnVideo } from './work-on-video.ts';
import { type Items, untouched, Worklist, type WorklistOptions } from './worklist.ts';

export interface BatchOptions extends WorklistOptions, Omit<VideoRules, 'take'> {
  /** Videos in work at once. */
  readonly concurrency: number;
  /** Videos that are worked on at most in this run. @default all */
  readonly maxVideos?: number | undefined;
}

export interface BatchWorld extends VideoWorld {
  readonly clock: Clock;
}

export interface BatchResult {
  /** Every source of the list, in the order of their ends. */
  readonly outcomes: readonly VideoOutcome[];
  /** Sources that were to be done and were not begun. */
  readonly left: number;
  /** Why the run ended early. */
  readonly stop: Stop | undefined;
}

/** Failures in a row after which a service is taken to be down, and the pause before it is tried once more. */
const TROUBLES = 3;
/** Refusals in a row after which YouTube is taken to refuse this network; one may be a matter of the moment. */
const REFUSALS = 2;
const PAUSE_MS = 30_000;

/**
 * Goes through the list and works on what is new, some videos at once. One that fails stops nothing, unless the next would fail
 * for the same reason. What is done lies in the ledger, so that the same run again goes on where this one ended.
 */
export async function runBatch(items: Items, world: BatchWorld, options: BatchOptions): Promise<BatchResult> {
  const { default: Queue } = await import('p-queue');
  const run = new BatchRun(world, options, new Queue({ concurrency: options.concurrency }));
  return run.run(items);
}

class BatchRun {
  readonly #world: BatchWorld;
  readonly #options: BatchOptions;
  readonly #queue: PQueue;
  readonly #todo = new Todo<Job>();
  readonly #outcomes: VideoOutcome[] = [];
  readonly #worklist: Worklist;
  readonly #model = new Breaker(TROUBLES);
  readonly #youtube = new Breaker(TROUBLES);
  readonly #refusals = new Breaker(REFUSALS);
  #youtubeClosed:
    | Pick<VideoOutcome, 'code' | 'message' | 'likelyCause' | 'remedy' | 'lookAgainAt'>
    | undefined;
  #stop: Stop | undefined;
  #begun = 0;

  constructor(world: BatchWorld, options: BatchOptions, queue: PQueue) {
    this.#world = world;
    this.#options = options;
    this.#queue = queue;
    this.#worklist = new Worklist(world, options);
  }

  async run(items: Items): Promise<BatchResult> {
    const { draining } = this.#world;
    const interrupt = (): void =>
      this.#end({
        code: 'INTERRUPTED',
        message: 'The run was interrupted.',
        remedy: ERROR_CODES.INTERRUPTED.remedy,
      });
    if (draining.aborted) interrupt();
    draining.addEventListener('abort', interrupt, { once: true });
    try {
      const listing = this.#list(items).finally(() => this.#todo.end());
      // A fault of one of them must not leave the videos that run behind.
      const endOn = (error: unknown): void => this.#endOn(error);
      await Promise.all([listing.catch(endOn), this.#feed().catch(endOn)]);
      await this.#queue.onIdle();
    } finally {
      draining.removeEventListener('abort', interrupt);
    }
    return { outcomes: this.#outcomes, left: this.#todo.size, stop: this.#stop };
  }

  async #list(items: Items): Promise<void> {
    for await (const found of this.#worklist.go(items)) {
      if (this.#stop) break;
      if ('job' in found) this.#todo.add(found.job);
      else this.#finish(found.outcome);
    }
    const { total, toDo } = this.#worklist;
    this.#world.onEvent({ type: 'list-end', total, toDo });
  }

  async #feed(): Promise<void> {
    for (;;) {
      const job = await this.#todo.take();
      if (!job) return;
      await this.#freeSlot();
      if (this.#mayNotBegin()) return this.#putBack(job);
      if (this.#model.isOpen && (await this.#probe(job))) continue;
      if (this.#mayNotBegin()) return this.#putBack(job);
      if (this.#youtubeClosed && asksYouTube(job)) await this.#postpone(job);
      else {
        this.#begun++;
        this.#queue.add(() => this.#work(job)).catch((error: unknown) => this.#endOn(error));
      }
    }
  }

  /** Nothing waits in the queue: what is begun is decided when it begins, by all that is known then. */
  async #freeSlot(): Promise<void> {
    const { concurrency } = this.#options;
    const running = (): number => this.#queue.pending + this.#queue.size;
    // One that runs may turn out to be nothing to do, and then counts for nothing.
    while (!this.#stop && (running() >= concurrency || (this.#isFull() && running() > 0)))
      await new Promise((resolve) => this.#queue.addEventListener('next', resolve, { once: true }));
  }

  #isFull(): boolean {
    return this.#begun >= (this.#options.maxVideos ?? Number.POSITIVE_INFINITY);
  }

  #mayNotBegin(): boolean {
    return this.#stop !== undefined || this.#isFull();
  }

  /** It was taken, but nothing was done for it. */
  #putBack(job: Job): void {
    this.#todo.add(job);
  }

  async #work(job: Job): Promise<void> {
    // Between the queue and here the run may have ended.
    if (this.#stop) return this.#putBack(job);
    const end = await workOnVideo(job, this.#world, {
      ...this.#options,
      take: (id) => this.#worklist.take(id),
    });
    if (end.outcome.status === 'skipped') this.#begun--;
    this.#finish(end.outcome);
    this.#draw(end, job);
  }

  /** What an end means for the rest of the run. */
  #draw({ outcome, consequence }: VideoEnd, { item }: Job): void {
    const { code = '', message = '', remedy = '' } = outcome;
    if (consequence === 'stop') this.#end({ code, message, remedy });
    if (consequence === 'model-trouble') this.#model.fail();
    else if (outcome.calls > 0 || outcome.draft) this.#model.succeed();
    if (item.isFile) return;
    if (consequence === 'youtube-trouble') this.#youtube.fail();
    else if (consequence === 'close-youtube') this.#refusals.fail();
    else if (outcome.status === 'done' || outcome.status === 'needs-review') {
      this.#youtube.succeed();
      this.#refusals.succeed();
    }
    if (this.#refusals.isOpen || this.#youtube.isOpen) this.#closeYouTube(outcome);
  }

  #closeYouTube({ code = '', message, likelyCause, remedy }: VideoOutcome): void {
    if (this.#youtubeClosed) return;
    const now = this.#world.now();
    const until =
      lookAgainAt({ code, status: 'pending' }, { attempts: 1, now }) ??
      lookAgainAt({ code: 'YOUTUBE_RATE_LIMITED', status: 'pending' }, { attempts: 1, now });
    this.#youtubeClosed = { code, message, likelyCause, remedy, lookAgainAt: until };
    this.#world.onEvent({ type: 'breaker-open', of: 'youtube', code, until: until ?? now.toISOString() });
  }

  /** YouTube is closed for now: the video is not asked for. */
  async #postpone({ item, id }: Job): Promise<void> {
    const closed = {
      ...this.#youtubeClosed,
      message: 'YouTube refuses for now, so this video was not asked for.',
    };
    const { code, message, lookAgainAt: again } = closed;
    const { ledger, now } = this.#world;
    if (id !== undefined && !(await ledger.isClaimed(id))) {
      const before = await ledger.read(id);
      const news: VideoState = {
        ...(before ?? { schemaVersion: 1, id, attempts: 0 }),
        source: item.source,
        title: before?.title ?? nameOf(item),
        status: 'pending',
        ...(code === undefined ? {} : { code }),
        message,
        ...(again === undefined ? {} : { lookAgainAt: again }),
        changedAt: now().toISOString(),
      };
      // An article that is there stays what it is.
      if (!before?.draft) await ledger.write(news);
    }
    this.#finish({ ...untouched(item, id), status: 'pending', exitCode: 4, ...closed });
  }

  /**
   * The model was out of reach several times in a row: a pause, then this one video; the run ends when that fails too.
   * False when the video is still to be done.
   */
  async #probe(job: Job): Promise<boolean> {
    const { clock, draining, onEvent, now } = this.#world;
    await this.#queue.onIdle();
    if (!this.#model.isOpen) return false;
    const until = new Date(now().getTime() + PAUSE_MS).toISOString();
    onEvent({ type: 'breaker-open', of: 'model', code: 'MODEL_UNAVAILABLE', until });
    await clock.sleep(PAUSE_MS, draining).catch(() => undefined);
    if (this.#mayNotBegin()) return false;
    this.#begun++;
    await this.#work(job);
    if (this.#model.isOpen) {
      const message = `The model did not answer for ${this.#model.failures} videos in a row.`;
      this.#end({ code: 'MODEL_UNAVAILABLE', message, remedy: ERROR_CODES.MODEL_UNAVAILABLE.remedy });
    } else onEvent({ type: 'breaker-close', of: 'model' });
    return true;
  }

  #end(stop: Stop): void {
    if (this.#stop) return;
    this.#stop = stop;
    this.#todo.end();
    this.#world.onEvent({ type: 'batch-stop', ...stop });
  }

  /** What went wrong beside the videos. */
  #endOn(error: unknown): void {
    const { code, message, remedy } = describeFailure(error);
    this.#end({ code, message, remedy });
  }

  #finish(outcome: VideoOutcome): void {
    this.#outcomes.push(outcome);
    this.#world.onEvent({ type: 'video-end', ...outcome });
  }
}

/** What is no video, or is known to be none that can be read, says so itself. */
function asksYouTube({ item }: Job): boolean {
  return !item.isFile && item.videoId !== undefined && item.fault === undefined;
}
