import { randomUUID } from 'node:crypto';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Article, parseArticle } from '../../article/index.ts';
import type { Findings } from '../../check/index.ts';
import { ReviewError, StoreError } from '../../errors.ts';
import type { NewReviewEvent, ReviewEvent } from '../review-event.ts';
import { foldReview, type ReviewState } from '../review-state.ts';
import { type TranscriptFacts, transcriptFacts, transcriptFileSchema } from '../transcript-file.ts';
import { hashOf, printArticle, RENDERED, renderAll } from './article-files.ts';
import { directoryOf } from './draft-id.ts';
import { withFileLock } from './file-lock.ts';
import { areAbout, parseFindings, printFindings } from './findings-file.ts';
import { createLock } from './lock.ts';
import { appendToReviewLog, type ReviewLog, readReviewLog } from './review-log.ts';
import { createDraftList, type QueuedDraft } from './summaries.ts';
import { writeFileAtomically } from './write-file.ts';

/** An article under review, as it lies on disk. */
export interface Draft {
  readonly id: string;
  readonly directory: string;
  readonly article: Article;
  /** Of the bytes of article.json: what saves and approvals are bound to. */
  readonly sha256: string;
  /** Absent where no transcript.json lies beside it. */
  readonly transcript?: TranscriptFacts;
  /** Of findings.json, where it is about this wording. */
  readonly findings?: Findings;
  /** Of findings.json, whatever wording it is about: what a writer left out stands nowhere else. */
  readonly lastFindings?: Findings;
  readonly log: ReviewLog;
  readonly state: ReviewState;
}

export interface DraftChange {
  readonly event: NewReviewEvent;
  /** The article with the change; absent for decisions that leave the text alone. */
  readonly article?: Article;
  /** Of the changed article. */
  readonly findings?: Findings;
}

/** The drafts of a folder under review. Every change is whole or not there, and on disk before it is acknowledged. */
export interface DraftFolder {
  readonly out: string;
  /** All drafts, what is known of each read anew only where its files changed. */
  list(): Promise<readonly QueuedDraft[]>;
  /** @throws {ReviewError} DRAFT_NOT_FOUND */
  open(id: string): Promise<Draft>;
  /** Changes of one draft come one after the other; `decide` sees what the last one left, and may throw to change nothing. */
  change(id: string, decide: (draft: Draft) => Promise<DraftChange> | DraftChange): Promise<Draft>;
  /** An earlier version of the article that the review remembers. */
  version(id: string, sha256: string): Promise<Article | undefined>;
  /** A recording of the source that somebody put into the article's folder. */
  mediaFile(id: string): Promise<string | undefined>;
}

/** Versions of an article that undo can go back to, beside those that were generated, approved or published. */
const VERSIONS_KEPT = 20;
const MEDIA = new Set(['.mp4', '.m4v', '.webm', '.mp3', '.m4a', '.ogg', '.oga', '.opus', '.wav', '.flac']);

export function createDraftFolder(out: string, { now }: { readonly now: () => Date }): DraftFolder {
  const lock = createLock();
  const summaries = createDraftList(out);
  const transcripts = createFileCache(loadTranscript);
  const articles = createFileCache(loadArticle);

  async function locate(id: string): Promise<string> {
    const directory = await directoryOf(out, id);
    if (directory !== undefined) return directory;
    throw new ReviewError('DRAFT_NOT_FOUND', `There is no article called “${id}” in this folder`);
  }

  async function open(id: string): Promise<Draft> {
    const directory = await locate(id);
    const found = await articles.read(join(directory, 'article.json'));
    if (!found) throw new ReviewError('DRAFT_NOT_FOUND', `The folder ${id} has no article.json`);
    const [transcript, findings, log] = await Promise.all([
      transcripts.read(join(directory, 'transcript.json')),
      readFindings(directory, found.sha256),
      readReviewLog(directory),
    ]);
    const state = foldReview(log.events, found.sha256);
    return { id, directory, ...found, ...(transcript ? { transcript } : {}), ...findings, log, state };
  }

  async function commit(draft: Draft, { event, article, findings }: DraftChange): Promise<void> {
    const json = article && printArticle(article);
    const after = json === undefined ? draft.sha256 : hashOf(json);
    const line = { ...event, id: randomUUID(), at: now().toISOString(), before: draft.sha256, after };
    const { directory } = draft;
    if (event.action === 'publish') await keepVersion(directory, draft.sha256, await readUnchanged(draft));
    if (article && json !== undefined) {
      await keepVersion(directory, draft.sha256, await readUnchanged(draft));
      // An approval that reached the log and not the article is void; the other way round the article would claim what nobody recorded.
      const isApproval = event.action === 'approve' || event.action === 'correct';
      // Now, and not with the next change: another program may change the file first.
      if (isApproval) await keepVersion(directory, after, json);
      if (isApproval) await appendToReviewLog(directory, line);
      await writeFileAtomically(join(directory, 'article.json'), json);
      if (!isApproval) await appendToReviewLog(directory, line);
      await writeRenderings(directory, article);
      if (findings)
        await writeFileAtomically(join(directory, 'findings.json'), printFindings(findings, after));
      await pruneVersions(directory, [...draft.log.events, line]);
    } else await appendToReviewLog(directory, line);
  }

  return {
    out,
    list: () => summaries.list(),
    open,
    change: (id, decide) =>
      lock(id, async () =>
        withFileLock(await locate(id), async () => {
          const draft = await open(id);
          await commit(draft, await decide(draft));
          summaries.forget(id);
          return open(id);
        }),
      ),
    async version(id, sha256) {
      if (!/^[0-9a-f]{64}$/u.test(sha256)) return undefined;
      const file = join(await locate(id), 'versions', `${sha256}.json`);
      return readFile(file, 'utf8').then(parseArticle, () => undefined);
    },
    async mediaFile(id) {
      const directory = await locate(id);
      const names = (await readdir(directory))
        .filter((name) => MEDIA.has(extname(name).toLowerCase()))
        .sort();
      for (const name of names) {
        const file = join(directory, name);
        // A link could lead anywhere.
        if ((await lstat(file)).isFile()) return file;
      }
      return undefined;
    },
  };
}

