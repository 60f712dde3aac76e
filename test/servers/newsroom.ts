import type {
  Claim,
  Extract,
  Notes,
  Plan,
  Repair,
  Verdict,
  Written,
  WrittenPart,
  WrittenSentence,
  WrittenTop,
} from '../../src/write/model/schemas.ts';
import { firstWords, isInShare, tell, topicWords, wordCount } from './newsroom-prose.ts';
import {
  type BodySentence,
  type Part,
  type PlannedClaim,
  readBody,
  readClaims,
  readFigure,
  readLines,
  readParts,
} from './newsroom-reading.ts';
import { answerStages, type NumberedUnit, type StageRequest } from './stages.ts';

/**
 * A model that does its work from the request alone, for every stage: it takes notes on units, plans, writes sentences from the
 * words of the units it was shown, places quotations, finds every sentence supported, and mends what it is sent. What it says is
 * dull and right, unless told otherwise. How to change one stage: stages.ts, with `newsroomStages()` for the others.
 */
export interface NewsroomOptions {
  /** Share of the written sentences that state a number from nowhere, 0 to 1: always the same ones. @default 0 */
  readonly wrong?: number;
  /** Share of the sentences that the verifier finds unsupported. @default 0 */
  readonly doubted?: number;
  /** What comes of a sentence sent to be mended. `badly` states a number from nowhere. @default 'well' */
  readonly mends?: 'well' | 'badly' | 'not';
}

export interface NewsroomStages {
  readonly notes: (request: StageRequest) => Extract | Notes;
  readonly plan: (request: StageRequest) => Plan;
  readonly article: (request: StageRequest) => Written;
  readonly part: (request: StageRequest) => WrittenPart;
  readonly top: (request: StageRequest) => WrittenTop;
  readonly verdicts: (request: StageRequest) => { verdicts: Verdict[] };
  readonly repairs: (request: StageRequest) => { repairs: Repair[] };
  readonly [stage: string]: (request: StageRequest) => unknown;
}

export function newsroomStages(options: NewsroomOptions = {}): NewsroomStages {
  return {
    notes: (request) => (request.fields.includes('plan') ? notesAndPlan(request) : notesOnPart(request)),
    plan: ({ prompt }) => planFrom(readClaims(prompt), prompt),
    article: (request) => writeArticle(request, options),
    part: (request) => ({ paragraphs: writeParts(request, options)[0]?.paragraphs ?? [] }),
    top: ({ prompt }) => topOf(readBody(prompt)),
    verdicts: ({ prompt }) => ({ verdicts: readLines(prompt).map((line) => judge(line, options)) }),
    repairs: (request) => ({
      repairs: readLines(request.prompt).map((line) => mend(line, request, options)),
    }),
  };
}

export const newsroom = answerStages(newsroomStages());

const SPEAKERS: Extract['speakers'] = [
  { key: 's1', name: null, role: null, description: 'the speaker', introducedIn: [] },
];
/** Words of an article for one claim, as the prompt asks. */
const WORDS_PER_CLAIM = 30;
const CLAIMS_PER_SECTION = { least: 3, most: 8 } as const;

function notesOnPart({ units, prompt }: StageRequest): Extract {
  const [first, last] = (/on units (\d+) to (\d+) /u.exec(prompt) ?? []).slice(1).map(Number);
  const own = units.filter(({ id }) => id >= (first ?? 0) && id <= (last ?? Number.POSITIVE_INFINITY));
  const count = readFigure(prompt, /about (\d+) notes/u, 3);
  return { speakers: SPEAKERS, claims: spread(own, count).map(claimOn) };
}

function notesAndPlan({ units, prompt }: StageRequest): Notes {
  const words = readFigure(prompt, /about (\d+) words/u, 300);
  const told = units.filter(({ text }) => topicWords(text).length >= 4);
  const claims = spread(told, Math.max(10, Math.round(words / WORDS_PER_CLAIM) + 2)).map(claimOn);
  const listed = claims.map(({ id, claim }) => ({ id, text: claim }));
  return { speakers: SPEAKERS, claims, plan: planFrom(listed, prompt) };
}

/** So many of them, evenly spread. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from(
    { length: count },
    (_, index) => items[Math.floor((index * items.length) / count)],
  ).filter((item) => item !== undefined);
}

function claimOn({ id, text }: NumberedUnit, index: number): Claim {
  return {
    id: index + 1,
    claim: tell(text, 0),
    units: [id],
    kind: 'statement',
    speaker: 's1',
    quotation: firstWords(text, 9),
    salience: 1 + (id % 5),
  };
}

function planFrom(claims: readonly PlannedClaim[], prompt: string): Plan {
  const count = readFigure(prompt, /in (\d+) sections/u, 3);
  const words = readFigure(prompt, /about (\d+) words/u, 300);
  const { least, most } = CLAIMS_PER_SECTION;
  const each = Math.min(most, Math.max(least, Math.round(words / count / WORDS_PER_CLAIM)));
  const chosen = spread(claims, count * each + 2);
  const body = chosen.slice(2);
  const perSection = Math.max(1, Math.ceil(body.length / count));
  const sections = Array.from({ length: count }, (_, index) => ({
    heading: headingFrom(body.slice(index * perSection, (index + 1) * perSection)),
    claims: body.slice(index * perSection, (index + 1) * perSection).map(({ id }) => id),
  }));
  return {
    angle: 'The speaker went through the matter point by point',
    dateline: null,
    lead: chosen.slice(0, 2).map(({ id }) => id),
    sections: sections.filter(({ claims: ids }) => ids.length > 0),
    leftOut: [],
  };
}

function headingFrom(claims: readonly PlannedClaim[]): string {
  const [one = 'the matter', other = 'the rest'] = claims.flatMap(({ text }) => topicWords(text));
  return `The talk comes to ${one} and ${other}`;
}

/** Every third claim that has a quotation is told by it. */
const QUOTATION_STEP = 3;
const SENTENCES_PER_PARAGRAPH = 3;
const MOST_TURNS = 4;

