import { LIMITS } from '../limits.ts';

const TIMESTAMP = /^(?:(\d{1,5}):)?(\d{1,4}):(\d{2})(?:[.,](\d{1,9}))?$/u;

/** Seconds of `[[h:]m]:ss[.fraction]`; undefined when it is no time of a video. Minutes may pass 59 where no hours stand before them. */
export function parseTimestamp(text: string): number | undefined {
  const match = TIMESTAMP.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds, fraction] = match;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined;
  const value =
    Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction ?? 0}`);
  return value <= LIMITS.seconds ? roundTime(value) : undefined;
}

/** Milliseconds are as fine as any format is. */
export function roundTime(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
