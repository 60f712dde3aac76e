import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Article, parseArticle } from '../../article/index.ts';
import {
  type Copy,
  copyOfArticle,
  countFindings,
  type Findings,
  findAllegations,
  keysOfFindings,
} from '../../check/index.ts';
import { foldReview, listenedTo, type ReviewState, type ReviewStatus } from '../review-state.ts';
import { hashOf } from './article-files.ts';
import { idsBeside, listDraftIds } from './draft-id.ts';
import { areAbout, parseFindings } from './findings-file.ts';
import { parseReviewLog } from './review-log.ts';

/** What the queue knows of a draft. */
export interface QueuedDraft {
  readonly id: string;
  readonly headline: string;
  readonly deck: string;
  /** BCP 47. */
  readonly language: string;
  readonly channel?: string;
  readonly writer: Article['writer']['kind'];
  readonly createdAt: string;
  readonly words: number;
  readonly status: ReviewStatus;
  readonly reopenedFrom?: ReviewStatus;
  readonly assignee?: string;
  /** Findings that nobody has decided. */
  readonly errors: number;
  readonly warnings: number;
  /** Findings of another wording say nothing of this one. */
  readonly isChecked: boolean;
  /** Quotations from automatic captions that nobody has listened to. */
  readonly unheardQuotes: number;
  readonly isAutomatic: boolean;
  /** Sentences that accuse beside a name. */
  readonly allegations: number;
  /** Of the ten equal parts of the source, those that something rests on. */
  readonly coverage: number;
  readonly openComments: number;
  /** Why the article cannot be read; the rest is then empty. */
  readonly problem?: string;
}

/** Files that a summary is made of. */
const FILES = ['article.json', 'findings.json', 'review.jsonl'] as const;
/** Milliseconds for which the files are not looked at again. What this process changes is known at once. */
const FRESH_FOR = 1_000;
const READ_AT_ONCE = 16;
const PARTS = 10;

interface Entry {
  readonly stamp: string;
  readonly summary: QueuedDraft | undefined;
}

interface Folder {
  readonly stamp: string;
  readonly beside: readonly string[];
}

/** Summaries of all drafts of a folder, each read anew only when its files changed. */
export function createDraftList(out: string): {
  list(): Promise<readonly QueuedDraft[]>;
  forget(id: string): void;
} {
  const entries = new Map<string, Entry>();
  const folders = new Map<string, Folder>();
  let listed: readonly QueuedDraft[] = [];
  let isFreshUntil = 0;
  let running: Promise<readonly QueuedDraft[]> | undefined;

  async function sweep(): Promise<readonly QueuedDraft[]> {
    const ids = await listAll(out, folders);
    const known = new Set(ids);
    for (const id of entries.keys()) if (!known.has(id)) entries.delete(id);
    const changed = ids.filter((id) => entries.get(id)?.stamp !== stampOf(join(out, pathOf(id))));
    for (let at = 0; at < changed.length; at += READ_AT_ONCE)
      await Promise.all(
        changed.slice(at, at + READ_AT_ONCE).map(async (id) => {
          const directory = join(out, pathOf(id));
          // The stamp first: what changes while it is read is read again.
          const stamp = stampOf(directory);
          entries.set(id, { stamp, summary: await summarize(id, directory) });
        }),
      );
    listed = ids.flatMap((id) => entries.get(id)?.summary ?? []);
    isFreshUntil = Date.now() + FRESH_FOR;
    return listed;
  }

  return {
    async list() {
      if (Date.now() < isFreshUntil) return listed;
      running ??= sweep().finally(() => {
        running = undefined;
      });
      return running;
    },
    forget(id) {
      entries.delete(id);
      isFreshUntil = 0;
    },
  };
}

