import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../../errors.ts';
import { printTranscript } from '../../transcript/index.ts';
import { type ArticleRun, type ArticleStore, type Run, runSchema, totalCalls } from '../article-store.ts';
import { hashOf, printArticle, RENDERED, renderAll } from './article-files.ts';
import { withFileLock } from './file-lock.ts';
import { printFindings } from './findings-file.ts';
import { readReviewLog } from './review-log.ts';
import { writeFileAtomically } from './write-file.ts';

/** Articles as folders: `<out>/<sourceId>/article.json` and what belongs to it. Every file is written whole or not at all. */
export function createFolderStore(out: string): ArticleStore {
  return {
    async save(run) {
      const json = printArticle(run.article);
      const sha256 = hashOf(json);
      const own = join(out, run.article.id);
      await makeFolder(own);
      // A reviewer may save between the look at what lies there and the last file.
      return withFileLock(own, async () => {
        const found = await inspect(own);
        const directory = found.isEdited ? join(own, `draft-${sha256.slice(0, 8)}`) : own;
        await writeAll(directory, run, { json, sha256, replaced: found.isEdited ? undefined : found });
        return { directory, isDraft: found.isEdited };
      });
    },
    async isKept(id) {
      return (await inspect(join(out, id))).isEdited;
    },
    async remove(id) {
      const own = join(out, id);
      if (await isFolder(own)) await withFileLock(own, () => rm(own, { recursive: true, force: true }));
    },
  };
}

async function makeFolder(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true }).catch((cause: Error) => {
    throw new StoreError('STORE_FAILED', `Cannot write ${directory}: ${cause.message}`, { cause });
  });
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

interface Printed {
  readonly json: string;
  readonly sha256: string;
  /** What lies there and is a run's own. */
  readonly replaced: Found | undefined;
}

async function writeAll(
  directory: string,
  run: ArticleRun,
  { json, sha256, replaced }: Printed,
): Promise<void> {
  const rendered = renderAll(run.article);
  const manifest = {
    ...describeRun(run, sha256, replaced?.articleSha256),
    renderedSha256: [...rendered.map(hashOf), ...(replaced?.renderedSha256 ?? [])],
  };
  // The manifest first: with it an article on disk is known as machine-made whichever file a kill came after.
  await writeFileAtomically(join(directory, 'run.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFileAtomically(join(directory, 'transcript.json'), printTranscript(run.transcript, 'json'));
  await writeFileAtomically(join(directory, 'article.json'), json);
  await writeFileAtomically(join(directory, 'findings.json'), printFindings(run.findings, sha256));
  for (const [index, format] of RENDERED.entries())
    await writeFileAtomically(join(directory, `article.${format}`), rendered[index] ?? '');
}

interface Found {
  readonly articleSha256?: string;
  readonly renderedSha256: readonly string[];
  /** A person changed the article, or a rendering of it, since a run wrote them, or decided on it at the desk. */
  readonly isEdited: boolean;
}

async function inspect(directory: string): Promise<Found> {
  const articleSha256 = await hashOfFile(join(directory, 'article.json'));
  const files = await Promise.all(RENDERED.map((format) => hashOfFile(join(directory, `article.${format}`))));
  const renderedSha256 = files.flatMap((hash) => hash ?? []);
  const manifest = await readFile(join(directory, 'run.json'), 'utf8')
    .then((text) => runSchema.parse(JSON.parse(text)))
    .catch(() => undefined);
  const ours = [manifest?.articleSha256, manifest?.replacedSha256];
  const log = await readReviewLog(directory);
  const isEdited =
    // A line that cannot be read was written by somebody, too.
    log.events.length + log.damaged > 0 ||
    (articleSha256 !== undefined && !ours.includes(articleSha256)) ||
    renderedSha256.some((hash) => manifest?.renderedSha256?.includes(hash) === false);
  return { ...(articleSha256 === undefined ? {} : { articleSha256 }), renderedSha256, isEdited };
}

function hashOfFile(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').then(hashOf, () => undefined);
}

function describeRun(run: ArticleRun, articleSha256: string, replacedSha256: string | undefined): Run {
  return {
    articleSha256,
    ...(replacedSha256 === undefined || replacedSha256 === articleSha256 ? {} : { replacedSha256 }),
    writer: run.article.writer.kind,
    model: run.article.writer.model ?? null,
    calls: [...run.calls],
    totals: totalCalls(run.calls),
  };
}
