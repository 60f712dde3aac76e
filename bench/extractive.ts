import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { countWords } from '../src/text/index.ts';
import { formatHeading, nameTopics } from '../src/write/extractive/headings.ts';
import { type ExtractiveDraft, writeExtractive } from '../src/write/extractive/index.ts';
import {
  centroidOf,
  closeness,
  similarity,
  termWeights,
  type Vector,
  vectorOf,
} from '../src/write/extractive/relevance.ts';
import { readSpeech, type Speech } from '../src/write/extractive/speech.ts';
import { findTopics } from '../src/write/extractive/topics.ts';
import { lengthTarget } from '../src/write/length.ts';
import {
  borderF1,
  contentWordF1,
  evenBorders,
  largestOverlap,
  mean,
  pk,
  rouge1,
} from './extractive/measures.ts';
import { findDataFolder, type Pair, readPairs } from './extractive/pairs.ts';

const TOLERANCE = 60;
/** Words of a summary of a whole meeting. */
const SUMMARY_WORDS = 110;
const PARTS = 10;

/** How good the extractive writer is, on transcripts with something a person made of them. Prints a row for each, then means. */
export default async function run([argument]: readonly string[]): Promise<void> {
  const folder = findDataFolder(argument);
  if (!folder) {
    print(
      'No development data: pass its folder, or set COPYDESK_DATA. It holds a folder `pairs` with transcript and reference files.',
    );
    return;
  }
  const pairs = readPairs(folder);
  reportDrafts(pairs);
  reportTopics(pairs.filter(({ chapters }) => chapters.length > 0));
  reportHeadings(pairs.filter(({ chapters }) => chapters.length > 0));
  reportSummaries(pairs);
  reportLoad(pairs);
}

function reportDrafts(pairs: readonly Pair[]): void {
  heading('Articles', [
    'pair',
    'lang',
    'words in',
    'target',
    'words',
    'sections',
    'empty tenths',
    '3-gram overlap',
    'ms',
  ]);
  const results = pairs.map(({ id, transcript }) => {
    const { words: target } = lengthTarget(transcript.words, transcript.units.at(-1)?.end, 'medium');
    const start = performance.now();
    const draft = writeExtractive(transcript, { targetWords: target });
    const milliseconds = performance.now() - start;
    const { language } = transcript;
    const words = countWords(textOf(draft), language);
    const empty = emptyTenths(draft, transcript.units);
    const overlap = largestOverlap(
      draft.sections.map(({ paragraphs }) =>
        paragraphs
          .flat()
          .map(({ text }) => text)
          .join(' '),
      ),
      language,
    );
    row([
      id,
      language,
      transcript.words,
      target,
      words,
      draft.sections.length,
      empty,
      overlap,
      Math.round(milliseconds),
    ]);
    return { empty, overlap, offTarget: Math.abs(words / target - 1) };
  });
  goal(
    'empty tenths, sum',
    results.reduce((sum, { empty }) => sum + empty, 0),
    '= 0',
  );
  goal(
    'largest 3-gram overlap of two sections',
    Math.max(...results.map(({ overlap }) => overlap)),
    '<= .05',
  );
  goal('off the target length, worst', Math.max(...results.map(({ offTarget }) => offTarget)), '<= .20');
}

function textOf({ lead, sections }: ExtractiveDraft): string {
  return [...lead, ...sections.flatMap(({ paragraphs }) => paragraphs)]
    .flat()
    .map(({ text }) => text)
    .join(' ');
}

/** Words spoken in a tenth of a video, below which it holds nothing to cite. */
const SPOKEN = 30;

/** Tenths of the video (of its units when it has no times) in which somebody speaks but of which no unit is cited. */
function emptyTenths(draft: ExtractiveDraft, units: Pair['transcript']['units']): number {
  const end = units.at(-1)?.end;
  const tenthOf = (index: number): number => {
    const start = units[index]?.start;
    return Math.min(
      PARTS - 1,
      Math.floor(PARTS * (start === undefined || !end ? index / units.length : start / end)),
    );
  };
  const words = new Array<number>(PARTS).fill(0);
  for (const [index, { text }] of units.entries())
    words[tenthOf(index)] = (words[tenthOf(index)] ?? 0) + countWords(text);
  const sentences = [...draft.lead, ...draft.sections.flatMap(({ paragraphs }) => paragraphs)].flat();
  const cited = new Set(sentences.flatMap(({ cites }) => cites.map(tenthOf)));
  return words.filter((count, tenth) => count >= SPOKEN && !cited.has(tenth)).length;
}

