import { areCognate, type NameWord, soundKey, soundsLike } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import { placeIn } from '../place-in.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';
import { type NameIndex, nameIndex } from './names-index.ts';
import { namesIn } from './names-read.ts';

/** Shorter names sound alike without being one. */
const SHORTEST = 4;

interface Spelling {
  readonly word: NameWord;
  readonly line: CopySentence;
  count: number;
}

export const oneSpellingRule: Rule = {
  id: 'F07',
  severity: 'warning',
  title: 'A name is spelled one way throughout',
  reason: 'Two spellings look like two people, and one of them is wrong.',
  example: 'Zelensky in one sentence, Zelenskyy in the next; Kiev and Kyiv.',
  needs: [],
  *checkArticle(context) {
    const index = context.evidence.units.length > 0 ? nameIndex(context.evidence) : undefined;
    for (const alike of bySound(spellingsOf(context)).values()) {
      for (const [at, one] of alike.entries()) {
        const other = alike.slice(0, at).find((before) => isOneName(before, one, index));
        if (other) yield describe(one, other);
      }
    }
  },
};

/** The last words of names, each with the place where it first stands. */
function spellingsOf({ copy, language }: RuleContext): Spelling[] {
  const spellings = new Map<string, Spelling>();
  for (const line of copy.lines) {
    for (const { words } of namesIn(line, language)) {
      const word = words.at(-1);
      if (!word || word.certainty === 'possible' || word.isAcronym || word.key.length < SHORTEST) continue;
      const known = spellings.get(word.key);
      if (known) known.count++;
      else spellings.set(word.key, { word, line, count: 1 });
    }
  }
  return [...spellings.values()];
}

function bySound(spellings: readonly Spelling[]): Map<string, Spelling[]> {
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const sound = soundKey(spelling.word.key);
    const group = groups.get(sound);
    if (group) group.push(spelling);
    else groups.set(sound, [spelling]);
  }
  return groups;
}

/** Two people of like names stand side by side in the source; two spellings of one do not. */
function isOneName(one: Spelling, other: Spelling, index: NameIndex | undefined): boolean {
  const [first, second] = [one.word, other.word];
  if (first.stem === second.stem || areCognate(first.key, second.key)) return false;
  if (first.place !== undefined && first.place === second.place) return false;
  if (!soundsLike(first.key, second.key)) return false;
  const units = new Set(index?.locate(first) ?? []);
  return !(index?.locate(second) ?? []).some((id) => units.has(id));
}

function describe(one: Spelling, other: Spelling): Found {
  const [rare, common] = one.count <= other.count ? [one, other] : [other, one];
  const { line, word } = rare;
  return {
    ...placeIn(line, word.start, word.end),
    message: `“${word.text}” here, “${common.word.text}” elsewhere in the text: one name?`,
    evidence: common.word.text,
  };
}
