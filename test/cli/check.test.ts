import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Article, parseArticle } from '../../src/article/index.ts';
import { checkedSchema } from '../../src/check/findings.ts';
import { findingsSchema, RULES } from '../../src/check/index.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const PROSE = Array.from(
  { length: 14 },
  (_, index) =>
    `The harbour council of Riverton met on pier ${index + 2} and heard that measure ${index + 20} would cost ${index + 3} million crowns in spring.`,
).join(' ');

/** An article with its transcript.json beside it. */
let written = '';
let transcript = '';
beforeAll(async () => {
  const folder = temporaryFolder();
  const source = join(folder, 'riverton.txt');
  writeFileSync(source, PROSE);
  const { stdout } = await runCli([source, '--writer', 'extractive', '--out', folder, '--json']);
  written = join(JSON.parse(stdout).dir, 'article.json');
  transcript = join(dirname(written), 'transcript.json');
});

/** A copy of the article, changed, in a folder of its own. */
function articleFile(
  change: (article: Article) => void = () => {},
  options = { withTranscript: true },
): string {
  const article = parseArticle(readFileSync(written, 'utf8'));
  change(article);
  const folder = temporaryFolder();
  if (options.withTranscript) copyFileSync(transcript, join(folder, 'transcript.json'));
  return fileOf(JSON.stringify(article, null, 2), join(folder, 'article.json'));
}

function fileOf(content: string, path = join(temporaryFolder(), 'text.md')): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const firstSentence = (article: Article) => {
  const sentence = article.sections[0]?.paragraphs[0]?.sentences[0];
  if (!sentence) throw new Error('The article has no section');
  return sentence;
};
/** Puts a word into a quotation that nobody said. */
const misquote = (article: Article): void => {
  const sentence = firstSentence(article);
  const quotation = article.quotes.find(({ id }) => id === sentence.quotes[0]);
  if (!quotation) throw new Error('The sentence has no quotation');
  const text = quotation.text.replace('would cost', 'would never cost');
  sentence.text = sentence.text.replace(quotation.text, text);
  quotation.text = text;
};

const checkJson = async (...argv: string[]) => {
  const result = await runCli(['check', '--json', ...argv]);
  return { ...result, ...checkedSchema.parse(JSON.parse(result.stdout)) };
};
const settingsFile = (settings: object): string =>
  fileOf(JSON.stringify(settings), join(temporaryFolder(), 'copydesk.json'));

const MISQUOTED = { rule: 'Q01', text: 'would never cost', reason: 'Heard on the tape.', by: 'Dana Price' };

const SAVE_FIRST =
  /Save it first: copydesk transcript \S+2VWznGxyv60 --print json|copydesk transcript 2VWznGxyv60 --print json/;
const jsonPath = (): string => join(temporaryFolder(), 'text.json');

