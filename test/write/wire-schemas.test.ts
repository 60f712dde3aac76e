import { expect, it } from 'vitest';
import { notesSchema, writtenSchema } from '../../src/write/model/schemas.ts';
import { wireSchemaFault } from '../servers/wire-schema.ts';

it.each([
  ['notes', notesSchema],
  ['article', writtenSchema],
])('the schema of the %s is one that strict structured output accepts', (name, schema) => {
  expect(wireSchemaFault(name, schema)).toBeUndefined();
});
