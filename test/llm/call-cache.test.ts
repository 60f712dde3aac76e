import { mkdir, mkdtempDisposable, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callKey, type GenerateResult, replayModel, withCache } from '../../src/llm/index.ts';
import { createFolderCallCache } from '../../src/store/folder/call-cache.ts';
import { request, result, scriptedModel } from './requests.ts';

const scratch = () => mkdtempDisposable(join(tmpdir(), 'copydesk-cache-'));
const key = callKey('m', request());
const fileOf = (folder: string): string => join(folder, key.slice(0, 2), `${key}.json`);

test('gives back what was written, as an answer from the cache', async () => {
  await using folder = await scratch();
  const cache = createFolderCallCache(join(folder.path, 'not', 'there', 'yet'));
  await cache.write(key, result('Grüße "x"\n\u2028', { requestId: 'req_1' }), request());
  const { ms: _, ...kept } = result('Grüße "x"\n\u2028', { requestId: 'req_1', attempts: 0, cacheHit: true });
  expect(await cache.read(key)).toEqual({ ...kept, ms: 0 });
});

test('keeps one readable file for each call, in folders by the first two digits, and no other files', async () => {
  await using folder = await scratch();
  const cache = createFolderCallCache(folder.path);
  await Promise.all(Array.from({ length: 20 }, () => cache.write(key, result('x'), request())));
  const files = (await readdir(folder.path, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name, parentPath }) => join(parentPath, name))).toEqual([fileOf(folder.path)]);
  expect(JSON.parse(await readFile(fileOf(folder.path), 'utf8'))).toEqual({
    schemaVersion: 1,
    key,
    stage: 'extract',
    prompt: { name: 'extract', hash: 'abc123' },
    model: 'm',
    text: 'x',
    finishReason: 'stop',
    usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 10, reasoningTokens: 0 },
  });
});

describe('a file that is not our whole answer to this key is a miss', () => {
  const other = callKey('n', request());
  const entry = (changes: object): string =>
    JSON.stringify({
      schemaVersion: 1,
      key,
      stage: 's',
      prompt: { name: 'p', hash: 'h' },
      model: 'm',
      text: 'x',
      finishReason: 'stop',
      usage: result('').usage,
      ...changes,
    });

  test('but one that is whole is a hit', async () => {
    await using folder = await scratch();
    await mkdir(dirname(fileOf(folder.path)));
    await writeFile(fileOf(folder.path), entry({}));
    expect(await createFolderCallCache(folder.path).read(key)).toMatchObject({ text: 'x' });
  });

  test.each([
    ['cut', entry({}).slice(0, -20)],
    ['empty', ''],
    ['no JSON', 'hello'],
    ['of a later version', entry({ schemaVersion: 2 })],
    ['about another call', entry({ key: other })],
    ['a cut answer', entry({ finishReason: 'length' })],
    ['an empty answer', entry({ text: '' })],
    ['without usage', entry({ usage: null })],
  ])('%s', async (_, content) => {
    await using folder = await scratch();
    const cache = createFolderCallCache(folder.path);
    await mkdir(dirname(fileOf(folder.path)));
    await writeFile(fileOf(folder.path), content);
    expect(await cache.read(key)).toBeUndefined();
    await cache.write(key, result('new'), request());
    expect((await cache.read(key))?.text).toBe('new');
  });

  test('a folder in its place', async () => {
    await using folder = await scratch();
    await mkdir(fileOf(folder.path), { recursive: true });
    expect(await createFolderCallCache(folder.path).read(key)).toBeUndefined();
  });

  test('renamed', async () => {
    await using folder = await scratch();
    const cache = createFolderCallCache(folder.path);
    await cache.write(other, result('x'), request());
    await mkdir(dirname(fileOf(folder.path)), { recursive: true });
    await rename(join(folder.path, other.slice(0, 2), `${other}.json`), fileOf(folder.path));
    expect(await cache.read(key)).toBeUndefined();
  });
});

test('says that the folder cannot be written', async () => {
  await using folder = await scratch();
  const blocked = join(folder.path, 'file');
  await writeFile(blocked, '');
  const write = createFolderCallCache(blocked).write(key, result('x'), request());
  await expect(write).rejects.toMatchObject({ code: 'STORE_FAILED' });
});

test('a folder filled by one run is a recording that the next run replays', async () => {
  await using folder = await scratch();
  const stages = ['extract', 'plan', 'write'];
  const asked = stages.map((stage) => request({ stage, messages: [{ role: 'user', content: stage }] }));
  const live = withCache(
    scriptedModel(stages.map((text) => result(text))),
    createFolderCallCache(folder.path),
  );
  for (const question of asked) await live.generate(question);
  const replay = replayModel({ id: 'm', cache: createFolderCallCache(folder.path) });
  const answers: GenerateResult[] = [];
  for (const question of asked) answers.push(await replay.generate(question));
  expect(answers.map(({ text }) => text)).toEqual(stages);
});
