import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/index.ts';
import { mentioning } from '../servers/faults.ts';
import { type ChatRequest, startModelServer } from '../servers/model-server.ts';
import { newsroom } from '../servers/newsroom.ts';
import {
  contextExceeded,
  declined,
  filtered,
  hang,
  noModel,
  outOfQuota,
  rateLimited,
  serverError,
  type Turn,
  truncated,
  webPage,
  wrongKey,
} from '../servers/turns.ts';
import { folderOf, idOf, readEvents, readJson, readReport, speech, stateOf } from './batch-files.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

const questionOf = ({ body }: ChatRequest): string => JSON.stringify(body.messages);
const articlesOf = (out: string): string[] =>
  readdirSync(out).filter((name) => existsSync(join(out, name, 'article.json')));

describe('copydesk batch', () => {
  it('writes every file of a folder, and asks nothing when it is run again', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [folderOf('Riverton', 'Milltown', 'Seaview'), temporaryFolder()];
    const first = await runCli(['batch', folder, '--out', out], { env });
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toContain('Written: 3\n');
    expect(articlesOf(out)).toHaveLength(3);
    for (const id of articlesOf(out)) {
      expect(parseArticle(readJson(out, id, 'article.json')).id).toBe(id);
      expect(readJson(out, id, 'state.json')).toMatchObject({ id, status: 'done', attempts: 1 });
    }
    const asked = server.requests.length;
    const times = articlesOf(out).map((id) => statSync(join(out, id, 'article.json')).mtimeMs);
    const again = await runCli(['batch', folder, '--out', out], { env });
    expect(again.exitCode).toBe(0);
    expect(again.stdout).toContain('nothing to do: 3');
    expect(server.requests).toHaveLength(asked);
    expect(articlesOf(out).map((id) => statSync(join(out, id, 'article.json')).mtimeMs)).toEqual(times);
  });

  it('reads a list with comments, paths and what is said of them, and a source named twice once', async () => {
    const [folder, out] = [folderOf('Riverton', 'Milltown'), temporaryFolder()];
    const list = join(folder, 'sources');
    writeFileSync(
      list,
      `# the week\n\nriverton.txt --title "Harbour night" --channel 'Riverton TV'\n${join(folder, 'riverton.txt')}\nmilltown.txt # new\n`,
    );
    const { exitCode } = await runCli(['batch', list, '--out', out]);
    expect(exitCode).toBe(0);
    expect(articlesOf(out)).toHaveLength(2);
    expect(readJson(out, idOf(out, 'Riverton'), 'article.json').source).toMatchObject({
      title: 'Harbour night',
      channel: { name: 'Riverton TV' },
    });
    expect(readReport(out).videos.filter(({ why }) => why === 'duplicate')).toHaveLength(1);
  });

  it('reads a list from standard input', async () => {
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    const stdin = `${join(folder, 'riverton.txt')}\n`;
    const { exitCode } = await runCli(['batch', '-', '--out', out], { stdin });
    expect(exitCode).toBe(0);
    expect(articlesOf(out)).toHaveLength(1);
  });

  it('knows a finished file that was renamed, and one that tells its video only when it is read', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    writeFileSync(join(folder, 'talk.txt'), speech('Milltown'));
    writeFileSync(
      join(folder, 'talk.info.json'),
      JSON.stringify({
        id: 'milltown-01',
        title: 'Milltown',
        extractor: 'youtube',
        webpage_url: 'https://www.youtube.com/watch?v=milltown-01',
      }),
    );
    await runCli(['batch', folder, '--out', out], { env });
    expect(articlesOf(out)).toContain('milltown-01');
    const asked = server.requests.length;
    const moved = temporaryFolder();
    writeFileSync(join(moved, 'other-name.txt'), speech('Riverton'));
    const { stdout } = await runCli(['batch', folder, moved, '--out', out], { env });
    expect(stdout).toContain('Written: 0\n');
    expect(server.requests).toHaveLength(asked);
    expect(articlesOf(out)).toHaveLength(2);
  });

  it('takes an article that was written by itself for done', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    await runCli(['write', join(folder, 'riverton.txt'), '--out', out], { env });
    const asked = server.requests.length;
    const { stdout } = await runCli(['batch', folder, '--out', out], { env });
    expect(stdout).toContain('nothing to do: 1');
    expect(server.requests).toHaveLength(asked);
    expect(readReport(out).videos[0]?.draft?.words).toBeGreaterThan(100);
  });

  it.each([
    ['declines', declined('No.'), 'failed', 'MODEL_REFUSED', 1],
    ['filters', filtered(), 'failed', 'MODEL_REFUSED', 1],
    ['is cut off at', truncated('{"cla'), 'failed', 'MODEL_OUTPUT_TRUNCATED', 1],
    ['finds too long', contextExceeded(), 'failed', 'MODEL_CONTEXT_EXCEEDED', 1],
    ['breaks down over', serverError(), 'pending', 'MODEL_UNAVAILABLE', 4],
    ['is behind a page for', webPage(503), 'pending', 'MODEL_UNAVAILABLE', 4],
    ['refuses for the rate', rateLimited({ 'retry-after': '3600' }), 'pending', 'MODEL_RATE_LIMITED', 4],
    ['never answers about', hang(), 'pending', 'MODEL_TIMEOUT', 4],
  ] satisfies [string, Turn, string, string, number][])(
    'goes on with the rest after a video that the model %s, and explains it in the report',
    async (_, turn, status, code, exit) => {
      await using server = await startModelServer(newsroom, {
        faults: [{ when: mentioning('Milltown'), turn }],
      });
      const env = { OPENAI_BASE_URL: server.baseURL };
      const [folder, out] = [folderOf('Riverton', 'Seaview', 'Milltown'), temporaryFolder()];
      const argv = ['batch', folder, '--out', out, '--timeout', '1', '--concurrency', '1', '--newest-first'];
      const { exitCode, stderr } = await runCli(argv, { env });
      expect(exitCode).toBe(exit);
      const { videos } = readReport(out);
      const troubled = videos.filter((video) => video.status === status);
      // A pause that is asked for is kept by everybody.
      if (code === 'MODEL_RATE_LIMITED') expect(troubled.length).toBeGreaterThanOrEqual(1);
      else {
        expect(troubled).toHaveLength(1);
        expect(videos.filter((video) => video.status === 'done')).toHaveLength(2);
      }
      const explained = troubled.find(({ title }) => title === 'milltown');
      // The last attempt has what time the others left, which on a busy machine may be too little to hear of the failure.
      const codes = code === 'MODEL_UNAVAILABLE' ? [code, 'MODEL_TIMEOUT'] : [code];
      expect(codes).toContain(explained?.code);
      expect(explained?.remedy?.length).toBeGreaterThan(10);
      expect(stderr).toContain(`[${explained?.code}]`);
      expect(stateOf(out, 'Milltown')).toMatchObject({ status, code: explained?.code, attempts: 1 });
    },
  );

  it.each([
    ['a wrong key', wrongKey(), 'MODEL_AUTH', 2],
    ['an unknown model', noModel('test-model'), 'MODEL_NOT_FOUND', 2],
    ['no credit', outOfQuota(), 'MODEL_QUOTA_EXCEEDED', 4],
  ] satisfies [string, Turn, string, number][])(
    'begins nothing more with %s, and the same command goes on when it is mended',
    async (_, turn, code, exit) => {
      let isBroken = true;
      await using server = await startModelServer((request) => (isBroken ? turn : newsroom(request)));
      const env = { OPENAI_BASE_URL: server.baseURL };
      const names = ['Ashford', 'Bexley', 'Corby', 'Dover', 'Exeter', 'Fowey'];
      const [folder, out] = [folderOf(...names), temporaryFolder()];
      const argv = ['batch', folder, '--out', out, '--concurrency', '1'];
      const { exitCode, stdout } = await runCli(argv, { env });
      expect(exitCode).toBe(exit);
      expect(stdout).toContain(`Ended early [${code}]`);
      // Two in work at once; the others were not begun.
      expect(server.requests.length).toBeLessThanOrEqual(2);
      expect(readReport(out).totals.left).toBeGreaterThanOrEqual(4);
      isBroken = false;
      expect((await runCli(argv, { env })).exitCode).toBe(0);
      expect(articlesOf(out)).toHaveLength(6);
    },
  );

  it('refuses what is no transcript, fails for what is not there, and leaves both alone afterwards', async () => {
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    writeFileSync(join(folder, 'short.txt'), 'Only a few words are said here.');
    const list = join(folder, 'list');
    writeFileSync(list, 'riverton.txt\nshort.txt\n');
    const first = await runCli(['batch', list, join(folder, 'nothing.vtt'), '--out', out]);
    expect(first.exitCode).toBe(2);
    expect(stateOf(out, 'short')).toMatchObject({ status: 'refused', code: 'TRANSCRIPT_TOO_SHORT' });
    const again = await runCli(['batch', list, '--out', out]);
    expect(again.exitCode).toBe(0);
    const retried = await runCli(['batch', list, '--out', out, '--retry-failed']);
    expect(retried.exitCode).toBe(3);
    expect(stateOf(out, 'short').attempts).toBe(2);
    const easier = await runCli(['batch', list, '--out', out, '--retry-failed', '--min-words', '3']);
    expect(easier.exitCode).not.toBe(3);
  });

  it('stops below the ceiling with 4, and with more money repeats no call', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const names = ['Ashford', 'Bexley', 'Corby', 'Dover', 'Exeter', 'Fowey', 'Goole', 'Hove'];
    const [folder, out] = [folderOf(...names), temporaryFolder()];
    const config = join(temporaryFolder(), 'copydesk.json');
    // An answer of 16,000 tokens is what has to be feared of a call.
    writeFileSync(config, JSON.stringify({ prices: { '*': { input: 100, output: 10 } } }));
    const argv = ['batch', folder, '--out', out, '--config', config, '--json'];
    const plan = readEvents((await runCli([...argv, '--dry-run'], { env })).stdout).at(-1) as {
      cost: { least: number };
    };
    expect(server.requests).toHaveLength(0);
    const ceiling = 0.6 * plan.cost.least;
    const first = await runCli([...argv, '--max-cost', String(ceiling)], { env });
    expect(first.exitCode).toBe(4);
    const end = readEvents(first.stdout).at(-1) as { totals: { cost: number }; stop: { code: string } };
    expect(end.stop.code).toBe('BUDGET_EXCEEDED');
    expect(end.totals.cost).toBeGreaterThan(ceiling * 0.5);
    expect(end.totals.cost).toBeLessThanOrEqual(ceiling);
    expect(first.stderr).toMatch(/The ceiling of \$\d+\.\d+ is reached: \$\d+\.\d+ was spent/);
    const second = await runCli([...argv, '--max-cost', '100'], { env });
    expect(second.exitCode).toBe(0);
    expect(articlesOf(out)).toHaveLength(8);
    const asked = server.requests.map(questionOf);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('writes anew only with --refresh, only what other prompts or settings wrote, and never over a person', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [folderOf('Riverton', 'Milltown', 'Seaview'), temporaryFolder()];
    await runCli(['batch', folder, '--out', out], { env });
    const asked = server.requests.length;
    await runCli(['batch', folder, '--out', out, '--refresh'], { env });
    await runCli(['batch', folder, '--out', out, '--length', 'short'], { env });
    expect(server.requests).toHaveLength(asked);
    const edited = join(out, idOf(out, 'Milltown'), 'article.json');
    writeFileSync(edited, readFileSync(edited, 'utf8').replace('"headline": "', '"headline": "Really, '));
    writeFileSync(join(out, idOf(out, 'Seaview'), 'review.jsonl'), '{"state":"approved"}\n');
    const [person, approved] = ['Milltown', 'Seaview'].map((name) =>
      readFileSync(join(out, idOf(out, name), 'article.json'), 'utf8'),
    );
    const before = readJson(out, idOf(out, 'Riverton'), 'article.json');
    const argv = ['batch', folder, '--out', out, '--refresh', '--length', 'short'];
    const { exitCode, stderr } = await runCli(argv, { env });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('edited or decided on by a person');
    expect(readFileSync(edited, 'utf8')).toBe(person);
    expect(readFileSync(join(out, idOf(out, 'Seaview'), 'article.json'), 'utf8')).toBe(approved);
    expect(readdirSync(join(out, idOf(out, 'Milltown'))).some((name) => name.startsWith('draft-'))).toBe(
      false,
    );
    expect(readJson(out, idOf(out, 'Riverton'), 'article.json').readTime.words).toBeLessThan(
      before.readTime.words,
    );
    expect(server.requests.length).toBeGreaterThan(asked);
  });

  it('finishes what is being written on the first Ctrl-C, begins nothing more, and ends with 130', async () => {
    let drain = (): void => undefined;
    await using server = await startModelServer((request) => {
      drain();
      return newsroom(request);
    });
    const env = { OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [folderOf('Ashford', 'Bexley', 'Corby', 'Dover', 'Exeter'), temporaryFolder()];
    const argv = ['batch', folder, '--out', out, '--concurrency', '1'];
    const options = {
      env,
      drainFirst: (run: () => void) => {
        drain = run;
      },
    };
    const { exitCode } = await runCli(argv, options);
    expect(exitCode).toBe(130);
    const { totals, stop } = readReport(out);
    expect(stop?.code).toBe('INTERRUPTED');
    expect(totals.done).toBeGreaterThan(0);
    expect(totals.done).toBeLessThan(4);
    // One that was read and not yet being written is to be done as well.
    expect(totals.left + totals.pending).toBe(5 - totals.done);
    expect(articlesOf(out)).toHaveLength(totals.done);
  });

  it('stops at once on the second Ctrl-C, and goes on where it was', async () => {
    const interruption = new AbortController();
    let isHanging = true;
    await using server = await startModelServer((request) => {
      if (!isHanging) return newsroom(request);
      setTimeout(() => interruption.abort(), 30);
      return hang();
    });
    const env = { OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [folderOf('Ashford', 'Bexley', 'Corby'), temporaryFolder()];
    const { exitCode } = await runCli(['batch', folder, '--out', out], { env, signal: interruption.signal });
    expect(exitCode).toBe(130);
    expect(stateOf(out, 'Ashford')).toMatchObject({ status: 'pending', code: 'INTERRUPTED' });
    isHanging = false;
    expect((await runCli(['batch', folder, '--out', out], { env })).exitCode).toBe(0);
    expect(articlesOf(out)).toHaveLength(3);
  });

  it('begins nothing more when the articles cannot be stored', async () => {
    const [folder, file] = [folderOf('Ashford', 'Bexley', 'Corby', 'Dover'), join(temporaryFolder(), 'file')];
    writeFileSync(file, 'a file where the folder should be');
    const { exitCode, stderr } = await runCli([
      'batch',
      folder,
      '--out',
      join(file, 'articles'),
      '--concurrency',
      '1',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/Nothing more is begun: Cannot write .+ \[STORE_FAILED\]/u);
    expect(stderr).not.toContain('dover');
  });

  it('works on no more than --max-videos, and looks at no more than --limit', async () => {
    const [folder, out] = [folderOf('Ashford', 'Bexley', 'Corby', 'Dover'), temporaryFolder()];
    const argv = ['batch', folder, '--out', out];
    expect((await runCli([...argv, '--max-videos', '1'])).stdout).toContain('Not begun: 3.');
    expect(articlesOf(out)).toHaveLength(1);
    await runCli([...argv, '--max-videos', '1']);
    expect(articlesOf(out)).toHaveLength(2);
    await runCli([...argv, '--limit', '2']);
    expect(articlesOf(out)).toHaveLength(2);
    await runCli([...argv, '--limit', '3']);
    expect(articlesOf(out)).toHaveLength(3);
  });

  it('tells what happens as one line of JSON for each event', async () => {
    await using server = await startModelServer(newsroom);
    const env = { OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [folderOf('Riverton'), temporaryFolder()];
    const { stdout } = await runCli(['batch', folder, '--out', out, '--json'], { env });
    const events = readEvents(stdout);
    const names = events.map(({ event }) => event);
    expect(new Set(names)).toEqual(
      new Set([
        'video-listed',
        'list-end',
        'video-start',
        'stage-start',
        'call-end',
        'video-end',
        'batch-end',
      ]),
    );
    expect(events.find(({ event }) => event === 'video-end')).toMatchObject({
      status: 'done',
      sent: 3,
      calls: 3,
    });
    expect(events.at(-1)).toMatchObject({ event: 'batch-end', exitCode: 0, totals: { done: 1 } });
  });

  it('never works on one video twice when two batches run at once', async () => {
    await using server = await startModelServer(newsroom, { latencyMs: 20 });
    const env = { OPENAI_BASE_URL: server.baseURL };
    const [folder, out] = [
      folderOf('Ashford', 'Bexley', 'Corby', 'Dover', 'Exeter', 'Fowey'),
      temporaryFolder(),
    ];
    const argv = ['batch', folder, '--out', out, '--concurrency', '2'];
    const runs = await Promise.all([runCli(argv, { env }), runCli(argv, { env }), runCli(argv, { env })]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(articlesOf(out)).toHaveLength(6);
    const asked = server.requests.map(questionOf);
    expect(new Set(asked).size).toBe(asked.length);
    expect(readdirSync(join(out, '.batch', 'claims'))).toEqual([]);
    expect(readdirSync(join(out, '.batch', 'runs'))).toEqual([]);
  });

  it('says all that is wrong with its flags at once', async () => {
    const argv = [
      'batch',
      '.',
      '--since',
      'yesterday',
      '--limit',
      '0',
      '--match',
      '(',
      '--webhook',
      'ftp://x',
      '--on-end',
      '""',
    ];
    const { exitCode, stderr } = await runCli(argv);
    expect(exitCode).toBe(2);
    for (const flag of ['--since', '--limit', '--match', '--webhook', '--on-end'])
      expect(stderr).toContain(`  ${flag}: `);
  });

  it.each([
    [['--match', 'a('], /--match: .*Unterminated group/u],
    [['--since', '2026-02-30'], /--since: must be a date that exists/u],
    [['--since', '2027-01-01'], /--since: .*not in the future/u],
    [['--min-duration', '2h', '--max-duration', '1h'], /--min-duration: must not be above --max-duration/u],
  ])('says what is wrong with %j', async (flags, problem) => {
    const { exitCode, stderr } = await runCli(['batch', '.', ...flags]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(problem);
  });

  it('says of an empty folder which files count', async () => {
    const { exitCode, stderr } = await runCli(['batch', temporaryFolder(), '--out', temporaryFolder()]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('only files count that end in .vtt, .srt');
  });

  it('leaves out by title, length and date what a file says of itself', async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(folder, 'in'));
    const file = (name: string, facts: string): void =>
      writeFileSync(
        join(folder, 'in', `${name}.md`),
        `---\ntitle: ${name} meeting\n${facts}---\n\n${speech(name)}\n`,
      );
    file('Ashford', 'published: 2026-11-20\n');
    file('Bexley', 'published: 2026-10-01\n');
    file('Corby', '');
    const argv = ['batch', join(folder, 'in'), '--out', out];
    await runCli([...argv, '--since', '2026-11-01', '--match', 'ashford|bexley']);
    expect(articlesOf(out)).toHaveLength(1);
    expect(idOf(out, 'Ashford')).not.toBe('');
    expect(readReport(out).videos.filter(({ why }) => why === 'filtered')).toHaveLength(2);
  });
});
