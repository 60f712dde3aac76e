import { existsSync } from 'node:fs';
import { readArticles } from './articles.ts';
import { type Measures, measure } from './measure.ts';

/**
 * `npm run eval -- FOLDER [OTHER] [--json]`: measures every article of a folder by code alone, as a table or JSON. With a second
 * folder the articles that both have are set side by side.
 */
const args = process.argv.slice(2);
const folders = args.filter((argument) => !argument.startsWith('--'));
const [first] = folders;
if (first === undefined || folders.length > 2 || folders.some((folder) => !existsSync(folder))) {
  process.stderr.write(
    'npm run eval -- FOLDER [OTHER FOLDER] [--json]: folders that `copydesk write --out` made\n',
  );
  process.exitCode = 2;
} else {
  const results = folders.map((folder) => new Map(readArticles(folder).map((one) => [one.id, measure(one)])));
  process.stdout.write(
    args.includes('--json')
      ? `${JSON.stringify(
          results.map((one) => Object.fromEntries(one)),
          null,
          2,
        )}\n`
      : table(results),
  );
}

type Results = ReadonlyMap<string, Measures>;

function table([first = new Map(), second]: readonly Results[]): string {
  const ids = [...first.keys()].filter((id) => !second || second.has(id));
  const keys = [...new Set(ids.flatMap((id) => Object.keys(first.get(id) ?? {})))] as (keyof Measures)[];
  const cell = (id: string, key: keyof Measures): string => {
    const value = format(first.get(id)?.[key]);
    return second ? `${value} -> ${format(second.get(id)?.[key])}` : value;
  };
  const rows = [['', ...ids], ...keys.map((key) => [key, ...ids.map((id) => cell(id, key))])];
  return `${rows.map((row) => row.join('\t')).join('\n')}\n`;
}

function format(value: number | undefined): string {
  if (value === undefined) return '-';
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}
