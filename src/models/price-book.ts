import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { ModelPrice } from "@pydantic/genai-prices";
import type { Model, Usage } from "../contract/index.ts";
import { findProvider } from "./providers.ts";

/** Prices in USD per million tokens. */
export interface TokenPrices {
  readonly input: number;
  /** Prompt tokens read from the provider's cache; left out = as input. */
  readonly cachedInput?: number | undefined;
  readonly output: number;
}

/** What a call costs. */
export interface PriceBook {
  /**
   * USD for one call; null = price or token count unknown, or the model runs on the user's own machine.
   * A cached part that is not reported counts at the full price.
   */
  costUsd(model: PricedModel, usage: Usage): number | null;
  /** Where the model's price comes from, for a table's foot; null = no price known. */
  source(model: PricedModel): string | null;
}

export type PricedModel = Pick<Model, "id" | "provider" | "billing">;

/**
 * Prices from the table of @pydantic/genai-prices, offline, as of the given day, and the user's own.
 * @param overrides by model id (`provider/name`) or by name alone; they win over the table.
 */
export async function createPriceBook(
  overrides: Readonly<Record<string, TokenPrices>>,
  today: Date,
): Promise<PriceBook> {
  const { calcPrice } = await import("@pydantic/genai-prices");
  const edition = await tableEdition();
  const pricers = new Map<string, Pricer>();

  /** A look-up in the table takes longer than all other layers of a call together: one per model. */
  function pricerOf(model: PricedModel): Pricer {
    const pricer = pricers.get(model.id) ?? findPricer(model);
    pricers.set(model.id, pricer);
    return pricer;
  }

  function findPricer(model: PricedModel): Pricer {
    const own = overrides[model.id] ?? overrides[nameOf(model)];
    if (own !== undefined)
      return { cost: (counts) => linearCost(own, counts), source: "price as configured" };
    const providerId = findProvider(model.provider)?.priceId ?? null;
    if (providerId === null) return UNPRICED;
    const lookUp = ({ prompt, cached, completion }: TokenCounts) =>
      calcPrice(
        { input_tokens: prompt, cache_read_tokens: cached, output_tokens: completion },
        nameOf(model),
        { providerId, timestamp: today },
      );
    const found = lookUp({ prompt: 1, cached: 0, completion: 1 });
    if (found === null) return UNPRICED;
    const flat = flatPrices(found.model_price);
    const source = `${edition}, as of ${today.toISOString().slice(0, 10)}`;
    if (flat !== null) return { cost: (counts) => linearCost(flat, counts), source };
    return { cost: (counts) => lookUp(counts)?.total_price ?? null, source };
  }

  return {
    costUsd(model, usage) {
      const counts = model.billing === "local" ? null : tokenCounts(usage);
      return counts === null ? null : pricerOf(model).cost(counts);
    },
    source: (model) => (model.billing === "local" ? null : pricerOf(model).source),
  };
}

interface TokenCounts {
  readonly prompt: number;
  readonly cached: number;
  readonly completion: number;
}

interface Pricer {
  readonly cost: (counts: TokenCounts) => number | null;
  readonly source: string | null;
}

const UNPRICED: Pricer = { cost: () => null, source: null };

function tokenCounts({ promptTokens, cachedPromptTokens, completionTokens }: Usage): TokenCounts | null {
  if (promptTokens === null || completionTokens === null) return null;
  const cached = Math.min(cachedPromptTokens ?? 0, promptTokens);
  return { prompt: promptTokens, cached, completion: completionTokens };
}

/** null = the price has tiers or a fee per request: only the table can work it out. */
function flatPrices(price: ModelPrice): TokenPrices | null {
  const { input_mtok: input, output_mtok: output, cache_read_mtok: cachedInput = input } = price;
  const isFlat = typeof input === "number" && typeof output === "number" && typeof cachedInput === "number";
  return isFlat && price["requests_kcount"] === undefined ? { input, cachedInput, output } : null;
}

const MILLION = 1_000_000;

function linearCost(prices: TokenPrices, { prompt, cached, completion }: TokenCounts): number {
  const cachedPrice = prices.cachedInput ?? prices.input;
  return ((prompt - cached) * prices.input + cached * cachedPrice + completion * prices.output) / MILLION;
}

/** The name as the provider knows it: the id without its provider. */
function nameOf({ id }: PricedModel): string {
  return id.slice(id.indexOf("/") + 1);
}

/** Name and version of the price table; the package keeps no date of its own. */
async function tableEdition(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@pydantic/genai-prices");
  const text = await readFile(new URL("../package.json", pathToFileURL(entry)), "utf8");
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return `price table ${name} ${version}`;
}
