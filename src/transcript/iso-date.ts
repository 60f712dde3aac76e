import { z } from 'zod';

export interface IsoDate {
  /** A date stays a date, an instant becomes UTC. */
  readonly text: string;
  /** Milliseconds of the epoch. */
  readonly time: number;
}

/** What a person is told who gave something else. */
export const ISO_DATE_EXPECTED =
  'must be a date that exists (2026-11-23) or an instant with its offset (2026-11-23T18:00:00Z)';

const dateSchema = z.iso.date();
const instantSchema = z.iso.datetime({ offset: true });

/** Reads an RFC 3339 date or instant; undefined for anything else, and for days that no calendar has. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const plain = text.toUpperCase().replace(' ', 'T');
  if (dateSchema.safeParse(plain).success) return { text: plain, time: Date.parse(plain) };
  if (!instantSchema.safeParse(plain).success) return undefined;
  const time = Date.parse(plain);
  return { text: new Date(time).toISOString(), time };
}