/** Whoever changed article.json without running the checks left findings of another text. */
async function readFindings(
  directory: string,
  sha256: string,
): Promise<Pick<Draft, 'findings' | 'lastFindings'>> {
  const file = join(directory, 'findings.json');
  const [own, article, text] = await Promise.all([
    lstat(file).catch(() => undefined),
    lstat(join(directory, 'article.json')),
    readFile(file, 'utf8').catch(() => undefined),
  ]);
  const found = text === undefined ? undefined : parseFindings(text);
  if (!own || !found) return {};
  const isFresh = areAbout(found, sha256, { findings: own.mtimeMs, article: article.mtimeMs });
  return { ...(isFresh ? { findings: found.findings } : {}), lastFindings: found.findings };
}

async function writeRenderings(directory: string, article: Article): Promise<void> {
  const rendered = renderAll(article);
  for (const [index, format] of RENDERED.entries())
    await writeFileAtomically(join(directory, `article.${format}`), rendered[index] ?? '');
}

/** article.json as the decision saw it. @throws {ReviewError} REVIEW_STALE where another program has changed it meanwhile */
async function readUnchanged({ directory, sha256 }: Draft): Promise<string> {
  const json = await readFile(join(directory, 'article.json'), 'utf8');
  if (hashOf(json) === sha256) return json;
  throw new ReviewError(
    'REVIEW_STALE',
    'Another program changed the article while this was decided; nothing was overwritten',
  );
}

/** A wording of the article, for undo and for comparing. */
async function keepVersion(directory: string, sha256: string, json: string): Promise<void> {
  await writeFileAtomically(join(directory, 'versions', `${sha256}.json`), json);
}

/** What undo can no longer reach goes, but for the wordings that people decided on and the one that was generated. */
async function pruneVersions(directory: string, events: readonly ReviewEvent[]): Promise<void> {
  const rewordings = events.filter(({ before, after }) => before !== after);
  const decided = events.filter(
    ({ action }) => action === 'approve' || action === 'publish' || action === 'correct',
  );
  const kept = new Set([
    rewordings[0]?.before,
    ...rewordings.slice(-VERSIONS_KEPT).map(({ before }) => before),
    ...decided.map(({ after }) => after),
  ]);
  const folder = join(directory, 'versions');
  for (const name of await readdir(folder).catch(() => []))
    if (/^[0-9a-f]{64}\.json$/u.test(name) && !kept.has(name.slice(0, 64)))
      await rm(join(folder, name), { force: true });
}

/** Read files that are kept: a transcript of hours is large, and one page asks for the same few many times. */
const FILES_KEPT = 8;

interface FileCache<Value> {
  /** What the file holds, read anew only where it changed; nothing where there is no such file. */
  read(file: string): Promise<Value | undefined>;
}

function createFileCache<Value>(load: (file: string) => Promise<Value>): FileCache<Value> {
  const known = new Map<string, { readonly stamp: string; readonly value: Value }>();
  return {
    async read(file) {
      const stats = await lstat(file).catch(() => undefined);
      if (!stats?.isFile()) return undefined;
      const stamp = `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
      const found = known.get(file);
      if (found?.stamp === stamp) return found.value;
      const value = await load(file);
      known.delete(file);
      known.set(file, { stamp, value });
      for (const oldest of known.keys()) if (known.size > FILES_KEPT) known.delete(oldest);
      return value;
    },
  };
}

async function loadArticle(file: string): Promise<{ readonly article: Article; readonly sha256: string }> {
  const json = await readFile(file, 'utf8');
  return { article: parseArticle(json), sha256: hashOf(json) };
}

async function loadTranscript(file: string): Promise<TranscriptFacts> {
  try {
    return transcriptFacts(transcriptFileSchema.parse(JSON.parse(await readFile(file, 'utf8'))));
  } catch (cause) {
    throw new StoreError('STORE_FAILED', `${file} is not a transcript.json`, {
      cause,
      likelyCause: 'It was edited or damaged.',
      remedy:
        'Write the article again, or move the damaged file away: the desk then shows the cited units alone.',
    });
  }
}
