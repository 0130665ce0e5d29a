import { expect, test } from "vitest";
import { readUsage } from "../../src/models/usage.ts";

const details = {
  prompt_tokens_details: { cached_tokens: 64 },
  completion_tokens_details: { reasoning_tokens: 30 },
};

test.each([
  { raw: undefined, usage: [null, null, null, null], why: "none sent" },
  { raw: null, usage: [null, null, null, null], why: "null sent" },
  {
    raw: { prompt_tokens: 9, completion_tokens: 0 },
    usage: [9, null, 0, null],
    why: "a measured zero stays zero",
  },
  { raw: { prompt_tokens: 100, completion_tokens: 50, ...details }, usage: [100, 64, 50, 30], why: "OpenAI" },
  {
    raw: { prompt_tokens: 9, completion_tokens: 2, prompt_cache_hit_tokens: 8 },
    usage: [9, 8, 2, null],
    why: "DeepSeek",
  },
  {
    raw: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 41 },
    usage: [9, null, 32, null],
    why: "Gemini: reasoning is in the total only",
  },
  {
    raw: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 },
    usage: [9, null, 2, null],
    why: "total agrees",
  },
  { raw: { prompt_tokens: "9", completion_tokens: -1 }, usage: [null, null, null, null], why: "no counts" },
])("reads usage: $why", ({ raw, usage }) => {
  const [promptTokens, cachedPromptTokens, completionTokens, reasoningTokens] = usage;
  expect(readUsage(raw)).toEqual({ promptTokens, cachedPromptTokens, completionTokens, reasoningTokens });
});
