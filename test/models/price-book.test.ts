import { beforeAll, describe, expect, test } from "vitest";
import type { Usage } from "../../src/contract/index.ts";
import { createPriceBook, type PriceBook, type PricedModel } from "../../src/models/price-book.ts";

const TODAY = new Date("2026-11-21T00:00:00Z");

function model(id: string, billing: "tokens" | "local" = "tokens"): PricedModel {
  return { id, provider: id.slice(0, id.indexOf("/")), billing };
}

function usage(
  promptTokens: number | null,
  completionTokens: number | null,
  cached: number | null = null,
): Usage {
  return { promptTokens, completionTokens, cachedPromptTokens: cached, reasoningTokens: null };
}

describe("the price table", () => {
  let book: PriceBook;
  beforeAll(async () => {
    book = await createPriceBook({}, TODAY);
  });

  test.each([
    { id: "openai/gpt-4o-mini", tokens: usage(1_000_000, 1_000_000), usd: 0.75, why: "0.15 in, 0.60 out" },
    { id: "openai/gpt-4o-mini", tokens: usage(1_000_000, 0, 400_000), usd: 0.12, why: "cached at 0.075" },
    {
      id: "openai/gpt-4o-mini",
      tokens: usage(10, 0, 99),
      usd: 0.000_000_75,
      why: "more cached than sent: all",
    },
    {
      id: "openrouter/openai/gpt-4o-mini",
      tokens: usage(1_000_000, 0),
      usd: 0.15,
      why: "a name with a slash",
    },
    { id: "openai/gpt-4o-mini", tokens: usage(0, 0), usd: 0, why: "nothing used costs nothing" },
    { id: "openai/gpt-4o-mini", tokens: usage(10, null), usd: null, why: "usage unknown" },
    { id: "openai/some-model-of-mine", tokens: usage(10, 10), usd: null, why: "model unknown" },
    { id: "scripted/model", tokens: usage(10, 10), usd: null, why: "provider unknown" },
  ])("$id: $why", ({ id, tokens, usd }) => {
    const cost = book.costUsd(model(id), tokens);
    if (usd === null) expect(cost).toBeNull();
    else expect(cost).toBeCloseTo(usd, 12);
  });

  test("a price with tiers grows with the prompt", () => {
    const sonnet = model("anthropic/claude-sonnet-4-5");
    expect(book.costUsd(sonnet, usage(100_000, 0))).toBeCloseTo(0.3, 10);
    expect(book.costUsd(sonnet, usage(1_000_000, 0))).toBeCloseTo(6, 10);
  });

  test("a local model has no cost, whatever its name", () => {
    expect(book.costUsd(model("openai/gpt-4o-mini", "local"), usage(10, 10))).toBeNull();
    expect(book.source(model("openai/gpt-4o-mini", "local"))).toBeNull();
  });

  test("it says where a price comes from and as of which day", () => {
    expect(book.source(model("openai/gpt-4o-mini"))).toMatch(/genai-prices \d+\.\d+\.\d+, as of 2026-11-21$/);
    expect(book.source(model("openai/unheard-of"))).toBeNull();
  });
});

test.each([
  { prices: { input: 1, output: 2 }, usd: 3, why: "cached tokens cost as much as others" },
  { prices: { input: 1, cachedInput: 0.1, output: 2 }, usd: 2.55, why: "cached tokens have their own price" },
])("a price of the user's wins over the table: $why", async ({ prices, usd }) => {
  const book = await createPriceBook({ "openai/gpt-4o-mini": prices }, TODAY);
  const gpt = model("openai/gpt-4o-mini");
  expect(book.costUsd(gpt, usage(1_000_000, 1_000_000, 500_000))).toBeCloseTo(usd, 12);
  expect(book.source(gpt)).toBe("price as configured");
});
