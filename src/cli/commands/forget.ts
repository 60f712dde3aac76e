import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { batchReportSchema, withoutVideo } from '../../batch/index.ts';
import { ConfigError, StoreError } from '../../errors.ts';
import {
  createFolderCallCache,
  createFolderLedger,
  createFolderListMemories,
  createFolderStore,
  type Ledger,
} from '../../store/index.ts';
import { parseVideoLink } from '../../transcript/index.ts';
import { reportFolder, writeReport } from '../batch/save-report.ts';
import { plural } from '../check/finding-text.ts';
import type { Context } from '../context.ts';
import { loadSettings } from '../load-settings.ts';

/** `copydesk forget`: afterwards nothing of the video is left but what other videos need as well. */
export async function runForget(
  ids: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<number> {
  const { out, cacheDir = join(out, '.cache') } = await loadSettings(flags, context);
  await using ledger = createFolderLedger(out);
  for (const named of ids) {
    const id = readId(named);
    await refuseUnknown(id, named, { ledger, out });
    const answers = await forgetAnswers(id, { ledger, cacheDir });
    const captions = await removeYouTubeReplies(id, cacheDir);
    const reports = await forgetInReports(id, out);
    await createFolderListMemories(out).forget(id);
    await createFolderStore(out).remove(id);
    context.io.stdout(
      `Forgotten: ${id} (its folder, ${plural(answers, 'kept answer')}, ${plural(captions, 'file')} kept from YouTube, its lines in ${plural(reports, 'report')})\n`,
    );
  }
  return 0;
}

function readId(named: string): string {
  const id = parseVideoLink(named)?.id ?? basename(named.replace(/[/\\]+$/u, ''));
  if (id === '' || id.startsWith('.'))
    throw new ConfigError('CONFIG_INVALID', `${named} is not the name of an article folder`, {
      likelyCause: 'The name is misspelled.',
      remedy: 'Pass the name of a folder that has an article, or the link of its video.',
    });
  return id;
}

interface Place {
  readonly ledger: Ledger;
  readonly out: string;
}

async function refuseUnknown(id: string, named: string, { ledger, out }: Place): Promise<void> {
  if (await ledger.isClaimed(id))
    throw new StoreError('STORE_FAILED', `${id} is being written by another run`, {
      likelyCause: 'A batch is under way.',
      remedy: 'Wait until it has ended, or end it, and run the same command again.',
    });
  const entries = await readdir(join(out, id)).catch(() => undefined);
  if (entries) return;
  throw new ConfigError('CONFIG_INVALID', `There is nothing of ${named} in ${out}`, {
    likelyCause: 'The name is misspelled, or the articles are in another folder.',
    remedy: 'Pass the name of a folder in it, or name the other folder with --out.',
  });
}

/** An answer that another video rests on as well stays. */
async function forgetAnswers(
  id: string,
  { ledger, cacheDir }: { readonly ledger: Ledger; readonly cacheDir: string },
): Promise<number> {
  const own = new Set((await ledger.read(id))?.cacheKeys);
  if (own.size === 0) return 0;
  for await (const { id: other, cacheKeys = [] } of ledger.list())
    if (other !== id) for (const key of cacheKeys) own.delete(key);
  const cache = createFolderCallCache(cacheDir);
  for (const key of own) await cache.remove(key);
  return own.size;
}

/** Raw replies, kept by the room of transcripts as `youtube/<id>.*`. */
async function removeYouTubeReplies(id: string, cacheDir: string): Promise<number> {
  const folder = join(cacheDir, 'youtube');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(`${id}.`));
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
  return names.length;
}

/** Reports are made anew without it; the figures of their runs stay as they were. */
async function forgetInReports(id: string, out: string): Promise<number> {
  const folder = reportFolder(out);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  let changed = 0;
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    if (!text.includes(id)) continue;
    const report = batchReportSchema.safeParse(JSON.parse(text)).data;
    if (!report?.videos.some((video) => video.id === id)) continue;
    for (const ending of ['json', 'md', 'html'])
      await writeReport(withoutVideo(report, id), join(folder, `${basename(name, '.json')}.${ending}`), out);
    changed++;
  }
  return changed;
}
