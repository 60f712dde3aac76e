import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { PipelineError } from '../../src/errors.ts';
import { createTranscript, parseTranscript, type Transcript } from '../../src/transcript/index.ts';

/** A folder of collected captions with an INDEX.md each; the words column was counted by another program. */
const DATA = process.env.COPYDESK_DATA ?? new URL('../../../shared/data', import.meta.url).pathname;
const CJK_OR_THAI = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/gu;

interface Row {
  readonly folder: string;
  readonly file: string;
  readonly words: number;
}

/** As the index counts: white-space tokens, and each Chinese, Japanese or Thai character. */
function countWords(text: string): number {
  const spaced = text.replace(CJK_OR_THAI, ' ').split(/\s+/u);
  return (text.match(CJK_OR_THAI)?.length ?? 0) + spaced.filter((token) => token !== '').length;
}

function readRows(folder: string): Row[] {
  const lines = readFileSync(`${DATA}/${folder}/INDEX.md`, 'utf8').split('\n');
  return lines
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => ({ folder, file: cells[1] ?? '', words: Number(cells[5]) }))
    .filter(
      ({ file, words }) => words > 0 && /\.[a-z0-9]+$/u.test(file) && existsSync(`${DATA}/${folder}/${file}`),
    )
    .filter(({ file }) => folder !== 'pairs' || /\/(?:transcript|simulated)\./u.test(file));
}

