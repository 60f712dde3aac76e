import { estimateTokens } from '../llm/index.ts';
import type { PromptLibrary } from '../prompt/index.ts';
import type { Transcript } from '../transcript/index.ts';
import type { LengthTarget } from './length.ts';
import { cutChunks, tokensOf } from './model/chunks.ts';
import { renderMetadata } from './model/source-block.ts';
import { SHORT_TOKENS } from './model/write-with-model.ts';

/** Names of the prompt files that the stages send, and the desk. */
export const PROMPT_FILES = [
  'extract-plan',
  'extract',
  'plan',
  'write',
  'write-part',
  'verify',
  'top-matter',
  'repair',
  'rewrite',
] as const;

/** Tokens of a request beside what the transcript and the article put into it, by prompt file. */
export type PromptSizes = Readonly<Record<(typeof PROMPT_FILES)[number], number>>;

/** From the case that everything goes well to the case that the model has to be asked again. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

export interface StageEstimate {
  readonly stage: string;
  readonly calls: Span;
  readonly inputTokens: Span;
  readonly outputTokens: Span;
}

export interface Estimate {
  /** Tokens of the units. */
  readonly transcriptTokens: number;
  readonly stages: readonly StageEstimate[];
  readonly total: Omit<StageEstimate, 'stage'>;
}

export interface EstimateOptions {
  readonly target: LengthTarget;
  readonly verifies: boolean;
  readonly glossary: readonly string[];
  readonly prompts: PromptSizes;
}

/** How the stages cut their work; the stages themselves hold the figures, and a test compares the two. */
const TRANSCRIPT_TOKENS_SHOWN_WHOLE = 5_000;
const CHUNK_TOKENS = 6_000;
const PLAN_TOKENS = 24_000;
const TRANSCRIPT_TOKENS_PER_CLAIM = 500;
const CONTEXT_UNITS = 2;
const LINES_PER_VERIFICATION = { short: 120, long: 30 } as const;
const LINES_PER_REPAIR = 14;

/** What an article of the recorded runs looked like, on average. */
const WORDS_PER_SENTENCE = 17;
const WORDS_PER_CLAIM = 22;
const CLAIMS_PER_SECTION = 5;
const TOP_LINES = 7;
/** Units that are shown for a claim or a sentence, neighbours counted and overlaps not. */
const UNITS_PER_CLAIM = 3;
const UNITS_PER_SENTENCE = 2;
/** Share of the lines that have to be mended when much goes wrong. */
const FAILING = 0.2;
/** Tokens of the JSON around a text, in answers. */
const JSON_PER_CLAIM = 25;
const JSON_PER_SENTENCE = 22;
const TOKENS_PER_VERDICT = 15;
const TOKENS_OF_TOP = 350;

/**
 * Calls and tokens an article will take, from the transcript alone. Texts the model has yet to write are taken to be as long as
 * they usually are, so that the figures are about right and never exact.
 */
export function estimateArticle(transcript: Transcript, options: EstimateOptions): Estimate {
  const facts = gatherFacts(transcript, options);
  const isShort = facts.transcriptTokens <= SHORT_TOKENS;
  const stages = (isShort ? shortPath(facts) : longPath(transcript, facts)).map(roundStage);
  const total = { calls: NOTHING, inputTokens: NOTHING, outputTokens: NOTHING };
  for (const stage of stages)
    for (const key of ['calls', 'inputTokens', 'outputTokens'] as const)
      total[key] = {
        least: total[key].least + stage[key].least,
        most: total[key].most + stage[key].most,
      };
  return { transcriptTokens: facts.transcriptTokens, stages, total };
}

/** Reads the prompt files in force and measures them. Their faults come to light here, before anything is paid for. */
export async function measurePrompts(prompts: PromptLibrary, style: string): Promise<PromptSizes> {
  const shared: Readonly<Record<string, number>> = {
    rules: estimateTokens(await prompts.text('rules')),
    style: estimateTokens(await prompts.text(`styles/${style}`)),
  };
  const sizes = await Promise.all(
    PROMPT_FILES.map(async (name) => {
      await prompts.load(name);
      const text = (await prompts.text(name)).replace(/^---\n[\s\S]*?\n---\n/u, '');
      const used = Object.entries(shared).filter(([variable]) => text.includes(`{{ ${variable} }}`));
      return [name, used.reduce((sum, [, tokens]) => sum + tokens, estimateTokens(text))] as const;
    }),
  );
  return Object.fromEntries(sizes) as PromptSizes;
}

const NOTHING: Span = { least: 0, most: 0 };

interface Facts {
  readonly prompts: PromptSizes;
  readonly verifies: boolean;
  readonly transcriptTokens: number;
  readonly metadata: number;
  readonly units: number;
  readonly tokensPerUnit: number;
  readonly tokensPerWord: number;
  readonly words: number;
  readonly sections: number;
  readonly sentences: number;
  /** Tokens of a claim as a later stage reads it. */
  readonly claim: number;
}

function gatherFacts(
  transcript: Transcript,
  { target, verifies, glossary, prompts }: EstimateOptions,
): Facts {
  const transcriptTokens = tokensOf(transcript.units);
  const tokensPerWord = transcriptTokens / Math.max(1, transcript.words);
  return {
    prompts,
    verifies,
    transcriptTokens,
    metadata: estimateTokens(renderMetadata(transcript.metadata, glossary)),
    units: transcript.units.length,
    tokensPerUnit: transcriptTokens / Math.max(1, transcript.units.length),
    tokensPerWord,
    words: target.words,
    sections: target.sections,
    sentences: Math.ceil(target.words / WORDS_PER_SENTENCE),
    claim: WORDS_PER_CLAIM * tokensPerWord + 20,
  };
}

