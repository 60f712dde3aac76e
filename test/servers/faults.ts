import { createHash } from 'node:crypto';
import type { ChatRequest } from './model-server.ts';
import { stageOf } from './stages.ts';
import type { Turn } from './turns.ts';

/** What is done with a request instead of answering it. */
export interface Fault {
  readonly when: Condition;
  readonly turn: Turn;
}

/** How often the server was asked before, this time included. */
export interface Count {
  readonly ofAll: number;
  readonly ofStage: number;
  /** The same messages again: a retry. */
  readonly ofQuestion: number;
}

export type Condition = (request: ChatRequest, count: Count) => boolean;

export const always: Condition = () => true;
/** The nth request of all; inside `inStage`, of its stage. */
export const nth =
  (wanted: number): Condition =>
  (_, { ofAll }) =>
    ofAll === wanted;
/** Each nth request. */
export const every =
  (step: number): Condition =>
  (_, { ofAll }) =>
    ofAll % step === 0;
/** The first few tries of each question. */
export const firstTries =
  (tries: number): Condition =>
  (_, { ofQuestion }) =>
    ofQuestion <= tries;
export const inStage =
  (stage: string, condition: Condition = always): Condition =>
  (request, count) =>
    stageOf(request) === stage && condition(request, { ...count, ofAll: count.ofStage });
export const mentioning =
  (text: string): Condition =>
  ({ body }) =>
    body.messages.some(({ content }) => content.includes(text));
/** A share of all questions, 0 to 1: always the same ones, however often they are asked. */
export const share =
  (part: number): Condition =>
  (request) =>
    Number.parseInt(hashOf(request).slice(0, 8), 16) < part * 2 ** 32;
export const both =
  (one: Condition, other: Condition): Condition =>
  (request, count) =>
    one(request, count) && other(request, count);

/** Finds the fault for each request, in the order given. */
export function createFaultFinder(faults: readonly Fault[]): (request: ChatRequest) => Turn | undefined {
  const counts = new Map<string, number>();
  const count = (key: string): number => {
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return number;
  };
  return (request) => {
    const counted = {
      ofAll: count('all'),
      ofStage: count(`stage ${stageOf(request)}`),
      ofQuestion: count(`question ${hashOf(request)}`),
    };
    return faults.find(({ when }) => when(request, counted))?.turn;
  };
}

function hashOf({ body }: ChatRequest): string {
  return createHash('sha256').update(JSON.stringify(body.messages)).digest('hex');
}
