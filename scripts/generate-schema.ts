import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { articleSchema } from '../src/article/index.ts';

/** schemas/article.schema.json: the Article as other programs can check it, JSON Schema draft 2020-12. */
export function generateSchema(): string {
  // Readers ignore fields they do not know, so the schema of what is read allows them.
  const { $schema, ...schema } = z.toJSONSchema(articleSchema, { target: 'draft-2020-12', io: 'input' });
  const named = { $schema, $id: 'urn:copydesk:article:1', title: 'copydesk article', ...schema };
  return `${JSON.stringify(named, null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('../schemas/article.schema.json', import.meta.url), generateSchema());
}
