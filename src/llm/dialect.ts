import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import type { GenerateRequest, Message } from './types.ts';

/** What an endpoint was found to understand. It only ever becomes plainer. */
export interface Dialect {
  /** How the form of the answer is asked for: enforced by the server, JSON only, or in words. */
  readonly format: 'json_schema' | 'json_object' | 'words';
  /** Whether the schema is written in the prompt as well; it always is where the server does not take it. */
  readonly schemaInWords: boolean;
  readonly lengthLimit: 'max_completion_tokens' | 'max_tokens' | 'none';
  readonly temperature: boolean;
}

export const RICHEST_DIALECT: Dialect = {
  format: 'json_schema',
  schemaInWords: false,
  lengthLimit: 'max_completion_tokens',
  temperature: true,
};

const PLAINER_FORMAT = { json_schema: 'json_object', json_object: 'words', words: 'words' } as const;
const PLAINER_LIMIT = { max_completion_tokens: 'max_tokens', max_tokens: 'none', none: 'none' } as const;

/** Endpoints refuse unknown parameters (Gemini answers 400), so nothing is sent that is not needed. */
export function renderBody(
  model: string,
  request: GenerateRequest,
  dialect: Dialect,
): ChatCompletionCreateParamsNonStreaming {
  const { output, temperature, maxOutputTokens } = request;
  const inWords = output !== undefined && (dialect.schemaInWords || dialect.format !== 'json_schema');
  return {
    model,
    messages: inWords ? describeSchema(request.messages, output.jsonSchema) : [...request.messages],
    ...(output && dialect.format === 'json_schema'
      ? {
          response_format: {
            type: 'json_schema',
            json_schema: { name: output.name, strict: true, schema: output.jsonSchema },
          },
        }
      : {}),
    ...(output && dialect.format === 'json_object' ? { response_format: { type: 'json_object' } } : {}),
    ...(temperature !== undefined && dialect.temperature ? { temperature } : {}),
    ...(maxOutputTokens !== undefined && dialect.lengthLimit !== 'none'
      ? { [dialect.lengthLimit]: maxOutputTokens }
      : {}),
  };
}

/** The schema goes to the end of the system message, where it stays the same for all calls of a stage. */
function describeSchema(messages: readonly Message[], jsonSchema: Record<string, unknown>): Message[] {
  const demand = `Answer with one JSON object and nothing else: no Markdown, no words before or after it. It must match this JSON Schema:\n${JSON.stringify(jsonSchema)}`;
  const [first, ...rest] = messages;
  if (first?.role !== 'system') return [{ role: 'system', content: demand }, ...messages];
  return [{ role: 'system', content: `${first.content}\n\n${demand}` }, ...rest];
}

/**
 * The part of the dialect to give up after a server refused a request, or nothing when its complaint is about something else.
 * @param used what the refused request was written in
 */
export function plainerDialect(
  used: Dialect,
  request: GenerateRequest,
  complaint: string,
): Partial<Dialect> | undefined {
  if (request.temperature !== undefined && used.temperature && /temperature/i.test(complaint)) {
    return { temperature: false };
  }
  if (
    request.maxOutputTokens !== undefined &&
    used.lengthLimit !== 'none' &&
    complaint.includes(used.lengthLimit)
  ) {
    return { lengthLimit: PLAINER_LIMIT[used.lengthLimit] };
  }
  if (
    request.output &&
    used.format !== 'words' &&
    /response.?format|schema|json|grammar|structured/i.test(complaint)
  ) {
    return { format: PLAINER_FORMAT[used.format] };
  }
  return undefined;
}

/** Applies what a refused request taught. Calls under way at the same time teach the same thing: it counts once. */
export function learnDialect(known: Dialect, used: Dialect, plainer: Partial<Dialect>): Dialect {
  return {
    format: known.format === used.format ? (plainer.format ?? known.format) : known.format,
    schemaInWords: known.schemaInWords || (plainer.schemaInWords ?? false),
    lengthLimit:
      known.lengthLimit === used.lengthLimit ? (plainer.lengthLimit ?? known.lengthLimit) : known.lengthLimit,
    temperature: known.temperature && (plainer.temperature ?? true),
  };
}
