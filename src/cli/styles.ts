import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PromptError } from '../errors.ts';

/** prompts/ stands beside src/ and dist/ alike. */
const BUNDLED = fileURLToPath(new URL('../../prompts/', import.meta.url));

/** Names of the styles there are: the bundled ones and those of the user's folder. */
export async function listStyles(directory: string | undefined): Promise<string[]> {
  const folders = [BUNDLED, ...(directory === undefined ? [] : [directory])];
  const files = await Promise.all(
    folders.map((folder) => readdir(join(folder, 'styles')).catch((): string[] => [])),
  );
  const names = files.flat().flatMap((file) => /^(?<name>.+)\.md$/u.exec(file)?.groups?.name ?? []);
  return [...new Set(names)].sort();
}

/** @throws {PromptError} PROMPT_NOT_FOUND, with the styles there are */
export async function requireStyle(style: string, directory: string | undefined): Promise<void> {
  const styles = await listStyles(directory);
  if (styles.includes(style)) return;
  throw new PromptError('PROMPT_NOT_FOUND', `There is no style ${style}`, {
    likelyCause: 'Its name is misspelled, or --prompts names another folder.',
    remedy: `Use one of: ${styles.join(', ')}. A style of your own is a file styles/${style}.md in your --prompts folder.`,
  });
}
