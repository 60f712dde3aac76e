import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import type { GenerateRequest, Message, OutputSchema } from './types.ts';

/** What an endpoint was found to understand. It only ever becomes plainer. */
export interface Dialect {
  /** How the form of the answer is asked for: enforced by the server, JSON only, or in words. */
  readonly format: 'json_schema' | 'json_object' | 'words';
  /** Whether the schema is written in the prompt as well; it always is where the server does not take it. */
  readonly schemaInWords: boolean;
  readonly lengthLimit: 'max_completion_tokens' | 'max_tokens' | 'none';
  readonly temperature: boolean;
  /** Whether there are system messages; else their text opens the first user message. */
  readonly systemRole: boolean;
}

export const RICHEST_DIALECT: Dialect = {
  format: 'json_schema',
  schemaInWords: false,
  lengthLimit: 'max_completion_tokens',
  temperature: true,
  systemRole: true,
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
  const messages = inWords ? describeSchema(request.messages, output) : [...request.messages];
  return {
    model,
    messages: dialect.systemRole ? messages : foldSystem(messages),
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
function describeSchema(messages: readonly Message[], { name, jsonSchema }: OutputSchema): Message[] {
  const demand = `Answer with one JSON object and nothing else: no Markdown, no words before or after it. It must match the JSON Schema "${name}":\n${JSON.stringify(jsonSchema)}`;
  const [first, ...rest] = messages;
  if (first?.role !== 'system') return [{ role: 'system', content: demand }, ...messages];
  return [{ role: 'system', content: `${first.content}\n\n${demand}` }, ...rest];
}

function foldSystem(messages: readonly Message[]): Message[] {
  const orders = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const [first, ...rest] = messages.filter(({ role }) => role !== 'system');
  if (first?.role !== 'user') return [...messages];
  return [{ role: 'user', content: [...orders, first.content].join('\n\n') }, ...rest];
}

const NO_SYSTEM_ROLE =
  /system\b.{0,40}\bnot (?:be )?(?:supported|allowed|enabled)|developer instruction is not enabled|roles must alternate/is;
const ABOUT_FORMAT = /response.?format|schema|json|grammar|structured/i;
/** Windows hold prompt and answer: a long answer was asked for, and the prompt alone may fit. */
const ABOUT_ANSWER_LENGTH = /max_(?:completion_)?tokens|in the completion/i;

/**
 * The part of the dialect to give up after a server refused a request, or nothing when its complaint is about something else.
 * @param used what the refused request was written in
 */
export function plainerDialect(
  used: Dialect,
  request: GenerateRequest,
  complaint: string,
): Partial<Dialect> | undefined {
  const limit = request.maxOutputTokens === undefined ? 'none' : used.lengthLimit;
  if (request.temperature !== undefined && used.temperature && /temperature/i.test(complaint)) {
    return { temperature: false };
  }
  if (limit !== 'none' && complaint.includes(limit)) return { lengthLimit: PLAINER_LIMIT[limit] };
  if (used.systemRole && NO_SYSTEM_ROLE.test(complaint)) return { systemRole: false };
  if (request.output && used.format !== 'words' && ABOUT_FORMAT.test(complaint)) {
    return { format: PLAINER_FORMAT[used.format] };
  }
  return undefined;
}

/** What to give up after a server refused a request as longer than its window, or nothing when that is the prompt alone. */
export function shorterDialect(
  used: Dialect,
  request: GenerateRequest,
  complaint: string,
): Partial<Dialect> | undefined {
  const isLimited = request.maxOutputTokens !== undefined && used.lengthLimit !== 'none';
  return isLimited && ABOUT_ANSWER_LENGTH.test(complaint) ? { lengthLimit: 'none' } : undefined;
}

const FORMATS = ['json_schema', 'json_object', 'words'] as const;
const LIMITS = ['max_completion_tokens', 'max_tokens', 'none'] as const;

/** What both calls found to be understood. Calls under way at the same time learn the same thing: it counts once. */
export function plainest(one: Dialect, other: Dialect): Dialect {
  return {
    format: plainerOf(FORMATS, one.format, other.format),
    schemaInWords: one.schemaInWords || other.schemaInWords,
    lengthLimit: plainerOf(LIMITS, one.lengthLimit, other.lengthLimit),
    temperature: one.temperature && other.temperature,
    systemRole: one.systemRole && other.systemRole,
  };
}

function plainerOf<Choice>(richestFirst: readonly Choice[], one: Choice, other: Choice): Choice {
  return richestFirst.indexOf(one) > richestFirst.indexOf(other) ? one : other;
}
