import type { z } from 'zod';
import { type LanguageDemand, languageFault } from './answer-language.ts';
import { parseJsonAnswer } from './json-answer.ts';
import { ModelError } from './model-error.ts';
import { excerpt } from './server-faults.ts';
import type { GenerateRequest, GenerateResult, LanguageModel, Message, Usage } from './types.ts';
import { addUsage } from './usage.ts';
import { renderOutputSchema } from './wire-schema.ts';

/** Faults named to the model in its one chance to correct itself. More would bury the first ones. */
const FAULTS_SHOWN = 20;

export interface ObjectRequest<Value> {
  readonly request: Omit<GenerateRequest, 'output' | 'accepts' | 'repairs'>;
  /** The wire schema: root object, nullable, enum, array, number, string. */
  readonly schema: z.ZodType<Value>;
  /** Name of the schema on the wire. */
  readonly name: string;
  /** Faults of meaning that a schema cannot say, as sentences for the model. They join the same single repair. */
  readonly check?: (value: Value) => readonly string[];
  /** An answer in another language is a fault like any other. @default not judged */
  readonly language?: LanguageDemand | undefined;
}

export interface ObjectResult<Value> {
  readonly value: Value;
  /** The call, and the repair call if there was one. */
  readonly results: readonly GenerateResult[];
}

type Verdict<Value> =
  | { readonly value: Value }
  | { readonly faults: readonly string[]; readonly cause?: unknown };

/**
 * An answer as a typed value. An answer that does not fit is shown to the model once, with what is wrong.
 * @throws {ModelError} MODEL_OUTPUT_INVALID when the corrected answer does not fit either; its `cause` is the SyntaxError or ZodError
 */
export async function generateObject<Value>(
  model: LanguageModel,
  wanted: ObjectRequest<Value>,
  signal?: AbortSignal,
): Promise<ObjectResult<Value>> {
  const verdicts = new Map<string, Verdict<Value>>();
  // The cache asks for the same verdict, and a check may be dear.
  const judgeOnce = (text: string): Verdict<Value> => {
    const verdict = verdicts.get(text) ?? judge(text, wanted);
    verdicts.set(text, verdict);
    return verdict;
  };
  const request: GenerateRequest = {
    ...wanted.request,
    output: renderOutputSchema(wanted.name, wanted.schema),
    accepts: (text) => 'value' in judgeOnce(text),
  };
  const first = await ask(model, request, signal);
  const verdict = 'faults' in first ? first : judgeOnce(first.text);
  const results = 'faults' in first ? [] : [first];
  if ('value' in verdict) return { value: verdict.value, results };

  const messages = repairMessages(request.messages, first.text, verdict.faults);
  const second = await model.generate({ ...request, messages, repairs: request }, signal);
  const corrected = judgeOnce(second.text);
  if ('value' in corrected) return { value: corrected.value, results: [...results, second] };

  const what = `The answer for the ${request.stage} stage cannot be used, also after one correction`;
  throw new ModelError('MODEL_OUTPUT_INVALID', `${what}: ${excerpt(corrected.faults.join('; '))}`, {
    text: second.text,
    usage: first.usage ? addUsage(first.usage, second.usage) : second.usage,
    finishReason: second.finishReason,
    requestId: second.requestId,
    cause: corrected.cause,
  });
}

interface UnusableAnswer {
  readonly text: string;
  readonly usage: Usage | undefined;
  readonly faults: readonly string[];
}

/** An answer, or what is wrong with one that holds nothing: that too is worth one correction. */
async function ask(
  model: LanguageModel,
  request: GenerateRequest,
  signal: AbortSignal | undefined,
): Promise<GenerateResult | UnusableAnswer> {
  try {
    return await model.generate(request, signal);
  } catch (error) {
    const isAnswer = error instanceof ModelError && error.finishReason !== undefined;
    if (!isAnswer || error.code !== 'MODEL_OUTPUT_INVALID') throw error;
    return { text: error.text ?? '', usage: error.usage, faults: [error.message] };
  }
}

function judge<Value>(text: string, { schema, check, language }: ObjectRequest<Value>): Verdict<Value> {
  let parsed: unknown;
  try {
    parsed = parseJsonAnswer(text);
  } catch (error) {
    return {
      faults: [`not valid JSON: ${error instanceof Error ? error.message : String(error)}`],
      cause: error,
    };
  }
  const wrongLanguage = language && languageFault(parsed, language);
  const ofLanguage = wrongLanguage === undefined ? [] : [wrongLanguage];
  const outcome = schema.safeParse(parsed);
  if (!outcome.success) {
    return { faults: [...ofLanguage, ...outcome.error.issues.map(describeIssue)], cause: outcome.error };
  }
  const faults = [...ofLanguage, ...(check?.(outcome.data) ?? [])];
  return faults.length > 0 ? { faults } : { value: outcome.data };
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.length > 0 ? issue.path.join('.') : '(root)';
  return `${path}: ${issue.code}: ${issue.message}`;
}

function repairMessages(asked: readonly Message[], answer: string, faults: readonly string[]): Message[] {
  const list = faults.slice(0, FAULTS_SHOWN).map((fault) => `- ${fault}`);
  if (faults.length > FAULTS_SHOWN) list.push(`- and ${faults.length - FAULTS_SHOWN} more of the same kinds`);
  const demand = `Your answer cannot be used:\n${list.join('\n')}\nAnswer again with the whole corrected JSON object and nothing else.`;
  if (answer.trim() !== '') {
    return [...asked, { role: 'assistant', content: answer }, { role: 'user', content: demand }];
  }
  // Servers refuse a message without content, and some chat templates two messages of one role in a row.
  const last = asked.at(-1);
  if (last?.role !== 'user') return [...asked, { role: 'user', content: demand }];
  return [...asked.slice(0, -1), { role: 'user', content: `${last.content}\n\n${demand}` }];
}
