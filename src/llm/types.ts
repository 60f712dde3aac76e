/** One message of a chat. Transcript text only ever travels in `user` messages. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** The shape an answer must have, as JSON Schema that strict structured output accepts. */
export interface OutputSchema {
  readonly name: string;
  readonly jsonSchema: Record<string, unknown>;
}

export interface GenerateRequest {
  /** Which stage of writing asks: extract, plan, write, ... For the log and the run's manifest. */
  readonly stage: string;
  /** Name and content hash of the prompt file the messages were rendered from. */
  readonly prompt: { readonly name: string; readonly hash: string };
  readonly messages: readonly Message[];
  readonly output?: OutputSchema;
  readonly temperature?: number;
  readonly maxOutputTokens?: number;
  /** Milliseconds this attempt may take once it is sent; the endpoint's own limit when absent. Set by the retry layer. */
  readonly timeoutMs?: number;
  /** Whether an answer is worth keeping. The cache stores nothing else; absent means every complete answer is. */
  readonly accepts?: (text: string) => boolean;
  /**
   * Stores an answer. Called while the call still counts as under way, so that a process that is killed loses no more answers than it
   * may have calls at once. Set by the cache.
   */
  readonly keep?: (result: GenerateResult) => Promise<void>;
  /** The request whose bad answer this one asks to correct: a good answer is kept as the answer to that request. */
  readonly repairs?: GenerateRequest;
}

export type FinishReason = 'stop' | 'length' | 'content-filter' | 'other';

/** Tokens as the server counted them; cached and reasoning tokens are parts of the two totals. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedInputTokens: number;
  readonly reasoningTokens: number;
}

export interface GenerateResult {
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  /** The model that answered, as the server names it. */
  readonly model: string;
  readonly requestId?: string;
  /** Wall time in milliseconds, retries included; 0 for an answer from the cache. */
  readonly ms: number;
  readonly attempts: number;
  readonly cacheHit: boolean;
}

/** Anything that answers a request: the endpoint itself, or a layer around it (retry, limit, cache, replay). */
export interface LanguageModel {
  /** Name of the model asked for. */
  readonly id: string;
  generate(request: GenerateRequest, signal?: AbortSignal): Promise<GenerateResult>;
}

/** Content-addressed store of answers already paid for. Never holds a failed, cut or rejected reply. */
export interface CallCache {
  read(key: string): Promise<GenerateResult | undefined>;
  write(key: string, result: GenerateResult, request: GenerateRequest): Promise<void>;
}

/** Time as the layers see it. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Requests and tokens a minute that an endpoint allows. */
export interface RateLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

/** Decides when a request may be sent. One for all callers of an account, in this process or over many machines. */
export interface RateLimiter {
  /**
   * Resolves when the request may be sent.
   * @throws {ModelError} MODEL_RATE_LIMITED when a hold lasts longer than the caller's patience
   */
  admit(wish: AdmissionWish, signal?: AbortSignal): Promise<Admission>;
  /** The server asked for a pause: nobody is admitted for that many milliseconds. */
  hold(ms: number): Promise<void>;
  /** Limits the server states. The stricter of these and the configured ones is kept. */
  adopt(limits: RateLimits): Promise<void>;
}

export interface AdmissionWish {
  /** Tokens of prompt and answer together, estimated. */
  readonly tokens: number;
  /** Longest hold worth waiting for, in milliseconds. Waiting for the limits themselves is never given up. */
  readonly patienceMs: number;
}

export interface Admission {
  /** Replaces the estimate by the count of the server. */
  settle(tokens: number): Promise<void>;
}

/** Price of one call in US dollars, or null when the model's price is not known. Never a guess. */
export type Prices = (model: string, usage: Usage) => number | null;

/** One line of run.json: a call that was answered, from the cache or not, or that failed after tokens were counted. */
export interface CallRecord {
  /** Under which its answer is kept. */
  readonly key: string;
  readonly stage: string;
  readonly prompt: string;
  readonly promptHash: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedTokens: number;
  readonly cost: number | null;
  readonly ms: number;
  readonly attempts: number;
  readonly cacheHit: boolean;
}
