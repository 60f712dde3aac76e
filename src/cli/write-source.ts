import { applyPolicy, copyOfArticle } from '../check/index.ts';
import type { CallRecord } from '../llm/index.ts';
import type { ArticleStore, SavedRun } from '../store/index.ts';
import type { AcquiredTranscript } from '../transcript/index.ts';
import { type WrittenArticle, writeArticle } from '../write/index.ts';
import { glossaryFor } from './glossary.ts';
import type { Session } from './session.ts';

export interface WriteSourceOptions {
  readonly session: Session;
  readonly store: ArticleStore;
  readonly signal: AbortSignal;
  readonly onStage: (stage: string, calls: number) => void;
  readonly onCall: (call: CallRecord) => void;
  /** Asked when the article is there: a no keeps it from being stored. @default yes */
  readonly maySave?: () => Promise<void>;
}

export interface WrittenSource extends WrittenArticle, SavedRun {
  readonly calls: readonly CallRecord[];
}

/** The one way from a transcript to files, for a single source and for many: written, checked by the policy, stored. */
export async function writeSource(
  { id, transcript }: AcquiredTranscript,
  options: WriteSourceOptions,
): Promise<WrittenSource> {
  const { session, store, signal, onStage, onCall, maySave } = options;
  const { config, context, log, policy, checked, spending } = session;
  const chosen = await session.choose();
  const recorded = { id, sha256: transcript.sha256 };
  await chosen.begin?.(recorded);
  const calls: CallRecord[] = [];
  const writer = chosen.writerFor((call) => {
    calls.push(call);
    spending.add(call);
    onCall(call);
    log.info({ call }, 'call-end');
  });
  const glossary = await glossaryFor(config, transcript, writer.glossary ?? []);
  const run = await writeArticle(transcript, {
    id,
    writer: { ...writer, glossary },
    length: chosen.length,
    language: chosen.language,
    dateline: config.dateline,
    minWords: config.minWords,
    now: context.now,
    signal,
    onStage: (stage, count) => {
      log.debug({ stage, calls: count }, 'stage-start');
      onStage(stage, count);
    },
  }).catch(async (error: unknown) => {
    throw (await chosen.explain?.(error, recorded)) ?? error;
  });
  const copy = copyOfArticle(run.article);
  const { findings, met } = applyPolicy(run.findings, { copy, id, policy });
  checked.ids.push(id);
  for (const waiver of met) checked.met.add(waiver);
  await maySave?.();
  const saved = await store.save({ article: run.article, findings, transcript, calls });
  return { ...saved, article: run.article, findings, calls };
}
