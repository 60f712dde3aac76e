import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle } from '../../article/index.ts';
import { checkedSchema, countFindings } from '../../check/index.ts';
import { runSchema } from '../article-store.ts';
import { type Ledger, type VideoState, videoStateSchema } from '../ledger.ts';
import { summarizeDraft } from '../summarize-draft.ts';
import { createFolderClaims } from './claims.ts';
import { sweepTemporaryFiles, writeFileAtomically } from './write-file.ts';

const FILE = 'state.json';
/** The file of an article that is written last: with it the article is whole. */
const LAST_FILE = 'article.txt';
/** Folders read at once. */
const AT_ONCE = 64;

/**
 * The article folders as ledger: `<out>/<id>/state.json`. A folder with an article and without a state was written by itself, and
 * counts as done. Who works on what stands in `<out>/.batch`.
 */
export function createFolderLedger(out: string): Ledger {
  const claims = createFolderClaims(join(out, '.batch'));

  async function read(id: string): Promise<VideoState | undefined> {
    const folder = join(out, id);
    const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
    const state = text === undefined ? undefined : parseState(text);
    if (state?.draft || state?.status === 'running') return state;
    // An article that was written by itself since a batch failed at it counts as done, too.
    const adopted = await adopt(folder, id);
    return adopted && state?.fingerprints
      ? { ...adopted, fingerprints: state.fingerprints }
      : (adopted ?? state);
  }

  return {
    async claim(id) {
      const claim = await claims.claim(id);
      if (claim?.isTakenOver) await sweepTemporaryFiles(join(out, id));
      return claim;
    },
    isClaimed: claims.isClaimed,
    read,
    async *list() {
      const entries = await readdir(out, { withFileTypes: true }).catch(() => []);
      const ids = entries
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name);
      for (let first = 0; first < ids.length; first += AT_ONCE) {
        const states = await Promise.all(ids.slice(first, first + AT_ONCE).map(read));
        for (const state of states) if (state) yield state;
      }
    },
    async write(state) {
      await writeFileAtomically(join(out, state.id, FILE), `${JSON.stringify(state, null, 2)}\n`);
    },
    async [Symbol.asyncDispose]() {
      await claims[Symbol.asyncDispose]();
    },
  };
}

function parseState(text: string): VideoState | undefined {
  try {
    return videoStateSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What an article that no batch wrote says of itself; undefined when the folder holds no whole one. */
async function adopt(folder: string, id: string): Promise<VideoState | undefined> {
  try {
    const readJson = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(join(folder, name), 'utf8'));
    const article = parseArticle(await readJson('article.json'));
    const findings = checkedSchema.parse(await readJson('findings.json'));
    const run = runSchema.parse(await readJson('run.json'));
    await readFile(join(folder, LAST_FILE));
    return {
      schemaVersion: 1,
      id,
      source: article.source.url ?? article.source.title,
      title: article.source.title,
      status: countFindings(findings).error > 0 ? 'needs-review' : 'done',
      attempts: 1,
      changedAt: article.createdAt,
      cacheKeys: run.calls.flatMap(({ key }) => key ?? []),
      draft: summarizeDraft(article, findings),
      calls: run.calls.length,
      cost: run.totals.cost,
    };
  } catch {
    return undefined;
  }
}
