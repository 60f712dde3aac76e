import { expect } from 'vitest';
import { z } from 'zod';
import {
  type GenerateRequest,
  type GenerateResult,
  type LanguageModel,
  ModelError,
  renderOutputSchema,
} from '../../src/llm/index.ts';

export const notesSchema = z.object({
  title: z.string(),
  ids: z.array(z.int()),
  speaker: z.string().nullable(),
});
export const goodNotes = { title: 'A year on', ids: [1, 2], speaker: null };

export function request(overrides: Partial<GenerateRequest> = {}): GenerateRequest {
  return {
    stage: 'extract',
    prompt: { name: 'extract', hash: 'abc123' },
    messages: [
      { role: 'system', content: 'You take notes.' },
      { role: 'user', content: 'Take notes.' },
    ],
    ...overrides,
  };
}

export const withSchema = (overrides: Partial<GenerateRequest> = {}): GenerateRequest =>
  request({ output: renderOutputSchema('notes', notesSchema), ...overrides });

export function result(text: string, overrides: Partial<GenerateResult> = {}): GenerateResult {
  const usage = { inputTokens: 100, outputTokens: 20, cachedInputTokens: 10, reasoningTokens: 0 };
  return { text, finishReason: 'stop', usage, model: 'm', ms: 7, attempts: 1, cacheHit: false, ...overrides };
}

/** A model that answers each call with the next step, and fails when there is none. */
export function scriptedModel(
  steps: readonly (GenerateResult | Error)[],
): LanguageModel & { readonly asked: GenerateRequest[] } {
  const asked: GenerateRequest[] = [];
  return {
    id: 'm',
    asked,
    async generate(wanted) {
      const step = steps[asked.push(wanted) - 1];
      if (!step) throw new Error(`No step for call ${asked.length}`);
      if (step instanceof Error) throw step;
      return step;
    },
  };
}

/** The ModelError a call ends with. */
export async function failure(call: Promise<unknown>): Promise<ModelError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ModelError);
  return error as ModelError;
}
