import { readFile } from 'node:fs/promises';
import { type Config, loadConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import type { Context } from './context.ts';
import { speakPlainly } from './plain-issues.ts';

const DEFAULT_FILE = 'copydesk.json';

/** The settings in force: flags, environment, and the settings file when there is one. */
export async function loadSettings(
  flags: Readonly<Record<string, unknown>>,
  { env }: Context,
): Promise<Config> {
  speakPlainly();
  const path = typeof flags.config === 'string' ? flags.config : DEFAULT_FILE;
  const settings = await readSettings(path, flags.config !== undefined);
  return loadConfig({ flags, env, ...(settings === undefined ? {} : { file: { path, settings } }) });
}

async function readSettings(path: string, isRequired: boolean): Promise<unknown> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (cause) {
    if (!isRequired && cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new ConfigError('CONFIG_INVALID', `Cannot read the settings file ${path}`, { cause });
  }
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new ConfigError(
      'CONFIG_INVALID',
      `${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`,
      { cause },
    );
  }
}
