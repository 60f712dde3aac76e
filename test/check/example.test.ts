import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCopy, copyOfText, type Evidence, evidenceOf, type Findings } from '../../src/check/index.ts';
import { createTranscript, parseTranscript } from '../../src/transcript/index.ts';

const FOLDER = 'test/fixtures/example';
const ARTICLE = `${FOLDER}/article.txt`;
const REPAIRED = `${FOLDER}/repaired.md`;
const TALK = `${FOLDER}/transcript.vtt`;

const nothing = evidenceOf({
  units: [],
  metadata: { platform: 'file', title: '' },
  language: 'en',
  sha256: '',
});

function talk(): Evidence {
  const { cues, kind, metadata, warnings } = parseTranscript(readFileSync(TALK), { language: 'en' });
  return evidenceOf(
    createTranscript({
      cues,
      metadata: { ...metadata, platform: 'file', title: metadata.title ?? '' },
      origin: 'file',
      kind,
      language: 'en',
      warnings,
    }),
  );
}

function check(file: string, evidence: Evidence): Findings & { readonly text: string } {
  const text = readFileSync(file, 'utf8');
  return { text, ...checkCopy(copyOfText(text, { evidence }), evidence) };
}

/** Rule, severity and the words that are meant, as far as they tell a sentence from the others. */
function table({ text, findings }: ReturnType<typeof check>): string[] {
  return findings.map(({ rule, severity, where: { start, end } }) => {
    const meant = start === undefined ? '(the whole)' : text.slice(start, end).slice(0, 60);
    return `${rule} ${severity}: ${meant}`;
  });
}

/** Read one by one: each is a true fault of the article. */
const EXPECTED = [
  // 50 sentences, and none names its evidence.
  'C01 error: (the whole)',
  // Told from a day that nobody names.
  'F03 warning: One Year On',
  'F03 warning: one year since',
  'F03 warning: past twelve months',
  'F03 warning: currently',
  'F03 warning: now',
  'F03 warning: past year',
  'F03 warning: in the near future',
  'F03 warning: now',
  // He is the president again, as the article itself says below.
  'F05 error: then-U.S. President',
  // The three leaks.
  'L01 error: The transcript',
  'L01 error: the transcript',
  'L01 error: As the transcript',
  // The three lines of the page.
  'L02 error: 3 hours ago',
  'L02 error: 6 min read',
  'L02 error: Leave a Comment',
  // The nine vague attributions.
  'A01 error: reportedly',
  'A01 error: alleged',
  'A01 error: reportedly',
  'A01 error: reportedly',
  'A01 error: Reports indicate',
  'A01 error: according to analysts',
  'A01 error: reportedly',
  'A01 error: it is seen by some',
  'A01 error: reportedly',
  // Judgements of nobody.
  'A03 warning: Described as',
  'A03 warning: is framed as',
  'A03 warning: is seen by some as',
  'A03 warning: has been characterized by',
  'A04 warning: admitting',
  'A04 warning: posits',
  // Nobody was in Kyiv.
  'S06 error: KYIV',
  // The two headlines hardly meet.
  'S01 info: One Year On, Peace Remains Elusive in Ukraine Amidst Complex',
  // A lead of 97 words.
  'S04 warning: It has been one year since then-U.S. President Donald Trump ',
  'S08 warning: :',
  'S08 warning: The Genesis of U.S.-Led Peace Initiatives',
  'S08 warning: Trump’s Approach: Business Over Diplomacy',
  'S08 warning: Ukraine’s Delicate Balancing Act',
  'S08 warning: Inconsistent Pressure on Russia',
  'S08 warning: The Sticking Points: Irreconcilable Demands',
  'S08 warning: Public Opinion and the Stakes of Peace',
  'S08 warning: Mounting Pressures and Potential Outcomes',
  // The one guest of the video has no word of his own.
  'Q06 warning: Lithuania’s former Minister of Foreign Affairs, Gabrielius L',
  'Q05 warning: Ukraine “don’t have the cards right now.”',
  "T05 warning: '",
  'T02 warning: Conversely',
  'T02 warning: However',
  'T03 warning: The Road Ahead',
  // Fourteen stock words: the sum, then each where it stands.
  'T01 warning: (the whole)',
  'T01 info: highlighting',
  'T01 info: Amidst',
  'T01 info: landscape',
  'T01 info: robust',
  'T01 info: navigating',
  'T01 info: notably',
  'T01 info: Furthermore',
  'T01 info: underscores',
  'T01 info: highlights',
  'T01 info: robust',
  'T01 info: nascent',
  'T01 info: geopolitical landscape',
  'T01 info: robust',
  'T01 info: unwavering',
];

/** The command as a person calls it: its own process, its exit code. */
function exitOf(...args: string[]): number | null {
  return spawnSync(process.execPath, ['src/cli.ts', 'check', ...args], { encoding: 'utf8' }).status;
}

describe('the example article', () => {
  it('has these faults and no others, without a transcript', () => {
    expect(table(check(ARTICLE, nothing)).sort()).toEqual(EXPECTED.toSorted());
  });

  it('ends the command with 1', () => {
    expect(exitOf(ARTICLE)).toBe(1);
    expect(exitOf(ARTICLE, '--transcript', TALK)).toBe(1);
  });
});

describe('the example article as an editor repairs it', () => {
  const checked = check(REPAIRED, talk());

  it('has no fault that counts', () => {
    expect(checked.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('is checked by every rule that needs no article.json', () => {
    expect(new Set(checked.notRun.map(({ why }) => why))).toEqual(new Set(['needs article.json']));
  });

  it('quotes the guest in his own words, and no word of them may change', () => {
    const { quoted } = /“(?<quoted>One of them[^”]+)”/u.exec(checked.text)?.groups ?? {};
    const text = checked.text.replace(quoted ?? '?', 'One of them had to stop,');
    const evidence = talk();
    const { findings } = checkCopy(copyOfText(text, { evidence }), evidence);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(['Q01']);
  });

  it('ends the command with 0', () => {
    expect(exitOf(REPAIRED, '--transcript', TALK)).toBe(0);
  });
});
