import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Article, articleSchema } from '../article/index.ts';
import { type Transcript, unitSchema } from '../transcript/index.ts';

/** What checking needs of a transcript.json. It is a file like any other: its hash is computed, not believed. */
export const transcriptFileSchema = z.object({
  source: articleSchema.shape.source.extend({
    description: z.string().optional(),
    chapters: z.array(z.object({ start: z.number(), title: z.string() })).optional(),
    isUntitled: z.boolean().optional(),
  }),
  units: z.array(unitSchema).min(1),
});

/** A transcript as evidence, and what it says of its source. */
export interface TranscriptFacts {
  readonly transcript: Pick<Transcript, 'units' | 'metadata' | 'language' | 'sha256'>;
  readonly source: Article['source'];
}

export function transcriptFacts({ source, units }: z.infer<typeof transcriptFileSchema>): TranscriptFacts {
  const { transcript, ...metadata } = source;
  const sha256 = createHash('sha256')
    .update(units.map((unit) => unit.text).join('\n'))
    .digest('hex');
  return { transcript: { units, metadata, language: transcript.language, sha256 }, source };
}
