import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderArticle } from '../../article/index.ts';
import { printTranscript } from '../../transcript/index.ts';
import { type ArticleRun, type ArticleStore, type Run, runSchema, totalCalls } from '../article-store.ts';
import { writeFileAtomically } from './write-file.ts';

/** Articles as folders: `<out>/<sourceId>/article.json` and what belongs to it. Every file is written whole or not at all. */
export function createFolderStore(out: string): ArticleStore {
  return {
    async save(run) {
      const json = `${JSON.stringify(run.article, null, 2)}\n`;
      const sha256 = hashOf(json);
      const own = join(out, run.article.id);
      const found = await inspect(own);
      const directory = found.isEdited ? join(own, `draft-${sha256.slice(0, 8)}`) : own;
      const manifest = describeRun(run, sha256, found.isEdited ? undefined : found.articleSha256);
      // The manifest first: with it an article on disk is known as machine-made whichever file a kill came after.
      await writeFileAtomically(join(directory, 'run.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      await writeFileAtomically(join(directory, 'transcript.json'), printTranscript(run.transcript, 'json'));
      await writeFileAtomically(join(directory, 'article.json'), json);
      await writeFileAtomically(
        join(directory, 'findings.json'),
        `${JSON.stringify(run.findings, null, 2)}\n`,
      );
      for (const format of ['md', 'html', 'txt'] as const) {
        const rendered = renderArticle(run.article, format, { now: new Date(run.article.createdAt) });
        await writeFileAtomically(join(directory, `article.${format}`), rendered);
      }
      return { directory, isDraft: found.isEdited };
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What lies in a folder: the hash of its article, and whether a person changed it since a run wrote it. */
async function inspect(directory: string): Promise<{ articleSha256?: string; isEdited: boolean }> {
  const article = await readFile(join(directory, 'article.json'), 'utf8').catch(() => undefined);
  if (article === undefined) return { isEdited: false };
  const articleSha256 = hashOf(article);
  const manifest = await readFile(join(directory, 'run.json'), 'utf8')
    .then((text) => runSchema.parse(JSON.parse(text)))
    .catch(() => undefined);
  const isOurs = manifest?.articleSha256 === articleSha256 || manifest?.replacedSha256 === articleSha256;
  return { articleSha256, isEdited: !isOurs };
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
