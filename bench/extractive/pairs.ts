import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { createTranscript, parseTranscript, type Transcript } from '../../src/transcript/index.ts';

export interface Pair {
  readonly id: string;
  readonly transcript: Transcript;
  /** Chapters a person made; the writer never sees them. */
  readonly chapters: readonly { readonly start: number; readonly title: string }[];
  /** A summary of the whole a person wrote. */
  readonly summary?: string;
}

const chapters = z.array(z.object({ start: z.number(), title: z.string() }));
const chapterFileSchema = z.union([chapters, z.object({ chapters }).transform((file) => file.chapters)]);
const summaryFileSchema = z.object({ general_query_list: z.array(z.object({ answer: z.string() })).min(1) });
const metaSchema = z.object({ id: z.string(), title: z.string(), lang: z.string() });

/** The folder of development data: the argument, COPYDESK_DATA or ../shared/data; undefined when it is not there. */
export function findDataFolder(argument: string | undefined): string | undefined {
  const folder = resolve(
    argument ?? process.env.COPYDESK_DATA ?? join(import.meta.dirname, '../../../shared/data'),
  );
  return existsSync(join(folder, 'pairs')) ? folder : undefined;
}

export function readPairs(folder: string): Pair[] {
  const root = join(folder, 'pairs');
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readPair(join(root, entry.name)));
}

function readPair(folder: string): Pair {
  const { id, title, lang } = metaSchema.parse(JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')));
  const files = readdirSync(folder);
  const source = ['transcript.md', 'transcript.txt', 'transcript.vtt'].find((file) => files.includes(file));
  const file = source ?? files.find((name) => name.startsWith(`transcript.${lang}`)) ?? files[0] ?? '';
  const reference = <T>(name: string, schema: z.ZodType<T>): T | undefined =>
    files.includes(name) ? schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))) : undefined;
  const summary = reference('reference.summaries.json', summaryFileSchema)?.general_query_list[0]?.answer;
  return {
    id,
    transcript: readTranscript(join(folder, file), title, lang),
    chapters: reference('reference.chapters.json', chapterFileSchema) ?? [],
    ...(summary === undefined ? {} : { summary }),
  };
}

/** A file as the pipeline reads it; the title is the file's own unless one is given. */
export function readTranscript(file: string, title: string | undefined, language: string): Transcript {
  const { cues, kind, metadata, warnings } = parseTranscript(readFileSync(file), { language });
  const { chapters: _hidden, ...known } = metadata;
  return createTranscript({
    cues,
    metadata: { ...known, platform: 'file', title: title ?? known.title ?? '' },
    origin: 'file',
    kind,
    language,
    warnings,
  });
}
