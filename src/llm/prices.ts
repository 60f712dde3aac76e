import { DEFAULT_BASE_URL } from './connection.ts';
import type { Prices, Usage } from './types.ts';

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  /** @default the price of other input */
  readonly cachedInput?: number | undefined;
}

/** Prices by the name of the model; `*` stands for every model that has no line of its own. */
export type PriceTable = Readonly<Record<string, ModelPrice>>;

export interface PriceSources {
  /** Where the calls go: the same model has another price elsewhere, and none at an address nobody lists. */
  readonly baseURL?: string | undefined;
  /** The user's own prices; they win. */
  readonly table?: PriceTable | undefined;
}

const MILLION = 1_000_000;

/**
 * The user's prices, then the list that came with copydesk. A model in neither has no price: null, never 0 and never a guess.
 * The list is loaded here and nowhere else, as most commands have no use for it. Nothing is fetched.
 */
export async function loadPrices({ baseURL, table = {} }: PriceSources = {}): Promise<Prices> {
  const { calcPrice } = await import('@pydantic/genai-prices');
  const providerApiUrl = baseURL || DEFAULT_BASE_URL;
  return (model, usage) => {
    const own = Object.hasOwn(table, model) ? table[model] : table['*'];
    if (own) return priceByTable(own, usage);
    const { inputTokens, outputTokens } = usage;
    const tokens = {
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      cache_read_tokens: cachedPart(usage),
    };
    return calcPrice(tokens, model, { providerApiUrl })?.total_price ?? null;
  };
}

function priceByTable({ input, output, cachedInput = input }: ModelPrice, usage: Usage): number {
  const cached = cachedPart(usage);
  const dollars = (usage.inputTokens - cached) * input + cached * cachedInput + usage.outputTokens * output;
  return dollars / MILLION;
}

/** Some servers count cached tokens beside the prompt instead of within it. */
function cachedPart({ inputTokens, cachedInputTokens }: Usage): number {
  return Math.min(inputTokens, cachedInputTokens);
}
