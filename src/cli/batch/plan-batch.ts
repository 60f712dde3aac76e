import { type BatchItem, factsOf, type Items, type Job, Worklist, whyLeftOut } from '../../batch/index.ts';
import { createFolderLedger, createFolderStore } from '../../store/index.ts';
import { printableLines } from '../../text/index.ts';
import type { AcquiredTranscript } from '../../transcript/index.ts';
import { createTranscript } from '../../transcript/index.ts';
import { plural } from '../check/finding-text.ts';
import { type PlannedSource, planSource } from '../dry-run.ts';
import { formatMoney } from '../money.ts';
import { reportError } from '../report-error.ts';
import type { Session } from '../session.ts';
import { worstExit } from '../worst-exit.ts';
import type { BatchFlags } from './batch-flags.ts';
import type { BatchView } from './batch-view.ts';
import { createSettingsOf } from './writer-identity.ts';

interface PlanOptions {
  readonly session: Session;
  readonly asked: BatchFlags;
  readonly view: BatchView;
  readonly isJson: boolean;
  readonly acquire: (item: BatchItem) => Promise<AcquiredTranscript>;
}

interface Total {
  videos: number;
  calls: number;
  inputTokens: number;
  outputTokens: number;
  cost: { least: number; most: number } | null;
}

/** `batch --dry-run`: what would be done, with tokens and money. No model is asked; a video whose length is listed is not fetched. */
export async function planBatch(
  items: Items,
  { session, asked, view, isJson, acquire }: PlanOptions,
): Promise<number> {
  const { config, context, glossary } = session;
  const { io, now } = context;
  const decision = await session.decide();
  await using ledger = createFolderLedger(config.out);
  const world = { ledger, settingsOf: createSettingsOf(session), now, onEvent: () => undefined };
  const total: Total = { videos: 0, calls: 0, inputTokens: 0, outputTokens: 0, cost: { least: 0, most: 0 } };
  const exitCodes: number[] = [];
  let skipped = 0;
  const worklist = new Worklist(world, asked);
  const store = createFolderStore(config.out);
  /** What the real run would find out by reading, too. */
  const isLeftAlone = async (acquired: AcquiredTranscript, job: Job): Promise<boolean> => {
    const { id } = acquired;
    if (whyLeftOut(factsOf(acquired, job.item), asked.filters) !== undefined) return true;
    if (id !== job.id && (await worklist.whyNot({ ...job, id })) !== undefined) return true;
    return store.isKept(id);
  };
  for await (const listed of worklist.go(items)) {
    context.signal.throwIfAborted();
    if ('outcome' in listed) {
      skipped++;
      continue;
    }
    if (asked.maxVideos !== undefined && total.videos >= asked.maxVideos) break;
    const { item } = listed.job;
    try {
      if (item.fault !== undefined) throw item.fault;
      const acquired = imagine(item) ?? (await acquire(item));
      const { id, transcript } = acquired;
      if (await isLeftAlone(acquired, listed.job)) {
        skipped++;
        continue;
      }
      const planned = await planSource(transcript, { decision, config, glossary });
      add(total, planned);
      io.stdout(
        isJson ? planLine({ item, id, planned, at: now() }) : describe(transcript.metadata.title, planned),
      );
    } catch (error) {
      const { code, text, exitCode } = reportError(error, { debug: config.debug, subject: item.source });
      view.write(text);
      exitCodes.push(exitCode);
      if (isJson)
        io.stdout(
          `${JSON.stringify({ event: 'video-plan', at: now().toISOString(), source: item.source, id: null, code })}\n`,
        );
    }
  }
  if (isJson)
    io.stdout(`${JSON.stringify({ event: 'batch-plan', at: now().toISOString(), ...total, skipped })}\n`);
  else io.stdout(describeTotal(total, skipped));
  return worstExit(exitCodes);
}

const WORDS_PER_SECOND = 2.5;
/** Of about as many tokens as a word of speech has. */
const WORD = 'words';

/** A transcript as long as the video of a list would have; undefined when its length is not known. */
function imagine({ videoId, listed }: BatchItem): AcquiredTranscript | undefined {
  if (videoId === undefined || listed.durationSeconds === undefined) return undefined;
  const count = Math.max(1, Math.round(listed.durationSeconds * WORDS_PER_SECOND));
  const words = Array.from({ length: count }, (_, index) => (index % 12 === 11 ? `${WORD}.` : WORD));
  const transcript = createTranscript({
    cues: [{ text: words.join(' '), start: 0, end: listed.durationSeconds }],
    metadata: {
      platform: 'youtube',
      videoId,
      title: listed.title ?? videoId,
      durationSeconds: listed.durationSeconds,
    },
    origin: 'youtube',
    kind: 'auto',
    language: 'en',
    warnings: [],
  });
  return { id: videoId, transcript };
}

function add(total: Total, { calls, plan }: PlannedSource): void {
  total.videos++;
  total.calls += calls;
  total.inputTokens += plan.total.inputTokens.least;
  total.outputTokens += plan.total.outputTokens.least;
  total.cost =
    total.cost && plan.cost
      ? { least: total.cost.least + plan.cost.least, most: total.cost.most + plan.cost.most }
      : null;
}

interface PlanLine {
  readonly item: BatchItem;
  readonly id: string;
  readonly planned: PlannedSource;
  readonly at: Date;
}

function planLine({ item, id, planned: { calls, cost, plan }, at }: PlanLine): string {
  return `${JSON.stringify({ event: 'video-plan', at: at.toISOString(), source: item.source, id, code: null, calls, cost, plan })}\n`;
}

function describe(title: string, { calls, cost, plan }: PlannedSource): string {
  const tokens = plan.total.inputTokens.least + plan.total.outputTokens.least;
  const price = cost === null ? 'price unknown' : formatMoney(cost);
  return printableLines(
    `${title}: ${plural(calls, 'call')}, ${tokens.toLocaleString('en')} tokens, ${price}\n`,
  );
}

function describeTotal({ videos, calls, inputTokens, outputTokens, cost }: Total, skipped: number): string {
  const price =
    cost === null
      ? 'price unknown (state it under prices in copydesk.json)'
      : `about ${formatMoney(cost.least)} to ${formatMoney(cost.most)}`;
  return `
${plural(videos, 'video')} to do, ${skipped} with nothing to do
At least ${plural(calls, 'call')}, ${inputTokens.toLocaleString('en')} input tokens, ${outputTokens.toLocaleString('en')} output tokens
Price: ${price}; answers that are kept from earlier runs cost nothing. No model was asked.
`;
}
