import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type BatchReport, batchReportSchema, withoutVideo } from '../../batch/index.ts';
import { ConfigError, StoreError } from '../../errors.ts';
import {
  type Claim,
  createFolderCallCache,
  createFolderLedger,
  createFolderListMemories,
  createFolderStore,
  type Ledger,
  readAnswerKeys,
} from '../../store/index.ts';
import { printableLines } from '../../text/index.ts';
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
    const id = readId(named, out);
    await refuseUnknown(id, named, out);
    // No run may begin to write what is being removed.
    const claim = await claimOrRefuse(id, ledger);
    try {
      const answers = await forgetAnswers(id, { out, cacheDir });
      const captions = await removeYouTubeReplies(id, cacheDir);
      const reports = await forgetInReports(id, out);
      await createFolderListMemories(out).forget(id);
      await createFolderStore(out).remove(id);
      context.io.stdout(
        `Forgotten: ${id} (its folder, ${plural(answers, 'kept answer')}, ${plural(captions, 'file')} kept from YouTube, its lines in ${plural(reports.changed, 'report')})
A batch that names it would write it again: take it off its list.
`,
      );
      for (const file of reports.damaged)
        context.io.stderr(
          printableLines(`Warning: ${file} is damaged and was left as it is; it may name ${id}.\n`),
        );
    } finally {
      await claim.release();
    }
  }
  return 0;
}

/** A path must lead to a folder of the articles: the last part of another one could be the name of anything. */
function readId(named: string, out: string): string {
  const path = named.replace(/[/\\]+$/u, '');
  const id = parseVideoLink(named)?.id ?? basename(path);
  const isElsewhere =
    parseVideoLink(named) === undefined && /[/\\]/u.test(path) && resolve(path) !== resolve(out, id);
  if (id === '' || id.startsWith('.') || isElsewhere)
    throw new ConfigError('CONFIG_INVALID', `${named} is not the name of an article folder of ${out}`, {
      likelyCause: 'The name is misspelled, or the articles are in another folder.',
      remedy:
        'Pass the name of a folder that has an article, or the link of its video; name another folder of articles with --out.',
    });
  return id;
}

/** Files of which each says that the folder is one of ours. */
const OUR_FILES = ['state.json', 'run.json', 'article.json'];

async function refuseUnknown(id: string, named: string, out: string): Promise<void> {
  const names = await readdir(join(out, id)).catch(() => []);
  if (names.some((name) => OUR_FILES.includes(name))) return;
  throw new ConfigError('CONFIG_INVALID', `There is no article of ${named} in ${out}`, {
    likelyCause: 'The name is misspelled, or the articles are in another folder.',
    remedy: 'Pass the name of an article folder in it, or name the other folder with --out.',
  });
}

async function claimOrRefuse(id: string, ledger: Ledger): Promise<Claim> {
  const claim = await ledger.claim(id);
  if (claim) return claim;
  throw new StoreError('STORE_FAILED', `${id} is being written by another run`, {
    likelyCause: 'A batch is under way.',
    remedy: 'Wait until it has ended, or end it, and run the same command again.',
  });
}

/** An answer that another video rests on as well stays. */
async function forgetAnswers(
  id: string,
  { out, cacheDir }: { readonly out: string; readonly cacheDir: string },
): Promise<number> {
  const own = new Set(await readAnswerKeys(join(out, id)));
  if (own.size === 0) return 0;
  for (const other of await readdir(out))
    if (other !== id) for (const key of await readAnswerKeys(join(out, other))) own.delete(key);
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
async function forgetInReports(id: string, out: string): Promise<{ changed: number; damaged: string[] }> {
  const folder = reportFolder(out);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  let changed = 0;
  const damaged: string[] = [];
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    if (!text.includes(id)) continue;
    const report = parseReport(text);
    if (!report) damaged.push(join(folder, name));
    if (!report?.videos.some((video) => video.id === id)) continue;
    for (const ending of ['json', 'md', 'html'])
      await writeReport(withoutVideo(report, id), join(folder, `${basename(name, '.json')}.${ending}`), out);
    changed++;
  }
  return { changed, damaged };
}

function parseReport(text: string): BatchReport | undefined {
  try {
    return batchReportSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
