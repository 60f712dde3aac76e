import { type NameMention, primarySubtag, titles } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import type { Found, RuleContext } from '../rule.ts';
import { nameIndex } from './names-index.ts';
import { namesIn } from './names-read.ts';
import {
  metadataTokens,
  type RoleToken,
  roleTokens,
  tokensOf,
  unitsNaming,
  WORDS_ABOUT,
} from './roles-tokens.ts';

/** Offices before names: the source gives the person this one, another, or none. */
export function* checkTitles(sentence: CopySentence, context: RuleContext): Generator<Found> {
  const { evidence, language } = context;
  for (const mention of namesIn(sentence, language)) {
    const { title, titleStart, end, words } = mention;
    const last = words.at(-1);
    if (title === undefined || titleStart === undefined || !last) continue;
    if (nameIndex(evidence).unitsOfStem(last.stem).length === 0) continue;
    const given = titlesGiven(mention, sentence, evidence);
    if (given.anywhere.has(title)) continue;
    const [other] = given.before;
    const name = mention.text;
    yield {
      start: titleStart,
      end,
      message:
        other === undefined
          ? `the source never calls ${name} “${sentence.own.slice(titleStart, mention.start).trim()}”`
          : `the source calls ${name} “${other}”`,
      ...(other === undefined ? { severity: 'warning' } : { evidence: other }),
    };
  }
}

interface Given {
  /** Meanings of the titles within a few words of the name, and in the units that the sentence cites. */
  readonly anywhere: ReadonlySet<string>;
  /** Titles as written right before the name. */
  readonly before: readonly string[];
}

function titlesGiven({ words }: NameMention, sentence: CopySentence, evidence: Evidence): Given {
  const stem = words.at(-1)?.stem ?? '';
  const anywhere = new Set<string>();
  const before: string[] = [];
  const read = (tokens: readonly RoleToken[], isCited: boolean): void => {
    const runs = titleRuns(tokens);
    for (const { meaning } of runs.filter(({ at }) => isCited || nearName(tokens, at, stem)))
      anywhere.add(meaning);
    for (const { end, text } of runs) {
      const behind = tokens.slice(end, end + words.length);
      if (behind.some((token) => token.stem === stem) && behind.every(({ joins }) => joins))
        before.push(text);
    }
  };
  const language = primarySubtag(evidence.language);
  for (const unit of unitsNaming(stem, evidence)) read(tokensOf(unit, evidence), false);
  for (const unit of evidence.near(sentence.cites)) read(tokensOf(unit, evidence), true);
  const labels = new Set(evidence.units.flatMap(({ speakers = [] }) => speakers));
  for (const label of labels) {
    const tokens = roleTokens(label, language);
    const isOffice = tokens.every((token) => isTitle(token) || !token.isContent);
    if (isOffice || tokens.some((token) => token.stem === stem)) read(tokens, true);
  }
  read(metadataTokens(evidence), true);
  for (const { name, role = '' } of evidence.speakers)
    read(
      roleTokens(`${role} ${name}`, language),
      name.toLowerCase().includes(words.at(-1)?.text.toLowerCase() ?? ''),
    );
  return { anywhere, before };
}

function nearName(tokens: readonly RoleToken[], at: number, stem: string): boolean {
  return tokens.slice(Math.max(0, at - WORDS_ABOUT), at + WORDS_ABOUT).some((token) => token.stem === stem);
}

/** Titles in a row count as one: "Vice President". */
function titleRuns(
  tokens: readonly RoleToken[],
): { at: number; end: number; meaning: string; text: string }[] {
  const runs: { at: number; end: number; meaning: string; text: string }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const meanings: string[] = [];
    let end = at;
    for (let token = tokens[end]; token && (end === at || token.joins); token = tokens[++end]) {
      const meaning = titles.find(token.key);
      if (meaning === undefined) break;
      meanings.push(meaning);
    }
    if (end === at) continue;
    const text = tokens
      .slice(at, end)
      .map((token) => token.text)
      .join(' ');
    runs.push({ at, end, meaning: meanings.join(' '), text });
    at = end - 1;
  }
  return runs;
}

function isTitle({ key }: RoleToken): boolean {
  return titles.find(key) !== undefined;
}
