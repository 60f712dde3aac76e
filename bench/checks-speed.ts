import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  type CopySentence,
  checkSentences,
  createSentence,
  type Evidence,
  evidenceOf,
  RULES,
} from '../src/check/index.ts';
import { findNames, findTimeWords, readFigures, wordForms } from '../src/text/index.ts';
import { findDataFolder } from './extractive/pairs.ts';

const COLD_RUNS = 5;
/** Characters; the longer text has four times as many. */
const SHORT = 4_000;
const LONGER = 4;
/** Of a linear reader; the rest is room for noise. */
const MOST = 7;
/** Below this many milliseconds a ratio says nothing. */
const FEWEST = 4;

/** Pieces that make a careless expression or loop slow when they come in a row. */
const HOSTILE = [
  ...['in the ', 'a', '{', '[insert ', 'some many experts ', 'wird als ', 'selon des ', 'said that “'],
  ...['1', '1,', '1 000 ', 'hundred ', 'tausend', 'двух', "п'", '1/2/', 'more than ', 'a year ago '],
  ...['The New ', 'Biden de ', 'President ', "d'", 'U.S. ', 'A-', 'Biden, ', 'said Biden ', 'Biden and '],
  ...['not ', 'former ', 'however, ', '。', '中', ' ', '\t'],
];
const LANGUAGES = ['en', 'de', 'ru'] as const;

/** How long the rules take: once in a fresh process, and over hostile text of two lengths. `npm run bench -- checks-speed [FOLDER]` */
export default async function run([folder]: readonly string[]): Promise<void> {
  reportColdRun(findDataFolder(folder));
  reportGrowth();
}

function reportColdRun(folder: string | undefined): void {
  if (folder === undefined) {
    print('Without the cold run: it needs the folder of development data');
    return;
  }
  const script = join(import.meta.dirname, 'checks/cold-run.ts');
  const times = Array.from({ length: COLD_RUNS }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return Number(stdout);
  });
  print(`every rule once, cold: median ${median(times).toFixed(0)} ms of ${COLD_RUNS} processes (goal: 300)`);
}

function median(values: readonly number[]): number {
  return values.toSorted((first, second) => first - second)[values.length >> 1] ?? Number.NaN;
}

type Reader = (text: string, language: string) => unknown;

const READERS: Readonly<Record<string, Reader>> = {
  wordForms,
  findNames,
  readFigures,
  findTimeWords,
};

function reportGrowth(): void {
  print(`times of ${LONGER} x ${SHORT} characters over ${SHORT} (goal: at most ${MOST})`);
  const rules = RULES.map((rule): [string, Reader] => [
    rule.id,
    (text, language) =>
      checkSentences([hostileSentence(text)], evidenceIn(language), { language, rules: [rule] }),
  ]);
  for (const [name, read] of [...Object.entries(READERS), ...rules]) {
    const worst = HOSTILE.flatMap((piece) => LANGUAGES.map((language) => growthOf(read, piece, language)))
      .filter(({ milliseconds }) => milliseconds >= FEWEST)
      .reduce((most, one) => (one.ratio > most.ratio ? one : most), NO_GROWTH);
    if (worst === NO_GROWTH) continue;
    const { ratio, milliseconds, piece, language } = worst;
    const verdict = ratio > MOST ? '  <-- not linear' : '';
    print(
      `${name}\t${ratio.toFixed(1)}\t${milliseconds.toFixed(0)} ms\t${language} ${JSON.stringify(piece)}${verdict}`,
    );
  }
}

interface Growth {
  readonly ratio: number;
  /** Of the longer text. */
  readonly milliseconds: number;
  readonly piece: string;
  readonly language: string;
}

const NO_GROWTH: Growth = { ratio: 0, milliseconds: 0, piece: '', language: '' };

function growthOf(read: Reader, piece: string, language: string): Growth {
  const text = piece.repeat(Math.ceil(SHORT / piece.length));
  const first = measureGrowth(read, text, language);
  // A pause of the machine is not met twice, and weighs less in what takes longer.
  const { ratio, milliseconds } =
    first.ratio > MOST ? measureGrowth(read, text.repeat(LONGER), language) : first;
  return { ratio, milliseconds, piece, language };
}

function measureGrowth(read: Reader, text: string, language: string): Pick<Growth, 'ratio' | 'milliseconds'> {
  const milliseconds = timeOf(read, text.repeat(LONGER), language);
  // Most are done at once; only what takes long is worth a second look.
  return { milliseconds, ratio: milliseconds < FEWEST ? 0 : milliseconds / timeOf(read, text, language) };
}

function timeOf(read: Reader, text: string, language: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && best > 1; round++) {
    const begun = performance.now();
    read(text, language);
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

const SPOKEN = 'Biden said that the talks have not failed and that 12 people were there in 2024.';

/** In the language of the text, so that the rules that compare words run. */
function evidenceIn(language: string): Evidence {
  const units = [{ id: 1, start: 0, end: 9, text: SPOKEN, speakers: ['BIDEN'] }];
  return evidenceOf({ units, metadata: { platform: 'file', title: 'Talks' }, language, sha256: '' });
}

function hostileSentence(text: string): CopySentence {
  return createSentence({ role: 'sentence', text, path: '/lead/0/sentences/0/text', cites: [1] });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