function writeParts(request: StageRequest, options: NewsroomOptions) {
  const parts = readParts(request.prompt);
  return parts.map((part) => ({ part, paragraphs: paragraphsOf(sentencesOf(part, request, options)) }));
}

function sentencesOf(
  { claims, words }: Part,
  { units }: StageRequest,
  { wrong = 0 }: NewsroomOptions,
): WrittenSentence[] {
  const texts = new Map(units.map(({ id, text }) => [id, text]));
  const sentences: WrittenSentence[] = [];
  let written = 0;
  const add = (text: string, on: readonly number[]): void => {
    const said = isInShare(text, wrong) ? `${text.slice(0, -1)}, 987,654 in all.` : text;
    sentences.push({ text: said, units: [...on], speaker: 's1', kind: 'attributed' });
    written += wordCount(said) + (said.includes('{q') ? 8 : 0);
  };
  for (let turn = 0; turn < MOST_TURNS && written < words; turn++) {
    for (const [index, { units: on, quotation }] of claims.entries()) {
      if (written >= words && sentences.length > 0) break;
      const text = texts.get(on[0] ?? -1);
      if (text === undefined) continue;
      if (turn === 1 && quotation !== undefined && index % QUOTATION_STEP === 0)
        add(`The speaker put it in these words: {q${quotation}}`, on);
      else add(tell(text, turn + index), on);
    }
  }
  return sentences;
}

function paragraphsOf(sentences: readonly WrittenSentence[]): WrittenPart['paragraphs'] {
  const count = Math.ceil(sentences.length / SENTENCES_PER_PARAGRAPH);
  return Array.from({ length: count }, (_, index) => ({
    sentences: sentences.slice(index * SENTENCES_PER_PARAGRAPH, (index + 1) * SENTENCES_PER_PARAGRAPH),
  }));
}

function writeArticle(request: StageRequest, options: NewsroomOptions): Written {
  const [lead, ...sections] = writeParts(request, options);
  const body = [lead, ...sections]
    .flatMap((one) => one?.paragraphs ?? [])
    .flatMap(({ sentences }) => sentences);
  return {
    lead: lead?.paragraphs ?? [],
    sections: sections.map(({ part, paragraphs }) => ({ heading: part.heading, paragraphs })),
    ...topOf(body),
  };
}

function topOf(body: readonly BodySentence[]): WrittenTop {
  const plain = body.filter(({ text }) => !/[{“"\d]/u.test(text));
  const words = plain.flatMap(({ text }) => topicWords(text));
  const pick = (index: number): string => words[index % Math.max(1, words.length)] ?? 'matter';
  return {
    bodyHeadline: `The speaker turned to ${pick(0)} and ${pick(1)} before ${pick(2)}`,
    headline: `Speaker turns to ${pick(0)} and ${pick(1)}`,
    headlineAlternatives: [2, 4, 6].map((index) => `Speaker goes from ${pick(index)} to ${pick(index + 1)}`),
    deck: `The speaker went through ${pick(0)} and ${pick(2)} and then came to speak of ${pick(3)}. After that there was something to be said about ${pick(4)}, ${pick(5)} and ${pick(6)}.`,
    keyPoints: spread(plain, 3).map(({ text, units }) => ({ text, units: [...units] })),
  };
}

function judge(
  { number, text }: { number: number; text: string },
  { doubted = 0 }: NewsroomOptions,
): Verdict {
  return isInShare(`verdict ${text}`, doubted)
    ? { number, reason: 'the units speak of something else', label: 'unsupported' }
    : { number, reason: '', label: 'supported' };
}

type Line = ReturnType<typeof readLines>[number];

function mend(
  { number, role, units: cites, text }: Line,
  { units }: StageRequest,
  { mends = 'well' }: NewsroomOptions,
): Repair {
  const source = units.find(({ id }) => id === cites[0])?.text ?? text;
  const isLine = role === 'headline' || role === 'bodyHeadline';
  const told = isLine
    ? `Speaker turns to ${topicWords(text).slice(0, 2).join(' and ')}`
    : tell(source, number + 1);
  return {
    number,
    text: mends === 'not' ? null : mends === 'badly' ? `${told.replace(/\.$/u, '')}, 456,789 in all.` : told,
    units: [...cites],
    speaker: 's1',
    kind: 'attributed',
  };
}
