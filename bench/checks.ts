import { type CopySentence, checkSentences, createSentence, type Finding } from '../src/check/index.ts';
import { CORRUPTIONS, type Corruption } from './checks/corruptions.ts';
import { readAnsweredMeetings } from './checks/human-answers.ts';
import { createRandom } from './checks/random.ts';
import { readRecordedArticle } from './checks/recorded-article.ts';
import { quotationsOf, readSources, type Source, sourceOfArticle } from './checks/sources.ts';
import { findDataFolder } from './extractive/pairs.ts';

const SEED = 20_261_126;

/**
 * What the rules find: seeded single corruptions of sentences that are true to their transcript, and alarms on the
 * sentences as they are. `npm run bench -- checks [FOLDER] [--misses KIND] [--alarms]`
 */
export default async function run(args: readonly string[]): Promise<void> {
  const flags = args.filter((argument) => argument.startsWith('--'));
  const folder = findDataFolder(
    args.find((argument) => !argument.startsWith('--') && argument.includes('/')),
  );
  const sources = folder ? readSources(folder) : [];
  try {
    const { article, transcript } = await readRecordedArticle();
    sources.unshift(sourceOfArticle(article, transcript));
  } catch (error) {
    print(`Without the recorded article: ${error instanceof Error ? error.message : String(error)}`);
  }
  const misses = flags.includes('--misses') ? args[args.indexOf('--misses') + 1] : undefined;
  reportRecall(sources, misses);
  reportAlarms(sources, flags.includes('--alarms'));
  if (folder) reportAnswers(folder, flags.includes('--alarms'));
}

interface Tally {
  tried: number;
  errors: number;
  warnings: number;
  found: number;
}

function reportRecall(sources: readonly Source[], misses: string | undefined): void {
  print('\nSingle corruptions of sentences that are true to their transcript');
  print('corruption\ttried\tfound\tas warning or error\tas error\tgoal');
  for (const corruption of CORRUPTIONS) {
    const tally: Tally = { tried: 0, errors: 0, warnings: 0, found: 0 };
    for (const source of sources)
      tryCorruption(corruption, source, sources, tally, misses === corruption.name);
    const share = (count: number): string => (tally.tried === 0 ? '-' : (count / tally.tried).toFixed(3));
    const { name, goal = 'none' } = corruption;
    const shares = [tally.found, tally.warnings, tally.errors].map(share);
    print([name, tally.tried, ...shares, goal].join('\t'));
  }
}

function tryCorruption(
  corruption: Corruption,
  source: Source,
  sources: readonly Source[],
  tally: Tally,
  showsMisses: boolean,
): void {
  if (corruption.languages && !corruption.languages.includes(source.language)) return;
  const random = createRandom(SEED);
  const targets = corruption.ofQuotations ? quotationsOf(source) : source.sentences;
  for (const sentence of targets) {
    const change = corruption.apply(sentence, source, random, sources);
    if (!change) continue;
    const { quoted: _quoted, own: _own, ...kept } = sentence;
    const corrupted = createSentence({ ...kept, ...change });
    const before = new Set(findingsOf(sentence, source).map(keyOf));
    const found = findingsOf(corrupted, source).filter((finding) => !before.has(keyOf(finding)));
    tally.tried++;
    if (found.length > 0) tally.found++;
    if (found.some(({ severity }) => severity !== 'info')) tally.warnings++;
    if (found.some(({ severity }) => severity === 'error')) tally.errors++;
    if (showsMisses && found.length === 0)
      print(`  missed\t${source.id}\t${corrupted.cites.join(',')}\t${sentence.text}\t->\t${corrupted.text}`);
  }
}

function findingsOf(sentence: CopySentence, { evidence, language }: Source): Finding[] {
  return checkSentences([sentence], evidence, { language });
}

function keyOf({ rule, severity, message }: Finding): string {
  return `${rule} ${severity} ${message}`;
}

function reportAlarms(sources: readonly Source[], shows: boolean): void {
  print('\nAlarms on the same sentences as they are');
  print('source\tsentences\twith an error\twith a warning\trules');
  let [all, withError, withWarning] = [0, 0, 0];
  for (const source of sources) {
    const rules = new Map<string, number>();
    let [errors, warnings] = [0, 0];
    for (const sentence of source.sentences) {
      const findings = findingsOf(sentence, source);
      if (findings.some(({ severity }) => severity === 'error')) errors++;
      else if (findings.some(({ severity }) => severity === 'warning')) warnings++;
      for (const { rule, severity, message, evidence = '' } of findings) {
        const key = `${rule} ${severity}`;
        rules.set(key, (rules.get(key) ?? 0) + 1);
        if (shows) print(`  ${key}\t${sentence.cites.join(',')}\t${sentence.text}\t${message}\t${evidence}`);
      }
    }
    print(
      [
        source.id,
        source.sentences.length,
        errors,
        warnings,
        [...rules].map(([rule, count]) => `${rule} ${count}`).join(', '),
      ].join('\t'),
    );
    all += source.sentences.length;
    withError += errors;
    withWarning += warnings;
  }
  print(`-> with an error: ${((100 * withError) / all).toFixed(2)} % (goal <= 2 %)`);
  print(`-> with a warning and no error: ${((100 * withWarning) / all).toFixed(2)} %`);
}

/** Sentences of people who had the whole meeting and cited nothing: code lays them to the nearest units first. */
function reportAnswers(folder: string, shows: boolean): void {
  print('\nAlarms on human answers about meetings, laid to the nearest units by code');
  print('meeting\tsentences\twith an error\twith a warning\trules');
  let [all, withError] = [0, 0];
  for (const { id, evidence, answers } of readAnsweredMeetings(folder)) {
    const rules = new Map<string, number>();
    let [sentences, errors, warnings] = [0, 0, 0];
    for (const copy of answers) {
      for (const sentence of copy.body) {
        const findings = checkSentences([sentence], evidence, { language: 'en', hasCitations: false });
        sentences++;
        if (findings.some(({ severity }) => severity === 'error')) errors++;
        else if (findings.some(({ severity }) => severity === 'warning')) warnings++;
        for (const { rule, severity, message } of findings) {
          rules.set(`${rule} ${severity}`, (rules.get(`${rule} ${severity}`) ?? 0) + 1);
          if (shows)
            print(`  ${rule} ${severity}\t${sentence.cites.join(',')}\t${sentence.text}\t${message}`);
        }
      }
    }
    print(
      [
        id,
        sentences,
        errors,
        warnings,
        [...rules].map(([rule, count]) => `${rule} ${count}`).join(', '),
      ].join('\t'),
    );
    all += sentences;
    withError += errors;
  }
  print(`-> with an error: ${((100 * withError) / all).toFixed(2)} % (goal <= 2 %)`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
