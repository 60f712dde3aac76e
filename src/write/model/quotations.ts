import {
  type AlignedQuotation,
  alignQuotation,
  isAligned,
  normalizeWord,
  stripHidden,
} from '../../text/index.ts';
import type { Transcript, Unit } from '../../transcript/index.ts';

/** Looks where the claim points first, then in the whole transcript: a right quotation with a wrong number is still right. */
export function findQuotation(
  proposed: string,
  units: readonly number[],
  transcript: Transcript,
): AlignedQuotation | undefined {
  const visible = stripHidden(proposed);
  const options = { lexicon: metadataWords(transcript), language: transcript.language };
  const near = alignQuotation(visible, neighbourhood(units, transcript.units), options);
  if (isAligned(near)) return near;
  const anywhere = alignQuotation(visible, transcript.units, options);
  return isAligned(anywhere) && anywhere.match === 'exact' ? anywhere : undefined;
}

const lexicons = new WeakMap<Transcript, ReadonlySet<string>>();

/** Spellings that people chose: the words of title, description and channel that look like names. */
function metadataWords(transcript: Transcript): ReadonlySet<string> {
  const known = lexicons.get(transcript);
  if (known) return known;
  const { title, description, channel } = transcript.metadata;
  const words = [title, description ?? '', channel?.name ?? ''].join(' ').split(/\s+/u);
  const lexicon = new Set(words.filter((word) => /^\P{L}*\p{Lu}\p{Ll}{2,}/u.test(word)).map(normalizeWord));
  lexicons.set(transcript, lexicon);
  return lexicon;
}

/** The units and their neighbours on both sides, in order. */
export function neighbourhood(ids: readonly number[], units: readonly Unit[]): Unit[] {
  const wanted = new Set(ids.flatMap((id) => [id - 1, id, id + 1]));
  return [...wanted].sort((first, second) => first - second).flatMap((id) => units[id] ?? []);
}
