import { type AlignedQuotation, findQuoted, quote, SPEECH_VERBS, stripHidden } from '../../text/index.ts';
import type { Transcript } from '../../transcript/index.ts';
import type { DraftQuote, DraftSentence } from '../draft.ts';
import type { DroppedText } from './claims.ts';
import { findForeign } from './foreign-text.ts';
import { findUngrounded } from './grounding.ts';
import { type Notes, speakerOf } from './notes.ts';
import { findQuotation, neighbourhood } from './quotations.ts';
import type { WrittenPart, WrittenSentence } from './schemas.ts';

export interface ComposeContext {
  readonly notes: Pick<Notes, 'register' | 'claims'>;
  readonly transcript: Transcript;
  /** Units that give orders to a model. @default none */
  readonly orders?: ReadonlySet<number>;
  /** BCP 47: the article's. */
  readonly language: string;
}

/** A sentence that the model wrote and that cannot be printed as it is. */
export interface Hole {
  readonly written: WrittenSentence;
  readonly fault: string;
}

export type ComposedParagraph = readonly (DraftSentence | Hole)[];

export function isHole(sentence: DraftSentence | Hole): sentence is Hole {
  return 'fault' in sentence;
}

/** More cited units than this point at a topic, not at evidence. */
const MOST_UNITS = 6;
const PLACEHOLDER = /[“"„«]?\{+\s*[qQ](?<id>\d{1,5})\s*\}+[”"“»]?/gu;

/**
 * Turns what the model wrote into draft sentences: puts the captions' words where it placed quotations, and keeps out every
 * sentence without evidence, with an unknown quotation, or with quoted words that nobody said. One for an article: it knows
 * which quotations are placed already.
 */
export class Composer {
  /** Sentences that had to stay out. */
  readonly dropped: DroppedText[] = [];
  /** What is wrong with them, worded for the model that gets one chance to mend them. */
  readonly faults: string[] = [];
  readonly #context: ComposeContext;
  readonly #placed = new Set<number>();
  readonly #placedIn = new WeakMap<DraftSentence, readonly number[]>();

  constructor(context: ComposeContext) {
    this.#context = context;
  }

  /** Sentences that cannot be printed leave a hole in their place, for repair to fill. */
  paragraphs(paragraphs: WrittenPart['paragraphs'], path: string): ComposedParagraph[] {
    return paragraphs
      .map(({ sentences }, index) =>
        sentences.map((written, at): DraftSentence | Hole => {
          const sentence = this.sentence(written, `${path}.${index}.sentences.${at}`);
          return sentence ?? { written, fault: this.dropped.at(-1)?.why ?? '' };
        }),
      )
      .filter((sentences) => sentences.length > 0);
  }

