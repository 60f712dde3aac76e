import type { Finding } from './findings.ts';
import type { Place } from './places.ts';

/** A person's word that findings may stand. */
export interface Waiver {
  readonly rule: string;
  /** Source id of the article, or the name of the text file. @default any */
  readonly article?: string | undefined;
  /** Words of the sentence. @default any */
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

/** Spaces, case and the shape of quotation marks are lost when people copy a sentence. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„«»「」]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
