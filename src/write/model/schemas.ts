import { z } from 'zod';

/*
 * What the model is asked for. These shapes go over the wire as strict JSON Schema, so they hold only objects, arrays,
 * strings, numbers, enums and null; what the values mean is checked in code afterwards. Free text stands before labels,
 * because a model that has written the sentence labels it better.
 */

const unitIds = z.array(z.number());

const speakers = z.array(
  z.object({
    key: z.string(),
    name: z.string().nullable(),
    role: z.string().nullable(),
    description: z.string(),
    introducedIn: unitIds,
  }),
);

const claim = z.object({
  id: z.number(),
  claim: z.string(),
  units: unitIds,
  kind: z.enum(['event', 'statement', 'opinion', 'question']),
  speaker: z.string().nullable(),
  quotation: z.string().nullable(),
  salience: z.number(),
});

const plan = z.object({
  angle: z.string(),
  dateline: z.object({ place: z.string(), units: unitIds }).nullable(),
  lead: z.array(z.number()),
  sections: z.array(z.object({ heading: z.string(), claims: z.array(z.number()) })),
  leftOut: z.array(z.object({ firstUnit: z.number(), lastUnit: z.number(), reason: z.string() })),
});

/** Notes on a part of the transcript. */
export const extractSchema = z.object({ speakers, claims: z.array(claim) });
export const planSchema = plan;
/** Both at once, for a transcript that is read in one call. */
export const notesSchema = z.object({ speakers, claims: z.array(claim), plan });

const sentence = z.object({
  text: z.string(),
  units: unitIds,
  speaker: z.string().nullable(),
  kind: z.enum(['fact', 'attributed', 'opinion']),
});

const paragraph = z.object({ sentences: z.array(sentence) });

const top = {
  bodyHeadline: z.string(),
  headline: z.string(),
  headlineAlternatives: z.array(z.string()),
  deck: z.string(),
  keyPoints: z.array(z.object({ text: z.string(), units: unitIds })),
};

/** The whole article in one call. */
export const writtenSchema = z.object({
  lead: z.array(paragraph),
  sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(paragraph) })),
  ...top,
});
/** One section, or the lead. */
export const writtenPartSchema = z.object({ paragraphs: z.array(paragraph) });
export const topSchema = z.object(top);

export const verdictsSchema = z.object({
  verdicts: z.array(
    z.object({
      number: z.number(),
      reason: z.string(),
      label: z.enum(['supported', 'partial', 'unsupported', 'wrong-speaker', 'opinion-as-fact', 'tense']),
    }),
  ),
});

export const repairsSchema = z.object({
  repairs: z.array(
    z.object({
      number: z.number(),
      text: z.string().nullable(),
      units: unitIds,
      speaker: z.string().nullable(),
      kind: z.enum(['fact', 'attributed', 'opinion']),
    }),
  ),
});

export type Extract = z.infer<typeof extractSchema>;
export type Plan = z.infer<typeof planSchema>;
export type Notes = z.infer<typeof notesSchema>;
export type ProposedSpeaker = Extract['speakers'][number];
export type Claim = Extract['claims'][number];
export type Written = z.infer<typeof writtenSchema>;
export type WrittenPart = z.infer<typeof writtenPartSchema>;
export type WrittenTop = z.infer<typeof topSchema>;
export type WrittenSentence = z.infer<typeof sentence>;
export type Verdict = z.infer<typeof verdictsSchema>['verdicts'][number];
export type Repair = z.infer<typeof repairsSchema>['repairs'][number];
