import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Rooms from top to bottom; a room imports only from rooms after it, and those on one line never import each other. */
const ROOMS = [
  ['cli'],
  ['review', 'publish'],
  ['batch'],
  ['write'],
  ['store'],
  ['check'],
  ['article'],
  ['llm', 'prompt', 'transcript'],
  ['text'],
];
const BOTTOM = ['errors.ts', 'config.ts', 'logger.ts'];
const TOP = ['cli.ts', 'index.ts'];

/** Where each outside package may be imported. */
const DOORS: Record<string, RegExp> = {
  openai: /^llm\//,
  'youtube-transcript': /^transcript\/youtube\//,
  'youtubei.js': /^transcript\/youtube\//,
  '@rgrove/parse-xml': /^transcript\/youtube\//,
  pino: /^logger\.ts$/,
  commander: /^cli\//,
  liquidjs: /^prompt\//,
  'p-queue': /^(llm|write|batch|transcript\/youtube)\//,
  '@pydantic/genai-prices': /^llm\//,
  hono: /^review\//,
  '@hono/node-server': /^review\/serve\.ts$/,
  diff: /^review\/pages\/word-diff\.ts$/,
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isPackage: boolean;
}

function readImports(): Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    const found = text.matchAll(/(?:from|import\()\s*'(?<target>[^']+)'/g);
    return [...found].map(({ groups }) => {
      const target = groups?.target ?? '';
      const isPackage = !target.startsWith('.');
      return {
        from: file,
        to: isPackage ? target : relative(SRC, resolve(SRC, dirname(file), target)),
        isPackage,
      };
    });
  });
}

const imports = readImports();
const local = imports.filter(({ isPackage }) => !isPackage);
const roomOf = (file: string): string => file.split('/')[0] ?? '';
const levelOf = (file: string): number => {
  if (TOP.includes(file)) return -1;
  const level = ROOMS.findIndex((rooms) => rooms.includes(roomOf(file)));
  return level === -1 && BOTTOM.includes(file) ? ROOMS.length : level;
};
/** `@scope/name` of `@scope/name/part`, `name` of `name/part`. */
const packageOf = (to: string): string => /^(?:@[^/]+\/)?[^/]+/u.exec(to)?.[0] ?? '';
const show = ({ from, to }: Import): string => `${from} -> ${to}`;

describe('the rooms', () => {
  it('finds the source files', () => {
    expect(local.length).toBeGreaterThan(50);
  });

  it('import only downwards', () => {
    const wrong = local.filter(
      ({ from, to }) =>
        roomOf(from) !== roomOf(to) &&
        levelOf(to) <= levelOf(from) &&
        levelOf(from) !== -1 &&
        !(BOTTOM.includes(from) && BOTTOM.includes(to)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('have a place in the order', () => {
    const files = new Set(local.flatMap(({ from, to }) => [from, to]));
    expect([...files].filter((file) => levelOf(file) === -1 && !TOP.includes(file))).toEqual([]);
  });

  it('are entered through their index', () => {
    const wrong = local.filter(
      ({ from, to }) =>
        roomOf(from) !== roomOf(to) &&
        to.includes('/') &&
        to !== `${roomOf(to)}/index.ts` &&
        !TOP.includes(from),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('take from the transcript only its form, in article', () => {
    const wrong = local.filter(
      ({ from, to }) => roomOf(from) === 'article' && ['llm', 'prompt'].includes(roomOf(to)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('let each outside package in by one door', () => {
    const wrong = imports.filter(({ from, to, isPackage }) => {
      const door = isPackage ? DOORS[packageOf(to)] : undefined;
      return door !== undefined && !door.test(from);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('leave argv, environment and the console to the command line', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && file !== 'cli.ts',
    );
    const wrong = files.filter((file) =>
      /\bprocess\.(argv|env|stdout|stderr|exit)\b|\bconsole\.(log|error|warn|info|debug)/.test(
        readFileSync(join(SRC, file), 'utf8'),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
