import { z } from 'zod';
import {
  metadataSchema,
  transcriptKindSchema,
  transcriptOriginSchema,
  unitSchema,
} from '../transcript/index.ts';

/** Ids of units in the transcript that a text rests on. */
const cites = z.array(z.int().min(0));
/** RFC 3339 in UTC. */
const instant = z.iso.datetime();

export const sentenceSchema = z.object({
  id: z.string(),
  /** Final text, quotations in place in the language's own marks. Never markup. */
  text: z.string().min(1),
  kind: z.enum(['fact', 'attributed', 'opinion', 'background', 'transition']),
  /** Id of an entry of `speakers`. */
  speaker: z.string().optional(),
  cites,
  /** Metadata fields the sentence also rests on. */
  sources: z.array(z.enum(['title', 'description', 'channel', 'publishedAt'])).optional(),
  /** Ids of entries of `quotes` whose text stands in this sentence. */
  quotes: z.array(z.string()),
});

export const paragraphSchema = z.object({ id: z.string(), sentences: z.array(sentenceSchema).min(1) });

export const sectionSchema = z.object({
  id: z.string(),
  heading: z.string().min(1),
  paragraphs: z.array(paragraphSchema).min(1),
});

export const quoteEditSchema = z.object({
  kind: z.enum(['case', 'punctuation', 'filler', 'repeat', 'fragment', 'spelling', 'ellipsis']),
  /** The captions' words. */
  from: z.string(),
  /** What is printed instead; empty when left out. */
  to: z.string(),
});

export const quoteSchema = z.object({
  id: z.string(),
  text: z.string().min(1),
  speaker: z.string().optional(),
  units: z.array(z.int().min(0)).min(1),
  start: z.number().min(0).optional(),
  end: z.number().min(0).optional(),
  /** The captions' own words, untouched. */
  source: z.string().min(1),
  edits: z.array(quoteEditSchema),
  match: z.enum(['exact', 'cleaned']),
  voice: z.enum(['original', 'interpreted', 'translated']).optional(),
  translation: z.string().optional(),
});

export const speakerSchema = z.object({
  id: z.string(),
  name: z.string().min(1),
  role: z.string().optional(),
  basis: z.enum(['label', 'metadata', 'introduced', 'editor']),
  cites,
});

export const articleSchema = z.object({
  schemaVersion: z.literal(1),
  /** The source id: the video id, or the file's slug and hash. */
  id: z.string().min(1),
  slug: z.string().min(1),
  /** BCP 47. */
  language: z.string().min(2),
  headline: z.string().min(1),
  headlineAlternatives: z.array(z.string().min(1)).min(3).max(5).optional(),
  bodyHeadline: z.string().min(1),
  deck: z.string().min(1),
  /** At most 155 characters, for search results and link previews. */
  description: z.string().min(1).max(155),
  /** Ids of the body sentences that each part of the top rests on. */
  topSupport: z.object({
    headline: z.array(z.string()),
    bodyHeadline: z.array(z.string()),
    deck: z.array(z.string()),
  }),
  dateline: z.object({ place: z.string().min(1), basis: z.enum(['evidence', 'editor']), cites }).optional(),
  readTime: z.object({
    words: z.int().min(0),
    wordsPerMinute: z.number().positive(),
    minutes: z.int().min(1),
  }),
  keyPoints: z.array(z.object({ text: z.string().min(1), cites })).optional(),
  tags: z.array(z.string().min(1)).optional(),
  image: z.object({ url: z.url(), credit: z.string().min(1) }).optional(),
  lead: z.array(paragraphSchema),
  sections: z.array(sectionSchema).min(1),
  speakers: z.array(speakerSchema),
  names: z.array(z.object({ text: z.string().min(1), basis: z.enum(['metadata', 'captions']) })).optional(),
  quotes: z.array(quoteSchema),
  /** The cited units, so that an article can be read and checked on its own. */
  units: z.array(unitSchema),
  omissions: z.array(
    z.object({ units: z.tuple([z.int().min(0), z.int().min(0)]), reason: z.string().min(1) }),
  ),
  source: metadataSchema.omit({ description: true, chapters: true, isUntitled: true }).extend({
    transcript: z.object({
      kind: transcriptKindSchema,
      origin: transcriptOriginSchema,
      language: z.string().min(2),
      /** Over the units' texts joined by line feeds. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      words: z.int().min(0),
      units: z.int().min(0),
    }),
  }),
  writer: z.object({
    kind: z.enum(['model', 'extractive']),
    model: z.string().optional(),
    promptsHash: z.string().optional(),
  }),
  disclosure: z.object({
    label: z.string().min(1),
    detail: z.string().min(1),
    /** An IPTC digital source type URI. */
    digitalSourceType: z.url(),
  }),
  /** Somebody compared the article with the recording and answers for it. `editor`: who, where readers may know. */
  review: z.object({ editor: z.string().min(1).optional(), at: instant }).optional(),
  createdAt: instant,
  modifiedAt: instant.optional(),
  corrections: z
    .array(z.object({ at: instant, what: z.string(), was: z.string(), now: z.string() }))
    .optional(),
});

export type Sentence = z.infer<typeof sentenceSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type QuoteEdit = z.infer<typeof quoteEditSchema>;
export type Speaker = z.infer<typeof speakerSchema>;
export type Article = z.infer<typeof articleSchema>;
