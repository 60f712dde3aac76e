import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PromptError } from '../errors.ts';
import { type PromptTemplate, parsePrompt } from './template.ts';

const BUNDLED = fileURLToPath(new URL('../../prompts/', import.meta.url));

/** The prompt files in force: the user's folder first, then the bundled one, file by file. */
export interface PromptLibrary {
  /** A prompt by file name without ending. Throws PROMPT_NOT_FOUND or PROMPT_INVALID. */
  load(name: string): Promise<PromptTemplate>;
  /** A text that several prompts share and receive as a variable: `rules`, `styles/news`. */
  text(name: string): Promise<string>;
  /** Eight hex digits over every file read so far: what the article says it was written with. */
  hash(): string;
}

/** `directory` is the user's own folder (--prompts); files it lacks come from the bundled one. */
export function createPromptLibrary(directory?: string): PromptLibrary {
  const folders = directory === undefined ? [BUNDLED] : [directory, BUNDLED];
  const read = new Map<string, string>();

  async function readText(name: string): Promise<{ file: string; text: string }> {
    for (const folder of folders) {
      const file = join(folder, `${name}.md`);
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      read.set(name, text);
      return { file, text };
    }
    throw new PromptError(
      'PROMPT_NOT_FOUND',
      `There is no prompt file ${name}.md in ${folders.join(' or ')}`,
    );
  }

  return {
    async load(name) {
      const { file, text } = await readText(name);
      const { Liquid } = await import('liquidjs');
      const liquid = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true });
      return parsePrompt(liquid, file, text);
    },
    async text(name) {
      return (await readText(name)).text.trim();
    },
    hash() {
      const hash = createHash('sha256');
      for (const name of [...read.keys()].sort()) hash.update(`${name}\0${read.get(name)}\0`);
      return hash.digest('hex').slice(0, 8);
    },
  };
}
