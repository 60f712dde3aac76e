import { describeTarget, isFinal, listingFailed, type Trial, wrapRouteError } from './list-error.ts';
import type { ListTarget } from './list-link.ts';

/** One way to the videos of a list, or to the id of a channel. */
export interface Way<Item> {
  readonly name: string;
  /** Undefined, or resolving to it, when its tool is not there. */
  readonly open: (() => Promise<AsyncIterable<Item> | Iterable<Item> | undefined>) | undefined;
  /** Why it is not to be tried, after what became of those before it. @default it is tried */
  readonly whyNot?: (trials: readonly Trial[], hasBegun: boolean) => string | undefined;
}

/**
 * What the first way brings that does not fail. One that fails in the middle is followed by the next, which begins anew.
 * @throws TranscriptError that no other way could better, or the first way's with what became of all of them.
 */
export async function* followWays<Item>(
  target: ListTarget,
  ways: readonly Way<Item>[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  const trials: Trial[] = [];
  let hasBegun = false;
  for (const { name, open, whyNot } of ways) {
    const notTried = whyNot?.(trials, hasBegun);
    try {
      const items = notTried === undefined ? await open?.() : undefined;
      if (items) {
        for await (const item of items) {
          hasBegun = true;
          yield item;
        }
        return;
      }
      trials.push({ way: name, notTried: notTried ?? 'not installed' });
    } catch (error) {
      const wrapped = wrapRouteError(error, describeTarget(target), signal);
      if (isFinal(wrapped)) throw wrapped;
      trials.push({ way: name, error: wrapped });
    }
  }
  throw listingFailed(target, trials);
}
