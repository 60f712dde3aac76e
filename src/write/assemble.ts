import {
  type Article,
  articleSchema,
  discloseWriter,
  measureReadTime,
  type Paragraph,
  type Quote,
} from '../article/index.ts';
import { slugify } from '../text/index.ts';
import type { Transcript } from '../transcript/index.ts';
import type { Draft, DraftParagraph, DraftSentence } from './draft.ts';
import { findSupport } from './support.ts';

const LONGEST_DESCRIPTION = 155;

export interface AssembleOptions {
  readonly id: string;
  readonly language: string;
  readonly createdAt: Date;
  /** The editor's word on the dateline: a place, or off. The draft's own holds otherwise. */
  readonly dateline?: string | undefined;
}

/** The article of a draft: ids, times, cited units, read time, source and disclosure, all from the transcript and the clock. */
export function assembleArticle(draft: Draft, transcript: Transcript, options: AssembleOptions): Article {
  const quotes: Quote[] = [];
  const number = (paragraphs: readonly DraftParagraph[], part: string): Paragraph[] =>
    numberParagraphs(paragraphs, part, quotes, transcript);
  const lead = number(draft.lead, 'lead');
  const sections = draft.sections.map(({ heading, paragraphs }, index) => ({
    id: `s${index + 1}`,
    heading,
    paragraphs: number(paragraphs, `s${index + 1}`),
  }));
  const body = [...lead, ...sections.flatMap(({ paragraphs }) => paragraphs)].flatMap(
    ({ sentences }) => sentences,
  );
  const support = (text: string): string[] => findSupport(text, body);
  const dateline = chooseDateline(draft, options.dateline);
  const cited = new Set([
    ...body.flatMap(({ cites }) => cites),
    ...(draft.keyPoints ?? []).flatMap(({ cites }) => cites),
    ...draft.speakers.flatMap(({ cites }) => cites),
    ...(dateline?.cites ?? []),
  ]);
  const {
    description: _description,
    chapters: _chapters,
    isUntitled: _name,
    ...source
  } = transcript.metadata;
  return articleSchema.parse({
    schemaVersion: 1,
    id: options.id,
    slug: slugify(draft.headline),
    language: options.language,
    headline: draft.headline,
    headlineAlternatives: draft.headlineAlternatives && [...draft.headlineAlternatives],
    bodyHeadline: draft.bodyHeadline,
    deck: draft.deck,
    description: describeDeck(draft.deck),
    topSupport: {
      headline: support(draft.headline),
      bodyHeadline: support(draft.bodyHeadline),
      deck: support(draft.deck),
    },
    dateline,
    readTime: measureReadTime({
      bodyHeadline: draft.bodyHeadline,
      lead,
      sections,
      language: options.language,
    }),
    keyPoints: draft.keyPoints,
    lead,
    sections,
    speakers: draft.speakers,
    quotes,
    units: transcript.units.filter(({ id }) => cited.has(id)),
    omissions: [...draft.omissions, ...findUnused(draft.omissions, cited, transcript)],
    source: {
      ...source,
      transcript: {
        kind: transcript.kind,
        origin: transcript.origin,
        language: transcript.language,
        sha256: transcript.sha256,
        words: transcript.words,
        units: transcript.units.length,
      },
    },
    writer: draft.writer,
    disclosure: discloseWriter({
      ...draft.writer,
      language: options.language,
      transcriptKind: transcript.kind,
    }),
    createdAt: options.createdAt.toISOString(),
  });
}

/** Ids count within their part, so that one section can be written anew and the others keep theirs. */
export function numberParagraphs(
  paragraphs: readonly DraftParagraph[],
  part: string,
  quotes: Quote[],
  transcript: Pick<Transcript, 'units'>,
): Paragraph[] {
  let quoteNumber = 0;
  return paragraphs.map((sentences, index) => ({
    id: `${part}.p${index + 1}`,
    sentences: sentences.map((sentence, at) => ({
      id: `${part}.p${index + 1}.${at + 1}`,
      text: sentence.text,
      kind: sentence.kind,
      ...(sentence.speaker ? { speaker: sentence.speaker } : {}),
      cites: [...sentence.cites],
      quotes: sentence.quotes.map((draft) => {
        const quotation = toQuote(draft, `${part}.q${++quoteNumber}`, transcript);
        quotes.push(quotation);
        return quotation.id;
      }),
    })),
  }));
}

function toQuote(
  draft: DraftSentence['quotes'][number],
  id: string,
  transcript: Pick<Transcript, 'units'>,
): Quote {
  const start = transcript.units[draft.units[0] ?? -1]?.start;
  const end = transcript.units[draft.units.at(-1) ?? -1]?.end;
  return { id, ...draft, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function chooseDateline(draft: Draft, wish: string | undefined): Article['dateline'] {
  if (wish === 'off') return undefined;
  return wish === undefined ? draft.dateline : { place: wish, basis: 'editor', cites: [] };
}

/** A deck as search results and link previews show it. */
export function describeDeck(deck: string): string {
  return shorten(deck, LONGEST_DESCRIPTION);
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Stretches of a tenth of the video or more that nothing rests on and that the plan does not explain. */
function findUnused(
  explained: Article['omissions'],
  cited: ReadonlySet<number>,
  transcript: Transcript,
): Article['omissions'] {
  const known = new Set(cited);
  for (const {
    units: [first, last],
  } of explained)
    for (let id = first; id <= last; id++) known.add(id);
  const longest = Math.max(5, Math.ceil(transcript.units.length / 10));
  const unused: Article['omissions'] = [];
  let first: number | undefined;
  for (let id = 0; id <= transcript.units.length; id++) {
    const isUnused = id < transcript.units.length && !known.has(id);
    if (isUnused) first ??= id;
    else if (first !== undefined) {
      if (id - first >= longest)
        unused.push({ units: [first, id - 1], reason: 'No sentence of the article rests on this part.' });
      first = undefined;
    }
  }
  return unused;
}
