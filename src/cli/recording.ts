import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError, PipelineError } from '../errors.ts';
import type { PromptLibrary } from '../prompt/index.ts';
import { writeFileAtomically } from '../store/index.ts';
import { PROMPT_FILES } from '../write/index.ts';

/** recording.json: with which model and settings the answers beside it were given. */
const recordingSchema = z.strictObject({
  model: z.string().min(1),
  /** Who answered: `model`, or `hand` for answers that people wrote in a model's place. */
  answeredBy: z.enum(['model', 'hand']),
  settings: z.strictObject({
    style: z.string(),
    length: z.enum(['short', 'medium']),
    language: z.string().optional(),
    glossary: z.array(z.string()).optional(),
    /** @default true */
    verify: z.boolean().optional(),
  }),
  /** Hash of every prompt file that was in force, by name: what changed since is then known by name. */
  prompts: z.record(z.string(), z.string()).optional(),
  /** SHA-256 of the units of every source that was recorded, by source id. */
  units: z.record(z.string(), z.string()).optional(),
});

export type Recording = z.infer<typeof recordingSchema>;

const FILE = 'recording.json';

/** @throws {ConfigError} CONFIG_INVALID when the folder is not a recording */
export async function readRecording(directory: string): Promise<Recording> {
  try {
    return recordingSchema.parse(JSON.parse(await readFile(join(directory, FILE), 'utf8')));
  } catch (cause) {
    throw new ConfigError('CONFIG_INVALID', `${directory} is not a recording: it has no valid ${FILE}`, {
      cause,
    });
  }
}

/** What was known before stays known: who answered under the same model, and the sources recorded earlier. */
export async function saveRecording(directory: string, recording: Recording): Promise<void> {
  const before = await readRecording(directory).catch(() => undefined);
  const isSame = before?.model === recording.model;
  const merged: Recording = {
    ...recording,
    answeredBy: isSame ? before.answeredBy : recording.answeredBy,
    ...(isSame && (before.units || recording.units)
      ? { units: { ...before.units, ...recording.units } }
      : {}),
  };
  await writeFileAtomically(join(directory, FILE), `${JSON.stringify(merged, null, 2)}\n`);
}

/** Hashes of the prompt files in force, by name. */
export async function hashPrompts(prompts: PromptLibrary, style: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const name of PROMPT_FILES) hashes[name] = (await prompts.load(name)).hash;
  for (const name of ['rules', `styles/${style}`])
    hashes[name] = createHash('sha256')
      .update(await prompts.text(name))
      .digest('hex')
      .slice(0, 8);
  return hashes;
}

interface Replayed {
  readonly directory: string;
  readonly recording: Recording;
  readonly prompts: PromptLibrary;
  /** Of the units that are being read. */
  readonly sha256: string | undefined;
}

/** An error that says why a recording lacks an answer, where it is such an error. */
export async function explainMissing(error: unknown, replayed: Replayed): Promise<unknown> {
  if (!(error instanceof PipelineError) || error.code !== 'REPLAY_MISSING') return error;
  const changes = await findChanges(replayed);
  return new PipelineError('REPLAY_MISSING', error.message, {
    cause: error,
    likelyCause:
      changes.length > 0
        ? `Since it was recorded, ${changes.join('; ')}.`
        : 'Neither prompts nor source are known to have changed; the code that makes the requests has, or the run was never recorded to its end.',
  });
}

/** What is known to differ from the time of recording, worded for people. */
async function findChanges({ directory, recording, prompts, sha256 }: Replayed): Promise<string[]> {
  const now = await hashPrompts(prompts, recording.settings.style).catch(() => ({}));
  const then = recording.prompts ?? (await readPromptHashes(directory));
  const changed = Object.entries(now).flatMap(([name, hash]) =>
    then[name] === undefined || then[name] === hash
      ? []
      : `prompts/${name}.md changed (${then[name]}, now ${hash})`,
  );
  const known = Object.values(recording.units ?? {});
  const isOther = sha256 !== undefined && known.length > 0 && !known.includes(sha256);
  return isOther ? [...changed, 'the units of the source changed'] : changed;
}

const entrySchema = z.object({ prompt: z.object({ name: z.string(), hash: z.string() }) });

/** Older recordings know the prompts by their answers alone. */
async function readPromptHashes(directory: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  const files = await readdir(directory, { recursive: true }).catch((): string[] => []);
  for (const file of files.filter((name) => /[0-9a-f]{64}\.json$/u.test(name))) {
    const content = await readFile(join(directory, file), 'utf8');
    try {
      const { name, hash } = entrySchema.parse(JSON.parse(content)).prompt;
      hashes[name] = hash;
    } catch {
      // A damaged answer says nothing.
    }
  }
  return hashes;
}
