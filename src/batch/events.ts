import type { DraftSummary } from '../store/index.ts';
import type { SkipReason } from './decide.ts';

/** One video's end in this run. */
export interface VideoOutcome {
  readonly source: string;
  readonly id: string | undefined;
  readonly title: string;
  readonly status: 'done' | 'needs-review' | 'refused' | 'failed' | 'pending' | 'skipped';
  /** Of what was skipped. */
  readonly why?: SkipReason | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly likelyCause?: string | undefined;
  readonly remedy?: string | undefined;
  readonly exitCode: number;
  readonly lookAgainAt?: string | undefined;
  readonly draft?: DraftSummary | undefined;
  /** Folder the article lies in. */
  readonly directory?: string | undefined;
  /** A person's text was kept, and this lies beside it. */
  readonly isDraft?: boolean | undefined;
  /** Of this run. */
  readonly calls: number;
  /** Of them, those that were not answered from the cache. */
  readonly sent: number;
  readonly tokens: number;
  readonly cost: number | null;
}

/** Why a run begins nothing more. */
export interface Stop {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** What happens in a run, as it happens. */
export type BatchEvent =
  | { readonly type: 'video-listed'; readonly source: string; readonly total: number }
  | { readonly type: 'list-end'; readonly total: number; readonly toDo: number }
  | {
      readonly type: 'video-start';
      readonly source: string;
      readonly id: string | undefined;
      readonly title: string;
    }
  | {
      readonly type: 'stage-start';
      readonly source: string;
      readonly id: string;
      readonly stage: string;
      readonly calls: number;
    }
  | {
      readonly type: 'call-end';
      readonly source: string;
      readonly id: string;
      readonly stage: string;
      readonly tokens: number;
      readonly cost: number | null;
      readonly cacheHit: boolean;
    }
  | ({ readonly type: 'video-end' } & VideoOutcome)
  | {
      readonly type: 'breaker-open';
      readonly of: 'model' | 'youtube';
      readonly code: string;
      readonly until: string;
    }
  | { readonly type: 'breaker-close'; readonly of: 'model' }
  | ({ readonly type: 'batch-stop' } & Stop);
