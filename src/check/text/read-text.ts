import { detectLanguage } from '../../transcript/index.ts';
import {
  type Copy,
  type CopyParagraph,
  type CopySection,
  type CopySentence,
  createCopy,
  createSentence,
} from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import { alignSentence } from './align.ts';
import { type Block, dropStart, type Mapped, readBlocks } from './blocks.ts';
import { findOwnFurniture, type OwnFurniture } from './own-furniture.ts';
import { splitSentences } from './sentences.ts';

export interface ReadTextOptions {
  /** BCP 47. @default found out from the text */
  readonly language?: string | undefined;
  /** With units in it, each sentence is laid to those that come nearest. */
  readonly evidence: Evidence;
}

/** A line without a full stop and no longer than this heads what follows. */
const LONGEST_HEADING = 120;
const LONGEST_DECK = 80;
const TERMINAL = /[.!?…。！？؟।:][”"’»)\]」』）]{0,3}$/u;
const QUESTION = /[?？؟]$/u;
const SOURCE_LINE =
  /^(?:Sources?|Quellen?|Fuentes?|Fontes?|Источники?|Джерел[оа]|المصدر|स्रोत|出典|来源|來源)\s?[:：]/iu;
const DATELINE =
  /^(?<place>\p{Lu}[\p{L}.'’ -]{1,40}(?:, \p{Lu}[\p{L}. ]{1,20})?) ?(?:\([^()]{2,20}\) ?)?(?: [–—-] |— )(?=\S)/u;

/** Who speaks in a key passage: "**Ann Lee** · " in Markdown, "Ann Lee: " in plain text. */
const LABEL = /^[^:·\n]{1,60}(?: · |: )(?=\S)/u;

/** Reads a Markdown or plain text into what the rules look at. Our own page furniture is left out, anybody else's is not. */
export function copyOfText(file: string, options: ReadTextOptions): Copy {
  const all = readBlocks(file.replace(/\r/gu, ' '));
  const own = findOwnFurniture(all);
  const language = options.language ?? detectLanguage(all.map(({ text }) => text).join('\n')) ?? 'en';
  const reader = new TextReader(own ? withoutOwn(all, own) : all, own, options.evidence);
  return createCopy({ language, writer: own?.writer, ...reader.read(), hasCitations: false });
}

function withoutOwn(blocks: readonly Block[], own: OwnFurniture): Block[] {
  const end = blocks.findIndex((block, index) => index > 0 && own.isEnd(block));
  const kept: Block[] = [];
  let isCorrection = false;
  for (const block of end < 0 ? blocks : blocks.slice(0, end)) {
    isCorrection = own.isCorrectionsTitle(block) || (isCorrection && block.isList);
    if (isCorrection || own.isReadTime(block) || own.isDisclosure(block) || own.isKeyPointsTitle(block))
      continue;
    kept.push(block);
  }
  return kept;
}

type Role = CopySentence['role'];

class TextReader {
  readonly #blocks: readonly Block[];
  readonly #own: OwnFurniture | undefined;
  readonly #evidence: Evidence;
  #next = 0;
  #dateline: Copy['dateline'];

  constructor(blocks: readonly Block[], own: OwnFurniture | undefined, evidence: Evidence) {
    this.#blocks = blocks;
    this.#own = own;
    this.#evidence = evidence;
  }

  read(): Omit<Copy, 'language' | 'hasCitations' | 'body' | 'lines'> {
    const headline = this.#headline();
    const { deck, others } = this.#deck();
    const keyPoints = this.#keyPoints();
    const bodyHeadline = headline && this.#bodyHeadline(deck.length > 0 || others.length > 0);
    const lead = this.#paragraphs(others, true);
    const sections: CopySection[] = [];
    while (this.#next < this.#blocks.length) {
      const block = this.#blocks[this.#next++];
      if (block)
        sections.push({ heading: this.#line('heading', block), paragraphs: this.#paragraphs(others, false) });
    }
    return {
      ...(headline ? { headline } : {}),
      ...(bodyHeadline ? { bodyHeadline } : {}),
      deck,
      keyPoints,
      ...(this.#dateline ? { dateline: this.#dateline } : {}),
      lead,
      sections,
      others,
    };
  }

  #headline(): CopySentence | undefined {
    const block = this.#blocks[0];
    if (!block || !isTitle(block)) return undefined;
    this.#next = 1;
    return this.#line('headline', block);
  }

  /** A short paragraph below the headline, when page furniture, emphasis or a second headline sets it off from the text. */
  #deck(): { deck: CopySentence[]; others: CopySentence[] } {
    const block = this.#blocks[this.#next];
    const others: CopySentence[] = [];
    if (this.#next !== 1 || !block || isHeading(block) || wordsIn(block.text) > LONGEST_DECK)
      return { deck: [], others };
    let behind = this.#next + 1;
    while (isFurniture(this.#blocks[behind])) behind++;
    if (!this.#own && !block.isEmphasised && behind === this.#next + 1) return { deck: [], others };
    for (const furniture of this.#blocks.slice(this.#next + 1, behind))
      for (const line of furniture.lines) others.push(this.#line('line', line));
    this.#next = behind;
    return { deck: splitSentences(block).map((sentence) => this.#line('deck', sentence)), others };
  }

  #keyPoints(): CopySentence[] {
    const points: CopySentence[] = [];
    for (let block = this.#blocks[this.#next]; block?.isList; block = this.#blocks[++this.#next])
      points.push(this.#sentence('keyPoint', block));
    return points;
  }

  /** A second headline stands between the top and the lead. */
  #bodyHeadline(hasTop: boolean): CopySentence | undefined {
    const block = this.#blocks[this.#next];
    const behind = this.#blocks[this.#next + 1];
    if (!hasTop || !block || !behind || isHeading(behind)) return undefined;
    if (!(this.#own ? isTitle(block) : isHeading(block))) return undefined;
    this.#next++;
    return this.#line('bodyHeadline', block);
  }

  #paragraphs(others: CopySentence[], isLead: boolean): CopyParagraph[] {
    const paragraphs: CopyParagraph[] = [];
    for (let block = this.#blocks[this.#next]; block; block = this.#blocks[++this.#next]) {
      const isLast = this.#next === this.#blocks.length - 1;
      if (SOURCE_LINE.test(block.text) || (isHeading(block) && isLast) || isFurniture(block)) {
        for (const line of block.lines) others.push(this.#line('line', line));
        continue;
      }
      if (isHeading(block)) break;
      const isFirst = isLead && paragraphs.length === 0;
      const text = isFirst ? this.#withoutDateline(block) : this.#withoutLabel(block);
      paragraphs.push({
        sentences: splitSentences(text).map((sentence) => this.#sentence('sentence', sentence)),
      });
    }
    return paragraphs;
  }

  #withoutDateline(block: Mapped): Mapped {
    const found = this.#own?.dateline.exec(block.text) ?? DATELINE.exec(block.text);
    const place = found?.groups?.place;
    // "Biden – the president" is no place: a dateline is written in capitals, where there are any.
    if (!found || place === undefined || !/\p{Lu}{3}|\p{Lo}{2}/u.test(place))
      return this.#withoutLabel(block);
    const from = found[0].indexOf(place);
    const line = this.#line('line', { text: place, at: block.at.slice(from, from + place.length) });
    // What ours rests on stands in article.json; a rendering has no place for it.
    if (!this.#own) this.#dateline = { place, sentence: line };
    return dropStart(block, found[0].length);
  }

  /** Before a key passage our renderings say who speaks. */
  #withoutLabel(block: Mapped): Mapped {
    const label = this.#isPassages ? LABEL.exec(block.text)?.[0] : undefined;
    return label === undefined ? block : dropStart(block, label.length);
  }

  get #isPassages(): boolean {
    return this.#own?.writer === 'extractive';
  }

  #sentence(role: Role, mapped: Mapped): CopySentence {
    const { units } = this.#evidence;
    const cites = units.length > 0 ? alignSentence(mapped.text, this.#evidence) : [];
    // A key passage is the speaker's words from end to end, without marks.
    const own = this.#isPassages ? { own: ' '.repeat(mapped.text.length) } : {};
    return { ...this.#line(role, mapped), ...own, cites };
  }

  #line(role: Role, { text, at }: Mapped): CopySentence {
    return createSentence({ role, text, path: '', at });
  }
}

/** A headline may ask; what asks below it is as often the first sentence of a paragraph. */
function isTitle(block: Block): boolean {
  return isHeading(block) || (isLine(block) && QUESTION.test(block.text));
}

function isHeading(block: Block): boolean {
  return block.level > 0 || (isLine(block) && !TERMINAL.test(block.text));
}

function isLine({ lines, isList, text }: Block): boolean {
  return lines.length === 1 && !isList && text.length <= LONGEST_HEADING;
}

/** Short lines one under the other, or a line with a figure: an age, a reading time. */
function isFurniture(block: Block | undefined): boolean {
  if (!block || block.level > 0 || block.isList) return false;
  const isShort = block.lines.every(({ text }) => text.length <= 40 && !TERMINAL.test(text));
  return isShort && (block.lines.length > 1 || /^\d{1,3} \p{L}+ ?\p{L}*$/u.test(block.text));
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).length;
}
