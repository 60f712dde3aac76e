import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createTranscript, parseTranscript } from '../../src/transcript/index.ts';

const CAPTIONS = new Set(['.vtt', '.srt', '.json', '.xml', '.txt', '.md']);
const NOT_TRANSCRIPTS = /^(?:INDEX|meta|reference)|\.info\.json$|\.meta\.json$/u;
const FEWEST_WORDS = 150;

/** Real transcripts of a data folder, those that the scripted model, which knows English alone, can write about. */
export function findTranscripts(folder: string): string[] {
  return ['captions', 'pairs'].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && CAPTIONS.has(extname(entry.name)) && !NOT_TRANSCRIPTS.test(entry.name),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(isUsable)
      .sort(),
  );
}

function isUsable(file: string): boolean {
  try {
    const { cues, metadata, warnings, kind } = parseTranscript(readFileSync(file));
    const known = { ...metadata, platform: 'file' as const, title: 'x' };
    const { words, language } = createTranscript({ cues, metadata: known, origin: 'file', kind, warnings });
    return words >= FEWEST_WORDS && language.startsWith('en');
  } catch {
    return false;
  }
}

/**
 * A list of so many sources: the files in turn under other names and other titles, so that no two of them ask the same question.
 * Returns the path of the list.
 */
export function makeList(files: readonly string[], count: number, folder: string): string {
  const copies = join(folder, 'sources');
  mkdirSync(copies, { recursive: true });
  const lines = Array.from({ length: count }, (_, index) => {
    const file = files[index % files.length] ?? '';
    const name = `talk-${String(index).padStart(5, '0')}${extname(file)}`;
    copyFileSync(file, join(copies, name));
    const id = `bench-${String(index).padStart(5, '0')}`;
    return `sources/${name} --title "Talk number ${index}" --url https://www.youtube.com/watch?v=${id}`;
  });
  const list = join(folder, `list-${count}.txt`);
  writeFileSync(list, `# a list of ${count}\n${lines.join('\n')}\n`);
  return list;
}