describe('copydesk check', () => {
  it('finds no error in an article as it was written', async () => {
    const { exitCode, findings, ran } = await checkJson(written);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(exitCode).toBe(0);
    expect(ran).toEqual(expect.arrayContaining(['Q01', 'C01', 'S09', 'D01']));
  });

  it('finds no error in the article of the bundled sample', async () => {
    const out = temporaryFolder();
    const sample = 'samples/biden-zelenskyy';
    await runCli([`${sample}/captions.en.vtt`, '--replay', `${sample}/recording`, '--out', out]);
    const { exitCode, stdout } = await runCli([
      'check',
      join(out, readdirSync(out)[0] ?? '', 'article.json'),
    ]);
    expect(stdout).toMatch(/\n0 errors, /);
    expect(exitCode).toBe(0);
  });

  it('ends with 1 for a corrupted copy, and shows sentence, source and time', async () => {
    const { exitCode, stdout } = await runCli(['check', articleFile(misquote)]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/ {2}error Q01 Quoted words are the words of the transcript\n/);
    expect(stdout).toMatch(/Section “.+”/);
    expect(stdout).toMatch(/ {4}.*would never cost.*\n/);
    expect(stdout).toMatch(/Evidence: .*“[^”]*would cost[^”]*”/);
    expect(stdout).toMatch(/\n\d+ errors?, \d+ warnings?, \d+ infos?.*\n$/);
  });

  it('shows errors first, and infos only when asked', async () => {
    const severities = (text: string): string[] =>
      [...text.matchAll(/^ {2}(error|warning|info) [A-Z]\d\d /gmu)].map(([, severity]) => severity ?? '');
    const short = await runCli(['check', articleFile(misquote)]);
    expect(severities(short.stdout)).not.toContain('info');
    expect(short.stdout).toContain('(shown with --verbose)');
    const long = severities((await runCli(['check', '--verbose', articleFile(misquote)])).stdout);
    expect(long).toContain('info');
    expect(long).toEqual(long.toSorted((a, b) => 'ewi'.indexOf(a[0] ?? '') - 'ewi'.indexOf(b[0] ?? '')));
  });

  it('believes no hash: a transcript changed after the article was written is another transcript', async () => {
    const file = articleFile();
    const changed = readFileSync(transcript, 'utf8').replaceAll('million crowns', 'million pounds');
    writeFileSync(join(dirname(file), 'transcript.json'), changed);
    const { exitCode, findings } = await checkJson(file);
    expect(findings.filter(({ rule }) => rule === 'S09').map(({ where }) => where.path)).toContain(
      '/source/transcript/sha256',
    );
    expect(exitCode).toBe(1);
  });

  it('reads the transcript beside a text, too', async () => {
    const file = fileOf(
      'Nobody of the council spoke of “seven hundred airships” that day.\n',
      join(dirname(articleFile()), 'article.md'),
    );
    const { findings } = await checkJson(file);
    expect(findings.map(({ rule }) => rule)).toContain('Q01');
  });

  it('takes --transcript as captions, text or transcript.json over the one beside', async () => {
    const file = articleFile();
    const other = fileOf(PROSE.replaceAll('harbour', 'airport'), join(temporaryFolder(), 'other.txt'));
    expect((await checkJson(file, '--transcript', other)).exitCode).toBe(1);
    expect((await checkJson(file, '--transcript', transcript)).exitCode).toBe(0);
    const same = fileOf(PROSE, join(temporaryFolder(), 'riverton.txt'));
    expect((await checkJson(file, '--transcript', same)).exitCode).toBe(0);
  });

  it('checks an article with the units it carries when no transcript lies beside it', async () => {
    const alone = await checkJson(articleFile(() => {}, { withTranscript: false }));
    expect(alone.exitCode).toBe(0);
    expect(alone.notRun).toContainEqual({ rule: 'S09', why: 'needs the whole transcript' });
    const corrupted = await checkJson(articleFile(misquote, { withTranscript: false }));
    expect(corrupted.findings.map(({ rule }) => rule)).toContain('Q01');
    expect(corrupted.exitCode).toBe(1);
  });

  it('warns of an article that vouches for itself, and of a text in no known language', async () => {
    const alone = await runCli(['check', articleFile(() => {}, { withTranscript: false })]);
    expect(alone.stdout).toMatch(/^ {2}warning Checked only against the units[\s\S]+--transcript\s+FILE/mu);
    const beside = await runCli(['check', articleFile()]);
    expect(beside.stdout).not.toContain('Checked only');
    const warnings = (text: string): number => Number(/(\d+) warnings?, /u.exec(text)?.[1]);
    expect(warnings(alone.stdout)).toBe(warnings(beside.stdout) + 1);
    const text = await runCli(['check', fileOf('Zzz qqq\n\nBlarg fnord quux.\n')]);
    expect(text.stdout).toMatch(/warning The language of the text cannot be told[\s\S]+--language\s+TAG/u);
    expect((await runCli(['check', fileOf('Zzz qqq\n'), '--language', 'en'])).stdout).not.toContain(
      'be told',
    );
  });

  it('prints findings in the order of the text, and no line wider than the terminal', async () => {
    const text = `# Riverton council meets\n\nThe transcript says “nobody ever said so in here.” ${'It met on the pier. '.repeat(9)}\n\nUkraine reportedly won, the transcript suggests.\n`;
    const { stdout } = await runCli(['check', fileOf(text), '--transcript', transcript]);
    const places = [...stdout.matchAll(/^ {2}error .+\n(?: {4}.+\n)*? {4}Line (\d+), column (\d+)/gmu)].map(
      ([, line, column]) => Number(line) * 1_000 + Number(column),
    );
    expect(places.length).toBeGreaterThan(2);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const line of stdout.split('\n').slice(2)) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/^ {4}\S.+\n {6}\S/mu);
  });

  it('lists what needs a transcript in notRun for a text without one', async () => {
    const file = fileOf(`# Riverton council meets\n\n${PROSE.slice(0, 600)}\n`);
    const { notRun, ran } = await checkJson(file);
    expect(notRun).toContainEqual({ rule: 'Q01', why: 'needs the transcript' });
    expect(ran).not.toContain('Q01');
    const { stdout } = await runCli(['check', file]);
    expect(stdout).toMatch(/\d+ rules did not run for want of a transcript \(--transcript FILE\)/);
  });

  it('checks a text against a transcript, with the line of each finding', async () => {
    const text =
      '# Riverton council meets\n\nThe council met on pier 4.\nIt heard “that measure 22 would never cost 5 million crowns in spring.”\n';
    const { exitCode, findings } = await checkJson(fileOf(text), '--transcript', transcript);
    const finding = findings.find(({ rule }) => rule === 'Q01');
    expect(text.slice(finding?.where.start, finding?.where.end)).toContain('would never cost');
    expect(exitCode).toBe(1);
    const { stdout } = await runCli(['check', fileOf(text), '--transcript', transcript]);
    expect(stdout).toMatch(/error Q01 .+\n {4}Line 4, column \d+/);
    expect(stdout).toContain('>>');
  });

  it('reads standard input, an article or a text', async () => {
    const article = await runCli(['check', '--json', '-'], {
      stdin: readFileSync(articleFile(misquote), 'utf8'),
    });
    expect(article.exitCode).toBe(1);
    expect(JSON.parse(article.stdout).file).toBe('standard input');
    const text = await runCli(['check', '--json', '-'], { stdin: 'A headline\n\nThe council met.\n' });
    expect(JSON.parse(text.stdout).notRun).toContainEqual({ rule: 'Q01', why: 'needs the transcript' });
  });

  it('gives an array for several files, and goes on after one that cannot be read', async () => {
    const files = [articleFile(), articleFile(misquote), 'nothing-here.json'];
    const { exitCode, stdout, stderr } = await runCli(['check', '--json', ...files]);
    const reports: { file: string; error?: { code: string } }[] = JSON.parse(stdout);
    expect(reports.map(({ file }) => file)).toEqual(files);
    expect(reports.map(({ error }) => error?.code)).toEqual([undefined, undefined, 'SOURCE_NOT_FOUND']);
    for (const report of reports) findingsSchema.parse(report);
    expect(stderr).toContain('nothing-here.json: ');
    expect(exitCode).toBe(2);
    expect((await runCli(['check', ...files.slice(0, 2)])).exitCode).toBe(1);
  });

  it.each<[string, () => string[], RegExp]>([
    ['a file that is not there', () => ['nothing-here.md'], /SOURCE_NOT_FOUND/],
    ['a folder', () => [temporaryFolder()], /is a folder \[SOURCE_UNREADABLE/],
    ['a folder as transcript', () => [written, '--transcript', temporaryFolder()], /is a folder/],
    ['an empty file', () => [fileOf(' \n')], /SOURCE_UNREADABLE/],
    ['JSON that is no article', () => [transcript], /ARTICLE_INVALID[\s\S]+--transcript/],
    ['half an article', () => [fileOf(readFileSync(written, 'utf8').slice(0, 900))], /ARTICLE_INVALID/],
    ['an article of the wrong form', () => [fileOf('{"schemaVersion":1}')], /ARTICLE_INVALID/],
    ['an article of a later version', () => [fileOf('{"schemaVersion":2}')], /ARTICLE_INVALID/],
    ['a .json that is text', () => [fileOf('The council met.', jsonPath())], /ARTICLE_INVALID/],
    ['a .json that is null', () => [fileOf('null', jsonPath())], /ARTICLE_INVALID/],
    ['a .json that is a number', () => [fileOf('12', jsonPath())], /ARTICLE_INVALID/],
    ['a .json that is a string', () => [fileOf('"The council met."', jsonPath())], /ARTICLE_INVALID/],
    ['an empty .json', () => [fileOf(' ', jsonPath())], /is empty/],
    ['WebVTT', () => [fileOf('WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n')], /captions[\s\S]+--transcript/],
    ['SRT', () => [fileOf('1\r\n00:00:01,000 --> 00:00:02,000\r\nHello\r\n')], /captions[\s\S]+--transcript/],
    ['srv3', () => [fileOf('<?xml version="1.0"?><timedtext format="3"><body/></timedtext>')], /captions/],
    ['a web page', () => [fileOf('<!-- x -->\n<!DOCTYPE html><p>Hello</p>')], /web page[\s\S]+article\.json/],
    ['an unknown language', () => [written, '--language', 'xx'], /--language: xx is not the tag/],
    ['the name of a language', () => [written, '--language', 'english'], /--language: english is not/],
    ['a video id as transcript', () => [written, '--transcript', '2VWznGxyv60'], SAVE_FIRST],
    ['a link as transcript', () => [written, '--transcript', 'https://youtu.be/2VWznGxyv60'], SAVE_FIRST],
    [
      'itself as transcript',
      () => [written, '--transcript', `./${relative('.', written)}`],
      /file under check itself/,
    ],
    [
      'a copy of itself as transcript',
      () => [written, '--transcript', articleFile()],
      /is an article, not a transcript/,
    ],
    ['no file', () => [], /nothing to check/],
    ['a keyboard', () => ['-'], /keyboard/],
    ['a transcript that is not there', () => [written, '--transcript', 'nowhere.vtt'], /SOURCE_NOT_FOUND/],
    ['an empty transcript', () => [written, '--transcript', fileOf(' ')], /SOURCE_UNREADABLE/],
    ['an unknown rule', () => ['--explain', 'Q0l'], /Did you mean Q0\d/],
    ['two forms at once', () => ['--json', '--sarif', written], /cannot be used with/],
    ['an unknown profile', () => [written, '--profile', 'house'], /there is no profile house/],
  ])('ends with 2 for %s', async (_, argv, message) => {
    const { exitCode, stderr } = await runCli(['check', ...argv()]);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });

  it('ends with 2 when what lies beside the article as transcript.json is none', async () => {
    const file = articleFile();
    writeFileSync(join(dirname(file), 'transcript.json'), '{"source":{},"units":[]}');
    const { exitCode, stderr } = await runCli(['check', file]);
    expect(stderr).toMatch(/SOURCE_UNREADABLE/);
    expect(exitCode).toBe(2);
  });

  it('suggests check for a misspelling of it', async () => {
    expect((await runCli(['chekc', 'x.json'])).stderr).toMatch(/Did you mean check/);
  });
});

