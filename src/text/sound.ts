import { distance } from 'fastest-levenshtein';
import { foldName } from './names-table.ts';

/** Cyrillic letters by the Latin ones that sound like them; signs fall away. */
const LATIN: ReadonlyMap<string, string> = new Map(
  'а:a б:b в:v г:g ґ:g д:d е:e є:e ж:j з:z и:i і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sh ы:y э:e ю:yu я:ya'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(2)]),
);

/** Groups of letters that sound like one, in the order they are replaced. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/x/gu, 'ks'],
  [/tsch|tch|sch|ch|sh|cz|sz|zh|j/gu, 'x'],
  [/ph|w|v/gu, 'f'],
  [/ck|q|g|c(?![eiy])/gu, 'k'],
  [/z|c/gu, 's'],
  [/d/gu, 't'],
  [/b/gu, 'p'],
];

/** The consonants of a word as a recogniser hears them: voiced and voiceless are one, vowels, h and doubling are nothing. */
export function soundKey(word: string): string {
  const grouped = GROUPS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), toLatin(word));
  return grouped.replace(/[^fklmnprstx\d]/gu, '').replace(/(.)\1+/gu, '$1');
}

function toLatin(word: string): string {
  return foldName(word).replace(/[а-яіїєґ]/gu, (letter) => LATIN.get(letter) ?? '');
}

/** Shares of letters in common from which two spellings may be one spoken name. */
const LOOKS_ALIKE = 0.7;
const LOOKS_AND_SOUNDS_ALIKE = 0.5;
const SOUNDS_ALIKE = 0.8;
const SAME_SOUND_LOOK = 0.45;
const SHORTEST = 3;
/** Longer runs of letters are no name; it bounds the comparison. */
const LONGEST = 40;

/** Whether two words may be spellings of one spoken name: "zalinski" and "Zelenskyy", "kharkov" and "Kharkiv". */
export function soundsLike(first: string, second: string): boolean {
  const [one, two] = [toLatin(first), toLatin(second)];
  if (Math.min(one.length, two.length) < SHORTEST || Math.max(one.length, two.length) > LONGEST) return false;
  const look = likeness(one, two);
  if (look < SAME_SOUND_LOOK) return false;
  const [sound, other] = [soundKey(one), soundKey(two)];
  if (sound.charAt(0) !== other.charAt(0)) return false;
  if (sound === other) return sound.length > 1;
  return (
    (look >= LOOKS_ALIKE && one.length > 4) ||
    (look >= LOOKS_AND_SOUNDS_ALIKE && sound.length > 2 && likeness(sound, other) >= SOUNDS_ALIKE)
  );
}

/** 1 for equal words, 0 for words without a letter in common. */
function likeness(first: string, second: string): number {
  const longest = Math.max(first.length, second.length);
  return longest === 0 ? 0 : 1 - distance(first, second) / longest;
}
