import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, readlink, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreError } from '../../errors.ts';
import type { Claim } from '../ledger.ts';
import { processExists } from './process-exists.ts';

const ownerSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Processes of one host that are in different containers do not see each other, and their numbers mean nothing to each other. */
  pidNamespace: z.string().optional(),
  startedAt: z.iso.datetime(),
});

/** Milliseconds between two signs of life, and the silence after which a run is taken for dead. */
const HEARTBEAT_MS = 5_000;
const SILENCE_MS = 60_000;

export interface FolderClaim extends Claim {
  /** A run that is dead held it before, and may have left half-written files. */
  readonly isTakenOver: boolean;
}

export interface Claims extends AsyncDisposable {
  claim(id: string): Promise<FolderClaim | undefined>;
  isClaimed(id: string): Promise<boolean>;
}

/**
 * Locks as files. Each run has one file with its process and host, whose time of change is its heartbeat; a claim is a file that
 * names its run. A dead run's claim is not removed, which two could do at once, but continued: the next owner is the one who makes
 * the file `<id>~<dead run>`, and whoever makes the file at the end of that chain holds the claim.
 */
export function createFolderClaims(directory: string): Claims {
  const owner = randomUUID();
  const owners = join(directory, 'runs');
  const claims = join(directory, 'claims');
  let opening: Promise<NodeJS.Timeout> | undefined;

  async function open(): Promise<NodeJS.Timeout> {
    await mkdir(owners, { recursive: true });
    await mkdir(claims, { recursive: true });
    const file = join(owners, owner);
    const self = { pid: process.pid, ...(await readPlace()), startedAt: new Date().toISOString() };
    await writeFile(file, JSON.stringify(self));
    return setInterval(() => {
      const now = new Date();
      // A heartbeat that cannot be written is a missed one; the next may succeed.
      utimes(file, now, now).catch(() => undefined);
    }, HEARTBEAT_MS).unref();
  }

  async function isAlive(run: string): Promise<boolean> {
    if (run === owner) return true;
    const file = join(owners, run);
    const found = await stat(file).catch(missing);
    if (!found || Date.now() - found.mtimeMs >= SILENCE_MS) return false;
    const text = await readFile(file, 'utf8').catch(() => undefined);
    const place = await readPlace();
    const other = text === undefined ? undefined : parseOwner(text);
    // From elsewhere, or not to be read: then its heart alone tells.
    if (other?.host !== place.host || other.pidNamespace !== place.pidNamespace) return true;
    return processExists(other.pid);
  }

  /** The files of a claim, from the first run to the one that holds it now. */
  async function walk(id: string): Promise<{ files: string[]; run: string | undefined }> {
    const files: string[] = [];
    let run: string | undefined;
    for (let file = join(claims, id); ; file = join(claims, `${id}~${run}`)) {
      const next = await readFile(file, 'utf8').catch(missing);
      if (next === undefined) return { files, run };
      files.push(file);
      run = next;
    }
  }

  async function isHeld(id: string): Promise<boolean> {
    return (await walk(id)).run === owner;
  }

  async function release(id: string): Promise<void> {
    const { files, run } = await walk(id);
    if (run !== owner) return;
    // The first goes first: the rest is out of reach from then on.
    for (const file of files) await rm(file, { force: true });
  }

  async function claim(id: string): Promise<FolderClaim | undefined> {
    opening ??= open().catch((cause: unknown) => {
      opening = undefined;
      throw failed(directory, cause);
    });
    await opening;
    for (;;) {
      const { files, run } = await walk(id);
      if (run !== undefined && (await isAlive(run))) return undefined;
      const file = join(claims, run === undefined ? id : `${id}~${run}`);
      if (!(await createWhole(file, owner, claims))) continue;
      // The chain may have been released between the look and the file.
      const now = await walk(id);
      if (now.run === owner && now.files.length === files.length + 1)
        return { isTakenOver: files.length > 0, isHeld: () => isHeld(id), release: () => release(id) };
      await rm(file, { force: true });
    }
  }

  return {
    claim,
    async isClaimed(id) {
      const { run } = await walk(id);
      return run !== undefined && (await isAlive(run));
    },
    async [Symbol.asyncDispose]() {
      if (!opening) return;
      clearInterval(await opening);
      await rm(join(owners, owner), { force: true });
    },
  };
}

/** False when it exists already. A file that can be seen has its content. */
async function createWhole(file: string, content: string, directory: string): Promise<boolean> {
  const temporary = join(directory, `.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    await link(temporary, file);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw failed(file, cause);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** What is there but cannot be read is no free place: whoever took it for one would try again for ever. */
function missing(cause: unknown): undefined {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
  const message = cause instanceof Error ? cause.message : String(cause);
  throw new StoreError('STORE_FAILED', `Cannot tell who works on what: ${message}`, { cause });
}

function parseOwner(text: string): z.infer<typeof ownerSchema> | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Within which a process number names one process. */
async function readPlace(): Promise<{ host: string; pidNamespace?: string }> {
  const pidNamespace = await readlink('/proc/self/ns/pid').catch(() => undefined);
  return { host: hostname(), ...(pidNamespace === undefined ? {} : { pidNamespace }) };
}

function failed(file: string, cause: unknown): StoreError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new StoreError('STORE_FAILED', `Cannot write ${file}: ${message}`, { cause });
}
