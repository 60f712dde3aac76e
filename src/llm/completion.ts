import { z } from 'zod';
import { estimatePrompt } from './estimate-tokens.ts';
import { type CallFacts, ModelError } from './model-error.ts';
import type { FinishReason, Message, Usage } from './types.ts';

const count = z.int().min(0).catch(0);
const usageSchema = z
  .object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count }).nullish().catch(null),
    /** DeepSeek's name for cached tokens. */
    prompt_cache_hit_tokens: count,
    completion_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
  })
  .nullish()
  .catch(null);

/** Text, or parts of which some are text (Mistral's reasoning models). */
const contentSchema = z.union([
  z.string(),
  z
    .array(z.object({ text: z.string().optional().catch(undefined) }))
    .transform((parts) => parts.map(({ text = '' }) => text).join('')),
]);

const completionSchema = z.object({
  model: z.string().nullish().catch(null),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish().catch(null),
        message: z.object({
          content: contentSchema.nullish(),
          refusal: z.string().nullish().catch(null),
          reasoning_content: z.string().nullish().catch(null),
          reasoning: z.string().nullish().catch(null),
        }),
      }),
    )
    .min(1),
  usage: usageSchema,
});

const FINISH_REASONS: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  length: 'length',
  max_tokens: 'length',
  model_length: 'length',
  content_filter: 'content-filter',
  safety: 'content-filter',
};
/** Names under which servers report that they gave up on their own answer: OpenRouter, vLLM, DeepSeek. */
const BROKEN_OFF: ReadonlySet<string> = new Set(['error', 'abort', 'insufficient_system_resource']);

/**
 * Ollama cuts a prompt at its context window without a word. An estimate is at most 40 % too high on real transcripts, which
 * leaves a count of 0.71 of it, and no window is below a thousand tokens: a count between the two bounds is a cut prompt.
 */
const CUT_PROMPT_RATIO = 0.6;
/** A count of exactly 4096 or another usual size of a window is suspect much earlier. */
const CUT_AT_WINDOW_RATIO = 0.85;
const SMALLEST_WINDOW = 1_000;

export interface Completion {
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  readonly model: string | undefined;
}

/**
 * A reply of status 200 as an answer. Finish reason and refusal are judged before anybody looks into the text.
 * @param body whatever the SDK returned: a completion, a web page as a string, or undefined for an empty reply
 * @throws {ModelError} MODEL_CONTEXT_EXCEEDED, MODEL_REFUSED, MODEL_OUTPUT_TRUNCATED, MODEL_UNAVAILABLE or MODEL_OUTPUT_INVALID
 */
export function readCompletion(body: unknown, messages: readonly Message[], facts: CallFacts): Completion {
  const parsed = completionSchema.safeParse(body);
  if (!parsed.success) throw unreadable(body, facts, parsed.error);
  const { choices, usage: counted, model } = parsed.data;
  const [choice] = choices;
  if (!choice) throw unreadable(body, facts, undefined);
  const usage = toUsage(counted);
  const reason = choice.finish_reason?.toLowerCase() ?? '';
  const { content, refusal, reasoning_content, reasoning } = choice.message;
  const answer = {
    ...facts,
    text: content ?? '',
    usage,
    finishReason: FINISH_REASONS[reason] ?? 'other',
  } as const;
  if (isPromptCut(messages, usage)) throw cutPrompt(answer);
  judge(answer, { refusal, isBrokenOff: BROKEN_OFF.has(reason) });
  if (answer.text.trim() === '') throw emptyAnswer(answer, Boolean(reasoning_content || reasoning));
  return { ...answer, model: model ?? undefined };
}

interface Answer extends CallFacts {
  readonly text: string;
  readonly usage: Usage;
  readonly finishReason: FinishReason;
}

/** @throws {ModelError} when the text must not be looked into */
function judge(
  answer: Answer,
  { refusal, isBrokenOff }: { refusal: string | null | undefined; isBrokenOff: boolean },
): void {
  if (refusal)
    throw new ModelError('MODEL_REFUSED', 'The model declined to answer.', { ...answer, text: refusal });
  if (answer.finishReason === 'content-filter')
    throw new ModelError('MODEL_REFUSED', 'The content filter of the endpoint withheld the answer.', answer);
  if (answer.finishReason === 'length') {
    const what = `The answer was cut after ${answer.usage.outputTokens} tokens.`;
    throw new ModelError('MODEL_OUTPUT_TRUNCATED', what, answer);
  }
  if (isBrokenOff) {
    const what = 'The endpoint reported an error in the middle of the answer.';
    throw new ModelError('MODEL_UNAVAILABLE', what, answer);
  }
}

function emptyAnswer(answer: Answer, hasReasoning: boolean): ModelError {
  const what = hasReasoning ? 'The model answered with reasoning alone.' : 'The model answered with nothing.';
  return new ModelError('MODEL_OUTPUT_INVALID', what, answer);
}

function toUsage(counted: z.infer<typeof usageSchema>): Usage {
  return {
    inputTokens: counted?.prompt_tokens ?? 0,
    outputTokens: counted?.completion_tokens ?? 0,
    cachedInputTokens: counted?.prompt_tokens_details?.cached_tokens || counted?.prompt_cache_hit_tokens || 0,
    reasoningTokens: counted?.completion_tokens_details?.reasoning_tokens ?? 0,
  };
}

function isPromptCut(messages: readonly Message[], { inputTokens }: Usage): boolean {
  if (inputTokens < SMALLEST_WINDOW) return false;
  const ratio = isWindow(inputTokens) ? CUT_AT_WINDOW_RATIO : CUT_PROMPT_RATIO;
  return inputTokens < ratio * estimatePrompt(messages);
}

function isWindow(tokens: number): boolean {
  return Number.isInteger(Math.log2(tokens));
}

function cutPrompt(answer: Answer): ModelError {
  const message = `The endpoint read only ${answer.usage.inputTokens} tokens of a longer prompt and answered as if that were all.`;
  return new ModelError('MODEL_CONTEXT_EXCEEDED', message, {
    ...answer,
    likelyCause:
      'The server cuts prompts at its context window without saying so (Ollama: 4096 tokens unless told otherwise).',
    remedy:
      'Give the server a larger context window (Ollama: OLLAMA_CONTEXT_LENGTH), or choose another model.',
  });
}

function unreadable(body: unknown, facts: CallFacts, cause: unknown): ModelError {
  if (typeof body === 'string') {
    return new ModelError(
      'MODEL_OUTPUT_INVALID',
      'The endpoint answered with a text or web page instead of a completion.',
      {
        ...facts,
        text: body,
        cause,
        likelyCause: 'Something else answers at this address: a proxy, a sign-in page, or a web server.',
        remedy: 'Check OPENAI_BASE_URL (it usually ends in /v1) and the proxy; `copydesk doctor` tests both.',
      },
    );
  }
  const what = body === undefined || body === null ? 'an empty reply' : 'a reply without an answer in it';
  // Proxies and overloaded servers do so; the next try is usually answered.
  return new ModelError('MODEL_UNAVAILABLE', `The endpoint gave ${what}.`, { ...facts, cause });
}
