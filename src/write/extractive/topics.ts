import type { Speech } from './speech.ts';

/** A run of units about one thing: `from` up to, not including, `to`. */
export interface Topic {
  readonly from: number;
  readonly to: number;
}

export interface TopicOptions {
  readonly fewest: number;
  readonly most: number;
  /** Indices of units that begin a chapter of the author's; when given, topics begin there and nowhere else. */
  readonly chapters?: readonly number[];
}

/** Longest topic in units (more than two hours of speech); it keeps the search linear in the length of the video. */
const LONGEST_TOPIC = 600;

/**
 * Cuts the speech where its vocabulary changes (Utiyama and Isahara, "A statistical model for domain-independent text segmentation",
 * ACL 2001): the topics are those under which the words are likeliest, each a distribution of its own, with one description length per cut.
 * Chapters of the author's win. Neighbours are joined while there are more topics than asked for.
 */
export function findTopics(speech: Speech, { fewest, most, chapters }: TopicOptions): Topic[] {
  const units = speech.units.length;
  let starts = chapters ?? [];
  if (chapters === undefined) {
    const inviting = inviteCuts(speech);
    let price = 1;
    starts = cheapestCuts(speech, inviting, price);
    while (starts.length + 1 < Math.min(fewest, units) && price > 0.01) {
      price /= 2;
      starts = cheapestCuts(speech, inviting, price);
    }
    if (starts.length + 1 < Math.min(fewest, units)) starts = evenCuts(units, Math.min(fewest, units));
  }
  const borders = [...new Set([0, ...starts, units])].sort((first, second) => first - second);
  const topics = borders.slice(0, -1).map((from, index) => ({ from, to: borders[index + 1] ?? units }));
  return joinTopics(speech, topics, fewest, most);
}

function evenCuts(units: number, count: number): number[] {
  return Array.from({ length: count - 1 }, (_, index) => Math.round((units * (index + 1)) / count));
}

/** A topic rarely begins in the middle of somebody's speech, and an interviewer begins it with a question. */
const CUTS_AT_TURNS = 0.95;
const LARGEST_INVITATION = 5;
const QUESTION_INVITATION = 3;
/** Words a turn must have in its first unit to open a topic; "Yeah, right." does not. */
const OPENING_WORDS = 12;

/**
 * For each unit the log odds that a cut falls before it, compared with the middle of a turn: with a share p of units that begin a turn,
 * and nearly all cuts at turns, log(.95 (1 - p) / (.05 p)).
 */
function inviteCuts({ units, unitStart }: Speech): Float64Array {
  const inviting = new Float64Array(units.length);
  const turns = units.filter((unit) => unit.turn).length;
  if (turns === 0 || turns === units.length) return inviting;
  const odds = (CUTS_AT_TURNS / (1 - CUTS_AT_TURNS)) * ((units.length - turns) / turns);
  const invitation = Math.min(LARGEST_INVITATION, Math.max(0, Math.log(odds)));
  for (const [index, unit] of units.entries()) {
    if (!unit.turn || (unitStart[index + 1] ?? 0) - (unitStart[index] ?? 0) < OPENING_WORDS) continue;
    inviting[index] = invitation + (asksSoon(units, index) ? QUESTION_INVITATION : 0);
  }
  return inviting;
}

function asksSoon(units: Speech['units'], first: number): boolean {
  for (let index = first; index < first + 3; index++) {
    if (index > first && units[index]?.turn) return false;
    if (/[?？؟]/u.test(units[index]?.text ?? '')) return true;
  }
  return false;
}

/** First units of all topics but the first, cheapest in all; `price` scales what a cut costs. */
function cheapestCuts(speech: Speech, inviting: Float64Array, price: number): number[] {
  const units = speech.units.length;
  const { total, addUnit } = describeWords(speech);
  const perCut = price * Math.log(Math.max(2, total));
  const cost = new Float64Array(units + 1).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(units + 1);
  cost[0] = 0;
  for (let from = 0; from < units; from++) {
    const before = (cost[from] ?? 0) + perCut - (from === 0 ? 0 : (inviting[from] ?? 0));
    for (let unit = from; unit < Math.min(units, from + LONGEST_TOPIC); unit++) {
      const whole = before + addUnit(unit, unit === from);
      if (whole >= (cost[unit + 1] ?? 0)) continue;
      cost[unit + 1] = whole;
      previous[unit + 1] = from;
    }
  }
  const starts: number[] = [];
  for (let end = previous[units] ?? 0; end > 0; end = previous[end] ?? 0) starts.push(end);
  return starts.reverse();
}