describe('settings of the checks', () => {
  it('waive a finding, which stays in the output and counts for nothing', async () => {
    const file = articleFile(misquote);
    const config = settingsFile({ waivers: [MISQUOTED] });
    const { exitCode, findings } = await checkJson(file, '--config', config);
    const { reason, by } = MISQUOTED;
    expect(findings.filter(({ rule }) => rule === 'Q01').map(({ waived }) => waived)).toContainEqual({
      reason,
      by,
    });
    expect(exitCode).toBe(findings.some(({ severity, waived }) => severity === 'error' && !waived) ? 1 : 0);
    const { stdout } = await runCli(['check', file, '--config', config]);
    expect(stdout).toContain('Waived by Dana Price: Heard on the tape.');
  });

  it('report a waiver that met nothing', async () => {
    const waivers = [{ ...MISQUOTED, text: 'no such words' }];
    const { stderr } = await runCli(['check', articleFile(), '--config', settingsFile({ waivers })]);
    expect(stderr).toBe('info: the waiver Q01, “no such words” by Dana Price met no finding\n');
  });

  it('need a reason and a person for a waiver', async () => {
    const waivers = [{ rule: 'Q01', reason: ' ' }];
    const { exitCode, stderr } = await runCli(['check', written, '--config', settingsFile({ waivers })]);
    expect(stderr).toMatch(/waivers in .+: 0\.reason \(is empty\), 0\.by \(is missing\)/);
    expect(exitCode).toBe(2);
  });

  it('change severities by profile, named by flag or in the file', async () => {
    const profiles = { house: { Q01: 'warning' } };
    const file = articleFile(misquote);
    const errors = async (...argv: string[]): Promise<string[]> =>
      (await checkJson(file, ...argv)).findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule);
    expect(await errors('--config', settingsFile({ profiles }))).toContain('Q01');
    expect(await errors('--config', settingsFile({ profiles }), '--profile', 'house')).not.toContain('Q01');
    expect(await errors('--config', settingsFile({ profiles, profile: 'house' }))).not.toContain('Q01');
  });

  it('hold for write too, in findings.json and for --strict', async () => {
    const source = fileOf(PROSE, join(temporaryFolder(), 'riverton.txt'));
    const write = async (settings: object) => {
      const flags = ['--strict', '--json', '--writer', 'extractive', '--out', temporaryFolder()];
      const { exitCode, stdout } = await runCli([source, ...flags, '--config', settingsFile(settings)]);
      const line = JSON.parse(stdout);
      return { exitCode, line, findings: JSON.parse(readFileSync(join(line.dir, 'findings.json'), 'utf8')) };
    };
    const plain = await write({});
    const [info] = plain.findings.findings;
    expect(info).toMatchObject({ severity: 'info' });
    const rule = RULES.find(({ id }) => id === info.rule);
    const off = await write({ rules: { [info.rule]: 'off' } });
    expect(off.findings.notRun).toContainEqual({ rule: rule?.id, why: 'is switched off in the settings' });
    const waived = await write({ waivers: [{ rule: info.rule, reason: 'Known.', by: 'Dana Price' }] });
    expect(waived.findings.findings[0].waived).toEqual({ reason: 'Known.', by: 'Dana Price' });
    expect(waived.exitCode).toBe(0);
  });

  it('are refused before anything is written', async () => {
    const out = temporaryFolder();
    const config = settingsFile({ rules: { Q01: 'off' } });
    const { exitCode, stderr } = await runCli(['x.txt', '--out', out, '--config', config]);
    expect(stderr).toMatch(/core[\s\S]+waivers/);
    expect(exitCode).toBe(2);
  });
});

