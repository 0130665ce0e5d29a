import { UNKNOWN_USAGE, type Usage } from "../contract/index.ts";

const NO_USAGE: Usage = { promptTokens: 0, cachedPromptTokens: 0, completionTokens: 0, reasoningTokens: 0 };

/** Adds up usages; a part that any of them leaves unknown is unknown in the sum. */
export function sumUsage(usages: readonly Usage[]): Usage {
  return usages.reduce(
    (sum, usage) => ({
      promptTokens: addKnown(sum.promptTokens, usage.promptTokens),
      cachedPromptTokens: addKnown(sum.cachedPromptTokens, usage.cachedPromptTokens),
      completionTokens: addKnown(sum.completionTokens, usage.completionTokens),
      reasoningTokens: addKnown(sum.reasoningTokens, usage.reasoningTokens),
    }),
    usages.length === 0 ? UNKNOWN_USAGE : NO_USAGE,
  );
}

/** a + b; null as soon as one is unknown. */
export function addKnown(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
