import type { Usage } from './types.ts';

export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, reasoningTokens: 0 };

export function addUsage(first: Usage, second: Usage): Usage {
  return {
    inputTokens: first.inputTokens + second.inputTokens,
    outputTokens: first.outputTokens + second.outputTokens,
    cachedInputTokens: first.cachedInputTokens + second.cachedInputTokens,
    reasoningTokens: first.reasoningTokens + second.reasoningTokens,
  };
}

/** Tokens of prompt and answer; 0 when the server counted nothing. Cached and reasoning tokens are parts of the two. */
export function totalTokens({ inputTokens, outputTokens }: Usage): number {
  return inputTokens + outputTokens;
}
