import { z } from 'zod';
import type { OutputSchema } from './types.ts';

/** What endpoints accept as the name of a schema. */
const SCHEMA_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/**
 * JSON Schema of a wire schema, in the subset that strict structured output takes: a root object, every property required,
 * unions as `anyOf`.
 * @throws {RangeError} when the name is not one that endpoints accept
 */
export function renderOutputSchema(name: string, schema: z.ZodType): OutputSchema {
  if (!SCHEMA_NAME.test(name))
    throw new RangeError(`Schema name ${JSON.stringify(name)} must match ${SCHEMA_NAME}`);
  const { $schema: _, ...jsonSchema } = z.toJSONSchema(schema, {
    target: 'draft-7',
    override: ({ jsonSchema: node }) => {
      if (node.oneOf) {
        node.anyOf = node.oneOf;
        delete node.oneOf;
      }
      // z.int() states the bounds of a JavaScript number, which say nothing to a model and cost tokens.
      if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
      if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
    },
  });
  return { name, jsonSchema };
}
