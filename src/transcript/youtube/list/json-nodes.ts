import { z } from 'zod';

const DEEPEST = 64;

/** Members with one of the names, in the order of the document. What is inside them is not searched. */
export function* findNodes(
  value: unknown,
  names: ReadonlySet<string>,
  depth = 0,
): Generator<[name: string, node: unknown]> {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  for (const [name, node] of Object.entries(value)) {
    if (names.has(name)) yield [name, node];
    else yield* findNodes(node, names, depth + 1);
  }
}

/** The three ways in which YouTube writes a text. Anything else is the empty text. */
export const textSchema = z
  .union([
    z.object({ simpleText: z.string() }).transform(({ simpleText }) => simpleText),
    z.object({ content: z.string() }).transform(({ content }) => content),
    z
      .object({ runs: z.array(z.object({ text: z.string() })) })
      .transform(({ runs }) => runs.map(({ text }) => text).join('')),
  ])
  .catch('');
