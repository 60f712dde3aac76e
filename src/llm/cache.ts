import { createHash } from 'node:crypto';
import { ModelError } from './model-error.ts';
import type { CallCache, GenerateRequest, GenerateResult, LanguageModel } from './types.ts';

/** SHA-256, in hex, of all that decides what a model answers. Stage and prompt name do not: equal questions are asked once. */
export function callKey(modelId: string, request: GenerateRequest): string {
  const { messages, output, temperature, maxOutputTokens } = request;
  const identity = { model: modelId, messages, output, temperature, maxOutputTokens };
  return createHash('sha256').update(canonicalJson(identity)).digest('hex');
}

/** JSON with the keys of every object in order and undefined ones left out. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * Answers from the cache what was paid for before, and sends equal questions asked at the same time once.
 * Only answers that the request accepts are kept; a corrected answer is kept as the answer to the request it corrects, so that
 * the next run needs neither the bad answer nor the correction.
 */
export function withCache(model: LanguageModel, cache: CallCache): LanguageModel {
  const inFlight = new Map<string, SharedCall>();

  async function answer(key: string, request: GenerateRequest, signal: AbortSignal): Promise<GenerateResult> {
    const kept = await cache.read(key);
    if (kept && accepted(request, kept)) return asHit(kept);
    let isKept = false;
    const keep = async (result: GenerateResult): Promise<void> => {
      const question = request.repairs ?? request;
      if (accepted(request, result)) await cache.write(callKey(model.id, question), result, question);
      isKept = true;
    };
    const result = await model.generate({ ...request, keep }, signal);
    if (!isKept) await keep(result);
    return result;
  }

  return {
    id: model.id,
    async generate(request, signal) {
      signal?.throwIfAborted();
      const key = callKey(model.id, request);
      const running = inFlight.get(key);
      if (running && !running.isAbandoned) return asHit(await running.join(signal));
      const call = new SharedCall((own) => answer(key, request, own));
      inFlight.set(key, call);
      try {
        return await call.join(signal);
      } finally {
        if (inFlight.get(key) === call) inFlight.delete(key);
      }
    },
  };
}

function accepted(request: GenerateRequest, result: GenerateResult): boolean {
  return request.accepts?.(result.text) ?? true;
}

function asHit(result: GenerateResult): GenerateResult {
  return { ...result, ms: 0, attempts: 0, cacheHit: true };
}

/** One call that several callers wait for. It is stopped when the last of them has left, not when the first does. */
class SharedCall {
  readonly #controller = new AbortController();
  readonly #result: Promise<GenerateResult>;
  #waiting = 0;

  constructor(start: (signal: AbortSignal) => Promise<GenerateResult>) {
    this.#result = start(this.#controller.signal);
    // Every waiter may have left before it fails.
    this.#result.catch(() => {});
  }

  get isAbandoned(): boolean {
    return this.#controller.signal.aborted;
  }

  async join(signal: AbortSignal | undefined): Promise<GenerateResult> {
    if (!signal) {
      this.#waiting++;
      return this.#result;
    }
    signal.throwIfAborted();
    this.#waiting++;
    const left = Promise.withResolvers<never>();
    const leave = (): void => {
      if (--this.#waiting === 0) this.#controller.abort(signal.reason);
      left.reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([this.#result, left.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }
}

/**
 * A model that answers only what was recorded: no network, no key, the same result every time.
 * @throws {ModelError} REPLAY_MISSING, naming the stage that asked something new
 */
export function replayModel({
  id,
  cache,
}: {
  readonly id: string;
  readonly cache: CallCache;
}): LanguageModel {
  return {
    id,
    async generate(request, signal) {
      signal?.throwIfAborted();
      const kept = await cache.read(callKey(id, request));
      if (kept) return asHit(kept);
      const { stage, prompt } = request;
      const asked = `prompt ${prompt.name}, hash ${prompt.hash}, model ${id}`;
      throw new ModelError(
        'REPLAY_MISSING',
        `The recording holds no answer for the ${stage} stage (${asked}).`,
      );
    },
  };
}
