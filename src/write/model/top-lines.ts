import type { DraftSentence } from '../draft.ts';
import { contentRoots } from './claims.ts';
import { findForeign } from './foreign-text.ts';
import type { Manuscript, ManuscriptLine } from './manuscript.ts';
import type { Doubt } from './verify.ts';

/** Share of a line's content words that what it stands for must have too. True headings came down to .33, true headlines to .6. */
const LEAST_SUPPORT = { headline: 0.5, heading: 0.3 } as const;
const LONGEST_HEADLINE = 140;
const DECK_SENTENCES = 2;

/** What is wrong with lines of the top that the rules cannot see: nothing in the body says it, or it is no plain text. */
export function judgeTop(manuscript: Manuscript, language: string): Doubt[] {
  const body = bodyOf(manuscript);
  const roots = rootsOf(body, language);
  const source = body.map(({ text }) => text).join(' ');
  return manuscript.lines
    .filter(({ role }) => role !== 'sentence')
    .flatMap(({ number, sentence }): Doubt[] => {
      const message = faultOf(sentence.text, { source, roots, language, kind: 'headline' });
      return message === undefined ? [] : [{ number, rule: 'C05', severity: 'error', message }];
    });
}

interface Ground {
  /** What names of sites may come from. */
  readonly source: string;
  /** Of the content words that may be used. */
  readonly roots: ReadonlySet<string>;
  readonly language: string;
  /** @default 'heading' */
  readonly kind?: keyof typeof LEAST_SUPPORT;
}

/** Why a line without citations of its own cannot stand above these texts. */
export function faultOf(
  text: string,
  { source, roots, language, kind = 'heading' }: Ground,
): string | undefined {
  const foreign = findForeign(text, source);
  if (foreign !== undefined) return foreign;
  const own = [...contentRoots(text, language)];
  // Words of grammar alone say nothing.
  if (own.length === 0 && kind === 'heading') return undefined;
  const share = own.filter((root) => roots.has(root)).length / Math.max(1, own.length);
  return share < LEAST_SUPPORT[kind] ? 'what it stands for has hardly any of its words' : undefined;
}

export function rootsOf(sentences: readonly { readonly text: string }[], language: string): Set<string> {
  return new Set(sentences.flatMap(({ text }) => [...contentRoots(text, language)]));
}

function bodyOf(manuscript: Manuscript): DraftSentence[] {
  return manuscript.lines.filter(({ role }) => role === 'sentence').map(({ sentence }) => sentence);
}

/** What stands for a headline or deck that nobody could mend: sentences of the body, which passed. */
export function standIn(manuscript: Manuscript, { role }: ManuscriptLine): string | undefined {
  const sentences = bodyOf(manuscript).filter(({ quotes }) => quotes.length === 0);
  if (role === 'deck') {
    const deck = sentences.slice(0, DECK_SENTENCES).map(({ text }) => text);
    return deck.length === 0 ? undefined : deck.join(' ');
  }
  const [first, second] = sentences
    .filter(({ text }) => text.length <= LONGEST_HEADLINE)
    .map(({ text }) => text.replace(/[.。।]$/u, ''));
  return role === 'headline' ? first : (second ?? first);
}
