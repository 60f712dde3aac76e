import { FURNITURE_LANGUAGES, furnitureFor } from '../../article/index.ts';
import type { Block } from './blocks.ts';

/** What our own renderings put around an article, for one that carries our disclosure. */
export interface OwnFurniture {
  readonly writer: 'model' | 'extractive';
  /** The mark before the first sentence, with the place in a group. */
  readonly dateline: RegExp;
  /** The line with the reading time. */
  isReadTime(block: Block): boolean;
  /** Source, invitation to comment, disclosure: nothing of the article follows. */
  isEnd(block: Block): boolean;
  isDisclosure(block: Block): boolean;
  isKeyPointsTitle(block: Block): boolean;
  /** The list behind it is of changes, not of the article. */
  isCorrectionsTitle(block: Block): boolean;
}

/** Capitals, where the script has any. */
const PLACE = '(?<place>[^\\p{Ll}\\s【】]{1,30}(?: [^\\p{Ll}\\s【】]{1,30}){0,3})';

/** The furniture of the language whose disclosure stands in the file; undefined when the file is not of our making. */
export function findOwnFurniture(blocks: readonly Block[]): OwnFurniture | undefined {
  const texts = blocks.map(({ text }) => text);
  for (const language of FURNITURE_LANGUAGES) {
    const { disclosure, minutesRead, sourceLine, leaveComment, keyPoints, corrections, dateline } =
      furnitureFor(language);
    const labels = [disclosure.modelLabel, disclosure.extractiveLabel];
    const label = labels.find((one) => texts.some((text) => text.startsWith(one)));
    if (label === undefined) continue;
    const minutes = Object.values(minutesRead).map(patternOf);
    const source = sourceLine.split('{source}')[0] ?? '';
    return {
      writer: label === disclosure.extractiveLabel ? 'extractive' : 'model',
      dateline: new RegExp(`^${escapePattern(dateline).replace('{place}', PLACE)}`, 'u'),
      isReadTime: ({ lines }) => lines.some(({ text }) => minutes.some((pattern) => pattern.test(text))),
      isEnd: ({ text }) => (source !== '' && text.startsWith(source)) || text === leaveComment,
      isDisclosure: ({ text }) => text.startsWith(label),
      isKeyPointsTitle: ({ text }) => text === keyPoints,
      isCorrectionsTitle: ({ text }) => text === corrections,
    };
  }
  return undefined;
}

function patternOf(phrase: string): RegExp {
  return new RegExp(`(?:^|\\s|·)${escapePattern(phrase).replace('{n}', '[\\p{N}.,\\s]{1,12}')}$`, 'u');
}

function escapePattern(phrase: string): string {
  return phrase.replace(/[.*+?^$()|[\]\\]/gu, '\\$&');
}
