import { distance } from 'fastest-levenshtein';

const SHOWN = 3;
const FARTHEST = 2;

/** The names that a mistyped one could have meant, best first. */
function closestNames(name: string, names: Iterable<string>): string[] {
  const wanted = name.toLowerCase();
  // The letter of a rule is its family and seldom mistyped; its number is.
  const farness = (known: string): number =>
    distance(wanted, known.toLowerCase()) + (known[0]?.toLowerCase() === wanted[0] ? 0 : 0.5);
  return [...names]
    .map((known) => ({ known, farness: farness(known) }))
    .filter((candidate) => candidate.farness <= FARTHEST)
    .sort((first, second) => first.farness - second.farness)
    .slice(0, SHOWN)
    .map(({ known }) => known);
}

/** "Did you mean A01 or A05?", or nothing when nothing is near. */
export function didYouMean(name: string, names: Iterable<string>): string {
  const closest = closestNames(name, names);
  return closest.length === 0 ? '' : ` Did you mean ${closest.join(' or ')}?`;
}
