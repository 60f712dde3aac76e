import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderStore } from '../../src/store/index.ts';
import { createTranscript } from '../../src/transcript/index.ts';
import { writeArticle } from '../../src/write/index.ts';

const HOURS = 10;
const SECONDS_A_SENTENCE = 6;
const SUBJECTS = [
  'The council',
  'The mayor',
  'A resident',
  'The engineer',
  'The auditor',
  'The harbour master',
];
const VERBS = ['explained', 'questioned', 'described', 'defended', 'postponed', 'welcomed'];
const MATTERS = [
  'the bridge',
  'the budget',
  'the school roof',
  'the water mains',
  'the night buses',
  'the old mill',
  'the flood wall',
];

/** Ten hours of speech, 150 words a minute, and the article of it. */
export async function longFolder(): Promise<{
  readonly folder: string;
  readonly id: string;
  readonly units: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-long-'));
  const id = 'council-0a1b2c3d';
  const count = (HOURS * 3_600) / SECONDS_A_SENTENCE;
  const segments = Array.from({ length: count }, (_, index) => ({
    start: index * SECONDS_A_SENTENCE,
    end: (index + 1) * SECONDS_A_SENTENCE,
    text: sentence(index),
  }));
  const transcript = createTranscript({
    cues: segments,
    metadata: { platform: 'file', title: 'Ten hours of council', channel: { name: 'Riverton council' } },
    kind: 'auto',
    warnings: [],
    origin: 'file',
    language: 'en',
  });
  const written = await writeArticle(transcript, {
    id,
    writer: { kind: 'extractive' },
    length: 'medium',
    minWords: 150,
    now: () => new Date('2026-11-26T08:00:00Z'),
  });
  await createFolderStore(folder).save({ ...written, transcript, calls: [] });
  return { folder, id, units: transcript.units.length };
}

function sentence(index: number): string {
  const pick = (list: readonly string[], step: number): string =>
    list[Math.floor(index / step) % list.length] ?? '';
  return `${pick(SUBJECTS, 1)} ${pick(VERBS, 2)} ${pick(MATTERS, 5)} as item ${index} of the agenda and asked for a vote.`;
}
