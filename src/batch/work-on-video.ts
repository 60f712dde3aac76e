import type { Article } from '../article/index.ts';
import type { Findings } from '../check/index.ts';
import type { CallRecord } from '../llm/index.ts';
import { type Claim, type Ledger, summarizeDraft, type VideoState } from '../store/index.ts';
import type { AcquiredTranscript } from '../transcript/index.ts';
import { type SkipReason, whySkip } from './decide.ts';
import { type Consequence, describeFailure, lookAgainAt } from './errors-of-run.ts';
import type { BatchEvent, VideoOutcome } from './events.ts';
import { nameOf } from './expand-sources.ts';
import { type Filters, whyLeftOut } from './filters.ts';
import type { BatchItem } from './item.ts';
import type { Job } from './job.ts';

export interface WriteHooks {
  readonly signal: AbortSignal;
  readonly onStage: (stage: string, calls: number) => void;
  readonly onCall: (call: CallRecord) => void;
  /** Rejects when the article must not be stored. */
  readonly maySave: () => Promise<void>;
}

export interface WrittenVideo {
  readonly article: Article;
  readonly findings: Findings;
  readonly directory: string;
  readonly isDraft: boolean;
}

/** What the work on a video needs of the world. */
export interface VideoWorld {
  readonly ledger: Ledger;
  readonly acquire: (item: BatchItem, signal: AbortSignal) => Promise<AcquiredTranscript>;
  readonly write: (acquired: AcquiredTranscript, hooks: WriteHooks) => Promise<WrittenVideo>;
  /** Whether a person's text stands there. */
  readonly isKept: (id: string) => Promise<boolean>;
  /** Hash of who would write the item, with which prompts and settings. */
  readonly settingsOf: (item: BatchItem) => Promise<string>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Aborted when nothing more shall begin, and with `signal`; an article that is being written goes on. */
  readonly draining: AbortSignal;
  readonly onEvent: (event: BatchEvent) => void;
}

export interface VideoRules {
  readonly filters: Filters;
  readonly retryFailed: boolean;
  readonly refresh: boolean;
  /** Whether an error of the checks is a failure. */
  readonly strict: boolean;
  /** Says of an id found by reading whether another source of this run has it already; from then on it is taken. */
  readonly take: (id: string) => boolean;
}

export interface VideoEnd {
  readonly outcome: VideoOutcome;
  readonly consequence: Consequence;
}

type News = Partial<VideoState> & Pick<VideoState, 'status'>;

/** Somebody else took the video over, taking this run for dead. */
class ClaimLost extends Error {}

/** One video from its source to its files and its line in the ledger. Never rejects: whatever happens is its outcome. */
export async function workOnVideo(job: Job, world: VideoWorld, rules: VideoRules): Promise<VideoEnd> {
  const work = new VideoWork(job, world, rules);
  try {
    return { outcome: await work.run(), consequence: 'none' };
  } catch (error) {
    if (error instanceof ClaimLost) return { outcome: work.skipped('claimed'), consequence: 'none' };
    try {
      return await work.fail(error);
    } catch (second) {
      if (second instanceof ClaimLost) return { outcome: work.skipped('claimed'), consequence: 'none' };
      return await work.fail(second, { keeps: false });
    }
  } finally {
    await work.release();
  }
}

class VideoWork {
  readonly #job: Job;
  readonly #world: VideoWorld;
  readonly #rules: VideoRules;
  readonly #claims: Claim[] = [];
  readonly #calls: CallRecord[] = [];
  #id: string | undefined;
  #title: string;
  /** As the ledger had it before. */
  #before: VideoState | undefined;
  #settings: string | undefined;
  /** Ends the calls of this video alone. */
  readonly #ending = new AbortController();
  readonly #pass = (): void => this.#ending.abort(this.#world.signal.reason);
  /** Ends the reading of this video: what is not yet being written is not begun. */
  readonly #reading = new AbortController();
  readonly #stopReading = (): void => this.#reading.abort(this.#world.draining.reason);
  #isEnded = false;
  /** Lines of the ledger are written one after the other. */
  #writing: Promise<void> = Promise.resolve();

