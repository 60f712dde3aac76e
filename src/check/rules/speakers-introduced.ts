import { foldName, titles, wordForms } from '../../text/index.ts';
import type { Copy } from '../copy.ts';
import type { Found, Rule } from '../rule.ts';

/** Whoever speaks is introduced, and the programme is named. */
export const introducedSpeakersRule: Rule = {
  id: 'A07',
  severity: 'warning',
  title: 'Speakers are introduced with name and role where they first appear, and the programme is named',
  reason: 'A reader has to know who speaks, in what capacity, and where.',
  needs: ['article'],
  exempts: ['extractive'],
  *checkArticle({ copy, evidence, language }) {
    yield* findUnintroduced(copy, language);
    const { show, channel } = evidence.metadata;
    const names = [show, channel?.name].filter((name) => name !== undefined && name !== '');
    const text = fold(copy.lines.map((line) => line.text).join(' '), language);
    if (
      names.length > 0 &&
      !names.some((name) => fold(name ?? '', language).every((word) => text.includes(word)))
    )
      yield { path: '/lead', message: `the text never names ${names.join(' or ')}`, severity: 'info' };
  },
};

function* findUnintroduced({ article, body, deck }: Copy, language: string): Generator<Found> {
  for (const [index, { name, role }] of (article?.speakers ?? []).entries()) {
    if (role === undefined) continue;
    const last = fold(name, language).at(-1);
    const at = body.findIndex(({ text }) => last !== undefined && fold(text, language).includes(last));
    const first = body[at];
    if (!first) continue;
    const around = [...deck, ...body.slice(Math.max(0, at - 1), at + 2)];
    const said = new Set(around.flatMap(({ text }) => [...meanings(text, language)]));
    if ([...meanings(role, language)].some((word) => said.has(word))) continue;
    yield { path: first.path, message: `${name} (speaker ${index + 1}) appears without a role: ${role}` };
  }
}

function fold(text: string, language: string): string[] {
  return wordForms(text, language)
    .filter(({ isContent }) => isContent)
    .map(({ text: word }) => foldName(word.replace(/['’]s?$/u, '')));
}

/** Stems of content words, and what titles mean: "presidential" is not "president", "presidente" is. */
function meanings(text: string, language: string): Set<string> {
  const words = wordForms(text, language).filter(({ isContent }) => isContent);
  return new Set(words.flatMap(({ root, text: word }) => [root, titles.find(foldName(word)) ?? root]));
}
