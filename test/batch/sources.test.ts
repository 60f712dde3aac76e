import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BatchItem, expandSources, whyLeftOut, whyNotListed } from '../../src/batch/index.ts';
import { parseListLine } from '../../src/batch/parse-list-line.ts';
import { speech } from '../cli/batch-files.ts';
import { temporaryFolder } from '../cli/run-cli.ts';

type Order = 'newest' | 'oldest' | 'listed';

async function expand(sources: readonly string[], order: Order = 'listed', stdin = ''): Promise<BatchItem[]> {
  const items: BatchItem[] = [];
  const options = {
    stdin: async function* () {
      yield stdin;
    },
    listVideos: (text: string) =>
      text.startsWith('@')
        ? (async function* (): AsyncIterable<BatchItem> {
            yield {
              source: 'listed',
              isFile: false,
              videoId: 'aaaaaaaaa-1',
              facts: {},
              listed: { title: 'One' },
            };
            throw new Error('the list broke off');
          })()
        : undefined,
    out: join(temporaryFolder(), 'articles'),
    order,
  };
  for await (const item of expandSources(sources, options)) items.push(item);
  return items;
}

describe('a line of a list', () => {
  it.each([
    ['https://youtu.be/abcdefghijk', 'https://youtu.be/abcdefghijk', {}],
    ['  talk.vtt   # the second one', 'talk.vtt', {}],
    ['my talks/monday (1).vtt', 'my talks/monday (1).vtt', {}],
    ['"my talks/monday.vtt"', 'my talks/monday.vtt', {}],
    [
      `talk.vtt --title "A 'night' out" --channel TV --published 2026-11-23 # late`,
      'talk.vtt',
      { title: "A 'night' out", channel: 'TV', publishedAt: '2026-11-23' },
    ],
    ['"part #2 --final.vtt" --title One # it\'s late', 'part #2 --final.vtt', { title: 'One' }],
    ["talk.vtt # it's late", 'talk.vtt', {}],
    ['talk.vtt --title it\\ is', 'talk.vtt', { title: 'it is' }],
  ])('%s', (line, source, facts) => {
    expect(parseListLine(line)).toEqual({ source, facts });
  });

  it.each(['', '   ', '# comment', '\uFEFF# comment'])('%j is none', (line) => {
    expect(parseListLine(line)).toBeUndefined();
  });

  it.each([
    'talk.vtt --titel x',
    'talk.vtt --title',
    'talk.vtt --title a b',
    'talk.vtt --title "a b',
    '"talk.vtt',
    'talk.vtt --published 23.11.2026',
    'talk.vtt --source-language english!',
  ])('%s is refused', (line) => {
    expect(() => parseListLine(line)).toThrow(expect.objectContaining({ code: 'LIST_LINE_INVALID' }));
  });
});