/**
 * The description length of a growing topic, in nats: with n words of which word w stands there f times, and a vocabulary of k words,
 * n log(n + k) - sum over w of f log(f + 1). Adding a unit costs one step a word.
 */
function describeWords({ terms, vocabulary, unitStart }: Speech) {
  const count = new Int32Array(vocabulary.length);
  const seen = new Int32Array(vocabulary.length);
  const total = terms.reduce((sum, term) => sum + (term >= 0 ? 1 : 0), 0);
  const weight = Float64Array.from(
    { length: total + 2 },
    (_, frequency) => frequency * Math.log(frequency + 1),
  );
  let generation = 0;
  let size = 0;
  // Kept in an array: a fraction that a closure keeps is allocated anew at every change.
  const repeated = new Float64Array(1);
  const addUnit = (unit: number, isFirst: boolean): number => {
    if (isFirst) {
      generation++;
      size = 0;
      repeated[0] = 0;
    }
    let sum = repeated[0] ?? 0;
    const end = unitStart[unit + 1] ?? 0;
    for (let at = unitStart[unit] ?? 0; at < end; at++) {
      const term = terms[at] ?? -1;
      if (term < 0) continue;
      if (seen[term] !== generation) {
        seen[term] = generation;
        count[term] = 0;
      }
      const frequency = count[term] ?? 0;
      sum += (weight[frequency + 1] ?? 0) - (weight[frequency] ?? 0);
      count[term] = frequency + 1;
      size++;
    }
    repeated[0] = sum;
    return size * Math.log(size + vocabulary.length) - sum;
  };
  return { total, addUnit };
}

/** A topic of less than this share of an even one does not carry a section. */
const SMALLEST_SHARE = 0.3;

/** Joins neighbours whose common description costs least more, until none is too small and there are few enough. */
function joinTopics(speech: Speech, found: readonly Topic[], fewest: number, most: number): Topic[] {
  const topics = [...found];
  const { addUnit } = describeWords(speech);
  const describe = ({ from, to }: Topic): number => {
    let cost = 0;
    for (let unit = from; unit < to; unit++) cost = addUnit(unit, unit === from);
    return cost;
  };
  const costs = topics.map(describe);
  const riseAt = (index: number): number => {
    const [first, second] = [topics[index], topics[index + 1]];
    if (!first || !second) return Number.POSITIVE_INFINITY;
    return describe({ from: first.from, to: second.to }) - (costs[index] ?? 0) - (costs[index + 1] ?? 0);
  };
  const rises = topics.map((_, index) => riseAt(index));
  const smallest = (SMALLEST_SHARE * speech.words.length) / most;
  const isSmall = (index: number): boolean => {
    const { from, to } = topics[index] ?? { from: 0, to: 0 };
    return (speech.unitStart[to] ?? 0) - (speech.unitStart[from] ?? 0) < smallest;
  };
  while (topics.length > Math.max(1, fewest)) {
    const isCrowded = topics.length > most;
    let best = -1;
    for (let index = 0; index + 1 < topics.length; index++) {
      if (!isCrowded && !isSmall(index) && !isSmall(index + 1)) continue;
      if (best < 0 || (rises[index] ?? 0) < (rises[best] ?? 0)) best = index;
    }
    const [first, second] = [topics[best], topics[best + 1]];
    if (!first || !second) break;
    const joined = { from: first.from, to: second.to };
    topics.splice(best, 2, joined);
    costs.splice(best, 2, describe(joined));
    rises.splice(best, 1);
    for (const index of [best - 1, best]) if (index >= 0) rises[index] = riseAt(index);
  }
  return topics;
}