  constructor(job: Job, world: VideoWorld, rules: VideoRules) {
    this.#job = job;
    this.#world = world;
    this.#rules = rules;
    this.#id = job.id;
    this.#title = nameOf(job.item);
    world.signal.addEventListener('abort', this.#pass, { once: true });
    world.draining.addEventListener('abort', this.#stopReading, { once: true });
  }

  async run(): Promise<VideoOutcome> {
    const { item, id } = this.#job;
    const { draining, onEvent } = this.#world;
    draining.throwIfAborted();
    const early = id === undefined ? undefined : await this.#claim(id);
    if (early) return this.skipped(early);
    if (item.fault !== undefined) throw item.fault;
    onEvent({ type: 'video-start', source: item.source, id, title: this.#title });
    const acquired = await this.#world.acquire(item, this.#reading.signal);
    draining.throwIfAborted();
    this.#title = acquired.transcript.metadata.title;
    const left = whyLeftOut(factsOf(acquired, item), this.#rules.filters);
    if (left !== undefined) return { ...this.skipped('filtered'), message: left };
    const late = acquired.id === id ? undefined : await this.#claimFound(acquired.id);
    if (late) return this.skipped(late);
    return this.#write(acquired);
  }

  async #write(acquired: AcquiredTranscript): Promise<VideoOutcome> {
    const { id } = acquired;
    const { source } = this.#job.item;
    const world = this.#world;
    await this.#keep({ status: 'running' });
    const written = await world.write(acquired, {
      signal: this.#ending.signal,
      onStage: (stage, calls) => world.onEvent({ type: 'stage-start', source, id, stage, calls }),
      onCall: (call) => this.#countCall(id, call),
      maySave: async () => {
        await this.#writing;
        await this.#insistOnClaims();
      },
    });
    const draft = summarizeDraft(written.article, written.findings);
    const status = draft.errors > 0 ? 'needs-review' : 'done';
    this.#isEnded = true;
    await this.#keep({ status, draft });
    const { directory, isDraft } = written;
    const exitCode = this.#rules.strict && draft.errors > 0 ? 1 : 0;
    return { ...this.#base(), status, exitCode, draft, directory, isDraft };
  }

  #countCall(id: string, call: CallRecord): void {
    this.#calls.push(call);
    const { stage, inputTokens, outputTokens, cost, cacheHit } = call;
    const tokens = cacheHit ? 0 : inputTokens + outputTokens;
    const { source } = this.#job.item;
    this.#world.onEvent({ type: 'call-end', source, id, stage, tokens, cost, cacheHit });
    // What was paid for is known to the ledger, so that it can be found again when the run is killed.
    if (!cacheHit && !this.#isEnded) this.#keep({ status: 'running' }).catch(() => undefined);
  }

  /** Why the video is not to be worked on after all; undefined once it is ours. */
  async #claim(id: string): Promise<SkipReason | undefined> {
    const { ledger, now, isKept, settingsOf } = this.#world;
    const { refresh, retryFailed } = this.#rules;
    const claim = await ledger.claim(id);
    if (!claim) return 'claimed';
    this.#claims.push(claim);
    // Another run may have finished it since it was listed.
    this.#before = await ledger.read(id);
    this.#settings ??= refresh ? await settingsOf(this.#job.item) : undefined;
    const { fingerprint } = this.#job;
    const why = whySkip(this.#before, {
      now: now(),
      retryFailed,
      refresh,
      settings: this.#settings,
      fingerprint,
    });
    if (why !== undefined) return why;
    return (await isKept(id)) ? 'kept' : undefined;
  }

  /** The same for an id that only reading told. */
  async #claimFound(id: string): Promise<SkipReason | undefined> {
    if (!this.#rules.take(id)) return this.#remember(id, 'duplicate');
    this.#id = id;
    const why = await this.#claim(id);
    return why === 'done' || why === 'needs-review' ? this.#remember(id, why) : why;
  }

  /** The next run shall know the file by its bytes. */
  async #remember(id: string, why: SkipReason): Promise<SkipReason> {
    const { fingerprint } = this.#job;
    const state = await this.#world.ledger.read(id);
    this.#id = id;
    if (fingerprint === undefined || !state?.draft || state.fingerprints?.includes(fingerprint)) return why;
    await this.#world.ledger.write({ ...state, fingerprints: [...(state.fingerprints ?? []), fingerprint] });
    return why;
  }

  async fail(thrown: unknown, { keeps = true } = {}): Promise<VideoEnd> {
    const failure = describeFailure(thrown);
    const { status, code, message, likelyCause, remedy, exitCode, consequence } = failure;
    this.#isEnded = true;
    // Calls beside the one that failed would be paid for nothing; those of a video that is tried again are kept.
    if (status === 'failed') this.#ending.abort();
    const attempts = 1 + (this.#before?.attempts ?? 0);
    const again = lookAgainAt(failure, { attempts, now: this.#world.now() });
    if (keeps && this.#id !== undefined)
      await this.#keep(this.#unchanged() ?? { status, code, message, remedy, lookAgainAt: again });
    const outcome = {
      ...this.#base(),
      status,
      code,
      message,
      likelyCause,
      remedy,
      exitCode,
      lookAgainAt: again,
    };
    return { outcome, consequence };
  }

  /** An article that is there is none the worse for what failed to replace it: only what was paid is added. */
  #unchanged(): News | undefined {
    if (!this.#before?.draft) return undefined;
    const { draft: _, calls: __, cost: ___, cacheKeys: ____, ...rest } = this.#before;
    return rest;
  }

  async release(): Promise<void> {
    this.#world.signal.removeEventListener('abort', this.#pass);
    this.#world.draining.removeEventListener('abort', this.#stopReading);
    await this.#writing.catch(() => undefined);
    // A claim that cannot be given back is taken over when this run has ended.
    for (const claim of this.#claims) await claim.release().catch(() => undefined);
  }

  skipped(why: SkipReason): VideoOutcome {
    const { draft, lookAgainAt: again, code, message } = this.#before ?? {};
    return { ...this.#base(), status: 'skipped', why, exitCode: 0, draft, lookAgainAt: again, code, message };
  }

  #base(): Pick<VideoOutcome, 'source' | 'id' | 'title' | 'calls' | 'sent' | 'tokens' | 'cost'> {
    const sent = this.#calls.filter(({ cacheHit }) => !cacheHit);
    return {
      source: this.#job.item.source,
      id: this.#id,
      title: this.#title,
      calls: this.#calls.length,
      sent: sent.length,
      tokens: sent.reduce((sum, call) => sum + call.inputTokens + call.outputTokens, 0),
      cost: addCosts(this.#calls.map(({ cost }) => cost)),
    };
  }

  /** Whoever took the video over writes its line from then on, and pays for its calls. */
  async #insistOnClaims(): Promise<void> {
    for (const claim of this.#claims) {
      if (await claim.isHeld()) continue;
      this.#isEnded = true;
      this.#ending.abort();
      throw new ClaimLost();
    }
  }

  /** A new line in the ledger; what it does not say stays as it was before this run. */
  #keep(news: News): Promise<void> {
    const { item, fingerprint } = this.#job;
    const before = this.#before;
    const id = this.#id ?? '';
    // An article that is there was not written from the file as it is now.
    const read = fingerprint === undefined || (before?.draft && !news.draft) ? [] : [fingerprint];
    const fingerprints = new Set([...(before?.fingerprints ?? []), ...read]);
    const keys = new Set([...(before?.cacheKeys ?? []), ...this.#calls.map(({ key }) => key)]);
    const state: VideoState = {
      schemaVersion: 1,
      id,
      source: item.source,
      title: this.#title,
      attempts: 1 + (before?.attempts ?? 0),
      changedAt: this.#world.now().toISOString(),
      ...(fingerprints.size === 0 ? {} : { fingerprints: [...fingerprints] }),
      ...(keys.size === 0 ? {} : { cacheKeys: [...keys] }),
      ...(before?.draft ? { draft: before.draft } : {}),
      ...(before?.settings === undefined ? {} : { settings: before.settings }),
      calls: (before?.calls ?? 0) + this.#calls.length,
      cost: addCosts([before?.cost ?? 0, ...this.#calls.map(({ cost }) => cost)]),
      ...news,
    };
    const write = async (): Promise<void> => {
      await this.#insistOnClaims();
      const settings = news.draft ? await this.#world.settingsOf(item) : undefined;
      await this.#world.ledger.write(settings === undefined ? state : { ...state, settings });
    };
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }
}

/** What reading told, by which the filters judge once more. */
export function factsOf(
  { transcript }: AcquiredTranscript,
  { listed }: BatchItem,
): Parameters<typeof whyLeftOut>[0] {
  const { title, durationSeconds = transcript.segments.at(-1)?.end, publishedAt } = transcript.metadata;
  return { title, kind: listed.kind, durationSeconds, publishedAt };
}

function addCosts(costs: readonly (number | null)[]): number | null {
  return costs.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0);
}
