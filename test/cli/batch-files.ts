import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { batchReportSchema } from '../../src/batch/index.ts';
import { temporaryFolder } from './run-cli.ts';

/** Speech of one name, long enough for an article and short enough for one call a stage. */
export function speech(name: string, words = 330): string {
  return Array.from(
    { length: Math.ceil(words / 24) },
    (_, index) =>
      `The harbour council of ${name} met on pier ${index + 2} and heard that measure ${index + 20} would cost ${index + 3} million crowns in spring.`,
  ).join(' ');
}

/** A folder of text files, one for each name. */
export function folderOf(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) writeFileSync(join(folder, `${name.toLowerCase()}.txt`), speech(name));
  return folder;
}

/** Name of the article folder of a source, which begins with its name. */
export function idOf(out: string, name: string): string {
  return readdirSync(out).find((entry) => entry.startsWith(`${name.toLowerCase()}-`)) ?? '';
}

export const readJson = (...path: readonly string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

export const stateOf = (out: string, name: string) => readJson(out, idOf(out, name), 'state.json');

/** The newest report of a folder. */
export function readReport(out: string): z.infer<typeof batchReportSchema> {
  const folder = join(out, '.reports');
  const [last = ''] = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse();
  return batchReportSchema.parse(readJson(folder, last));
}

export function readEvents(stdout: string): Record<string, unknown>[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
