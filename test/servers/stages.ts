/**
 * A scripted model that does its work: it reads a request as a model would and answers from what stands in it.
 *
 * A stage is known by the name of its schema, in `response_format` or, where the server takes no format, in the prompt. To add
 * one, write a function from the request to the answer and put it under that name:
 *
 *     const stages: Stages = {
 *       claims: ({ units }) => ({ claims: units.map(({ id, text }) => ({ units: [id], claim: `Somebody says ${text}` })) }),
 *       verdicts: ({ prompt }) => ({ verdicts: readSentences(prompt).map(({ id }) => ({ id, verdict: 'supported' })) }),
 *     };
 *     await using server = await startModelServer(answerStages(stages), {
 *       latencyMs: 20,                                                              // before each answer
 *       limits: { requestsPerMinute: 60, counting: 'sliding-log', minuteMs: 2_000 },  // rate-limits.ts
 *       make: ollama({ contextTokens: 4_096 }),                                     // makes.ts: the quirks of one make of server
 *       faults: [                                                                   // faults.ts: what goes wrong, and when
 *         { when: inStage('claims', nth(2)), turn: serverError() },                 // the second of a stage, once
 *         { when: mentioning('[40] '), turn: truncated('{"cla') },                  // the chunk with unit 40, always
 *         { when: share(1 / 3), turn: declined('No.') },                            // a third of all questions, always the same
 *       ],
 *     });
 *
 * What an answer returns becomes JSON; a string is sent as it is; a Turn (turns.ts) may do anything. A request of an unknown stage
 * is answered with 500 and fails `assertDone`. Repair calls arrive under the name of their stage, with `isRepair` set.
 */
import type { ChatRequest } from './model-server.ts';
import { answer, type Turn } from './turns.ts';

export interface NumberedUnit {
  readonly id: number;
  readonly text: string;
}

export interface StageRequest {
  readonly stage: string;
  readonly messages: ChatRequest['body']['messages'];
  /** The text of all messages. */
  readonly prompt: string;
  /** The numbered units of the prompt, each once, in order of their first mention. */
  readonly units: readonly NumberedUnit[];
  /** Names of the fields the answer must have: two stages may share a schema's name. */
  readonly fields: readonly string[];
  /** Whether the model is shown an answer of its own to correct. */
  readonly isRepair: boolean;
}

export type StageAnswer = (request: StageRequest) => unknown;
export type Stages = Readonly<Record<string, StageAnswer>>;

/** A script that answers every stage it knows. */
export function answerStages(stages: Stages): (request: ChatRequest) => Turn | undefined {
  return (request) => {
    const asked = readStageRequest(request);
    if (!Object.hasOwn(stages, asked.stage)) return undefined;
    const content = stages[asked.stage]?.(asked);
    return isTurn(content) ? content : answer(content);
  };
}

export function readStageRequest(request: ChatRequest): StageRequest {
  const { messages } = request.body;
  const prompt = messages.map(({ content }) => content).join('\n');
  return {
    stage: stageOf(request),
    messages,
    prompt,
    units: readUnits(prompt),
    fields: fieldsOf(request),
    isRepair: messages.at(-1)?.content.includes('Your answer cannot be used:') ?? false,
  };
}

/** Name of the schema an answer must match; empty when none is named. */
export function stageOf({ body, schemaName }: ChatRequest): string {
  if (schemaName !== '') return schemaName;
  const named = body.messages.map(({ content }) => /JSON Schema "([\w-]+)":\n/.exec(content)?.[1]);
  return named.find((name) => name !== undefined) ?? '';
}

function fieldsOf({ body }: ChatRequest): string[] {
  const format = body.response_format;
  if (format?.type === 'json_schema') return Object.keys(format.json_schema.schema.properties ?? {});
  const shown = body.messages.map(({ content }) => /JSON Schema "[\w-]+":\n(.+)/.exec(content)?.[1]);
  const schema: unknown = JSON.parse(shown.find((text) => text !== undefined) ?? '{}');
  return Object.keys((schema as { properties?: object }).properties ?? {});
}

function readUnits(prompt: string): NumberedUnit[] {
  const units = new Map<number, NumberedUnit>();
  for (const { groups } of prompt.matchAll(/^\[(?<id>\d+)\] (?:>> )?(?<text>.+)$/gmu)) {
    const id = Number(groups?.id);
    if (!units.has(id)) units.set(id, { id, text: groups?.text ?? '' });
  }
  return [...units.values()];
}

function isTurn(content: unknown): content is Turn {
  return typeof content === 'function';
}
