import { type Copy, type CopySentence, createCopy, createSentence } from '../../check/index.ts';
import type { Draft, DraftParagraph, DraftSentence } from '../draft.ts';
import { type ComposedParagraph, type Hole, isHole } from './compose.ts';

/** Lines of the top, which stand outside every part. */
type TopRole = 'headline' | 'bodyHeadline' | 'deck' | 'keyPoint';

export interface ManuscriptLine {
  /** What the model and the findings call it by. */
  readonly number: number;
  readonly role: TopRole | 'sentence';
  /** Index of the part it belongs to, 0 for the lead; -1 for the top. */
  readonly part: number;
  readonly paragraph: number;
  readonly sentence: DraftSentence;
}

/** A sentence that cannot be printed yet, in its place. */
export interface ManuscriptHole extends Hole {
  readonly number: number;
  readonly part: number;
  readonly paragraph: number;
}

/** The article while it is worked on: numbered lines that are judged, replaced and taken out one by one. */
export class Manuscript {
  readonly #headings: string[];
  readonly #lines = new Map<number, ManuscriptLine>();
  readonly #holes = new Map<number, ManuscriptHole>();
  #next = 1;

  /** Parts in order, the lead first with an empty heading. */
  constructor(
    parts: readonly { readonly heading: string; readonly paragraphs: readonly ComposedParagraph[] }[],
  ) {
    this.#headings = parts.map(({ heading }) => heading);
    for (const [part, { paragraphs }] of parts.entries()) {
      for (const [paragraph, sentences] of paragraphs.entries())
        for (const sentence of sentences) {
          if (isHole(sentence)) this.#dig({ ...sentence, part, paragraph });
          else this.#add({ role: 'sentence', part, paragraph, sentence });
        }
    }
  }

  /** Of every part, empty for the lead. */
  get headings(): readonly string[] {
    return this.#headings;
  }

  rename(part: number, heading: string): void {
    this.#headings[part] = heading;
  }

  addTop(role: TopRole, text: string, cites: readonly number[]): void {
    if (text === '') return;
    this.#add({
      role,
      part: -1,
      paragraph: 0,
      sentence: { text, kind: 'fact', cites: [...cites], quotes: [] },
    });
  }

  #add(line: Omit<ManuscriptLine, 'number'>): void {
    const number = this.#next++;
    this.#lines.set(number, { ...line, number });
  }

  #dig(hole: Omit<ManuscriptHole, 'number'>): void {
    const number = this.#next++;
    this.#holes.set(number, { ...hole, number });
  }

  get holes(): readonly ManuscriptHole[] {
    return [...this.#holes.values()];
  }

  hole(number: number): ManuscriptHole | undefined {
    return this.#holes.get(number);
  }

  fill(number: number, sentence: DraftSentence): void {
    const hole = this.#holes.get(number);
    if (!hole) return;
    this.#holes.delete(number);
    this.#lines.set(number, {
      number,
      role: 'sentence',
      part: hole.part,
      paragraph: hole.paragraph,
      sentence,
    });
  }

  clone(): Manuscript {
    const copy = new Manuscript([]);
    copy.#headings.push(...this.#headings);
    for (const [number, line] of this.#lines) copy.#lines.set(number, line);
    copy.#next = this.#next;
    return copy;
  }

  get lines(): readonly ManuscriptLine[] {
    return [...this.#lines.values()].sort((first, second) => first.number - second.number);
  }

  line(number: number): ManuscriptLine | undefined {
    return this.#lines.get(number);
  }

  /** The sentences right before and behind a line in its part. */
  neighbours(place: {
    number: number;
    part: number;
  }): [ManuscriptLine | undefined, ManuscriptLine | undefined] {
    const own = this.lines.filter(({ part }) => part === place.part);
    return [
      own.findLast(({ number }) => number < place.number),
      own.find(({ number }) => number > place.number),
    ];
  }

  replace(number: number, sentence: DraftSentence): void {
    const line = this.#lines.get(number);
    if (line) this.#lines.set(number, { ...line, sentence });
  }

  remove(number: number): void {
    this.#lines.delete(number);
  }

  paragraphs(part: number): DraftParagraph[] {
    const paragraphs = new Map<number, DraftSentence[]>();
    for (const line of this.lines) {
      if (line.part !== part) continue;
      paragraphs.set(line.paragraph, [...(paragraphs.get(line.paragraph) ?? []), line.sentence]);
    }
    return [...paragraphs.values()];
  }

  sections(): Draft['sections'] {
    return this.headings
      .map((heading, part) => ({ heading, paragraphs: this.paragraphs(part) }))
      .slice(1)
      .filter(({ paragraphs }) => paragraphs.length > 0);
  }

  top(role: TopRole): DraftSentence[] {
    return this.lines.filter((line) => line.role === role).map(({ sentence }) => sentence);
  }

  /** As the rules see it; a finding's path is the number of its line. */
  copy({ language, writtenAt }: { language: string; writtenAt: Date }): Copy {
    const view = (line: ManuscriptLine): CopySentence => {
      const { text, kind, speaker, cites } = line.sentence;
      const who = speaker === undefined ? {} : { speaker };
      return createSentence({ role: line.role, text, path: pathOf(line.number), kind, ...who, cites });
    };
    const of = (part: number): { sentences: CopySentence[] }[] => {
      const numbers = new Set(
        this.lines.filter((line) => line.part === part).map(({ paragraph }) => paragraph),
      );
      return [...numbers].map((paragraph) => ({
        sentences: this.lines.filter((line) => line.part === part && line.paragraph === paragraph).map(view),
      }));
    };
    const top = (role: TopRole): CopySentence[] => this.lines.filter((line) => line.role === role).map(view);
    const [headline] = top('headline');
    const [bodyHeadline] = top('bodyHeadline');
    return createCopy({
      language,
      writer: 'model',
      writtenAt: writtenAt.toISOString(),
      ...(headline ? { headline } : {}),
      ...(bodyHeadline ? { bodyHeadline } : {}),
      deck: top('deck'),
      keyPoints: top('keyPoint'),
      lead: of(0),
      sections: this.headings.slice(1).map((text, index) => ({
        heading: createSentence({ role: 'heading', text, path: `/heading/${index + 1}` }),
        paragraphs: of(index + 1),
      })),
      others: [],
      hasCitations: true,
    });
  }
}

function pathOf(number: number): string {
  return `/${number}/text`;
}

/** The part whose heading a finding of `copy()` is about. */
export function headingIn(path: string): number | undefined {
  const part = /^\/heading\/(\d+)$/u.exec(path)?.[1];
  return part === undefined ? undefined : Number(part);
}

/** The number of the line that a finding of `copy()` is about. */
export function numberIn(path: string): number | undefined {
  const number = /^\/(\d+)\//u.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}
