import { FURNITURE_LANGUAGES, furnitureFor } from '../../article/index.ts';
import type { Block } from './blocks.ts';

/** What our own renderings put around an article, for one that carries our disclosure. */
export interface OwnFurniture {
  /** The line with the reading time. */
  isReadTime(block: Block): boolean;
  /** Source, invitation to comment, disclosure: nothing of the article follows. */
  isEnd(block: Block): boolean;
  isDisclosure(block: Block): boolean;
  isKeyPointsTitle(block: Block): boolean;
}

/** The furniture of the language whose disclosure stands in the file; undefined when the file is not of our making. */
export function findOwnFurniture(blocks: readonly Block[]): OwnFurniture | undefined {
  const texts = blocks.map(({ text }) => text);
  for (const language of FURNITURE_LANGUAGES) {
    const { disclosure, minutesRead, sourceLine, leaveComment, keyPoints } = furnitureFor(language);
    const labels = [disclosure.modelLabel, disclosure.extractiveLabel];
    if (!texts.some((text) => labels.some((label) => text.startsWith(label)))) continue;
    const minutes = Object.values(minutesRead).map(patternOf);
    const source = sourceLine.split('{source}')[0] ?? '';
    return {
      isReadTime: ({ text }) => minutes.some((pattern) => pattern.test(text)),
      isEnd: ({ text }) => (source !== '' && text.startsWith(source)) || text === leaveComment,
      isDisclosure: ({ text }) => labels.some((label) => text.startsWith(label)),
      isKeyPointsTitle: ({ text }) => text === keyPoints,
    };
  }
  return undefined;
}

function patternOf(phrase: string): RegExp {
  const escaped = phrase.replace(/[.*+?^$()|[\]\\]/gu, '\\$&').replace('{n}', '[\\p{N}.,\\s]{1,12}');
  return new RegExp(`(?:^|\\s|·)${escaped}$`, 'u');
}
