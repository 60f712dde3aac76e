import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generateSchema } from '../../scripts/generate-schema.ts';

it('ships the schema that the code checks articles with (node scripts/generate-schema.ts)', () => {
  const shipped = readFileSync(new URL('../../schemas/article.schema.json', import.meta.url), 'utf8');
  expect(shipped).toBe(generateSchema());
});