async function listAll(out: string, folders: Map<string, Folder>): Promise<string[]> {
  const names = await listDraftIds(out);
  const ids: string[] = [];
  for (const name of names) {
    const path = join(out, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) continue;
    // Putting a draft into a folder changes the folder.
    const stamp = `${stats.mtimeMs} ${stats.ino}`;
    let folder = folders.get(name);
    if (folder?.stamp !== stamp) {
      folder = { stamp, beside: idsBeside(name, await readdir(path).catch(() => [])) };
      folders.set(name, folder);
    }
    ids.push(name, ...folder.beside);
  }
  return ids;
}

function pathOf(id: string): string {
  const [name = '', hash] = id.split('~');
  return hash === undefined ? name : join(name, `draft-${hash}`);
}

function stampOf(directory: string): string {
  return FILES.map((name) => {
    const stats = statSync(join(directory, name), { throwIfNoEntry: false });
    return stats ? `${stats.mtimeMs}/${stats.size}/${stats.ino}` : '-';
  }).join(' ');
}

async function summarize(id: string, directory: string): Promise<QueuedDraft | undefined> {
  const [json, findings, log] = await Promise.all(
    FILES.map((name) => readFile(join(directory, name), 'utf8').catch(() => undefined)),
  );
  // A folder without an article is none of ours.
  if (json === undefined) return undefined;
  let article: Article;
  try {
    article = parseArticle(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return unreadable(id, `${join(pathOf(id), 'article.json')} cannot be read: ${why}`);
  }
  const sha256 = hashOf(json);
  const state = foldReview(parseReviewLog(log ?? '').events, sha256);
  const found = findings === undefined ? undefined : parseFindings(findings);
  const timeOf = (name: string): number =>
    statSync(join(directory, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const times = { findings: timeOf('findings.json'), article: timeOf('article.json') };
  const isChecked = found !== undefined && areAbout(found, sha256, times);
  const isAutomatic = article.source.transcript.kind !== 'manual';
  const { channel, show } = article.source;
  const publisher = channel?.name ?? show;
  const copy = copyOfArticle(article);
  return {
    id,
    headline: article.headline,
    deck: article.deck,
    language: article.language,
    ...(publisher === undefined ? {} : { channel: publisher }),
    writer: article.writer.kind,
    createdAt: article.createdAt,
    words: article.readTime.words,
    status: state.status,
    ...(state.reopenedFrom === undefined ? {} : { reopenedFrom: state.reopenedFrom }),
    ...(state.assignee === undefined ? {} : { assignee: state.assignee }),
    ...(isChecked ? countOpen(found.findings, copy, state) : { errors: 0, warnings: 0 }),
    isChecked,
    unheardQuotes: isAutomatic ? article.quotes.filter((quote) => !listenedTo(state, quote)).length : 0,
    isAutomatic,
    allegations: findAllegations(copy).length,
    coverage: coverageOf(article),
    openComments: state.comments.filter((comment) => !state.resolved.has(comment.id)).length,
  };
}

function countOpen(
  found: Findings,
  copy: Copy,
  { dismissed }: ReviewState,
): Pick<QueuedDraft, 'errors' | 'warnings'> {
  const keys = keysOfFindings(found.findings, copy);
  const findings = found.findings.filter((_, index) => !dismissed.has(keys[index] ?? ''));
  const { error: errors, warning: warnings } = countFindings({ ...found, findings });
  return { errors, warnings };
}

/** Of the ten equal parts of the source, how many hold a unit that the article cites. */
function coverageOf({ units, source }: Article): number {
  const count = Math.max(1, source.transcript.units);
  return new Set(units.map(({ id }) => Math.min(PARTS - 1, Math.floor((id * PARTS) / count)))).size;
}

function unreadable(id: string, problem: string): QueuedDraft {
  return {
    id,
    problem,
    headline: id,
    deck: '',
    language: 'und',
    writer: 'model',
    createdAt: new Date(0).toISOString(),
    words: 0,
    status: 'needs-review',
    errors: 0,
    warnings: 0,
    isChecked: false,
    unheardQuotes: 0,
    isAutomatic: false,
    allegations: 0,
    coverage: PARTS,
    openComments: 0,
  };
}
