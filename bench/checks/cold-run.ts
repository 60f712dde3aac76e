import { checkCopy, createCopy, evidenceOf } from '../../src/check/index.ts';
import type { Unit } from '../../src/transcript/index.ts';
import { readSources } from './sources.ts';

const WORDS = 90_000;
const ARTICLE = 'en-fomc-2025-12-10';

/**
 * What a person waits for who saves a file and runs `check`: every rule, once, in a process that has run none, over 1,900 words
 * that rest on a transcript of 90,000. Prints milliseconds of processor time, which other processes disturb least.
 */
const sources = readSources(process.argv[2] ?? '').filter(({ language }) => language === 'en');
const article = sources.find(({ id }) => id === ARTICLE);
if (!article) throw new Error(`There are no restatements of ${ARTICLE}`);
const units = longTranscript(sources.flatMap(({ transcript }) => transcript.units));
const offset = units.findIndex(({ text }) => text === article.transcript.units[0]?.text);
const { metadata, language, sha256 } = article.transcript;
const { speakers } = article.evidence;
const evidence = evidenceOf({ units, metadata, language, sha256 }, { speakers });
const sentences = article.sentences.map((sentence) => ({
  ...sentence,
  cites: sentence.cites.map((id) => id + offset),
}));
const copy = createCopy({
  language,
  writer: 'model',
  deck: [],
  keyPoints: [],
  lead: [{ sentences }],
  sections: [],
  others: [],
  hasCitations: true,
});
const begun = process.threadCpuUsage();
checkCopy(copy, evidence);
const { user, system } = process.threadCpuUsage(begun);
process.stdout.write(`${(user + system) / 1_000}\n`);

function longTranscript(spoken: readonly Unit[]): Unit[] {
  const long: Unit[] = [];
  for (let words = 0; words < WORDS; ) {
    const next = spoken[long.length % spoken.length];
    if (!next) break;
    words += next.text.split(/\s+/u).length;
    long.push({ ...next, id: long.length });
  }
  return long;
}
