import type { Config } from '../config.ts';
import type { Prices } from '../llm/index.ts';
import { printableLines } from '../text/index.ts';
import type { Transcript } from '../transcript/index.ts';
import {
  type Estimate,
  estimateArticle,
  lengthTarget,
  measurePrompts,
  refuseTooShort,
  type Span,
} from '../write/index.ts';
import { plural } from './check/finding-text.ts';
import type { WriterDecision } from './decide-writer.ts';
import { formatMoney } from './money.ts';

export interface PlanOptions {
  readonly decision: WriterDecision;
  readonly config: Config;
  readonly glossary: readonly string[];
}

/** What --dry-run says of one source. Nothing has been sent for it. */
export interface PlannedSource {
  /** For people. */
  readonly text: string;
  /** When nothing has to be asked twice. */
  readonly calls: number;
  /** US dollars of those; null when the price is not known. */
  readonly cost: number | null;
  /** For programs. */
  readonly plan: SourcePlan;
}

export interface SourcePlan {
  readonly writer: WriterDecision['kind'];
  /** Null: the first one of the endpoint, which was not asked. */
  readonly model: string | null;
  readonly transcript: { readonly words: number; readonly tokens: number };
  readonly article: { readonly words: number; readonly sections: number };
  readonly stages: Estimate['stages'];
  readonly total: Estimate['total'];
  readonly cost: Span | null;
}

/**
 * What writing this source would take.
 * @throws {TranscriptError} TRANSCRIPT_TOO_SHORT, as writing would
 */
export async function planSource(transcript: Transcript, options: PlanOptions): Promise<PlannedSource> {
  const { decision, config } = options;
  refuseTooShort(transcript, config.minWords);
  const { length } = decision.kind === 'replay' ? decision.recording.settings : config;
  const article = lengthTarget(transcript.words, transcript.metadata.durationSeconds, length);
  const estimate = await estimateCalls(transcript, { ...options, target: article });
  const model = decision.kind === 'model' ? (decision.model ?? null) : null;
  const cost = await priceOf(estimate, decision, config);
  const plan: SourcePlan = {
    writer: decision.kind,
    model,
    transcript: { words: transcript.words, tokens: estimate.transcriptTokens },
    article,
    stages: estimate.stages,
    total: estimate.total,
    cost,
  };
  return {
    text: describePlan(plan, transcript, options),
    calls: plan.total.calls.least,
    cost: cost?.least ?? null,
    plan,
  };
}

async function estimateCalls(
  transcript: Transcript,
  { decision, config, glossary, target }: PlanOptions & { target: SourcePlan['article'] },
): Promise<Estimate> {
  const { createPromptLibrary } = await import('../prompt/index.ts');
  const settings = decision.kind === 'replay' ? decision.recording.settings : config;
  const { style, verify = true } = settings;
  const prompts = await measurePrompts(createPromptLibrary(config.prompts), style);
  const estimate = estimateArticle(transcript, {
    target,
    verifies: verify,
    glossary: decision.kind === 'replay' ? (decision.recording.settings.glossary ?? []) : glossary,
    prompts,
  });
  if (decision.kind !== 'extractive') return estimate;
  const nothing = { least: 0, most: 0 };
  return {
    ...estimate,
    stages: [],
    total: { calls: nothing, inputTokens: nothing, outputTokens: nothing },
  };
}

async function priceOf({ total }: Estimate, decision: WriterDecision, config: Config): Promise<Span | null> {
  if (decision.kind !== 'model') return { least: 0, most: 0 };
  const { loadPrices } = await import('../llm/index.ts');
  const prices = await loadPrices({ baseURL: decision.baseURL, table: config.prices });
  // Without a name, only a price for every model holds.
  const [least, most] = (['least', 'most'] as const).map((end) =>
    priceAt(prices, decision.model ?? '*', total, end),
  );
  return least === null || most === null || least === undefined || most === undefined
    ? null
    : { least, most };
}

function priceAt(prices: Prices, model: string, total: Estimate['total'], end: keyof Span): number | null {
  return prices(model, {
    inputTokens: total.inputTokens[end],
    outputTokens: total.outputTokens[end],
    cachedInputTokens: 0,
    reasoningTokens: 0,
  });
}

function describePlan(plan: SourcePlan, transcript: Transcript, options: PlanOptions): string {
  const { decision } = options;
  const { words, sections } = plan.article;
  const lines = [
    transcript.metadata.title,
    `  Transcript: ${plan.transcript.words.toLocaleString('en')} words, about ${plan.transcript.tokens.toLocaleString('en')} tokens`,
    `  Article: about ${words.toLocaleString('en')} words in ${plural(sections, 'section')}`,
    `  Writer: ${describeWriter(decision)}`,
    ...(plan.stages.length > 0 ? ['', ...renderTable(plan)] : []),
    '',
    `  ${describePrice(plan, decision)}`,
    '',
  ];
  return printableLines(lines.join('\n'));
}

function describeWriter(decision: WriterDecision): string {
  if (decision.kind === 'extractive') return `extractive (${decision.why}), no model call`;
  if (decision.kind === 'replay') return `recorded answers of ${decision.recording.model}`;
  return `${decision.model ?? 'first model of the endpoint'} at ${decision.place}`;
}

function describePrice({ cost }: SourcePlan, decision: WriterDecision): string {
  if (decision.kind === 'replay') return 'Price: nothing, the answers are recorded. Nothing was sent.';
  if (decision.kind === 'extractive') return 'Price: nothing. Nothing was sent.';
  if (cost === null) return 'Price: unknown (state it under prices in copydesk.json). Nothing was sent.';
  const span =
    cost.least === cost.most
      ? formatMoney(cost.least)
      : `${formatMoney(cost.least)} to ${formatMoney(cost.most)}`;
  return `Price: about ${span}; answers that are kept from earlier runs cost nothing. Nothing was sent.`;
}

const HEAD = ['stage', 'calls', 'input tokens', 'output tokens'] as const;

function renderTable({ stages, total }: SourcePlan): string[] {
  const rows = [
    [...HEAD],
    ...[...stages, { stage: 'total', ...total }].map(({ stage, calls, inputTokens, outputTokens }) => [
      stage,
      describeSpan(calls),
      describeSpan(inputTokens),
      describeSpan(outputTokens),
    ]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
  );
}

function describeSpan({ least, most }: Span): string {
  const text = (value: number): string => value.toLocaleString('en');
  return least === most ? text(least) : `${text(least)} to ${text(most)}`;
}
