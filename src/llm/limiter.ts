import type PQueue from 'p-queue';
import { estimatePrompt } from './estimate-tokens.ts';
import { ModelError } from './model-error.ts';
import type {
  Admission,
  GenerateRequest,
  GenerateResult,
  LanguageModel,
  RateLimiter,
  Usage,
} from './types.ts';
import { totalTokens } from './usage.ts';

export interface LimiterOptions {
  readonly limiter: RateLimiter;
  /** Most calls under way at once. It shrinks while the server says there are too many. */
  readonly concurrency: number;
}

/** Successes after which one more call at once is tried again. */
const SUCCESSES_TO_GROW = 20;
/** Tokens of prompt and answer, as a multiple of the estimated prompt, before a stage has been seen. */
const FIRST_RATIO = 1.3;
/** Weight of the newest call in what is expected of the next. */
const LEARNING_RATE = 0.2;

/** Sends no more at once and a minute than allowed; a pause that the server asks for is kept by everybody. */
export function withLimiter(model: LanguageModel, { limiter, concurrency }: LimiterOptions): LanguageModel {
  const ratios = new Map<string, number>();
  let opening: Promise<PQueue> | undefined;
  let successes = 0;
  let started = 0;
  let lastCut = 0;

  async function openQueue(): Promise<PQueue> {
    const { default: Queue } = await import('p-queue');
    return new Queue({ concurrency });
  }

  function grow(queue: PQueue): void {
    successes++;
    if (successes % SUCCESSES_TO_GROW === 0) queue.concurrency = Math.min(concurrency, queue.concurrency + 1);
  }

  /** Halves once for all calls that were under way together. */
  function shrink(queue: PQueue, turn: number): void {
    if (turn <= lastCut) return;
    lastCut = started;
    queue.concurrency = Math.max(1, Math.floor(queue.concurrency / 2));
  }

  function learn(stage: string, prompt: number, total: number): void {
    const known = ratios.get(stage) ?? FIRST_RATIO;
    ratios.set(stage, known + LEARNING_RATE * (total / prompt - known));
  }

  async function send(
    queue: PQueue,
    request: GenerateRequest,
    signal?: AbortSignal,
  ): Promise<GenerateResult> {
    const prompt = 1 + estimatePrompt(request.messages);
    const tokens = Math.ceil(prompt * (ratios.get(request.stage) ?? FIRST_RATIO));
    const patienceMs = request.timeoutMs ?? Number.POSITIVE_INFINITY;
    const admission = await limiter.admit({ tokens, patienceMs }, signal);
    const turn = ++started;
    try {
      const result = await model.generate(request, signal);
      const total = await settle(admission, result.usage);
      if (total > 0) learn(request.stage, prompt, total);
      grow(queue);
      await request.keep?.(result);
      return result;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      if (error.usage) await settle(admission, error.usage);
      if (error.retryAfterSeconds !== undefined) await limiter.hold(error.retryAfterSeconds * 1_000);
      if (error.code === 'MODEL_RATE_LIMITED') shrink(queue, turn);
      throw error;
    }
  }

  return {
    id: model.id,
    async generate(request, signal) {
      opening ??= openQueue();
      const queue = await opening;
      return queue.add(() => send(queue, request, signal), signal ? { signal } : {});
    },
  };
}

/** A server that counts nothing leaves the estimate standing. */
async function settle(admission: Admission, usage: Usage): Promise<number> {
  const total = totalTokens(usage);
  if (total > 0) await admission.settle(total);
  return total;
}
