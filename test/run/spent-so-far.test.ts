import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Model } from "../../src/contract/index.ts";
import { createPriceBook } from "../../src/models/price-book.ts";
import { spentSoFarUsd } from "../../src/run/spent-so-far.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const traits = {
  provider: "openai",
  endpoint: "e",
  fingerprint: "",
  caveat: null,
  preferredConcurrency: null,
};
const methods = { generate: () => Promise.reject(new Error("not asked")), close: () => Promise.resolve() };
const paid: Model = { ...traits, ...methods, id: "openai/m", billing: "tokens" };
const local: Model = { ...traits, ...methods, id: "vllm/m", billing: "local" };

function line(model: string, costUsd: number | null): string {
  const usage = {
    promptTokens: null,
    cachedPromptTokens: null,
    completionTokens: null,
    reasoningTokens: null,
  };
  const reply = { text: "x".repeat(100), reasoning: null, usage };
  const request = { messages: [{ role: "user", content: "y".repeat(60) }] };
  return JSON.stringify({ key: "k", session: 1, costUsd, model, request, reply });
}

test("a call without usage counts towards the cap by its length, a local one not at all", async () => {
  const path = join(temporaryFolder(), "calls.jsonl");
  writeFileSync(
    path,
    [line("openai/m", 0.25), line("openai/m", null), line("vllm/m", null), "torn"].join("\n"),
  );
  const prices = await createPriceBook({ "openai/m": { input: 1_000, output: 2_000 } }, new Date());
  // 30 prompt tokens at $0.001 and 50 completion tokens at $0.002.
  expect(spentSoFarUsd(path, [paid, local], prices)).toBeCloseTo(0.25 + 0.03 + 0.1, 10);
});
