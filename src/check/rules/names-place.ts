import {
  findNames,
  isInstitution,
  isSpeechVerb,
  type NameMention,
  type NameWord,
  primarySubtag,
} from '../../text/index.ts';
import type { Copy, CopySentence } from '../copy.ts';
import { onceFor } from '../once-for.ts';
import type { Found, RuleContext } from '../rule.ts';
import { METADATA, type NameIndex } from './names-index.ts';
import { isNoName } from './names-ordinary.ts';
import { namesIn } from './names-read.ts';

/** A name spoken this many units before the cited ones is what their "he" and "they" stand for. */
const UNITS_REMEMBERED = 8;
/** A name in this share of the units is what the video is about; every "it" may stand for it. */
const SHARE_OF_TOPIC = 0.02;
const FEWEST_OF_TOPIC = 3;

/** Where a name stands, and what there is to compare it with. */
export interface Place {
  readonly mention: NameMention;
  readonly sentence: CopySentence;
  readonly context: RuleContext;
  readonly index: NameIndex;
}

/** A name that the source has, but not where the sentence says. */
export function checkPlace(
  word: NameWord,
  units: readonly number[],
  place: Place,
): Omit<Found, 'start' | 'end'> | undefined {
  const { sentence, context } = place;
  const { cites } = sentence;
  const [first] = cites;
  if (first === undefined || isNear(units, cites, 1, 1)) return undefined;
  if (isVoice(word, place)) return undefined;
  const isExpected =
    units[0] === METADATA ||
    units.length >= Math.max(FEWEST_OF_TOPIC, context.evidence.units.length * SHARE_OF_TOPIC) ||
    isNear(units, cites, UNITS_REMEMBERED, 1);
  const displaced = isExpected ? findDisplaced(word, place) : undefined;
  if (isExpected && displaced === undefined) return undefined;
  const spoken = units.filter((id) => id >= 0);
  const nearest = spoken
    .toSorted((one, other) => Math.abs(one - first) - Math.abs(other - first))
    .slice(0, 3);
  const where = nearest.length === 0 ? 'only the metadata has it' : `it is in ${list(nearest)}`;
  const instead = displaced === undefined ? '' : `, and they have “${displaced}”`;
  return {
    message: `the cited units do not have “${word.text}” (${where})${instead}`,
    // Of 16 such findings about names of the whole video, on recorded articles, none was a fault.
    severity: isExpected ? 'info' : 'warning',
    ...(displaced === undefined ? {} : { evidence: displaced }),
  };
}

function list(ids: readonly number[]): string {
  return ids.length === 1
    ? `unit ${ids[0]}`
    : `units ${ids.toSorted((one, other) => one - other).join(', ')}`;
}

/** Whether some of the ids lie between `before` units ahead of a cited one and `after` behind. Both are sorted. */
function isNear(units: readonly number[], cites: readonly number[], before: number, after: number): boolean {
  return cites.some((cited) => {
    let low = 0;
    let high = units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((units[middle] ?? 0) < Math.max(0, cited - before)) low = middle + 1;
      else high = middle;
    }
    const next = units[low];
    return next !== undefined && next <= cited + after;
  });
}

/** Whether the name may be that of the person who speaks in the cited units: labels say who does, and Q02 reads them. */
function isVoice({ key }: NameWord, { mention, sentence, context, index }: Place): boolean {
  const { evidence, language } = context;
  const isSubject = (mention.titleStart ?? mention.start) <= sentence.own.search(/\S/u);
  const says = speaks(mention, sentence.own, language);
  const isLabelled = sentence.cites.every((id) => (evidence.unit(id)?.speakers ?? []).length > 0);
  return isLabelled
    ? (says || isSubject) && index.isLabel(key)
    : says || isSubject || voicesOf(context.copy).has(key);
}

/** Whoever speaks somewhere in the text; where captions do not say who speaks, any unit may be theirs. */
const voicesOf = onceFor((copy: Copy): ReadonlySet<string> => {
  const language = primarySubtag(copy.language);
  const found = new Set<string>();
  for (const line of copy.lines) {
    for (const mention of namesIn(line, language))
      if (speaks(mention, line.own, language)) for (const { key } of mention.words) found.add(key);
  }
  return found;
});

/** Characters around a name in which its verb of speech stands. */
const REACH = 60;

/** Whether the sentence may let this name speak. Laxer than findAttributed: here each doubt would be an alarm. */
function speaks({ start, end, titleStart }: NameMention, text: string, language: string): boolean {
  const from = titleStart ?? start;
  const before =
    text
      .slice(Math.max(0, from - REACH), from)
      .trimEnd()
      .split(/\s+/u)
      .at(-1) ?? '';
  const after = text
    .slice(end, end + REACH)
    .trimStart()
    .split(/\s+/u)
    .slice(0, 2);
  return (
    [before, ...after].some((word) => isSpeechVerb(word, language)) ||
    /(?:\bto|so|laut|pour|selon|según|segundo|conforme|словам|мнению|словами|думку)$/iu.test(before)
  );
}

/** A name of the same kind in the cited units that the sentence leaves out: the two may have been swapped. */
function findDisplaced(word: NameWord, { mention, sentence, context, index }: Place): string | undefined {
  const { evidence, language } = context;
  const said = new Set(
    findNames(sentence.text, language).flatMap(({ words }) =>
      words.flatMap(({ stem, place = stem }) => [stem, place]),
    ),
  );
  const kind = kindOf(word, mention, index);
  const units = sentence.cites.flatMap((id) => evidence.unit(id) ?? []);
  // "Our cities" are those of the country that speaks.
  if (kind === 'place' && units.some((unit) => evidence.words(unit).some(({ key }) => OURS.has(key))))
    return undefined;
  for (const unit of units) {
    for (const other of evidence.read(unit, 'names', findNames)) {
      const left = other.words.find(
        (one) =>
          (one.certainty === 'sure' || one.place !== undefined) &&
          !isNoName(one) &&
          !said.has(one.stem) &&
          !said.has(one.place ?? one.stem) &&
          mayReplace(kindOf(one, other, index), kind),
      );
      if (left) return left.text;
    }
  }
  return undefined;
}

const OURS: ReadonlySet<string> = new Set(
  'our ours us unser unsere unseren unserer unserem nuestro nuestra nuestros nuestras notre nos nossa nosso nossas nossos наш наша наше наши нашей нашего наші нашої нашого'.split(
    ' ',
  ),
);

/** `name` is anybody or anything: a surname, a firm, a product. */
type Kind = 'place' | 'speaker' | 'person' | 'name';

function kindOf(word: NameWord, { words, title }: NameMention, index: NameIndex): Kind {
  if (word.place !== undefined) return 'place';
  if (index.isLabel(word.key)) return 'speaker';
  const isBody = words.some(({ key }) => isInstitution(key));
  if (isBody) return 'name';
  return title !== undefined || (words.length > 1 && !word.isAcronym) ? 'person' : 'name';
}

/** Whether one may stand where the other should: countries for countries, people for people. */
function mayReplace(one: Kind, other: Kind): boolean {
  if (one === other) return true;
  const kinds = new Set([one, other]);
  if (kinds.has('place')) return false;
  return kinds.has('person') || !kinds.has('speaker');
}
