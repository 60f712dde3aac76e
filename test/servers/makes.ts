import { type ChatRequest, promptTokens } from './model-server.ts';
import { raw, type Turn } from './turns.ts';

/** A completion before a make of server words it its own way. */
export interface CompletionBody {
  readonly choices: readonly { readonly message: object }[];
  readonly usage: Record<string, unknown> | null;
}

/** The quirks of one make of server, as met in the wild. */
export interface ServerMake {
  readonly name: string;
  /** What this make does not take, refused in its own words. */
  readonly refuse?: (request: ChatRequest) => Turn | undefined;
  readonly word?: (completion: CompletionBody, request: ChatRequest) => object;
  /** Sent before the body. */
  readonly prefix?: string;
}

interface Window {
  /** Size of the context window. */
  readonly contextTokens: number;
}

const json = (status: number, body: unknown): Turn => raw(status, JSON.stringify(body));
const formatOf = ({ body }: ChatRequest): string => body.response_format?.type ?? 'text';
const answerLimit = ({ body }: ChatRequest): number => body.max_completion_tokens ?? body.max_tokens ?? 0;
const withMessage = ({ choices, ...rest }: CompletionBody, more: object): object => ({
  ...rest,
  choices: choices.map((choice) => ({ ...choice, message: { ...choice.message, ...more } })),
});

/** Cuts a prompt at its window without a word and counts only what it read. */
export function ollama({ contextTokens }: Window): ServerMake {
  return {
    name: 'Ollama',
    word: (completion, request) => ({
      ...completion,
      system_fingerprint: 'fp_ollama',
      usage: { ...completion.usage, prompt_tokens: Math.min(promptTokens(request), contextTokens) },
    }),
  };
}

/** Codes of errors are numbers; a prompt above the window and a schema that refers to itself are refused. */
export function llamaCpp({ contextTokens }: Window): ServerMake {
  const error = (message: string, type: string, more: object = {}): Turn =>
    json(400, { error: { code: 400, message, type, ...more } });
  return {
    name: 'llama.cpp',
    refuse(request) {
      const tokens = promptTokens(request);
      if (tokens > contextTokens) {
        const message = `request (${tokens} tokens) exceeds the available context size (${contextTokens} tokens), try increasing it`;
        return error(message, 'exceed_context_size_error', { n_prompt_tokens: tokens, n_ctx: contextTokens });
      }
      return JSON.stringify(request.body.response_format ?? '').includes('"$ref":"#"')
        ? error('failed to parse grammar', 'invalid_request_error')
        : undefined;
    },
    word: (completion) => ({ ...completion, timings: { prompt_n: 1, predicted_n: 1 } }),
  };
}

/** Adds the length asked for to the prompt before it looks at the window; fields that do not apply are null. */
export function vllm({ contextTokens }: Window): ServerMake {
  return {
    name: 'vLLM',
    refuse(request) {
      const [prompt, limit] = [promptTokens(request), answerLimit(request)];
      if (prompt + limit <= contextTokens) return undefined;
      const message = `This model's maximum context length is ${contextTokens} tokens. However, you requested ${prompt + limit} tokens (${prompt} in the messages, ${limit} in the completion). Please reduce the length of the messages or completion.`;
      return json(400, { object: 'error', message, type: 'BadRequestError', param: null, code: 400 });
    },
    word: (completion) => ({
      ...withMessage(completion, { reasoning_content: null, tool_calls: [] }),
      prompt_logprobs: null,
      usage: { ...completion.usage, prompt_tokens_details: null },
    }),
  };
}

/** Knows no json_object; errors are bare strings. */
export function lmStudio({ contextTokens }: Window): ServerMake {
  return {
    name: 'LM Studio',
    refuse(request) {
      if (formatOf(request) === 'json_object') {
        return json(400, { error: "'response_format.type' must be 'json_schema' or 'text'" });
      }
      const isTooLong = promptTokens(request) > contextTokens;
      const error =
        'Trying to keep the first tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens.';
      return isTooLong ? json(400, { error }) : undefined;
    },
    word: (completion) => ({ ...completion, stats: {} }),
  };
}

/** Knows no json_schema; sends blank lines while it thinks, its reasoning beside the answer, and cached tokens under its own name. */
export function deepSeek(reasoning = 'The user wants {notes}.'): ServerMake {
  return {
    name: 'DeepSeek',
    prefix: '\n\n\n',
    refuse(request) {
      const message = 'This response_format type is unavailable now';
      const error = { message, type: 'invalid_request_error', param: null, code: 'invalid_request_error' };
      return formatOf(request) === 'json_schema' ? json(400, { error }) : undefined;
    },
    word: (completion, request) => ({
      ...withMessage(completion, { reasoning_content: reasoning }),
      usage: {
        ...completion.usage,
        prompt_cache_hit_tokens: Math.floor(promptTokens(request) / 2),
        prompt_cache_miss_tokens: Math.ceil(promptTokens(request) / 2),
      },
    }),
  };
}

/** Refuses parameters it does not know; errors come as an array. */
export function gemini({ contextTokens }: Window): ServerMake {
  const error = (message: string): Turn =>
    json(400, [{ error: { code: 400, message, status: 'INVALID_ARGUMENT' } }]);
  return {
    name: 'Gemini',
    refuse(request) {
      if (request.body.max_completion_tokens !== undefined) {
        return error(
          'Invalid JSON payload received. Unknown name "max_completion_tokens": Cannot find field.',
        );
      }
      const tokens = promptTokens(request);
      return tokens > contextTokens
        ? error(
            `The input token count (${tokens}) exceeds the maximum number of tokens allowed (${contextTokens}).`,
          )
        : undefined;
    },
  };
}