describe('sources', () => {
  it('takes the captions and texts of a folder by name, and nothing that is hidden, about the folder, or ours', async () => {
    const folder = temporaryFolder();
    for (const name of [
      'talk-10.vtt',
      'talk-9.vtt',
      'a.srt',
      '.b.vtt',
      'README.md',
      'README.de.md',
      'License hearing 2026.vtt',
      'index-2026.srt',
      'a.info.json',
      'picture.png',
    ])
      writeFileSync(join(folder, name), 'x');
    mkdirSync(join(folder, 'more', 'done'), { recursive: true });
    writeFileSync(join(folder, 'more', 'c.json3'), 'x');
    writeFileSync(join(folder, 'more', 'done', 'article.json'), '{}');
    writeFileSync(join(folder, 'more', 'done', 'article.md'), 'x');
    const items = await expand([folder]);
    expect(items.map(({ source }) => source.slice(folder.length + 1))).toEqual([
      'a.srt',
      'index-2026.srt',
      'License hearing 2026.vtt',
      'more/c.json3',
      'talk-9.vtt',
      'talk-10.vtt',
    ]);
  });

  it.each([
    ['prose', `${speech('Riverton')}\nINTERVIEWER\nhello-world\n`, false],
    ['ids', '# mine\nabcdefghij1\naBCDEfGHIJK\n', true],
    ['links', 'https://youtu.be/abcdefghijk\nhttps://youtu.be/zzzzzzzzzzz\n', true],
    ['a comment alone', '# nothing yet\n', true],
    ['paths that are not there', 'https://youtu.be/abcdefghijk\none.vtt\ntwo.srt\noops\n', true],
    ['links with one mistake', 'https://youtu.be/abcdefghijk\nhttps://youtu.be/zzzzzzzzzzz\noops\n', true],
  ])('knows a text with %s for what it is', async (_, text, isList) => {
    const file = join(temporaryFolder(), 'file.txt');
    writeFileSync(file, text);
    const items = await expand([file]);
    expect(items.some(({ source }) => source === file)).toBe(!isList);
  });

  it('does not read a list in a list', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'inner.txt'), 'https://youtu.be/abcdefghijk\n');
    writeFileSync(join(folder, 'outer.txt'), 'inner.txt\nhttps://youtu.be/zzzzzzzzzzz\n');
    expect(await expand([join(folder, 'outer.txt')])).toMatchObject([
      { fault: { code: 'LIST_LINE_INVALID', message: expect.stringContaining('a list in a list') } },
      { videoId: 'zzzzzzzzzzz' },
    ]);
  });

  it('gives a line with a mistake as a fault of its own, and goes on', async () => {
    const items = await expand(['-'], 'listed', 'abcdefghijk --oops x\nzzzzzzzzzzz\n');
    expect(items).toMatchObject([
      {
        fault: {
          code: 'LIST_LINE_INVALID',
          message: expect.stringContaining('Line 1 of standard input'),
        },
      },
      { videoId: 'zzzzzzzzzzz' },
    ]);
  });

  it('keeps what a channel had listed before its list broke off, and goes on with the next source', async () => {
    const items = await expand(['@channel', 'zzzzzzzzzzz']);
    expect(items).toMatchObject([
      { videoId: 'aaaaaaaaa-1' },
      { fault: { message: 'the list broke off' } },
      { videoId: 'zzzzzzzzzzz' },
    ]);
  });

  it('orders by date, files by the time of their change, and puts last what has none', async () => {
    const folder = temporaryFolder();
    for (const [name, day] of [
      ['old', 1],
      ['new', 3],
      ['middle', 2],
    ] as const) {
      writeFileSync(join(folder, `${name}.vtt`), name);
      utimesSync(join(folder, `${name}.vtt`), day * 86_400, day * 86_400);
    }
    const names = (items: BatchItem[]): string[] => items.map(({ source }) => source.split('/').at(-1) ?? '');
    expect(names(await expand(['abcdefghijk', folder], 'newest'))).toEqual([
      'new.vtt',
      'middle.vtt',
      'old.vtt',
      'abcdefghijk',
    ]);
    expect(names(await expand(['abcdefghijk', folder], 'oldest'))).toEqual([
      'old.vtt',
      'middle.vtt',
      'new.vtt',
      'abcdefghijk',
    ]);
  });

  it('takes the id of a file from the link it is given', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'talk.vtt'), 'x');
    writeFileSync(join(folder, 'list'), 'talk.vtt --url https://youtu.be/abcdefghijk\n');
    expect(await expand([join(folder, 'list')])).toMatchObject([{ isFile: true, videoId: 'abcdefghijk' }]);
  });
});

describe('filters', () => {
  const all = { shorts: true, live: true };
  const now = new Date('2026-11-23T12:00:00Z');

  it.each([
    [{ kind: 'short' as const }, { ...all, shorts: false }],
    [{ kind: 'live' as const }, { ...all, live: false }],
    [{ durationSeconds: 59 }, { ...all, minSeconds: 60 }],
    [{ durationSeconds: 61 }, { ...all, maxSeconds: 60 }],
    [{ title: 'Weather' }, { ...all, match: /council/iu }],
    [{ publishedAt: '2026-11-01' }, { ...all, since: '2026-11-02' }],
    [{ publishedAt: '2026-11-01T23:00:00Z' }, { ...all, since: '2026-11-02' }],
  ])('leave out %j', (facts, filters) => {
    expect(whyLeftOut(facts, filters)).toBeDefined();
    expect(whyLeftOut({}, filters)).toBeUndefined();
  });

  it.each([
    [
      { durationSeconds: 60, kind: 'video' as const },
      { ...all, shorts: false, minSeconds: 60, maxSeconds: 60 },
    ],
    [{ publishedAt: '2026-11-02T00:30:00Z' }, { ...all, since: '2026-11-02' }],
    [{ publishedAt: '2026-11-02' }, { ...all, since: '2026-11-02' }],
    [{ title: 'City Council' }, { ...all, match: /council/iu }],
  ])('let %j pass', (facts, filters) => {
    expect(whyLeftOut(facts, filters)).toBeUndefined();
  });

  it('do not trust the dates of a list: what may be new enough is read first', () => {
    const listed = (publishedAt: string): BatchItem => ({
      source: 'x',
      isFile: false,
      facts: {},
      listed: { publishedAt, isDateExact: false },
    });
    const filters = { ...all, since: '2026-10-01' };
    expect(whyNotListed(listed('2026-09-23T12:00:00Z'), filters, now)).toBeUndefined();
    expect(whyNotListed(listed('2025-11-23T12:00:00Z'), filters, now)).toBeDefined();
  });
});
