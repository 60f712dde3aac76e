import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { writeFileAtomically } from '../store/index.ts';

/** recording.json: with which model and settings the answers beside it were given. */
const recordingSchema = z.strictObject({
  model: z.string().min(1),
  /** Who answered: `model`, or `hand` for answers that people wrote in a model's place. */
  answeredBy: z.enum(['model', 'hand']),
  settings: z.strictObject({
    style: z.string(),
    length: z.enum(['short', 'medium']),
    language: z.string().optional(),
  }),
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

export async function saveRecording(directory: string, recording: Recording): Promise<void> {
  await writeFileAtomically(join(directory, FILE), `${JSON.stringify(recording, null, 2)}\n`);
}
