import { UNSPACED } from '../text/index.ts';
import type { Finding } from './findings.ts';
import type { Place } from './places.ts';

/** A person's word that findings may stand. */
export interface Waiver {
  readonly rule: string;
  /** Source id of the article, or the name of the text file. @default any */
  readonly article?: string | undefined;
  /** Words of the sentence; a rule of the core cannot be waived without them. @default any */
  readonly text?: string | undefined;
  readonly reason: string;
  readonly by: string;
}

export function concernsArticle({ article }: Waiver, id: string): boolean {
  return article === undefined || article === id;
}

/** Whether a waiver is meant for a finding of the article `id`. */
export function meets(
  waiver: Waiver,
  finding: Finding,
  { id, place }: { id: string; place: Place },
): boolean {
  if (waiver.rule !== finding.rule || !concernsArticle(waiver, id)) return false;
  return waiver.text === undefined || plain(place.text ?? '').includes(plain(waiver.text));
}

/** Letters and digits below which a text stands in almost every sentence; in scripts without spaces, a word is shorter. */
const LEAST_LETTERS = 4;
const LEAST_UNSPACED = 2;

/** Whether a waiver means no sentence in particular. */
export function isBlanket({ text = '' }: Waiver): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters < (WITHOUT_SPACES.test(text) ? LEAST_UNSPACED : LEAST_LETTERS);
}

const WITHOUT_SPACES = new RegExp(`[${UNSPACED}]`, 'u');

/** Spaces, case and the shape of quotation marks are lost when people copy a sentence. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„«»「」]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
