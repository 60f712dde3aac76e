import { type ErrorCode, type ErrorDetail, PipelineError } from '../errors.ts';
import type { FinishReason, Usage } from './types.ts';

/** What is known about a call that failed. Tokens are paid for also when the answer cannot be used. */
export interface CallFacts {
  readonly text?: string | undefined;
  readonly usage?: Usage | undefined;
  readonly finishReason?: FinishReason | undefined;
  readonly requestId?: string | undefined;
  /** HTTP status. */
  readonly status?: number | undefined;
  /** How long the server asked us to wait, in seconds. */
  readonly retryAfterSeconds?: number | undefined;
  /** Wall time of the attempt in milliseconds. */
  readonly ms?: number | undefined;
  /** How often the call was sent before it was given up; set by the retry layer. */
  readonly attempts?: number | undefined;
}

/** A call to a language model that gave no usable answer. */
export class ModelError extends PipelineError implements CallFacts {
  readonly text: string | undefined;
  readonly usage: Usage | undefined;
  readonly finishReason: FinishReason | undefined;
  readonly requestId: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly ms: number;
  readonly attempts: number;

  constructor(code: ErrorCode, message: string, facts: CallFacts & ErrorDetail = {}) {
    super(code, message, facts);
    this.text = facts.text;
    this.usage = facts.usage;
    this.finishReason = facts.finishReason;
    this.requestId = facts.requestId;
    this.status = facts.status;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.ms = facts.ms ?? 0;
    this.attempts = facts.attempts ?? 1;
  }

  /** The same failure with more known about it. */
  with(facts: CallFacts): ModelError {
    const { text, usage, finishReason, requestId, status, retryAfterSeconds, ms, attempts } = this;
    const { cause, likelyCause, remedy } = this;
    return new ModelError(this.code, this.message, {
      ...{ text, usage, finishReason, requestId, status, retryAfterSeconds, ms, attempts },
      ...{ cause, likelyCause, remedy },
      ...facts,
    });
  }
}
