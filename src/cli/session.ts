import { createPolicy, type Policy, type Waiver } from '../check/index.ts';
import type { Config } from '../config.ts';
import type { CallRecord } from '../llm/index.ts';
import { createLogger, type Logger } from '../logger.ts';
import type { YouTubeOptions } from '../transcript/index.ts';
import { type ChosenWriter, chooseWriter } from './choose-writer.ts';
import type { Context } from './context.ts';
import { decideWriter, type WriterDecision } from './decide-writer.ts';
import { readGlossary } from './glossary.ts';
import type { Progress } from './progress.ts';
import { requireStyle } from './styles.ts';
import { openYouTube } from './youtube.ts';

/** What of a progress display all sources share. */
export type Notices = Pick<Progress, 'write' | 'note' | 'waitForRetry' | 'waitForLimit'>;

/** What all sources of a run share. */
export interface Session {
  readonly config: Config;
  readonly context: Context;
  readonly log: Logger;
  readonly policy: Policy;
  readonly glossary: readonly string[];
  /** One gate to YouTube for the run. */
  readonly youtube: YouTubeOptions;
  /** Decided when the first source wants to know, and then for all. */
  readonly decide: () => Promise<WriterDecision>;
  /** One writer, so that limits and ceiling hold for the run. */
  readonly choose: () => Promise<ChosenWriter>;
  /** Whether the writer was needed. */
  readonly isChosen: boolean;
  /** What the run has spent so far. */
  readonly spending: Spending;
  /** What the checks of this run have met so far. */
  readonly checked: { readonly ids: string[]; readonly met: Set<Waiver> };
}

export interface Spending {
  add(call: CallRecord): void;
  /** US dollars; null when the price of a call is not known. */
  readonly cost: number | null;
}

export interface SessionOptions {
  readonly config: Config;
  readonly context: Context;
  readonly notices: Notices;
  /** Ends calls under way. */
  readonly signal: AbortSignal;
}

export async function openSession({ config, context, notices, signal }: SessionOptions): Promise<Session> {
  const policy = createPolicy(config);
  if (config.replay === undefined) await requireStyle(config.style, config.prompts);
  const glossary = await readGlossary(config.glossary);
  const level = config.debug ? 'debug' : config.logLevel;
  const log = await createLogger({ destination: { write: notices.write }, level });
  const decide = once(() => decideWriter(config, { signal }));
  const choose = once(async () =>
    chooseWriter(await decide(), {
      config,
      glossary,
      signal,
      onRetry: (retry) => {
        notices.waitForRetry(retry);
        log.info({ stage: retry.stage, code: retry.error.code, waitMs: retry.waitMs }, 'call-retry');
      },
      onLongWait: notices.waitForLimit,
    }),
  );
  let isChosen = false;
  return {
    ...{ config, context, log, policy, glossary, decide },
    youtube: openYouTube(config, { context, note: notices.note }),
    choose: async () => {
      const chosen = await choose();
      isChosen = true;
      return chosen;
    },
    get isChosen() {
      return isChosen;
    },
    spending: createSpending(),
    checked: { ids: [], met: new Set<Waiver>() },
  };
}

function createSpending(): Spending {
  let cost: number | null = 0;
  return {
    add(call) {
      cost = cost === null || call.cost === null ? null : cost + call.cost;
    },
    get cost() {
      return cost;
    },
  };
}

/** Remembers what came of it. A failure is not remembered: the next source may find the network back. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
