import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeRecording, judgeRecordings } from '../../scripts/recordings.ts';
import type { Context } from '../../src/cli/context.ts';
import { decideWriter } from '../../src/cli/decide-writer.ts';
import { findLocalServer } from '../../src/cli/local-servers.ts';
import { main } from '../../src/cli/main.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { loadConfig } from '../../src/config.ts';
import { ModelError } from '../../src/llm/index.ts';
import { startModelServer } from '../servers/model-server.ts';
import { newsroom } from '../servers/newsroom.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const PROSE = Array.from(
  { length: 14 },
  (_, index) =>
    `The harbour council of Riverton met on pier ${index + 2} and heard that measure ${index + 20} would cost ${index + 3} million crowns in spring.`,
).join(' ');

function file(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

type Server = Awaited<ReturnType<typeof startModelServer>>;
const promptsOf = ({ requests }: Server): string[] =>
  requests.map(({ body }) => body.messages.map(({ content }) => content).join('\n'));
const stagesOf = ({ requests }: Server): string[] => requests.map(({ schemaName }) => schemaName);

async function writeWith(server: Server, ...argv: string[]) {
  const where = argv.includes('--out') ? [] : ['--out', temporaryFolder()];
  return runCli([file('riverton.txt', PROSE), ...where, ...argv], {
    env: { OPENAI_BASE_URL: server.baseURL },
  });
}

describe('--no-verify', () => {
  it('leaves out the second reading, by flag or by settings, and --verify brings it back', async () => {
    const config = file('copydesk.json', JSON.stringify({ verify: false }));
    for (const [argv, verifies] of [
      [[], true],
      [['--no-verify'], false],
      [['--config', config], false],
      [['--config', config, '--verify'], true],
    ] as const) {
      await using server = await startModelServer(newsroom);
      expect((await writeWith(server, ...argv)).exitCode).toBe(0);
      expect(stagesOf(server).includes('verdicts')).toBe(verifies);
    }
  });
});

describe('--glossary', () => {
  const GLOSSARY = '# names\r\nRiverton Harbour Trust\n\n  Ana Björk \nRiverton Harbour Trust\n';

  it('shows its spellings to the model in every request that shows the source', async () => {
    await using server = await startModelServer(newsroom);
    const { exitCode } = await writeWith(server, '--glossary', file('names.txt', GLOSSARY));
    expect(exitCode).toBe(0);
    for (const prompt of promptsOf(server))
      expect(prompt).toContain('Spellings to keep: Riverton Harbour Trust, Ana Björk\n');
  });

  it('leaves no trace in a request when there is none', async () => {
    await using server = await startModelServer(newsroom);
    await writeWith(server, '--glossary', file('empty.txt', '# nothing yet\n'));
    for (const prompt of promptsOf(server)) expect(prompt).not.toContain('Spellings to keep');
  });

  it('vouches for names in check', async () => {
    const captions = file('captions.txt', PROSE);
    const draft = file(
      'draft.md',
      '# Council meets\n\nThe council met Ana Björk of the Skarholm Institute on pier 2.\n',
    );
    const argv = ['check', draft, '--transcript', captions, '--json'];
    const namesIn = async (...more: string[]): Promise<string> => {
      const { findings } = JSON.parse((await runCli([...argv, ...more])).stdout);
      return findings
        .filter((one: { rule: string; severity: string }) => one.rule === 'F04' && one.severity === 'error')
        .map(({ message }: { message: string }) => message)
        .join('\n');
    };
    expect(await namesIn()).toMatch(/Björk[\s\S]+Skarholm/);
    expect(await namesIn('--glossary', file('names.txt', 'Ana Björk\nSkarholm Institute\n'))).toBe('');
  });

  it.each([
    [
      'is not there',
      () => join(temporaryFolder(), 'none.txt'),
      /none\.txt cannot be used: there is no such file/,
    ],
    ['is a folder', () => temporaryFolder(), /cannot be used: EISDIR/],
    ['is not text', () => file('names.txt', Uint8Array.of(0xff, 0xfe, 0x41)), /not text in UTF-8/],
    ['is too large', () => file('names.txt', '#'.repeat(70_000)), /larger than 64 KiB/],
    [
      'has a line that is no spelling',
      () => file('names.txt', `A\n${'b'.repeat(101)}`),
      /line 2 has 101 characters/,
    ],
    [
      'has too many',
      () => file('names.txt', Array.from({ length: 501 }, (_, index) => `Name ${index}`).join('\n')),
      /501 spellings; 500 are allowed/,
    ],
  ])('is refused when the file %s', async (_, path, message) => {
    const { exitCode, stderr } = await runCli([file('x.txt', PROSE), '--glossary', path()]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('--style', () => {
  it.each(['explainer', 'interview', 'news', 'recap'])(
    '%s reaches the model and gives an article',
    async (style) => {
      await using server = await startModelServer(newsroom);
      expect((await writeWith(server, '--style', style)).exitCode).toBe(0);
      const text = readFileSync(`prompts/styles/${style}.md`, 'utf8').trim();
      expect(promptsOf(server).some((prompt) => prompt.includes(text))).toBe(true);
    },
  );

  it('lists what there is when the name is wrong, the user’s own included', async () => {
    const prompts = temporaryFolder();
    cpSync('prompts/styles/news.md', join(prompts, 'styles', 'gazette.md'));
    const argv = [file('x.txt', PROSE), '--style', 'gazete', '--prompts', prompts];
    const { exitCode, stderr } = await runCli(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/There is no style gazete \[PROMPT_NOT_FOUND\]/);
    expect(stderr).toContain('Use one of: explainer, gazette, interview, news, recap.');
  });
});

interface Screen {
  readonly context: Context;
  readonly shown: string[];
}

function screen({
  columns = 100,
  env = {},
  argv = [],
}: {
  columns?: number;
  env?: Record<string, string>;
  argv?: readonly string[];
} = {}): Screen {
  const shown: string[] = [];
  const context: Context = {
    argv,
    env,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-23T12:00:00Z'),
    io: {
      stdout: () => true,
      stderr: (text) => void shown.push(text),
      stdin: async function* () {},
      isTerminal: true,
      screen: columns > 0 ? { columns: () => columns } : undefined,
    },
  };
  return { context, shown };
}

const call = {
  key: '',
  stage: 'write',
  prompt: 'write',
  promptHash: '00000000',
  model: 'm',
  inputTokens: 1_000,
  outputTokens: 234,
  cachedTokens: 0,
  cost: 0.0123,
  ms: 1,
  attempts: 1,
  cacheHit: false,
};

describe('progress', () => {
  it('draws one line again on a terminal and takes it away at the end', async () => {
    await using server = await startModelServer(newsroom);
    const argv = [file('riverton.txt', PROSE), '--out', temporaryFolder()];
    const { context, shown } = screen({ argv, env: { OPENAI_BASE_URL: server.baseURL } });
    expect(await main(context)).toBe(0);
    const drawn = shown.filter((text) => text.startsWith('\r\u001B[2K') && text.length > 5);
    expect(drawn.length).toBeGreaterThan(3);
    expect(
      drawn.some((text) => /write {2}\d of \d calls {2}[\d,]+ tokens {2}price unknown {2}0:00/.test(text)),
    ).toBe(true);
    expect(drawn.every((text) => !text.includes('\n'))).toBe(true);
    expect(shown.at(-1)).toBe('\r\u001B[2K');
  });

  it('counts calls, tokens and money', () => {
    const { context, shown } = screen();
    const progress = createProgress(context, { isQuiet: false });
    progress.startSource();
    progress.startStage('write', 3);
    progress.endCall(call);
    expect(shown.at(-1)).toBe('\r\u001B[2Kwrite  1 of 3 calls  1,234 tokens  $0.0123  0:00');
    progress.endCall({ ...call, cost: 0, cacheHit: true });
    expect(shown.at(-1)).toContain('2 of 3 calls  1,234 tokens  $0.0123');
    progress.clear();
  });

  it('keeps what is said above the line, and the line within the width', () => {
    const { context, shown } = screen({ columns: 24 });
    const progress = createProgress(context, { isQuiet: false });
    progress.startStage('extract', 12);
    progress.note('Note: something');
    expect(shown.slice(-3)).toEqual([
      '\r\u001B[2K',
      'Note: something\n',
      '\r\u001B[2Kextract  0 of 12 calls ',
    ]);
    progress.clear();
  });

  it.each([
    ['standard error is no terminal', { columns: 0 }],
    ['NO_COLOR is set', { env: { NO_COLOR: '1' } }],
    ['the terminal is dumb', { env: { TERM: 'dumb' } }],
  ])('prints a line a stage, with its calls and without escape codes, when %s', (_, options) => {
    const { context, shown } = screen(options);
    const progress = createProgress(context, { isQuiet: false });
    progress.startStage('extract', 12);
    progress.startStage('plan', 1);
    progress.endCall(call);
    progress.clear();
    expect(shown).toEqual(['  extract, 12 calls\n', '  plan\n']);
  });

  it('says once why nothing happens when a wait is long', () => {
    const { context, shown } = screen({ columns: 0 });
    const progress = createProgress(context, { isQuiet: false });
    const error = new ModelError('MODEL_RATE_LIMITED', 'Too many requests.', { retryAfterSeconds: 90 });
    progress.waitForRetry({ waitMs: 4_000, error });
    progress.waitForRetry({ waitMs: 90_000, error });
    progress.waitForRetry({ waitMs: 90_300, error });
    progress.waitForLimit();
    expect(shown).toEqual(['  waiting 90 s: the endpoint asked for it\n']);
  });

  it('is silent with --quiet', async () => {
    await using server = await startModelServer(newsroom);
    const argv = [file('riverton.txt', PROSE), '--out', temporaryFolder(), '--quiet'];
    const { context, shown } = screen({ argv, env: { OPENAI_BASE_URL: server.baseURL } });
    expect(await main(context)).toBe(0);
    expect(shown).toEqual([]);
  });
});

describe('COPYDESK_LOCAL', () => {
  const config = (env: Record<string, string>, flags = {}) => loadConfig({ flags, env });
  const nowhere = { name: 'LM Studio', baseURL: 'http://127.0.0.1:9/v1' };

  it('takes the first server of this machine that lists its models', async () => {
    await using empty = await startModelServer(newsroom, { models: [] });
    await using first = await startModelServer(newsroom, { models: ['small', 'large'] });
    await using second = await startModelServer(newsroom);
    const servers = [
      nowhere,
      { name: 'Empty', baseURL: empty.baseURL },
      { name: 'Ollama', baseURL: first.baseURL },
      { name: 'llama.cpp', baseURL: second.baseURL },
    ];
    expect(await findLocalServer(servers)).toMatchObject({ name: 'Ollama', models: ['small', 'large'] });
    expect(await decideWriter(config({ COPYDESK_LOCAL: '1' }), { localServers: servers })).toEqual({
      kind: 'model',
      apiKey: '',
      baseURL: first.baseURL,
      model: 'small',
      place: 'Ollama on this machine',
    });
  });

  it('is looked for only when asked, and when neither key nor address is set', async () => {
    await using server = await startModelServer(newsroom);
    const localServers = [{ name: 'Ollama', baseURL: server.baseURL }];
    const decide = (env: Record<string, string>) => decideWriter(config(env), { localServers });
    expect(await decide({})).toEqual({ kind: 'extractive', why: 'no model is configured' });
    expect(await decide({ COPYDESK_LOCAL: '1', OPENAI_API_KEY: 'k' })).toMatchObject({
      place: 'the OpenAI API',
    });
    expect(await decide({ COPYDESK_LOCAL: '1', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })).toMatchObject({
      baseURL: 'http://127.0.0.1:9/v1',
    });
  });

  it('leaves auto to the extractive writer when nothing answers, and is an error for --writer model', async () => {
    const localServers = [nowhere];
    expect(await decideWriter(config({ COPYDESK_LOCAL: '1' }), { localServers })).toEqual({
      kind: 'extractive',
      why: 'no model server answers on this machine: LM Studio (9)',
    });
    await expect(
      decideWriter(config({ COPYDESK_LOCAL: '1' }, { writer: 'model' }), { localServers }),
    ).rejects.toMatchObject({ code: 'MODEL_NOT_CONFIGURED' });
  });

  it('stands in doctor', async () => {
    const { stdout } = await runCli(['doctor'], { env: { COPYDESK_YOUTUBE_ORIGIN: 'http://127.0.0.1:9' } });
    expect(stdout).toMatch(/off +Local model: not looked for; COPYDESK_LOCAL=1/);
  });
});

describe('a recording', () => {
  async function record(folder: string, ...argv: string[]): Promise<{ source: string; recording: string }> {
    await using server = await startModelServer(newsroom);
    const source = join(folder, 'riverton.txt');
    if (!existsSync(source)) writeFileSync(source, PROSE);
    const recording = join(folder, 'recording');
    const env = { OPENAI_BASE_URL: server.baseURL };
    const run = ['write', source, '--out', temporaryFolder(), '--record', recording, ...argv];
    expect((await runCli(run, { env })).exitCode).toBe(0);
    return { source, recording };
  }
  const read = (folder: string) => JSON.parse(readFileSync(join(folder, 'recording.json'), 'utf8'));
  const replay = (source: string, recording: string, ...argv: string[]) =>
    runCli(['write', source, '--replay', recording, '--out', temporaryFolder(), ...argv]);

  it('keeps the hashes of the prompts and of the units, and replays with its settings', async () => {
    const names = file('names.txt', 'Ana Björk');
    const { source, recording } = await record(temporaryFolder(), '--no-verify', '--glossary', names);
    const { settings, prompts, units } = read(recording);
    expect(settings).toEqual({ style: 'news', length: 'medium', glossary: ['Ana Björk'], verify: false });
    expect(Object.keys(prompts)).toEqual(expect.arrayContaining(['write', 'rules', 'styles/news']));
    expect(Object.values(units)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect((await replay(source, recording)).exitCode).toBe(0);
  });

  it('keeps who answered when more is recorded under the same model', async () => {
    const { recording } = await record(temporaryFolder());
    const path = join(recording, 'recording.json');
    writeFileSync(path, JSON.stringify({ ...read(recording), answeredBy: 'hand' }));
    await record(join(recording, '..'));
    expect(read(recording).answeredBy).toBe('hand');
  });

  it.each(['write', 'rules', 'styles/news'])('names prompts/%s.md when it changed since', async (name) => {
    const { source, recording } = await record(temporaryFolder());
    const prompts = temporaryFolder();
    const changed = join(prompts, `${name}.md`);
    cpSync(`prompts/${name}.md`, changed);
    writeFileSync(changed, `${readFileSync(changed, 'utf8')}\nOne more sentence.\n`);
    const { exitCode, stderr } = await replay(source, recording, '--prompts', prompts);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      new RegExp(
        `REPLAY_MISSING\\]\n {2}Likely cause: Since it was recorded, prompts/${name}\\.md changed \\(\\w+, now \\w+\\)\\.\n`,
      ),
    );
  });

  it('says when the source is another one', async () => {
    const { recording } = await record(temporaryFolder());
    const { stderr } = await replay(file('other.txt', `${PROSE} And one sentence more.`), recording);
    expect(stderr).toContain('Since it was recorded, the units of the source changed.');
  });

  it('is listed as fresh or stale with the reason', async () => {
    const folder = temporaryFolder();
    const { source, recording } = await record(folder);
    expect((await judgeRecordings(folder)).map(describeRecording)).toEqual([
      `fresh  ${recording} (${source})`,
    ]);
    writeFileSync(source, `${PROSE} And one sentence more.`);
    const [state] = await judgeRecordings(folder);
    expect(describeRecording(state ?? { directory: '' })).toMatch(
      /^stale {2}.+recording\n +.+the extract-plan stage.+REPLAY_MISSING\] Since it was recorded, the units of the source changed\./,
    );
  });
});
