import type { Model } from "../contract/index.ts";
import type { PriceBook } from "../models/price-book.ts";
import type { JournalEntry } from "./journal.ts";
import { scanLines } from "./scan-lines.ts";

/** As many tokens as a text can be expected to have at most, where the endpoint did not count them. */
const MOST_TOKENS_PER_CHARACTER = 0.5;

/**
 * What a run folder has cost so far, for its cap: the known costs, and for calls of unknown cost an estimate
 * on the high side from the length of their texts. Local models cost nothing here. A call must not become
 * free because its usage was not reported.
 *
 * @returns USD.
 */
export function spentSoFarUsd(path: string, models: readonly Model[], prices: PriceBook): number {
  const byId = new Map(models.map((model) => [model.id, model]));
  let spentUsd = 0;
  for (const line of scanLines(path)) {
    const entry = parse(line.text);
    const model = byId.get(entry?.model ?? "");
    if (entry === null || model === undefined || model.billing === "local") continue;
    spentUsd += entry.costUsd ?? estimateUsd(entry, model, prices);
  }
  return spentUsd;
}

function estimateUsd({ request, reply }: JournalEntry, model: Model, prices: PriceBook): number {
  const prompt = request.messages.reduce((sum, { content }) => sum + content.length, 0);
  const completion = reply.text.length + (reply.reasoning?.length ?? 0);
  const usage = {
    promptTokens: reply.usage.promptTokens ?? Math.ceil(prompt * MOST_TOKENS_PER_CHARACTER),
    completionTokens: reply.usage.completionTokens ?? Math.ceil(completion * MOST_TOKENS_PER_CHARACTER),
    cachedPromptTokens: 0,
    reasoningTokens: null,
  };
  return prices.costUsd(model, usage) ?? 0;
}

function parse(text: string): JournalEntry | null {
  try {
    return JSON.parse(text) as JournalEntry;
  } catch {
    return null;
  }
}
