import type { Ledger, VideoState } from '../store/index.ts';
import { identifyFile } from '../transcript/index.ts';
import { type SkipReason, whySkip } from './decide.ts';
import type { BatchEvent, VideoOutcome } from './events.ts';
import { nameOf } from './expand-sources.ts';
import { type Filters, whyNotListed } from './filters.ts';
import type { BatchItem } from './item.ts';
import type { Job } from './job.ts';

export interface WorklistOptions {
  readonly filters: Filters;
  /** Tries again what was refused or failed. */
  readonly retryFailed: boolean;
  /** Writes anew what other prompts, another model or other settings wrote. */
  readonly refresh: boolean;
  /** Sources of the list that are looked at, known ones counted. @default all */
  readonly limit?: number | undefined;
}

export interface WorklistWorld {
  readonly ledger: Ledger;
  /** Hash of who would write the item, with which prompts and settings. */
  readonly settingsOf: (item: BatchItem) => Promise<string>;
  readonly now: () => Date;
  readonly onEvent: (event: BatchEvent) => void;
}

/** What of a state is needed while a list is gone through. */
type KnownVideo = Omit<VideoState, 'cacheKeys' | 'remedy'>;

/** Sources, made when it is known for which videos nothing is left to do. */
export type Items = (isSettled: (id: string) => boolean) => AsyncIterable<BatchItem>;

export type Listed = { readonly job: Job } | { readonly outcome: VideoOutcome };

/** Tells of each source of a list whether there is something to do for it, by the ledger alone: nothing is read but the bytes of files. */
export class Worklist {
  readonly #world: WorklistWorld;
  readonly #options: WorklistOptions;
  readonly #taken = new Set<string>();
  readonly #known = new Map<string, KnownVideo>();
  readonly #idByFingerprint = new Map<string, string>();
  /** Sources that passed the filters. */
  total = 0;
  toDo = 0;

  constructor(world: WorklistWorld, options: WorklistOptions) {
    this.#world = world;
    this.#options = options;
  }

  async *go(items: Items): AsyncIterable<Listed> {
    for await (const { cacheKeys: _, remedy: __, ...state } of this.#world.ledger.list()) this.#learn(state);
    const { filters, limit = Number.POSITIVE_INFINITY } = this.#options;
    for await (const item of items((id) => this.#isSettled(id))) {
      const left = whyNotListed(item, filters, this.#world.now());
      if (left !== undefined) {
        yield {
          outcome: { ...untouched(item, undefined), status: 'skipped', why: 'filtered', message: left },
        };
        continue;
      }
      this.total++;
      this.#world.onEvent({ type: 'video-listed', source: item.source, total: this.total });
      const job = await this.#identify(item);
      const why = await this.whyNot(job);
      if (why === undefined) {
        this.toDo++;
        yield { job };
      } else yield { outcome: this.#skipped(job, why) };
      // Here and not above, or one source more would be asked for.
      if (this.total >= limit) return;
    }
  }

  /** Whether no other source of the list has this id; from then on it is taken. */
  take(id: string): boolean {
    if (this.#taken.has(id)) return false;
    this.#taken.add(id);
    return true;
  }

  /** Nothing will be done for it in this run, nor in a later one of the same kind. */
  #isSettled(id: string): boolean {
    const state = this.#known.get(id);
    const { now } = this.#world;
    const options = { now: now(), retryFailed: this.#options.retryFailed, refresh: this.#options.refresh };
    const why = whySkip(state, { ...options, settings: undefined, fingerprint: undefined });
    return why !== undefined && state?.lookAgainAt === undefined;
  }

  #learn(state: KnownVideo): void {
    this.#known.set(state.id, state);
    for (const fingerprint of state.fingerprints ?? []) this.#idByFingerprint.set(fingerprint, state.id);
  }

  /** A file that cannot be read is a job as well: it fails with its own error. */
  async #identify(item: BatchItem): Promise<Job> {
    if (!item.isFile || item.fault !== undefined) return { item, id: item.videoId, fingerprint: undefined };
    const found = await identifyFile(item.source).catch(() => undefined);
    if (!found) return { item, id: undefined, fingerprint: undefined };
    const { fingerprint } = found;
    // A file that was renamed, or that told its video's id when it was read, is known by its bytes.
    const known = this.#known.has(found.id) ? found.id : this.#idByFingerprint.get(fingerprint);
    return { item, id: item.videoId ?? known ?? found.id, fingerprint };
  }

  /** Why there is nothing to do for a source whose id is known, or was told by reading it; from then on the id is taken. */
  async whyNot({ item, id, fingerprint }: Job): Promise<SkipReason | undefined> {
    if (id === undefined) return undefined;
    if (!this.take(id)) return 'duplicate';
    const { now, settingsOf } = this.#world;
    const { retryFailed, refresh } = this.#options;
    const settings = refresh ? await settingsOf(item) : undefined;
    return whySkip(this.#known.get(id), { now: now(), retryFailed, refresh, settings, fingerprint });
  }

  #skipped({ item, id }: Job, why: SkipReason): VideoOutcome {
    const known = why === 'duplicate' || id === undefined ? undefined : this.#known.get(id);
    const { draft, code, message, lookAgainAt } = known ?? {};
    const base = untouched(item, id);
    const title = known?.title ?? base.title;
    return { ...base, title, status: 'skipped', why, draft, code, message, lookAgainAt };
  }
}

export function untouched(item: BatchItem, id: string | undefined): Omit<VideoOutcome, 'status'> {
  const { source } = item;
  return { source, id, title: nameOf(item), exitCode: 0, calls: 0, sent: 0, tokens: 0, cost: 0 };
}
