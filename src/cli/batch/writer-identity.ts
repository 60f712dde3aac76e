import { createHash } from 'node:crypto';
import type { BatchItem } from '../../batch/index.ts';
import { hashPrompts } from '../recording.ts';
import type { Session } from '../session.ts';

/** Hash of all that decides what an article of this item would be, beside its transcript: who writes, with which prompts and settings. */
export function createSettingsOf(session: Session): (item: BatchItem) => Promise<string> {
  let shared: Promise<unknown> | undefined;
  return async ({ facts }) => {
    shared ??= describeSettings(session);
    return createHash('sha256')
      .update(JSON.stringify([await shared, facts]))
      .digest('hex')
      .slice(0, 16);
  };
}

async function describeSettings(session: Session): Promise<unknown> {
  const { config, glossary } = session;
  const { model, length, language = null } = await session.choose();
  const { dateline = null, style, verify, prompts } = config;
  if (model === null) return { writer: 'extractive', length, dateline, glossary };
  const { createPromptLibrary } = await import('../../prompt/index.ts');
  const hashes = await hashPrompts(createPromptLibrary(prompts), style);
  return { writer: 'model', model, length, language, dateline, style, verify, glossary, prompts: hashes };
}
