import type { Metadata, Transcript } from '../../src/transcript/index.ts';
import { transcriptOf } from '../fixtures/transcripts.ts';

/** Speech for the pipeline: ordinary sentences that never repeat, with a figure in each unit, in any length. */

const NOUNS =
  `harbour bridge market garden library hospital station factory theatre village mountain island kitchen window
  corridor basement chimney orchard meadow valley quarry tunnel canal lighthouse warehouse workshop bakery brewery laundry pharmacy
  museum gallery archive chapel fountain square terrace balcony staircase cellar attic stable barn windmill sawmill foundry
  shipyard railway platform carriage engine lantern compass anchor barrel basket ladder hammer needle ribbon carpet curtain`.split(
    /\s+/u,
  );
const ADJECTIVES =
  `wooden narrow quiet heavy bright hollow crooked ancient broken painted crowded empty frozen gentle humble
  modest patient rusty silent simple slender sturdy tender timid vacant wicked yellow purple golden silver`.split(
    /\s+/u,
  );
const VERBS =
  `repair measure polish carry borrow cover empty follow gather handle inspect join lift mark notice order
  paint quarter rescue scrub shelter sketch steer stretch support survey tidy unload visit wander`.split(
    /\s+/u,
  );

/** Thirty-odd words; the counters run at different speeds, so that no two units are alike. */
function unitText(index: number): string {
  const noun = (step: number): string =>
    NOUNS[(index * 7 + step * 13 + Math.floor(index / 64) * 5) % NOUNS.length] ?? '';
  const adjective = (step: number): string => ADJECTIVES[(index * 11 + step * 7) % ADJECTIVES.length] ?? '';
  const verb = (step: number): string => VERBS[(index * 5 + step * 3) % VERBS.length] ?? '';
  return `and in block ${index + 20} we ${verb(0)} the ${adjective(0)} ${noun(0)} and they ${verb(1)} the ${adjective(1)} ${noun(1)} beside the ${noun(2)} where people ${verb(2)} a ${adjective(2)} ${noun(3)} before the ${noun(4)} of the ${noun(5)}`;
}

export function spokenUnits(count: number): string[] {
  return Array.from({ length: count }, (_, index) => unitText(index));
}

/** About 1,000 words, shown whole to the call that writes. */
export const SHORT_UNITS = 28;
/** About 6,000 words: read in one call, but not shown whole twice. */
export const MIDDLE_UNITS = 170;
/** About 15,000 words, more than one call may read. */
export const LONG_UNITS = 400;

export const spokenTranscript = (units: number, metadata: Partial<Metadata> = {}): Transcript =>
  transcriptOf(spokenUnits(units), { title: 'The works committee', ...metadata });
export const shortTranscript = (): Transcript => spokenTranscript(SHORT_UNITS);
export const longTranscript = (): Transcript => spokenTranscript(LONG_UNITS);

/** The same speech as a file. */
export function spokenFile(units: number): string {
  return spokenUnits(units)
    .map((text) => `${text[0]?.toUpperCase()}${text.slice(1)}.`)
    .join(' ');
}
