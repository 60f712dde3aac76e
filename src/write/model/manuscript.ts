import { type Copy, type CopySentence, createCopy, createSentence } from '../../check/index.ts';
import type { Draft, DraftParagraph, DraftSentence } from '../draft.ts';

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

/** The article while it is worked on: numbered lines that are judged, replaced and taken out one by one. */
export class Manuscript {
  readonly headings: readonly string[];
  readonly #lines = new Map<number, ManuscriptLine>();
  #next = 1;

  /** Parts in order, the lead first with an empty heading. */
  constructor(
    parts: readonly { readonly heading: string; readonly paragraphs: readonly DraftParagraph[] }[],
  ) {
    this.headings = parts.map(({ heading }) => heading);
    for (const [part, { paragraphs }] of parts.entries()) {
      for (const [paragraph, sentences] of paragraphs.entries())
        for (const sentence of sentences) this.#add({ role: 'sentence', part, paragraph, sentence });
    }
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

  get lines(): readonly ManuscriptLine[] {
    return [...this.#lines.values()];
  }

  line(number: number): ManuscriptLine | undefined {
    return this.#lines.get(number);
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
    for (const line of this.#lines.values()) {
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
  copy(language: string): Copy {
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
      ...(headline ? { headline } : {}),
      ...(bodyHeadline ? { bodyHeadline } : {}),
      deck: top('deck'),
      keyPoints: top('keyPoint'),
      lead: of(0),
      sections: this.headings.slice(1).map((text, index) => ({
        heading: createSentence({ role: 'heading', text, path: '' }),
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

/** The number of the line that a finding of `copy()` is about. */
export function numberIn(path: string): number | undefined {
  const number = /^\/(\d+)\//u.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}
