import { zodResponseFormat } from 'openai/helpers/zod';
import { toStrictJsonSchema } from 'openai/lib/transform';
import type { z } from 'zod';
import { renderOutputSchema } from '../../src/llm/index.ts';

/** What strict structured output would refuse or change in a JSON Schema, by the SDK's own rules; undefined when nothing. */
export function strictSchemaFault(jsonSchema: Record<string, unknown>): string | undefined {
  try {
    const strict = JSON.stringify(toStrictJsonSchema(jsonSchema));
    return strict === JSON.stringify(jsonSchema) ? undefined : `not strict; strict would be ${strict}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What is wrong with a wire schema: refused by the SDK's helper, or rendered by us in a form that is not strict. */
export function wireSchemaFault(name: string, schema: z.ZodType): string | undefined {
  try {
    zodResponseFormat(schema, name);
    return strictSchemaFault(renderOutputSchema(name, schema).jsonSchema);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