  /** The quotations of a sentence that goes may be placed again. */
  release(sentence: DraftSentence): void {
    for (const id of this.#placedIn.get(sentence) ?? []) this.#placed.delete(id);
  }

  sentence(proposed: WrittenSentence, path: string): DraftSentence | undefined {
    const { transcript, language } = this.#context;
    const written = { ...proposed, text: stripHidden(proposed.text) };
    const cites = [...new Set(written.units)].filter((id) => transcript.units[id] !== undefined);
    const quotes: DraftQuote[] = [];
    const placedBefore = new Set(this.#placed);
    const why = this.#findFault(written, cites);
    const text = why ?? this.#placeQuotations(written, cites, quotes, language);
    const fault = why ?? (typeof text === 'string' ? this.#findUngrounded(text, cites) : text.fault);
    if (fault !== undefined || typeof text !== 'string') {
      this.faults.push(`${path}: ${fault}`);
      this.dropped.push({ text: written.text, why: fault ?? '' });
      for (const id of this.#placed) if (!placedBefore.has(id)) this.#placed.delete(id);
      return undefined;
    }
    const speaker = speakerOf(
      this.#context.notes.register,
      written.speaker,
      quotes.length > 0 ? unitsOf(quotes, transcript) : [],
    );
    const units = new Set([...cites, ...quotes.flatMap((quotation) => quotation.units)]);
    const sentence: DraftSentence = {
      text,
      kind: written.kind,
      ...(speaker ? { speaker: speaker.id } : {}),
      cites: [...units].sort((first, second) => first - second),
      quotes,
    };
    this.#placedIn.set(
      sentence,
      [...this.#placed].filter((id) => !placedBefore.has(id)),
    );
    return sentence;
  }

  #findFault(written: WrittenSentence, cites: readonly number[]): string | undefined {
    if (written.text.trim() === '') return 'the sentence is empty';
    if (cites.length === 0) return `units [${written.units.join(', ')}] do not exist`;
    if (cites.length > MOST_UNITS) return `rests on ${cites.length} units; name the one to four that say it`;
    if (cites.some((id) => this.#context.orders?.has(id))) return 'its units give orders to a model';
    return findForeign(written.text.replace(PLACEHOLDER, ' '), this.#knownTo(cites));
  }

  #findUngrounded(text: string, cites: readonly number[]): string | undefined {
    const { transcript, language, notes } = this.#context;
    const near = neighbourhood(cites, transcript.units);
    const speakers = notes.register.named.map(({ name }) => name);
    return findUngrounded(text, { near, language, transcript, speakers });
  }

  /** What a sentence may rest on: the units around those it cites, and how the register calls the speakers. */
  #knownTo(cites: readonly number[]): string {
    const { transcript, notes } = this.#context;
    const units = neighbourhood(cites, transcript.units).map(({ text }) => text);
    return [...units, ...notes.register.named.map(({ role = '' }) => role)].join(' ');
  }

  #placeQuotations(
    written: WrittenSentence,
    cites: readonly number[],
    quotes: DraftQuote[],
    language: string,
  ): string | { fault: string } {
    const typed = this.#alignTyped(written.text, cites);
    if (typeof typed !== 'string') return typed;
    const source = typed.replace(/\s+/gu, ' ').trim();
    let text = '';
    let end = 0;
    for (const found of source.matchAll(PLACEHOLDER)) {
      const id = Number(found.groups?.id);
      const quotation = this.#typed.get(id) ?? this.#context.notes.claims.get(id)?.quotation;
      if (!quotation) return { fault: `{q${id}} is not a quotation of the notes` };
      if (this.#placed.has(id)) return { fault: `{q${id}} stands in the article twice` };
      this.#placed.add(id);
      const rest = source.slice(found.index + found[0].length);
      const fitted = fitQuotation(quotation.text, rest, language);
      text += source.slice(end, found.index) + quote(fitted.text, language);
      end = found.index + found[0].length + fitted.swallowed;
      const { source: words, units, edits, match } = quotation;
      const speaker = speakerOf(
        this.#context.notes.register,
        written.speaker,
        unitsOf([quotation], this.#context.transcript),
      );
      quotes.push({
        text: fitted.text,
        source: words,
        units: [...units],
        edits: [...edits],
        match,
        ...(speaker ? { speaker: speaker.id } : {}),
      });
    }
    return withStop(text + source.slice(end), language);
  }

  /** Quotations that the model typed although it must not; those that stand in the captions become placeholders. */
  readonly #typed = new Map<number, AlignedQuotation>();

  #alignTyped(text: string, cites: readonly number[]): string | { fault: string } {
    let result = text;
    for (const stretch of findQuoted(text).reverse()) {
      if (/^\{+\s*[qQ]\d+\s*\}+$/u.test(stretch.text)) continue;
      const aligned = findQuotation(stretch.text, cites, this.#context.transcript);
      if (!aligned || aligned.units.some((id) => this.#context.orders?.has(id)))
        return {
          fault: `nobody says "${stretch.text}"; use a {q} of the notes or your own words without quotation marks`,
        };
      const id = FIRST_TYPED_ID + this.#typed.size;
      this.#typed.set(id, aligned);
      result = `${result.slice(0, stretch.start)}{q${id}}${result.slice(stretch.end)}`;
    }
    return result;
  }
}

/** Above every id a plan can hold; see PLACEHOLDER. */
const FIRST_TYPED_ID = 90_000;

function unitsOf(
  quotes: readonly Pick<AlignedQuotation, 'units'>[],
  transcript: Transcript,
): Transcript['units'] {
  return quotes.flatMap(({ units }) => units.flatMap((id) => transcript.units[id] ?? []));
}

const ATTRIBUTION_WORDS = 3;
/** The sentence that the quotation is part of goes on. */
const GOES_ON = /^(?:and|but|or|nor|while|when|that|which|who|as|to|in|on|of|for|with|by|at|from)$/iu;

/** Whether the words right behind a quotation say who said it: "Biden said", "said the mayor". */
function isAttributed(rest: string): boolean {
  const words = rest.trim().split(/\s+/u).slice(0, ATTRIBUTION_WORDS);
  return (
    !GOES_ON.test(words[0] ?? '') &&
    words.some((word) => SPEECH_VERBS.has(word.toLowerCase().replace(/[.,]$/u, '')))
  );
}

const UNFINISHED = /[\p{L}\p{N}\p{M}%][”"’»）)」』\u00A0]{0,3}$/u;

/** A sentence that ends with a quotation's own words still ends. */
function withStop(text: string, language: string): string {
  const stop = /^(?:zh|ja|yue)\b/iu.test(language) ? '。' : /^(?:hi|bn|mr|ne)\b/iu.test(language) ? '।' : '.';
  return UNFINISHED.test(text) ? text + stop : text;
}

interface FittedQuotation {
  readonly text: string;
  /** Characters of the rest of the sentence that the quotation's own marks replace. */
  readonly swallowed: number;
}

/**
 * Sets the quotation's last mark for its place. At the end of a sentence it keeps its full stop and the sentence's own falls
 * away. Before more words a full stop becomes a comma, inside the marks in English, outside them elsewhere.
 */
export function fitQuotation(quotation: string, rest: string, language: string): FittedQuotation {
  const isEnglish = language.split('-')[0] === 'en';
  const bare = quotation.replace(/\s*[.。।,،、]+$/u, '');
  const follows = /^\s*[.,。，،]?\s*(?=[\p{L}\p{N}{])/u.exec(rest);
  const isStrong = /[?!？！…]$/u.test(bare);
  if (!follows) {
    const stop = /^\s*[.。।]/u.exec(rest)?.[0].length ?? 0;
    const isLast = rest.trim() === '' || stop > 0;
    if (isStrong) return { text: bare, swallowed: stop };
    if (bare !== quotation) return { text: `${bare}${finalStop(quotation)}`, swallowed: stop };
    // A phrase has no full stop of its own; English sets the sentence's inside the marks.
    if (isEnglish && isLast) return { text: `${bare}.`, swallowed: stop };
    return { text: quotation, swallowed: 0 };
  }
  const comma = /^\s*[,،，]/u.exec(rest)?.[0].length ?? 0;
  if (isStrong) return { text: bare, swallowed: comma };
  const wasSentence = bare !== quotation || isAttributed(rest);
  if (isEnglish && (wasSentence || comma > 0)) return { text: `${bare},`, swallowed: comma };
  return { text: bare, swallowed: 0 };
}

function finalStop(quotation: string): string {
  return /。$/u.test(quotation) ? '。' : /।$/u.test(quotation) ? '।' : '.';
}