function shortPath(facts: Facts): StageEstimate[] {
  const { prompts, metadata, transcriptTokens, tokensPerUnit, words, sections, claim } = facts;
  const claims = Math.max(10, Math.round(words / 30));
  const shown =
    transcriptTokens < TRANSCRIPT_TOKENS_SHOWN_WHOLE
      ? transcriptTokens
      : Math.min(transcriptTokens, claims * UNITS_PER_CLAIM * tokensPerUnit);
  return [
    once('extract-plan', {
      input: prompts['extract-plan'] + metadata + transcriptTokens,
      output: claims * (claim + JSON_PER_CLAIM) + sections * 50 + 300,
    }),
    once('write', {
      input: prompts.write + metadata + shown + claims * claim + sections * 15,
      output: textTokens(facts) + TOKENS_OF_TOP,
    }),
    ...verification(facts, LINES_PER_VERIFICATION.short),
    repairs(facts),
  ];
}

function longPath(transcript: Transcript, facts: Facts): StageEstimate[] {
  const { prompts, metadata, transcriptTokens, tokensPerUnit, tokensPerWord, claim } = facts;
  const { words, sections, sentences } = facts;
  const chunks = cutChunks(transcript, CHUNK_TOKENS);
  const claims = chunks.reduce((sum, chunk) => sum + claimsOf(chunk), 0);
  const told = Math.min(claims, sections * CLAIMS_PER_SECTION + 3);
  const parts = sections + 1;
  return [
    {
      stage: 'extract',
      calls: exactly(chunks.length),
      inputTokens: exactly(
        chunks.length * (prompts.extract + metadata + CONTEXT_UNITS * tokensPerUnit) + transcriptTokens,
      ),
      outputTokens: exactly(claims * (claim + JSON_PER_CLAIM) + chunks.length * 150),
    },
    once('plan', {
      input: prompts.plan + metadata + Math.min(PLAN_TOKENS, claims * claim),
      output: sections * 50 + 300,
    }),
    {
      stage: 'write',
      calls: exactly(parts),
      inputTokens: exactly(
        parts * (prompts['write-part'] + metadata + sections * 12 + 150) +
          told * (claim + UNITS_PER_CLAIM * tokensPerUnit),
      ),
      outputTokens: exactly(textTokens(facts)),
    },
    once('top-matter', {
      input: prompts['top-matter'] + words * tokensPerWord + sentences * 5,
      output: TOKENS_OF_TOP,
    }),
    ...verification(facts, LINES_PER_VERIFICATION.long),
    repairs(facts),
  ];
}

function claimsOf(chunk: Transcript['units']): number {
  const tokens = chunk.reduce((sum, { text }) => sum + text.length / 4, 0);
  return Math.max(3, Math.round(tokens / TRANSCRIPT_TOKENS_PER_CLAIM));
}

function textTokens({ words, tokensPerWord, sentences }: Facts): number {
  return words * tokensPerWord + sentences * JSON_PER_SENTENCE;
}

/** Lines of a section stay together, so that a call may be left half full. */
function verification(facts: Facts, linesPerCall: number): StageEstimate[] {
  if (!facts.verifies) return [];
  const { prompts, metadata, sentences, units, tokensPerUnit, tokensPerWord } = facts;
  const lines = sentences + TOP_LINES;
  const isLong = linesPerCall === LINES_PER_VERIFICATION.long;
  // The top of a long article is verified when the body has been.
  const calls = {
    least: Math.ceil(lines / linesPerCall) + (isLong ? 1 : 0),
    most: Math.ceil((2 * lines) / linesPerCall) + (isLong ? 1 : 0),
  };
  const evidence = Math.min(units, lines * UNITS_PER_SENTENCE) * tokensPerUnit;
  const read = evidence + lines * (WORDS_PER_SENTENCE * tokensPerWord + 10);
  return [
    {
      stage: 'verify',
      calls,
      inputTokens: times(calls, prompts.verify + metadata, read),
      outputTokens: exactly(lines * TOKENS_PER_VERDICT),
    },
  ];
}

function repairs({ prompts, metadata, sentences, tokensPerUnit, tokensPerWord }: Facts): StageEstimate {
  const failing = Math.ceil((sentences + TOP_LINES) * FAILING);
  // What fails again is less.
  const calls = Math.ceil(failing / LINES_PER_REPAIR) + Math.ceil(failing / 2 / LINES_PER_REPAIR);
  const lines = failing * 1.5;
  const line = UNITS_PER_CLAIM * tokensPerUnit + WORDS_PER_SENTENCE * tokensPerWord + 40;
  return {
    stage: 'repair',
    calls: { least: 0, most: calls },
    inputTokens: { least: 0, most: calls * (prompts.repair + metadata) + lines * line },
    outputTokens: {
      least: 0,
      most: lines * (WORDS_PER_SENTENCE * tokensPerWord + JSON_PER_SENTENCE),
    },
  };
}

function once(stage: string, { input, output }: { input: number; output: number }): StageEstimate {
  return { stage, calls: exactly(1), inputTokens: exactly(input), outputTokens: exactly(output) };
}

function exactly(value: number): Span {
  return { least: value, most: value };
}

function times(calls: Span, each: number, rest: number): Span {
  return { least: calls.least * each + rest, most: calls.most * each + rest };
}

function roundStage({ stage, calls, inputTokens, outputTokens }: StageEstimate): StageEstimate {
  const round = ({ least, most }: Span): Span => ({ least: Math.ceil(least), most: Math.ceil(most) });
  return { stage, calls, inputTokens: round(inputTokens), outputTokens: round(outputTokens) };
}
