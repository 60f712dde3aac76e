import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Article, Speaker } from '../../src/article/index.ts';
import {
  type CopySentence,
  copyOfArticle,
  createSentence,
  type Evidence,
  evidenceOf,
} from '../../src/check/index.ts';
import { quote, slugify } from '../../src/text/index.ts';
import type { Transcript, Unit } from '../../src/transcript/index.ts';
import { readTranscript } from '../extractive/pairs.ts';

/** A transcript with sentences that are known to be true to it. */
export interface Source {
  readonly id: string;
  /** Primary subtag. */
  readonly language: string;
  readonly transcript: Transcript;
  readonly evidence: Evidence;
  readonly sentences: readonly CopySentence[];
}

const RESTATEMENTS = join(import.meta.dirname, 'restatements');
const restatementSchema = z.object({
  text: z.string(),
  /** The label of the units, when one person says it. */
  speaker: z.string().nullable(),
  /** How each cited unit begins, so that units may be cut anew. */
  units: z.array(z.string()).min(1),
});

/** Where the transcript of each file of restatements lies in the folder of development data. */
const TRANSCRIPTS: Readonly<Record<string, string>> = {
  'de-jung-naiv-704-gaza_4h09': 'captions/srt/de-jung-naiv-704-gaza_4h09.srt',
  'es-mananera-2026-04-07': 'captions/plain-text/es-mananera-2026-04-07.txt',
  'fr-grand-debat-presidentielle-2017_KtNRZCEfMUI':
    'captions/vtt-manual/fr-grand-debat-presidentielle-2017_KtNRZCEfMUI.vtt',
  'pt-geopolitica-defesa-2017': 'captions/vtt-manual/pt-geopolitica-defesa-2017.vtt',
  'ru-linux-vs-windows': 'captions/vtt-manual/ru-linux-vs-windows.vtt',
  'uk-public-talk-1977': 'captions/srt/uk-public-talk-1977.srt',
  'en-fomc-2025-07-30': 'pairs/en-fomc-2025-07-30/transcript.txt',
  'en-fomc-2025-12-10': 'pairs/en-fomc-2025-12-10/transcript.txt',
  'en-optech-418-recap': 'pairs/en-optech-418-recap/transcript.txt',
  'en-changelog-429-elastic-relicensing': 'pairs/en-changelog-429-elastic-relicensing/transcript.md',
  'en-wh-biden-zelenskyy-2024-06-13': 'pairs/en-wh-biden-zelenskyy-2024-06-13/transcript.md',
  'en-wh-intel-chips-2024-03-20': 'pairs/en-wh-intel-chips-2024-03-20/transcript.md',
  'en-wh-ukraine-compact-2024-07-11': 'pairs/en-wh-ukraine-compact-2024-07-11/transcript.md',
};

/** Every file of restatements with its transcript out of the folder of development data. */
export function readSources(folder: string): Source[] {
  return readdirSync(RESTATEMENTS)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => readSource(folder, basename(file, '.jsonl')));
}

function readSource(folder: string, id: string): Source {
  const file = TRANSCRIPTS[id];
  if (file === undefined) throw new Error(`No transcript is named for the restatements ${id}`);
  const language = id.slice(0, 2);
  const transcript = readTranscript(join(folder, file), undefined, language);
  const speakers = registerOf(transcript);
  const evidence = evidenceOf(transcript, { speakers });
  const lines = readFileSync(join(RESTATEMENTS, `${id}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  const sentences = lines.map((line, index) => {
    const { text, speaker, units } = restatementSchema.parse(JSON.parse(line));
    const cites = units.map((begins) => findUnit(begins, transcript));
    const known = speakers.find(({ name }) => name === speaker);
    return createSentence({
      role: 'sentence',
      text,
      path: `/lead/0/sentences/${index}/text`,
      kind: speaker === null ? 'fact' : 'attributed',
      ...(known ? { speaker: known.id } : {}),
      cites,
    });
  });
  return { id, language, transcript, evidence, sentences };
}

/** The unit in which a passage begins; it may run on into the next when units are cut anew. */
function findUnit(begins: string, { units }: Transcript): number {
  let all = '';
  const starts = units.map(({ text }) => {
    const start = all.length;
    all += `${text.replace(/\s+/gu, ' ')} `;
    return start;
  });
  const at = all.indexOf(begins);
  const unit = units[starts.findLastIndex((start) => start <= at)];
  if (at < 0 || !unit) throw new Error(`No unit says: ${begins}`);
  return unit.id;
}

function registerOf({ units }: Transcript): Speaker[] {
  const labels = new Set(units.flatMap(({ speakers }) => speakers ?? []));
  return [...labels].map((name) => ({ id: slugify(name), name, basis: 'label', cites: [] }));
}

/** A recorded article, sentence by sentence. */
export function sourceOfArticle(article: Article, transcript: Transcript): Source {
  const evidence = evidenceOf(transcript, { speakers: article.speakers });
  const sentences = copyOfArticle(article).body;
  return { id: `article ${article.id}`, language: article.language, transcript, evidence, sentences };
}

const QUOTED_WORDS = [8, 20] as const;

/** Sentences that hold nothing but a quotation, copied from the units: every third unit that is long enough. */
export function quotationsOf({ transcript, language }: Source): CopySentence[] {
  return transcript.units.filter(({ id }) => id % 3 === 1).flatMap((unit) => quoteUnit(unit, language) ?? []);
}

function quoteUnit(unit: Unit, language: string): CopySentence | undefined {
  const words = unit.text.replace(/["“”„«»]/gu, '').split(/\s+/u);
  const length = QUOTED_WORDS[0] + (unit.id % (QUOTED_WORDS[1] - QUOTED_WORDS[0]));
  if (words.length < length + 4) return undefined;
  const span = words.slice(2, 2 + length).join(' ');
  const text = `${quote(span, language)}.`;
  return createSentence({
    role: 'sentence',
    text,
    path: '/lead/0/sentences/0/text',
    kind: 'attributed',
    cites: [unit.id],
  });
}
