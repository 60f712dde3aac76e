export type { LanguageDemand } from './answer-language.ts';
export { type BudgetOptions, withBudget } from './budget.ts';
export { callKey, replayModel, withCache } from './cache.ts';
export { systemClock } from './clock.ts';
export { DEFAULT_BASE_URL, type Endpoint } from './connection.ts';
export { createModel, type ModelOptions } from './create-model.ts';
export { estimatePrompt, estimateTokens, estimateUsage } from './estimate-tokens.ts';
export { generateObject, type ObjectRequest, type ObjectResult } from './generate-object.ts';
export { type LimiterOptions, withLimiter } from './limiter.ts';
export { listModels } from './list-models.ts';
export { createMinuteLimiter, type MinuteLimiterOptions } from './minute-limiter.ts';
export { ModelError } from './model-error.ts';
export { createOpenAIModel, type OpenAIModelOptions } from './openai-model.ts';
export { loadPrices, type ModelPrice, type PriceSources, type PriceTable } from './prices.ts';
export { type RecordOptions, withRecord } from './record-calls.ts';
export { type Retry, type RetryOptions, withRetries } from './retries.ts';
export type {
  Admission,
  AdmissionWish,
  CallCache,
  CallRecord,
  Clock,
  FinishReason,
  GenerateRequest,
  GenerateResult,
  LanguageModel,
  Message,
  OutputSchema,
  Prices,
  RateLimiter,
  RateLimits,
  Usage,
} from './types.ts';
export { addUsage } from './usage.ts';
export { renderOutputSchema } from './wire-schema.ts';
