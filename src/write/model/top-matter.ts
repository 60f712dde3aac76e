import { findQuoted, stripHidden } from '../../text/index.ts';
import { findSupport } from '../support.ts';
import type { Desk } from './desk.ts';
import type { Manuscript } from './manuscript.ts';
import type { Notes } from './notes.ts';
import { topSchema, type WrittenTop } from './schemas.ts';

/** Headlines and deck from the body as it stands; the transcript is not shown, so nothing can come of it that the body has not. */
export async function writeTop(desk: Desk, notes: Notes, manuscript: Manuscript): Promise<WrittenTop> {
  desk.writing.onStage('top-matter', 1);
  return desk.ask({
    stage: 'top-matter',
    name: 'top',
    schema: topSchema,
    variables: {
      article: renderBody(manuscript),
      angle: notes.angle,
      style: desk.style,
      language: desk.language,
      published: desk.published,
    },
    check: (top) =>
      (['headline', 'bodyHeadline', 'deck'] as const).flatMap((part) =>
        plain(top[part]) === '' ? [`${part}: is empty`] : [],
      ),
  });
}

function renderBody(manuscript: Manuscript): string {
  return manuscript.headings
    .flatMap((heading, part) => [
      ...(heading === '' ? [] : ['', heading]),
      ...manuscript
        .paragraphs(part)
        .flat()
        .map(({ text, cites }) => `${text} [${cites.join(', ')}]`),
    ])
    .join('\n');
}

/** Puts the top above the body, each line resting on the units of the sentences that say most of it. */
export function placeTop(manuscript: Manuscript, top: WrittenTop): void {
  const body = manuscript.lines
    .filter(({ role }) => role === 'sentence')
    .map(({ number, sentence }) => ({ id: String(number), text: sentence.text, cites: sentence.cites }));
  const known = new Set(body.flatMap(({ cites }) => cites));
  const citesOf = (text: string): number[] => {
    const ids = new Set(findSupport(text, body));
    const cites = body.flatMap((sentence) => (ids.has(sentence.id) ? sentence.cites : []));
    return [...new Set(cites)].sort((first, second) => first - second);
  };
  for (const role of ['headline', 'bodyHeadline', 'deck'] as const) {
    const text = plain(top[role]);
    manuscript.addTop(role, text, citesOf(text));
  }
  for (const { text, units } of top.keyPoints) {
    const cites = units.filter((id) => known.has(id));
    if (cites.length > 0) manuscript.addTop('keyPoint', plain(text), cites);
  }
}

/** Quoted words from which on the rules ask who said them. Without their marks nobody would ask. */
const FEWEST_QUOTED_WORDS = 3;

/** Top matter stands alone: no placeholders, no line breaks, no quotation marks but around what can be looked up. */
export function plain(text: string): string {
  const line = stripHidden(text)
    .replace(/\{+\s*q\d+\s*\}+/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const kept = findQuoted(line).filter(({ text: words }) => words.split(' ').length >= FEWEST_QUOTED_WORDS);
  return line
    .replace(/["“”„«»]/gu, (mark, at: number) =>
      kept.some(({ start, end }) => at === start || at === end - 1) ? mark : '',
    )
    .trim();
}