describe('what check says of its rules', () => {
  it('explains one with what the settings make of it', async () => {
    const config = settingsFile({ profiles: { house: { S01: 'error' } } });
    const { stdout, exitCode } = await runCli(['check', '--explain', 's01', '--config', config]);
    expect(stdout).toMatch(/^S01 {2}.+\n\n.+/);
    expect(stdout).toContain('error in the profile house');
    expect(exitCode).toBe(0);
  });

  it('lists all', async () => {
    const { stdout } = await runCli(['check', '--list']);
    const all = (await runCli(['check', '--explain', 'all'])).stdout;
    for (const { id, title, reason } of RULES) expect(all).toContain(`${id}  ${title}\n\n${reason}\n`);
    for (const { id } of RULES) expect(stdout).toMatch(new RegExp(`^${id} `, 'mu'));
  });

  it('says what severity a profile leaves', async () => {
    const config = settingsFile({ rules: { S02: 'info' }, profiles: { house: { S01: 'error' } } });
    const explain = async (rule: string): Promise<string> =>
      (await runCli(['check', '--explain', rule, '--profile', 'house', '--config', config])).stdout;
    expect(await explain('S01')).toContain('In force:  error, by the profile house\n');
    expect(await explain('S02')).toContain('In force:  info, by the settings for all\n');
    expect(await explain('S03')).toContain('In force:  warning, the profile house does not change it\n');
  });

  it('tells SARIF of a file that could not be read', async () => {
    const { stdout, exitCode } = await runCli(['check', '--sarif', 'README.md', 'nothing-here.md']);
    const [invocation] = JSON.parse(stdout).runs[0].invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications).toMatchObject([
      { level: 'error', descriptor: { id: 'SOURCE_NOT_FOUND' } },
    ]);
    expect(exitCode).toBe(2);
  });

  it('prints the error of a single file that could not be read as JSON too', async () => {
    const { stdout, exitCode } = await runCli(['check', '--json', 'nothing-here.md']);
    expect(JSON.parse(stdout)).toEqual({
      file: 'nothing-here.md',
      error: { code: 'SOURCE_NOT_FOUND', message: 'There is no file nothing-here.md' },
    });
    expect(exitCode).toBe(2);
  });

  it('prints SARIF with addresses relative to this folder', async () => {
    const { stdout, exitCode } = await runCli(['check', '--sarif', articleFile(misquote), 'README.md']);
    const [run] = JSON.parse(stdout).runs;
    const uris = run.artifacts.map(({ location }: { location: { uri: string } }) => location.uri);
    expect(uris[0]).toMatch(/^file:\/\/\//);
    expect(uris[1]).toBe('README.md');
    expect(run.results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('Q01');
    expect(exitCode).toBe(1);
  });
});

describe('a hostile article', () => {
  const STEERING = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

  it('does not steer the terminal', async () => {
    const evil = '\u001B[2J\u009B31m\u202E “never said\u001B]0;x\u0007 by anyone here” \u2066';
    const file = articleFile((article) => {
      firstSentence(article).text += evil;
      article.headline += evil;
      article.id = `id${evil}`;
    });
    const waivers = [{ ...MISQUOTED, text: `x${evil}`, by: evil }];
    for (const form of [[], ['--json'], ['--sarif'], ['--verbose']]) {
      const argv = ['check', ...form, file, '--config', settingsFile({ waivers })];
      const { stdout, stderr, exitCode } = await runCli(argv);
      expect(stdout + stderr).not.toMatch(STEERING);
      expect(exitCode).toBe(1);
    }
    const missing = await runCli(['check', `nothing${evil}`]);
    expect(missing.stderr).not.toMatch(STEERING);
  });

  it.each<[string, () => string]>([
    [
      '5 MB in a sentence',
      () =>
        articleFile((article) => {
          firstSentence(article).text = 'w '.repeat(2_500_000);
        }),
    ],
    ['5 MB of JSON', () => fileOf(`{"schemaVersion":1,"x":[${'1,'.repeat(2_500_000)}1]}`)],
    ['deep nesting', () => fileOf(`{"schemaVersion":1,"x":${'['.repeat(500_000)}${']'.repeat(500_000)}}`)],
    ['deep nesting that never ends', () => fileOf(`{"schemaVersion":1,"x":${'['.repeat(500_000)}`)],
    ['a text of 5 MB', () => fileOf('A line of text.\n'.repeat(320_000))],
  ])('ends with 2 for %s', async (_, file) => {
    const { exitCode, stderr } = await runCli(['check', file()]);
    expect(stderr).toMatch(/What to do/);
    expect(exitCode).toBe(2);
  });
});

it('keeps its exit code when nobody reads what it prints', async () => {
  const child = spawn(process.execPath, ['src/cli.ts', 'check', '--json', articleFile(misquote)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  child.stderr.destroy();
  const [exitCode] = await once(child, 'exit');
  expect(exitCode).toBe(1);
});

it('prints no escapes where standard output is no terminal, and loads neither openai nor youtube-transcript', () => {
  const hooks = fileOf(
    `import { registerHooks } from 'node:module';
     registerHooks({ load(url, context, next) {
       if (/node_modules\\/(openai|youtube-transcript|pino|p-queue|liquidjs)\\//.test(url)) throw new Error(url);
       return next(url, context);
     } });`,
    join(temporaryFolder(), 'hooks.mjs'),
  );
  const { FORCE_COLOR: _, ...env } = process.env;
  const argv = ['--import', hooks, 'src/cli.ts', 'check', '--transcript', transcript, articleFile()];
  const stdout = execFileSync(process.execPath, argv, {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(stdout).toMatch(/0 errors/);
  expect(stdout).not.toContain('\u001B');
});
