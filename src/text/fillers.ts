/**
 * Sounds of hesitation, which carry no meaning in any sentence. Words that can also mean something ("like", "well", "este", "also")
 * are left out on purpose: leaving them out of a quotation could change it.
 */
const FILLERS: ReadonlySet<string> = new Set(
  [
    'umm uh uhm uhh erm eh hmm hm mm mmm mhm mm-hmm uh-huh',
    'äh ähm öh öhm',
    'euh heu',
    'ehm eeh',
    'э эм ээ эээ мм ммм',
    'えー えーと えっと うーん',
    '嗯 呃',
    'اه آه امم',
  ]
    .join(' ')
    .split(' '),
);

/** Hesitation in English, but a word elsewhere: German "um ... zu" and "er", Portuguese "um", Dutch and Danish "er". */
const ENGLISH_FILLERS: ReadonlySet<string> = new Set(['um', 'er']);

/** Sounds that are written like units of measure: millimetres, hectometres, micrometres. */
const UNITS: ReadonlySet<string> = new Set(['mm', 'hm', 'um', 'мм']);
const NUMBER_END = /\p{N}$/u;

/**
 * Whether a normalised word (see normalizeWord) is a mere sound of hesitation in the language (BCP 47; English when not given).
 * `before` is the word before it as it stands in the text: right behind a number, "mm" is a unit.
 */
export function isFiller(word: string, language = 'en', before = ''): boolean {
  if (UNITS.has(word) && NUMBER_END.test(before)) return false;
  return FILLERS.has(word) || (ENGLISH_FILLERS.has(word) && /^en\b/iu.test(language));
}
