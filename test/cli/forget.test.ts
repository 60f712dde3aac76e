import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startModelServer } from '../servers/model-server.ts';
import { newsroom } from '../servers/newsroom.ts';
import { folderOf, idOf, readReport, speech } from './batch-files.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

/** Every file of a folder that has a text in its name or content. */
function mentions(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file.includes(text) || readFileSync(file, 'utf8').includes(text));
}

it('removes everything of a video, and nothing of another', async () => {
  await using server = await startModelServer(newsroom);
  const env = { OPENAI_BASE_URL: server.baseURL };
  const [folder, out] = [folderOf('Riverton', 'Milltown'), temporaryFolder()];
  await runCli(['batch', folder, '--out', out], { env });
  const id = idOf(out, 'Riverton');
  mkdirSync(join(out, '.cache', 'youtube'), { recursive: true });
  writeFileSync(join(out, '.cache', 'youtube', `${id}.player.json`), 'Riverton');
  const other = mentions(out, 'Milltown').filter((file) => !file.includes('.reports'));
  const { exitCode, stdout } = await runCli(['forget', id, '--out', out]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('3 kept answers');
  expect(mentions(out, 'iverton')).toEqual([]);
  expect(mentions(out, 'Milltown').filter((file) => !file.includes('.reports'))).toEqual(other);
  expect(readReport(out).videos).toHaveLength(1);
  // Forgotten is not known: the next run writes it anew.
  const asked = server.requests.length;
  await runCli(['batch', folder, '--out', out], { env });
  expect(server.requests.length).toBe(asked + 3);
});

it('keeps an answer that another video rests on as well', async () => {
  await using server = await startModelServer(newsroom);
  const env = { OPENAI_BASE_URL: server.baseURL };
  const [folder, out] = [temporaryFolder(), temporaryFolder()];
  for (const name of ['one', 'two'])
    writeFileSync(join(folder, `${name}.md`), `---\ntitle: Harbour\n---\n\n${speech('Riverton')}\n`);
  await runCli(['write', join(folder, 'one.md'), join(folder, 'two.md'), '--out', out], { env });
  const { stdout } = await runCli(['forget', idOf(out, 'one'), '--out', out]);
  expect(stdout).toContain('0 kept answers');
  const asked = server.requests.length;
  await runCli(['write', join(folder, 'two.md'), '--out', out], { env });
  expect(server.requests.length).toBe(asked);
});

it.each(['nothing-here', '..', '.cache', '/'])('refuses %s, and removes nothing', async (id) => {
  const out = temporaryFolder();
  mkdirSync(join(out, '.cache'));
  const { exitCode, stderr } = await runCli(['forget', id, '--out', out]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('What to do');
  expect(readdirSync(out)).toEqual(['.cache']);
});

it('removes no folder that is none of ours, and none that a path elsewhere only shares its name with', async () => {
  const out = temporaryFolder();
  mkdirSync(join(out, 'src'));
  writeFileSync(join(out, 'src', 'main.ts'), 'x');
  mkdirSync(join(out, 'talk'));
  writeFileSync(join(out, 'talk', 'article.json'), '{}');
  for (const named of ['src', '/somewhere/talk'])
    expect((await runCli(['forget', named, '--out', out])).exitCode).toBe(2);
  expect(readdirSync(out).sort()).toEqual(['src', 'talk']);
  expect((await runCli(['forget', `${join(out, 'talk')}/`, '--out', out])).exitCode).toBe(0);
  expect(readdirSync(out)).not.toContain('talk');
});

it('forgets the answers of a draft beside the article, too, and says of a damaged report that it is one', async () => {
  const out = temporaryFolder();
  const keys = { own: 'a'.repeat(64), draft: 'b'.repeat(64) };
  const figures = { inputTokens: 1, outputTokens: 1, cachedTokens: 0, cost: 0, ms: 1 };
  const call = { stage: 's', prompt: 'p', promptHash: 'h', model: 'm', attempts: 1, cacheHit: false };
  const runOf = (key: string) =>
    JSON.stringify({
      articleSha256: 'x',
      writer: 'model',
      model: 'm',
      calls: [{ ...call, ...figures, key }],
      totals: { calls: 1, ...figures },
    });
  const folder = join(out, 'talk', 'draft-01234567');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(out, 'talk', 'run.json'), runOf(keys.own));
  writeFileSync(join(folder, 'run.json'), runOf(keys.draft));
  mkdirSync(join(out, '.reports'));
  writeFileSync(join(out, '.reports', 'old.json'), '{"talk":');
  const { exitCode, stdout, stderr } = await runCli(['forget', 'talk', '--out', out]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('2 kept answers');
  expect(stdout).toContain('take it off its list');
  expect(stderr).toContain('old.json is damaged');
});
