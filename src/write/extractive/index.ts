export { draftPassages } from './draft-passages.ts';
export type { PrintedSentence } from './print-sentence.ts';
export {
  type ExtractiveDraft,
  type ExtractiveOptions,
  type ExtractiveParagraph,
  type ExtractiveSection,
  writeExtractive,
} from './write-extractive.ts';
