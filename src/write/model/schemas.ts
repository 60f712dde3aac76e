import { z } from 'zod';

/*
 * What the model is asked for. These shapes go over the wire as strict JSON Schema, so they hold only objects, arrays,
 * strings, numbers, enums and null; what the values mean is checked in code afterwards. Free text stands before labels,
 * because a model that has written the sentence labels it better.
 */

const unitIds = z.array(z.number());

export const notesSchema = z.object({
  speakers: z.array(
    z.object({
      key: z.string(),
      name: z.string().nullable(),
      role: z.string().nullable(),
      description: z.string(),
      introducedIn: unitIds,
    }),
  ),
  claims: z.array(
    z.object({
      id: z.number(),
      claim: z.string(),
      units: unitIds,
      kind: z.enum(['event', 'statement', 'opinion', 'question']),
      speaker: z.string().nullable(),
      quotation: z.string().nullable(),
      salience: z.number(),
    }),
  ),
  plan: z.object({
    angle: z.string(),
    dateline: z.object({ place: z.string(), units: unitIds }).nullable(),
    lead: z.array(z.number()),
    sections: z.array(z.object({ heading: z.string(), claims: z.array(z.number()) })),
    leftOut: z.array(z.object({ firstUnit: z.number(), lastUnit: z.number(), reason: z.string() })),
  }),
});

const sentence = z.object({
  text: z.string(),
  units: unitIds,
  speaker: z.string().nullable(),
  kind: z.enum(['fact', 'attributed', 'opinion']),
});

const paragraph = z.object({ sentences: z.array(sentence) });

export const writtenSchema = z.object({
  lead: z.array(paragraph),
  sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(paragraph) })),
  bodyHeadline: z.string(),
  headline: z.string(),
  headlineAlternatives: z.array(z.string()),
  deck: z.string(),
  keyPoints: z.array(z.object({ text: z.string(), units: unitIds })),
});

export type Notes = z.infer<typeof notesSchema>;
export type Claim = Notes['claims'][number];
export type Written = z.infer<typeof writtenSchema>;
export type WrittenSentence = z.infer<typeof sentence>;
