export type ArticleLength = 'short' | 'medium';

export interface LengthTarget {
  readonly words: number;
  readonly sections: number;
}

const LONG_VIDEO_SECONDS = 3 * 3600;
/** Where the target stops growing: nobody reads a longer article because the video was longer. */
const LONGEST_VIDEO_SECONDS = 10 * 3600;
/** Spoken words a minute, for sources without times. */
const SPEAKING_RATE = 150;

/**
 * Words and sections an article of this source should have: two thirds of a short transcript, 1,200 words of a longer one,
 * rising to 2,000 between three and ten hours.
 */
export function lengthTarget(
  words: number,
  durationSeconds: number | undefined,
  length: ArticleLength,
): LengthTarget {
  const seconds = durationSeconds ?? (words / SPEAKING_RATE) * 60;
  const share = (seconds - LONG_VIDEO_SECONDS) / (LONGEST_VIDEO_SECONDS - LONG_VIDEO_SECONDS);
  const ceiling = 1_200 + 800 * Math.min(1, Math.max(0, share));
  const medium = Math.min(ceiling, 0.65 * words);
  const target = Math.round(length === 'short' ? medium / 2 : medium);
  return { words: target, sections: Math.min(12, Math.max(3, Math.round(target / 145))) };
}
