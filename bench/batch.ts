import { measureFolders } from './batch/folders.ts';
import { measureKills } from './batch/kills.ts';
import { measureLimits } from './batch/limits.ts';
import { measureMemory } from './batch/memory.ts';
import { findTranscripts } from './batch/sources.ts';
import { keepWritable } from './batch/writable.ts';
import { findDataFolder } from './extractive/pairs.ts';

const SOURCES = 200;

const PARTS = ['limits', 'kills', 'folders', 'memory'] as const;
const KILLS = 30;
const FOLDERS = 10_000;
const FEW = 200;
const MANY = 2_000;

/** `npm run bench -- batch [FOLDER] [PART...] [COUNT]`: a batch under limits, killed, in memory, and over ten thousand folders. */
export default async function run(args: readonly string[]): Promise<void> {
  const named = args.filter((arg) => (PARTS as readonly string[]).includes(arg));
  const count = Number(args.find((arg) => /^\d+$/u.test(arg)) ?? SOURCES);
  const folder = findDataFolder(args.find((arg) => !named.includes(arg) && !/^\d+$/u.test(arg)));
  if (!folder) {
    print(
      'No development data: pass its folder, or set COPYDESK_DATA. It holds folders `captions` and `pairs`.',
    );
    return;
  }
  const wanted = (part: (typeof PARTS)[number]): boolean => named.length === 0 || named.includes(part);
  if (wanted('folders')) await measureFolders(FOLDERS, print);
  if (wanted('kills')) await measureKills(KILLS, print);
  if (wanted('memory')) await measureMemory({ few: FEW, many: MANY }, print);
  if (wanted('limits')) {
    const files = await keepWritable(findTranscripts(folder));
    await measureLimits(files, { count, print });
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