function reportTopics(pairs: readonly Pair[]): void {
  heading('Topics against human chapters', [
    'pair',
    'chapters',
    'topics',
    'Pk',
    'Pk of one',
    'F1',
    'F1 even',
    'sections',
    'Pk',
    'F1',
    'F1 even',
  ]);
  const results = pairs.map((pair) => {
    const speech = readSpeech(pair.transcript.units, pair.transcript.language);
    const words = speech.words.length;
    const reference = chapterBorders(pair, speech);
    const { sections } = lengthTarget(pair.transcript.words, pair.transcript.units.at(-1)?.end, 'medium');
    const [free, few] = [Number.MAX_SAFE_INTEGER, sections].map((most) => {
      const borders = findTopics(speech, { fewest: 3, most })
        .slice(1)
        .map(({ from }) => speech.unitStart[from] ?? 0);
      const even = borderF1(reference, evenBorders(borders.length, words), TOLERANCE);
      return {
        count: borders.length + 1,
        pk: pk(reference, borders, words),
        f1: borderF1(reference, borders, TOLERANCE),
        even,
      };
    });
    const one = pk(reference, [], words);
    if (free && few)
      row([
        pair.id,
        reference.length + 1,
        free.count,
        free.pk,
        one,
        free.f1,
        free.even,
        few.count,
        few.pk,
        few.f1,
        few.even,
      ]);
    return { gainPk: one - (free?.pk ?? 1), gainF1: (free?.f1 ?? 0) - (free?.even ?? 0) };
  });
  goal('Pk below a single segment, mean', mean(results.map(({ gainPk }) => gainPk)), '>= .03');
  goal(
    `F1 within ${TOLERANCE} words above even spacing, mean`,
    mean(results.map(({ gainF1 }) => gainF1)),
    '>= .10',
  );
}

/** Word positions at which the chapters but the first begin; a unit counts from a second before the chapter's time. */
function chapterBorders({ chapters, transcript }: Pair, { unitStart }: Speech): number[] {
  const borders = chapters.map(
    ({ start }) => unitStart[transcript.units.findIndex((unit) => (unit.start ?? -1) >= start - 1)] ?? 0,
  );
  return borders.filter((border) => border > 0);
}

function reportHeadings(pairs: readonly Pair[]): void {
  heading('Headings for human chapters', ['pair', 'chapters', 'content-word F1']);
  const results = pairs.map((pair) => {
    const { language, units } = pair.transcript;
    const speech = readSpeech(units, language);
    const starts = [0, ...chapterBorders(pair, speech)];
    const titles = pair.chapters.slice(-starts.length).map(({ title }) => title);
    const ranges = starts.map((from, index) => ({ from, to: starts[index + 1] ?? speech.words.length }));
    const names = nameTopics(speech, termWeights(speech), ranges);
    const scores = names.map((name, index) =>
      contentWordF1(
        titles[index] ?? '',
        formatHeading(
          name.map(({ text }) => text),
          language,
        ),
      ),
    );
    row([pair.id, starts.length, mean(scores)]);
    return mean(scores);
  });
  goal('content-word F1, mean', mean(results), '>= .19');
}

function reportSummaries(pairs: readonly Pair[]): void {
  heading(`ROUGE-1 F1 at ${SUMMARY_WORDS} words (light stems, stop words kept)`, [
    'pair',
    'ours',
    'lead',
    'MMR over units',
  ]);
  const results = pairs.flatMap(({ id, transcript, summary }) => {
    if (summary === undefined) return [];
    const ours = rouge1(summary, textOf(writeExtractive(transcript, { targetWords: SUMMARY_WORDS })));
    const speech = readSpeech(transcript.units, transcript.language);
    const lead = rouge1(
      summary,
      speech.words
        .slice(0, SUMMARY_WORDS)
        .map(({ text }) => text)
        .join(' '),
    );
    const spread = rouge1(summary, selectUnits(speech));
    row([id, ours, lead, spread]);
    return [{ ours, lead, spread }];
  });
  goal(
    'ours, mean',
    mean(results.map(({ ours }) => ours)),
    `>= .25 (lead ${format(mean(results.map(({ lead }) => lead)))}, MMR ${format(mean(results.map(({ spread }) => spread)))})`,
  );
}

/** Maximal marginal relevance over whole units, the textbook baseline. */
function selectUnits(speech: Speech): string {
  const weights = termWeights(speech);
  const centre = centroidOf(speech, weights, 0, speech.words.length);
  const vectors = speech.units.map((_, unit) =>
    vectorOf(speech, weights, speech.unitStart[unit] ?? 0, speech.unitStart[unit + 1] ?? 0),
  );
  const chosen: { unit: number; vector: Vector }[] = [];
  const score = (vector: Vector): number =>
    0.7 * closeness(vector, centre) -
    0.3 * Math.max(0, ...chosen.map((other) => similarity(vector, other.vector)));
  for (let words = 0; words < SUMMARY_WORDS; ) {
    const best = vectors
      .map((vector, unit) => ({ unit, vector, score: score(vector) }))
      .filter(({ unit }) => !chosen.some((other) => other.unit === unit))
      .reduce((top, candidate) => (candidate.score > top.score ? candidate : top));
    chosen.push(best);
    words += (speech.unitStart[best.unit + 1] ?? 0) - (speech.unitStart[best.unit] ?? 0);
  }
  return chosen.map(({ unit }) => speech.units[unit]?.text ?? '').join(' ');
}

