import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { articleSchema } from '../src/article/index.ts';
import { findingsSchema } from '../src/check/index.ts';

/** schemas/article.schema.json: the Article as other programs can check it. */
export function generateSchema(): string {
  return render(articleSchema, { $id: 'urn:copydesk:article:1', title: 'copydesk article' });
}

/** schemas/findings.schema.json: findings.json, and what `copydesk check --json` prints. */
export function generateFindingsSchema(): string {
  return render(findingsSchema, { $id: 'urn:copydesk:findings:1', title: 'copydesk findings' });
}

/** JSON Schema draft 2020-12. Readers ignore fields they do not know, so the schema of what is read allows them. */
function render(type: z.ZodType, name: { readonly $id: string; readonly title: string }): string {
  const { $schema, ...schema } = z.toJSONSchema(type, { target: 'draft-2020-12', io: 'input' });
  return `${JSON.stringify({ $schema, ...name, ...schema }, null, 2)}\n`;
}

if (import.meta.main) {
  const folder = new URL('../schemas/', import.meta.url);
  writeFileSync(new URL('article.schema.json', folder), generateSchema());
  writeFileSync(new URL('findings.schema.json', folder), generateFindingsSchema());
}
