import type { Article } from '../article/index.ts';
import type { Draft } from '../store/index.ts';
import type { Desk } from './desk.ts';
import type { Versions } from './pages/tabs.ts';

/** The wordings that the present one is compared with. */
export async function readVersions({ drafts }: Desk, draft: Draft): Promise<Versions> {
  const { log, state, sha256, article, id } = draft;
  const read = async (hash: string | undefined): Promise<Article | undefined> => {
    if (hash === undefined || hash === sha256) return article;
    return drafts.version(id, hash);
  };
  const first = log.events.find(({ before, after }) => before !== after);
  const [generated, approved] = await Promise.all([
    read(first?.before),
    state.approval ? read(state.approval.after) : undefined,
  ]);
  return { generated, approved };
}
