import { ReviewError } from '../errors.ts';
import type { Draft } from '../store/index.ts';
import { readTargets } from './edit/targets.ts';

/** Both versions of what two people changed at once. */
export interface Conflict {
  /** Of the article as it is now: what the next save has to name. */
  readonly sha256: string;
  readonly target?: string;
  /** The text as it is now, and as it was to be saved. */
  readonly theirs?: string;
  readonly yours?: string;
  /** Who saved last, and when. */
  readonly by?: string;
  readonly at?: string;
}

export class StaleError extends ReviewError {
  readonly conflict: Conflict;

  constructor(conflict: Conflict) {
    const who = conflict.by === undefined ? 'Somebody' : conflict.by;
    super('REVIEW_STALE', `${who} changed the article while you were working on it; nothing was overwritten`);
    this.conflict = conflict;
  }
}

/** @throws {StaleError} when the article is not the one that the page showed */
export function refuseIfStale(
  draft: Draft,
  match: string,
  { target, yours }: { readonly target?: string; readonly yours?: string } = {},
): void {
  if (draft.sha256 === match) return;
  const last = draft.log.events.findLast(({ before, after }) => before !== after);
  const isKnown = last?.after === draft.sha256;
  const theirs = target === undefined ? undefined : (readTargets(draft.article).get(target) ?? '');
  throw new StaleError({
    sha256: draft.sha256,
    ...(target === undefined ? {} : { target }),
    ...(theirs === undefined ? {} : { theirs }),
    ...(yours === undefined ? {} : { yours }),
    ...(last && isKnown ? { by: last.by, at: last.at } : {}),
  });
}
