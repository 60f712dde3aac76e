/** Shortened words whose full stop does not end a sentence, in the languages we know; lower case, without the stop. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  [
    'mr mrs ms dr prof st sen rep gov gen col lt sgt capt jr sr hon rev vs etc inc ltd co corp dept est approx fig vol pp no jan feb mar apr jun jul aug sep sept oct nov dec',
    'bzw ca evtl ggf nr str usw vgl sog hr fr inkl zzgl mio mrd bspw z b d h u a',
    'sra sres ud uds ee uu núm av pág lic ing mtro mtra art',
    'm mm mme mlle mgr env cf',
    'exmo exma ilmo sig sigg dott avv dhr mevr drs bijv',
    'г гг тыс млн млрд руб т е д п др им ул см стр проф акад',
  ]
    .join(' ')
    .split(' '),
);
const ENDING = /([.!?…。．！？؟।۔]+)["'”’“‘»«›)\]」』）]*$/u;
/** No word ends on more marks; bounds the search in hostile text. */
const LONGEST_ENDING = 40;
const OPENING_MARKS = /^["'“‘„«‹([「『（¿¡—–-]+/u;

/**
 * Whether a word (its punctuation attached) ends a sentence before the word that follows it, if any does.
 * A full stop before a small letter does not, nor one behind an initial or a known abbreviation.
 */
export function endsSentence(word: string, next: string | undefined): boolean {
  const mark = ENDING.exec(word.slice(-LONGEST_ENDING))?.[1];
  if (mark === undefined) return false;
  if (next === undefined) return true;
  const follower = next.replace(OPENING_MARKS, '');
  if (/^\p{Ll}/u.test(follower)) return /[!?。！？؟।]/u.test(mark) && /\p{Lo}/u.test(word);
  if (mark !== '.') return true;
  const body = word.slice(0, word.lastIndexOf('.')).replace(OPENING_MARKS, '');
  if (/^\p{Lu}$/u.test(body) || /^(?:\p{L}\.)+\p{L}$/u.test(body)) return false;
  return !ABBREVIATIONS.has(body.toLowerCase());
}
