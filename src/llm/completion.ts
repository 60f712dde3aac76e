import { z } from 'zod';
import { estimateTokens } from './estimate-tokens.ts';
import { type CallFacts, ModelError } from './model-error.ts';
import type { FinishReason, Message, Usage } from './types.ts';

const count = z.int().min(0).catch(0);
const usageSchema = z
  .object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count }).nullish().catch(null),
    completion_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
  })
  .nullish()
  .catch(null);

const completionSchema = z.object({
  model: z.string().nullish().catch(null),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish().catch(null),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish().catch(null) }),
      }),
    )
    .min(1),
  usage: usageSchema,
});

const FINISH_REASONS: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  length: 'length',
  max_tokens: 'length',
  content_filter: 'content-filter',
};

/**
 * Ollama cuts a prompt at its context window without a word. An estimate is at most 40 % too high on real transcripts, which
 * leaves a count of 0.71 of it, and no window is below a thousand tokens: a count between the two bounds is a cut prompt.
 */
const CUT_PROMPT_RATIO = 0.6;
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
  const text = choice.message.content ?? '';
  const finishReason = FINISH_REASONS[choice.finish_reason ?? ''] ?? 'other';
  const known = { ...facts, text, usage, finishReason };
  if (isPromptCut(messages, usage)) throw cutPrompt(usage, known);
  const { refusal } = choice.message;
  if (refusal || finishReason === 'content-filter') {
    const why = refusal
      ? 'The model declined to answer.'
      : 'The content filter of the endpoint withheld the answer.';
    throw new ModelError('MODEL_REFUSED', why, { ...known, text: refusal ?? text });
  }
  if (finishReason === 'length') {
    throw new ModelError(
      'MODEL_OUTPUT_TRUNCATED',
      `The answer was cut after ${usage.outputTokens} tokens.`,
      known,
    );
  }
  if (choice.finish_reason === 'error') {
    throw new ModelError(
      'MODEL_UNAVAILABLE',
      'The endpoint reported an error in the middle of the answer.',
      known,
    );
  }
  if (text.trim() === '')
    throw new ModelError('MODEL_OUTPUT_INVALID', 'The model answered with nothing.', known);
  return { text, finishReason, usage, model: model ?? undefined };
}

function toUsage(counted: z.infer<typeof usageSchema>): Usage {
  return {
    inputTokens: counted?.prompt_tokens ?? 0,
    outputTokens: counted?.completion_tokens ?? 0,
    cachedInputTokens: counted?.prompt_tokens_details?.cached_tokens ?? 0,
    reasoningTokens: counted?.completion_tokens_details?.reasoning_tokens ?? 0,
  };
}

function isPromptCut(messages: readonly Message[], { inputTokens }: Usage): boolean {
  if (inputTokens < SMALLEST_WINDOW) return false;
  const estimate = messages.reduce((tokens, { content }) => tokens + estimateTokens(content), 0);
  return inputTokens < CUT_PROMPT_RATIO * estimate;
}

function cutPrompt(usage: Usage, known: CallFacts): ModelError {
  const message = `The endpoint read only the first ${usage.inputTokens} tokens of the prompt and answered as if that were all.`;
  return new ModelError('MODEL_CONTEXT_EXCEEDED', message, {
    ...known,
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
  return new ModelError('MODEL_OUTPUT_INVALID', `The endpoint gave ${what}.`, { ...facts, cause });
}
