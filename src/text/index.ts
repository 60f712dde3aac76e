export { type AlignedQuotation, type AlignmentFailure, alignQuotation, isAligned } from './align.ts';
export type { Evidence } from './atoms.ts';
export { cleanSpeech } from './clean-speech.ts';
export { isCriticalWord } from './critical-words.ts';
export { type Figures, mayBeFigure, readFigures } from './dates.ts';
export type { DateMention, Relative, TimeUnit } from './dates-mention.ts';
export { DIRECTION_LANGUAGES, directionOf } from './directions.ts';
export { type Discourse, discourse } from './discourse.ts';
export { isFiller } from './fillers.ts';
export { printable, printableLines, stripHidden, stripUnprintable } from './hidden-characters.ts';
export {
  areCognate,
  findNames,
  type NameMention,
  type NameWord,
  nameStem,
} from './names.ts';
export { capitals, places } from './names-places.ts';
export { createWordTable, fits, foldName, type WordTable } from './names-table.ts';
export { honorifics, isInstitution, isTimeName, professions, titles } from './names-titles.ts';
export { isDenial, isNegation, NEGATION_LANGUAGES } from './negation.ts';
export { knowsNumberWords } from './numbers/lexicon.ts';
export type { NumberMention } from './numbers/mention.ts';
export { dimensionOf, factorOf, isMoney, isTimeSpan, type UnitName } from './numbers/units.ts';
export { primarySubtag } from './primary-subtag.ts';
export { capitalize, type QuotationEdit } from './print-quotation.ts';
export { findQuoted, type QuotedStretch, quote } from './quotation-marks.ts';
export { endsSentence } from './sentence-end.ts';
export { isSimilar } from './similarity.ts';
export { slugify } from './slug.ts';
export { soundKey, soundsLike } from './sound.ts';
export { separator, UNSPACED } from './spacing.ts';
export { isSpeechVerb, SPEECH_VERBS } from './speech-verbs.ts';
export { stemWord, withoutElision } from './stems.ts';
export { stopWords } from './stop-words.ts';
export { findTimeWords } from './time-words.ts';
export { type WordForm, wordForms } from './word-forms.ts';
export { countWords, isUnspaced, joinWords, normalizeWord, splitWords, type Word } from './words.ts';
