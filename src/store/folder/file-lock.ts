import { randomUUID } from 'node:crypto';
import { lstat, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StoreError } from '../../errors.ts';
import { processExists } from './process-exists.ts';

const FILE = '.review.lock';
/** Milliseconds. A holder says four times as often that it is at work; who does not was killed, whatever its process id is taken by now. */
const STALE_AFTER = 20_000;
const HEARTBEAT = STALE_AFTER / 4;
const PATIENCE = 30_000;
const PAUSE = 15;

/** Runs a task while no other process of this machine changes the same folder. A lock that a killed process left is taken over. */
export async function withFileLock<Result>(directory: string, task: () => Promise<Result>): Promise<Result> {
  const file = join(directory, FILE);
  const until = Date.now() + PATIENCE;
  const own = `${process.pid} ${randomUUID()}`;
  while (!(await take(file, own))) {
    if (await isAbandoned(file)) await putAside(file);
    else if (Date.now() > until)
      throw new StoreError('STORE_FAILED', `Another desk has held ${file} for too long`, {
        likelyCause: 'A second copydesk review works on the same folder and hangs.',
        remedy: 'End the other desk, or remove the file if there is none.',
      });
    else await delay(PAUSE);
  }
  const heart = setInterval(() => void beat(file), HEARTBEAT);
  heart.unref();
  try {
    return await task();
  } finally {
    clearInterval(heart);
    // A machine that slept may have lost it to somebody else meanwhile.
    if ((await readFile(file, 'utf8').catch(() => '')) === own) await rm(file, { force: true });
  }
}

async function beat(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}

async function take(file: string, own: string): Promise<boolean> {
  try {
    await writeFile(file, own, { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError('STORE_FAILED', `Cannot write ${file}: ${why}`, { cause });
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  const [holder, stats] = await Promise.all([
    readFile(file, 'utf8').catch(() => ''),
    lstat(file).catch(() => undefined),
  ]);
  if (!stats) return false;
  if (Date.now() - stats.mtimeMs > STALE_AFTER) return true;
  const pid = /^\d+(?= |$)/u.exec(holder)?.[0];
  return pid !== undefined && !processExists(Number(pid));
}

/** Of several that find it abandoned one moves it away; the others find it gone. */
async function putAside(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).then(
    () => rm(aside, { force: true }),
    () => undefined,
  );
}