const loadSchema = z.object({ words: z.number(), milliseconds: z.number(), writing: z.number() });
type Load = z.infer<typeof loadSchema> & { readonly megabytes: number };
interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly stdout: string;
}
/** Ten hours at 150 words a minute. */
const TEN_HOURS = 90_000;
const RUNS = 3;

/** From a WebVTT file to the draft, each run in a process of its own. Times of different machines cannot be compared, ratios can. */
function reportLoad(pairs: readonly Pair[]): void {
  heading(`Ten hours and twenty: the fastest of ${RUNS} runs, and the most memory of any`, [
    'words',
    'ms',
    'of them writing',
    'peak MB',
    'ms of copydesk write',
    'peak MB of copydesk write',
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const english = pairs.filter(({ transcript }) => transcript.language.startsWith('en'));
  const words = english.flatMap(({ transcript }) => transcript.units.flatMap(({ text }) => text.split(' ')));
  const measure = (count: number): { load: Load; command: Run } => {
    const file = join(folder, `${count}.vtt`);
    writeFileSync(file, captionsOf(words.slice(0, count)));
    const load = fastest(() => measureLoad(file));
    const command = fastest(() => measureCommand(file, join(folder, 'articles')));
    const figures = [
      load.milliseconds,
      load.writing,
      load.megabytes,
      command.milliseconds,
      command.megabytes,
    ];
    row([load.words, ...figures.map(Math.round)]);
    return { load, command };
  };
  const [single, double] = [measure(TEN_HOURS), measure(2 * TEN_HOURS)];
  rmSync(folder, { recursive: true });
  goal('seconds at 10 hours', single.load.milliseconds / 1000, '<= 2');
  goal('seconds at 10 hours, copydesk write as a person runs it', single.command.milliseconds / 1000, '<= 2');
  goal('peak MB at 10 hours', single.load.megabytes, '<= 250');
  goal('peak MB at 10 hours, copydesk write as a person runs it', single.command.megabytes, '<= 250');
  goal('twice the input takes times as long', double.load.milliseconds / single.load.milliseconds, '<= 2.3');
}

/** The fastest of several runs, for other work on the machine only slows; with the largest memory, for that is what must fit. */
function fastest<T extends Pick<Run, 'milliseconds' | 'megabytes'>>(measure: () => T): T {
  const runs = Array.from({ length: RUNS }, measure);
  const best = runs.reduce((first, one) => (one.milliseconds < first.milliseconds ? one : first));
  return { ...best, megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)) };
}

function measureLoad(file: string): Load {
  const { stdout, megabytes } = measureProcess([join(import.meta.dirname, 'extractive/load.ts'), file]);
  return { ...loadSchema.parse(JSON.parse(stdout)), megabytes };
}

function measureCommand(file: string, out: string): Run {
  const command = join(import.meta.dirname, '../src/cli.ts');
  return measureProcess([command, 'write', file, '--writer', 'extractive', '--out', out, '--quiet']);
}

/** Time from start to end and peak memory of a Node process under Node's own settings. */
function measureProcess(command: readonly string[]): Run {
  const reporter = join(import.meta.dirname, 'extractive/report-peak-memory.ts');
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', reporter, ...command], {
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - start;
  const kilobytes = /^peak (\d+)$/mu.exec(stderr)?.[1];
  if (status !== 0 || kilobytes === undefined) throw new Error(`${command.join(' ')} failed: ${stderr}`);
  return { milliseconds, megabytes: Number(kilobytes) / 1024, stdout };
}

const WORDS_PER_CUE = 8;
const SECONDS_PER_CUE = 3.2;

function captionsOf(words: readonly string[]): string {
  const cues = Array.from({ length: Math.ceil(words.length / WORDS_PER_CUE) }, (_, index) => {
    const text = words.slice(index * WORDS_PER_CUE, (index + 1) * WORDS_PER_CUE).join(' ');
    return `${timestamp(index * SECONDS_PER_CUE)} --> ${timestamp((index + 1) * SECONDS_PER_CUE)}\n${text}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function timestamp(seconds: number): string {
  return `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${new Date(seconds * 1000).toISOString().slice(14, 23)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function heading(title: string, columns: readonly string[]): void {
  print(`\n${title}\n${columns.join('\t')}`);
}

function row(cells: readonly (string | number)[]): void {
  print(cells.map((cell) => (typeof cell === 'number' ? format(cell) : cell)).join('\t'));
}

function goal(what: string, value: number, wanted: string): void {
  print(`-> ${what}: ${format(value)} (goal ${wanted})`);
}

function format(value: number): string {
  return Number.isInteger(value) ? `${value}` : value.toFixed(3);
}