const TEXTUAL = /plain-|transcript\.(?:md|txt)$/u;
const STAMP = String.raw`\(?(?:\d{1,2}:)?\d{1,3}:\d{2}(?:\.\d{3})?\)?`;
/** Markup and labels of each text collection, written down from its files rather than taken from the parser. */
const STRIP: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [/./u, [/^---\n[\s\S]*?\n---\n/u, /^#{1,6} .*$/gmu, /!?\[([^\]\n]*)\]\((?:https?:)?[^)\s]*\)/gu]],
  [/bbc/u, [new RegExp(String.raw`^\*${STAMP}- ${STAMP}\* :`, 'gmu')]],
  [/plain-timestamped|dw-putin|dtc/u, [new RegExp(String.raw`^\[${STAMP}\]`, 'gmu'), /^ ?>>/gmu]],
  [/dtc/u, [/^ (?:Alexey|Stefan):/gmu]],
  [/lex4|lenny/u, [new RegExp(String.raw`^[^\n(]{0,40}${STAMP}:?`, 'gmu')]],
  [/eip1559/u, [new RegExp(`^${STAMP}$`, 'gmu'), /^(?:\p{L}+ ?){1,2}:(?=\s)/gmu]],
  [/fomc/u, [/^[A-Z. ]+\.$/gmu]],
  [/qmsum/u, [/^[^\n:]{2,90}:/gmu]],
  [/optech|changelog/u, [/^\*\*[^*\n]+\*\*:?/gmu]],
  [
    /en-wh/u,
    [
      /^(?:(?:THE )?PRESIDENT|[A-Z]{4,} [A-Z]+)[:.]/gmu,
      /^Q /gmu,
      /PRESIDENT \w+[:.]/gu,
      /\((?:Laughter|Applause|Laughter and applause)\.\)/gu,
    ],
  ],
  [/mananera/u, [/^(?:URL|Fecha|Título): .*$/gmu, /^[\p{Lu} ,.]{6,120}:/gmu, /^PREGUNTA:/gmu]],
  [/harari/u, [/^(?:CA|YNH|Chris Anderson|Yuval Noah Harari|\(Applause\)|\(Laughter\)|Audience)[:\n]/gmu]],
  [/karpathy/u, [/^- /gmu]],
  [/acdc/u, [/^[^:\n]{2,40}: /gmu]],
];

/** Words of the file once its labels and markup are gone; for timed files the index says how many there are. */
function expectedWords({ folder, file, words }: Row): number {
  const path = `${folder}/${file}`;
  const raw = readFileSync(`${DATA}/${path}`, 'utf8');
  const bare = STRIP.filter(([name]) => name.test(path)).reduce(
    (text, [, patterns]) =>
      patterns.reduce((rest, pattern) => rest.replace(pattern, '$1').replaceAll('$1', ''), text),
    raw,
  );
  if (TEXTUAL.test(path)) return countWords(bare);
  return words - (STRIP.slice(1).some(([name]) => name.test(path)) ? countWords(raw) - countWords(bare) : 0);
}

/** Where the index counts what nobody says: rows of zero-width spaces, and each layer of a styled caption. */
const INDEX_IS_WRONG = /styled-/u;

function read(folder: string, file: string): { transcript: Transcript; milliseconds: number } {
  const bytes = readFileSync(`${DATA}/${folder}/${file}`);
  const before = performance.now();
  const parsed = parseTranscript(bytes);
  const transcript = createTranscript({
    ...parsed,
    metadata: { platform: 'file', title: file, ...parsed.metadata },
    origin: 'file',
  });
  return { transcript, milliseconds: performance.now() - before };
}

const CAPTIONS = [
  'vtt-auto',
  'vtt-manual',
  'srt',
  'json3',
  'srv1-xml',
  'srv3-xml',
  'transcript-api-json',
  'plain-text',
  'plain-timestamped',
];
const hasData = existsSync(`${DATA}/captions`);
const rows = hasData ? [...CAPTIONS.map((name) => `captions/${name}`), 'pairs'].flatMap(readRows) : [];
const table: string[] = [];
const print = (cells: readonly (string | number)[]) => table.push(cells.join(' | '));

describe.skipIf(!hasData)('collected captions', () => {
  it.each(rows)('$folder/$file has the words that are said in it', ({ folder, file, words }) => {
    const { transcript, milliseconds } = read(folder, file);
    const counted = countWords(transcript.segments.map((segment) => segment.text).join(' '));
    const expected = expectedWords({ folder, file, words });
    const off = (100 * (counted - expected)) / expected;
    print([
      `${folder}/${file}`,
      words,
      expected,
      counted,
      `${off.toFixed(2)} %`,
      transcript.units.length,
      transcript.language,
      `${milliseconds.toFixed(0)} ms`,
    ]);
    if (!INDEX_IS_WRONG.test(file)) expect(Math.abs(off)).toBeLessThanOrEqual(2);
  });

  it.each(rows)('$folder/$file has every word in exactly one unit of one speaker', ({ folder, file }) => {
    const { segments, units } = read(folder, file).transcript;
    const compact = (texts: readonly { text: string }[]) =>
      texts
        .map(({ text }) => text)
        .join('')
        .replace(/\s/gu, '');
    expect(compact(units)).toBe(compact(segments));
    expect(units.map((unit) => unit.id)).toEqual(units.map((_, index) => index));
    for (const unit of units) expect(unit.speakers?.length ?? 1).toBe(1);
    for (const [index, unit] of units.entries()) {
      expect(unit.end ?? 0).toBeGreaterThanOrEqual(unit.start ?? 0);
      expect(unit.start ?? 0).toBeGreaterThanOrEqual(units[index - 1]?.start ?? 0);
    }
  });

  it('reads rolling WebVTT to the words of the json3 of the same video within 1 %', () => {
    for (const pair of ['en-wh-biden-zelenskyy-2024-06-13', 'en-wh-ukraine-compact-2024-07-11']) {
      const json3 = read('pairs', `${pair}/simulated.json3.json`).transcript.words;
      const vtt = read('pairs', `${pair}/simulated.auto.vtt`).transcript.words;
      expect(Math.abs(vtt - json3) / json3).toBeLessThanOrEqual(0.01);
    }
  });
});

/** How each hostile file ends: an error code, or the words that are left of it. */
const HOSTILE_ENDS: Readonly<Record<string, string | number>> = {
  'asr-loop.srt': 16,
  'bad-timestamps-nan.json': 'TRANSCRIPT_UNUSABLE',
  'billion-laughs.srv1.xml': 'TRANSCRIPT_UNUSABLE',
  'cr-only.srt': 67,
  'crlf.srt': 67,
  'bom.vtt': 67,
  'bom-crlf.json3.json': 67,
  'deep-nesting.json': 'TRANSCRIPT_UNUSABLE',
  'empty-array.json': 'TRANSCRIPT_EMPTY',
  'empty-object.json': 'TRANSCRIPT_EMPTY',
  'empty.srt': 'TRANSCRIPT_EMPTY',
  'empty.vtt': 'TRANSCRIPT_EMPTY',
  'events-empty.json3.json': 'TRANSCRIPT_EMPTY',
  'header-only.vtt': 'TRANSCRIPT_EMPTY',
  'html-page-instead.vtt': 'TRANSCRIPT_UNUSABLE',
  'injection-in-metadata.info.json': 'TRANSCRIPT_UNUSABLE',
  'many-tiny-cues.srt': 'TRANSCRIPT_EMPTY',
  'not-well-formed.srv1.xml': 'TRANSCRIPT_UNUSABLE',
  'one-huge-word.txt': 'TRANSCRIPT_UNUSABLE',
  'only-mask.vtt': 'TRANSCRIPT_EMPTY',
  'only-music.vtt': 'TRANSCRIPT_EMPTY',
  'out-of-order.srt': 67,
  'utf16le.srt': 67,
  'whitespace.txt': 'TRANSCRIPT_EMPTY',
  'wrong-extension.vtt': 67,
  'xxe.srv1.xml': 'TRANSCRIPT_UNUSABLE',
  'zip-disguised.srt': 'TRANSCRIPT_UNUSABLE',
};

describe.skipIf(!hasData)('hostile files', () => {
  const files = hasData ? readdirSync(`${DATA}/adversarial`).filter((file) => file !== 'INDEX.md') : [];
  it.each(files)('%s ends in words or in a named error', (file) => {
    const before = performance.now();
    let end: string | number;
    try {
      end = read('adversarial', file).transcript.words;
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      end = error.code;
    }
    print([`adversarial/${file}`, end, `${(performance.now() - before).toFixed(0)} ms`]);
    if (file in HOSTILE_ENDS) expect(end).toBe(HOSTILE_ENDS[file]);
    else expect(end).not.toBe(0);
  });
});

afterAll(() => process.stdout.write(`\n${table.join('\n')}\n`));
