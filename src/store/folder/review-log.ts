import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from '../../errors.ts';
import { type ReviewEvent, reviewEventSchema } from '../review-event.ts';

const FILE = 'review.jsonl';
const LINE_FEED = 10;

/** The decisions of people on one article, oldest first. */
export interface ReviewLog {
  readonly events: readonly ReviewEvent[];
  /** Lines that cannot be read: the torn end of a killed write, or damage. They stay in the file. */
  readonly damaged: number;
}

/** Reads a log as far as it can be read: a line that a kill tore was never acknowledged to anybody. */
export async function readReviewLog(directory: string): Promise<ReviewLog> {
  const content = await readFile(join(directory, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new StoreError('STORE_FAILED', `Cannot read ${join(directory, FILE)}: ${error.message}`, {
      cause: error,
      likelyCause: 'The file may not be read by this user, or is a folder.',
    });
  });
  return parseReviewLog(content);
}

export function parseReviewLog(content: string): ReviewLog {
  const events: ReviewEvent[] = [];
  let damaged = 0;
  for (const line of content.split('\n')) {
    if (line === '') continue;
    const event = parseLine(line);
    if (event) events.push(event);
    else damaged++;
  }
  return { events, damaged };
}

function parseLine(line: string): ReviewEvent | undefined {
  try {
    return reviewEventSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Adds a line and returns once it is on the disk. A torn line before it is closed first, so that it spoils no other. */
export async function appendToReviewLog(directory: string, event: ReviewEvent): Promise<void> {
  const file = join(directory, FILE);
  try {
    const handle = await open(file, 'a+');
    try {
      const { size } = await handle.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await handle.read(last, 0, 1, size - 1);
      const isTorn = size > 0 && last[0] !== LINE_FEED;
      await handle.appendFile(`${isTorn ? '\n' : ''}${JSON.stringify(reviewEventSchema.parse(event))}\n`);
      await handle.datasync();
      if (size === 0) await syncDirectory(dirname(file));
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new StoreError(
      'STORE_FAILED',
      `Cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** A new file is only there to stay once its folder is on the disk too. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  // Not every file system lets a folder be flushed.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
