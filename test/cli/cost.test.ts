import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROMPT_FILES } from '../../src/write/index.ts';
import { startModelServer } from '../servers/model-server.ts';
import { newsroom } from '../servers/newsroom.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const SAMPLE = 'samples/biden-zelenskyy/captions.en.vtt';
/** 100 dollars for a million tokens: a call of these tests costs tenths of a dollar. */
const PRICES = { 'test-model': { input: 100, output: 100 } };

function prose(words: number): string {
  return Array.from(
    { length: Math.ceil(words / 24) },
    (_, index) =>
      `The harbour council of Riverton met on pier ${index + 2} and heard that measure ${index + 20} would cost ${index + 3} million crowns in spring.`,
  ).join(' ');
}

function file(name: string, content: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

const settings = (value: unknown): string => file('copydesk.json', JSON.stringify(value));
const readRun = (directory: string) => JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8'));

describe('the cost of a run', () => {
  it('stands in summary, line and run.json by the prices of the settings', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const config = settings({ prices: PRICES });
    const [source, out] = [file('riverton.txt', prose(400)), temporaryFolder()];
    const { stdout } = await runCli([source, '--out', out, '--config', config, '--json'], { env });
    const line = JSON.parse(stdout);
    const { totals, calls } = readRun(line.dir);
    expect(line.cost).toBeCloseTo(((totals.inputTokens + totals.outputTokens) * 100) / 1e6);
    expect(totals.cost).toBe(line.cost);
    expect(calls.every(({ cost }: { cost: unknown }) => typeof cost === 'number')).toBe(true);
    const again = await runCli([source, '--out', out, '--config', config], { env });
    expect(again.stdout).toMatch(/Writer: model \(test-model\), \d+ calls, 0 sent, 0 tokens, \$0\n/);
  });

  it('is unknown, and not nothing, for a model without a price', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const source = file('riverton.txt', prose(400));
    const out = temporaryFolder();
    const { stdout } = await runCli([source, '--out', out, '--json'], { env });
    expect(JSON.parse(stdout).cost).toBeNull();
    expect(readRun(JSON.parse(stdout).dir).totals.cost).toBeNull();
    const summary = await runCli([source, '--out', temporaryFolder()], { env });
    expect(summary.stdout).toContain('tokens, price unknown\n');
  });

  it('stops below the ceiling with 4, and the same command goes on without paying again', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const argv = [file('riverton.txt', prose(400)), '--out', temporaryFolder(), '--json'];
    argv.push('--config', settings({ prices: PRICES }), '--max-cost', '2.1');
    const first = await runCli(argv, { env });
    expect(first.exitCode).toBe(4);
    expect(first.stderr).toMatch(
      /The ceiling of \$2\.10 is reached: \$0\.\d{4} was spent in this run\.[\s\S]+BUDGET_EXCEEDED[\s\S]+same command again: it goes on from here and pays for no answer twice/,
    );
    const stopped = JSON.parse(first.stdout);
    expect(stopped).toMatchObject({ status: 'retry', code: 'BUDGET_EXCEEDED' });
    expect(stopped.cost).toBeGreaterThan(0);
    const sent = server.requests.length;
    const second = await runCli(argv, { env });
    expect(second.exitCode).toBe(0);
    const asked = server.requests.map(({ body }) => JSON.stringify(body.messages));
    expect(new Set(asked).size).toBe(asked.length);
    expect(JSON.parse(second.stdout).calls).toBe(server.requests.length);
    expect(sent).toBeGreaterThan(0);
  });

  it('keeps one ceiling over all sources of a run', async () => {
    await using server = await startModelServer(newsroom);
    const argv = ['one', 'two', 'three'].map((name) => file(`${name}.txt`, `${name} ${prose(400)}`));
    argv.push('--out', temporaryFolder(), '--config', settings({ prices: PRICES }), '--json', '--no-verify');
    const { stdout, exitCode } = await runCli([...argv, '--max-cost', '2.6'], {
      env: { OPENAI_BASE_URL: server.baseURL },
    });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0].status).toBe('written');
    expect(lines[2].code).toBe('BUDGET_EXCEEDED');
    expect(exitCode).toBe(4);
    expect(lines.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(2.6);
  });

  it('says with nothing spent that the ceiling is too low for a single call', async () => {
    await using server = await startModelServer(newsroom);
    const argv = [file('riverton.txt', prose(400)), '--out', temporaryFolder()];
    argv.push('--config', settings({ prices: PRICES }), '--max-cost', '0.01');
    const { exitCode, stderr } = await runCli(argv, { env: { OPENAI_BASE_URL: server.baseURL } });
    expect(exitCode).toBe(4);
    expect(stderr).toContain('$0 was spent');
    expect(stderr).toContain('What to do: Raise --max-cost');
    expect(server.requests).toHaveLength(0);
  });

  it('keeps no ceiling for a model without a price', async () => {
    await using server = await startModelServer(newsroom);
    const argv = [file('riverton.txt', prose(400)), '--out', temporaryFolder(), '--max-cost', '5'];
    const { exitCode, stderr } = await runCli(argv, { env: { OPENAI_BASE_URL: server.baseURL } });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/The price of test-model is not known/);
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ['a negative price', { prices: { '*': { input: -1, output: 1 } } }, /prices in .+\*\.input/],
    ['a price without its output', { prices: { '*': { input: 1 } } }, /prices in .+\*\.output/],
    [
      'a price of something else',
      { prices: { '*': { input: 1, output: 1, audio: 2 } } },
      /prices in .+audio/,
    ],
    ['a ceiling of nothing', { maxCost: 0 }, /maxCost in /],
  ])('refuses %s in the settings', async (_, value, message) => {
    const { exitCode, stderr } = await runCli(['x.txt', '--config', settings(value)]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('a dry run', () => {
  it('sends nothing, and asks the endpoint not even for its models', async () => {
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
    const out = join(temporaryFolder(), 'articles');
    const { exitCode, stdout } = await runCli([SAMPLE, '--dry-run', '--out', out], { env });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Writer: first model of the endpoint at http://127.0.0.1:9/v1\n');
    expect(stdout).toMatch(/\n {2}extract-plan +1 +[\d,]+ +[\d,]+\n {2}write +1 /);
    expect(stdout).toContain('Price: unknown (state it under prices in copydesk.json). Nothing was sent.\n');
    expect(() => readdirSync(out)).toThrow();
  });

  it('prices what is known, and nothing where nothing would be sent', async () => {
    const known = await runCli([SAMPLE, '--dry-run'], { env: { OPENAI_API_KEY: 'none' } });
    expect(known.stdout).toMatch(
      /Writer: gpt-5\.5 at the OpenAI API\n[\s\S]+Price: about \$\d\.\d{4} to \$\d/,
    );
    const recorded = await runCli([SAMPLE, '--dry-run', '--replay', 'samples/biden-zelenskyy/recording']);
    expect(recorded.stdout).toContain('Price: nothing, the answers are recorded.');
    const extractive = await runCli([SAMPLE, '--dry-run']);
    expect(extractive.stdout).toMatch(
      /Writer: extractive \(no model is configured\), no model call\n\n {2}Price: nothing/,
    );
  });

  it('prints one line of JSON for each source, refused ones as writing would', async () => {
    const argv = [SAMPLE, file('short.txt', 'Only a few words.'), '--dry-run', '--json'];
    const { exitCode, stdout } = await runCli(argv, { env: { OPENAI_API_KEY: 'none' } });
    const [planned, refused] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(planned).toMatchObject({
      status: 'planned',
      code: null,
      dir: null,
      calls: 3,
      plan: { writer: 'model', model: 'gpt-5.5', article: { words: 1200, sections: 8 } },
    });
    expect(planned.cost).toBe(planned.plan.cost.least);
    expect(planned.plan.cost.most).toBeGreaterThan(planned.plan.cost.least);
    expect(refused).toMatchObject({ status: 'refused', code: 'TRANSCRIPT_TOO_SHORT' });
    expect(exitCode).toBe(3);
  });

  it('leaves the second reading out with --no-verify', async () => {
    const argv = [SAMPLE, '--dry-run', '--no-verify', '--json'];
    const { stdout } = await runCli(argv, { env: { OPENAI_API_KEY: 'none' } });
    const stages = JSON.parse(stdout).plan.stages.map(({ stage }: { stage: string }) => stage);
    expect(stages).toEqual(['extract-plan', 'write', 'repair']);
  });

  it('brings faults of the prompt files to light', async () => {
    const prompts = temporaryFolder();
    writeFileSync(join(prompts, 'repair.md'), 'no front matter');
    const { exitCode, stderr } = await runCli([SAMPLE, '--dry-run', '--prompts', prompts], {
      env: { OPENAI_API_KEY: 'none' },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/repair\.md: .+PROMPT_INVALID/);
  });

  it.each([
    ['short', 1],
    ['long', 5],
  ])('estimates the tokens of a %s transcript within 35 %% of a real run', async (_, times) => {
    const text = (await runCli(['transcript', SAMPLE])).stdout;
    const source = file('talk.txt', Array.from({ length: times }, () => text).join('\n'));
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const { plan } = JSON.parse((await runCli([source, '--dry-run', '--json'], { env })).stdout);
    expect(server.requests).toHaveLength(0);
    const written = JSON.parse(
      (await runCli([source, '--json', '--out', temporaryFolder()], { env })).stdout,
    );
    const { totals, calls } = readRun(written.dir);
    const { least, most } = plan.total.inputTokens;
    expect(least / totals.inputTokens).toBeGreaterThan(0.65);
    expect(least / totals.inputTokens).toBeLessThan(1.35);
    expect(most).toBeGreaterThan(totals.inputTokens * 0.9);
    for (const { stage, calls: span } of plan.stages) {
      const real = calls.filter((call: { stage: string }) => call.stage === stage).length;
      expect(real, stage).toBeGreaterThanOrEqual(span.least);
      expect(real, stage).toBeLessThanOrEqual(span.most);
    }
    const known = new Set(plan.stages.map(({ stage }: { stage: string }) => stage));
    expect(calls.filter(({ stage }: { stage: string }) => !known.has(stage))).toEqual([]);
  });

  it('knows every prompt file', () => {
    const files = readdirSync('prompts').flatMap((name) => /^(.+)\.md$/u.exec(name)?.[1] ?? []);
    expect([...PROMPT_FILES, 'rules'].sort()).toEqual(files.sort());
  });
});
