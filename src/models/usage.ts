import { UNKNOWN_USAGE, type Usage } from "../contract/index.ts";
import { asObject } from "./error-body.ts";

/**
 * Canonical usage of a chat completion. The names of cached and reasoning tokens are OpenAI's, DeepSeek's
 * for the cache as the second choice.
 */
export function readUsage(raw: unknown): Usage {
  if (typeof raw !== "object" || raw === null) return UNKNOWN_USAGE;
  const usage = asObject(raw);
  const promptTokens = count(usage["prompt_tokens"]);
  return {
    promptTokens,
    cachedPromptTokens:
      count(asObject(usage["prompt_tokens_details"])["cached_tokens"]) ??
      count(usage["prompt_cache_hit_tokens"]),
    completionTokens: completion(
      promptTokens,
      count(usage["completion_tokens"]),
      count(usage["total_tokens"]),
    ),
    reasoningTokens: count(asObject(usage["completion_tokens_details"])["reasoning_tokens"]),
  };
}

/**
 * Gemini and xAI leave the reasoning out of completion_tokens, yet bill it as output; the total has it.
 */
function completion(prompt: number | null, said: number | null, total: number | null): number | null {
  if (prompt === null || said === null || total === null) return said;
  return Math.max(said, total - prompt);
}

function count(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
