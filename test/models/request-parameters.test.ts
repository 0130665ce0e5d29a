import { expect, test } from "vitest";
import { findProvider, type Provider } from "../../src/models/providers.ts";
import { isReasoningOnly, samplingCaveat, toRequestBody } from "../../src/models/request-parameters.ts";
import { ask } from "./requests.ts";

function provider(name: string): Provider {
  const found = findProvider(name);
  if (found === null) throw new Error(`no provider ${name}`);
  return found;
}

const full = ask("hi", { temperature: 0.7, maxTokens: 100, stop: ["\n"], seed: 7 });

test.each([
  {
    why: "only what is set is sent",
    on: "openai/gpt-4o-mini",
    request: ask("hi"),
    fields: {},
  },
  {
    why: "a plain model takes everything",
    on: "openai/gpt-4o-mini",
    request: full,
    fields: { temperature: 0.7, max_tokens: 100, stop: ["\n"], seed: 7 },
  },
  {
    why: "a reasoning model takes no sampling, and its limit has another name",
    on: "openai/gpt-5-mini",
    request: { ...full, reasoningEffort: "low" as const },
    fields: { max_completion_tokens: 100, seed: 7, reasoning_effort: "low" },
  },
  {
    why: "with reasoning switched off it takes sampling",
    on: "openai/gpt-5.1",
    request: { ...full, reasoningEffort: "none" as const },
    fields: { temperature: 0.7, max_completion_tokens: 100, stop: ["\n"], seed: 7, reasoning_effort: "none" },
  },
  {
    why: "the chat variant takes sampling",
    on: "openai/gpt-5-chat-latest",
    request: full,
    fields: { temperature: 0.7, max_completion_tokens: 100, stop: ["\n"], seed: 7 },
  },
  {
    why: "Mistral's seed has its own name",
    on: "mistral/mistral-small-latest",
    request: full,
    fields: { temperature: 0.7, max_tokens: 100, stop: ["\n"], random_seed: 7 },
  },
  {
    why: "Gemini refuses a seed",
    on: "gemini/gemini-2.5-flash",
    request: full,
    fields: { temperature: 0.7, max_tokens: 100, stop: ["\n"] },
  },
  {
    why: "Anthropic refuses a stop of white space",
    on: "anthropic/claude-sonnet-4-5",
    request: { ...full, stop: ["\n", "Q:"] },
    fields: { temperature: 0.7, max_tokens: 100, stop: ["Q:"], seed: 7 },
  },
  {
    why: "OpenAI refuses more than four stops",
    on: "openai/gpt-4o",
    request: ask("hi", { stop: ["a", "b", "c", "d", "e"] }),
    fields: { stop: ["a", "b", "c", "d"] },
  },
])("$on: $why", ({ on, request, fields }) => {
  const [name = "", model = ""] = on.split("/");
  expect(toRequestBody(request, provider(name), model)).toEqual({
    model,
    messages: [{ role: "user", content: "hi" }],
    ...fields,
  });
});

test.each([
  { name: "o1", expected: true, why: "first of the o-series" },
  { name: "o4-mini-2025-04-16", expected: true, why: "dated" },
  { name: "openai/o3", expected: true, why: "through a gateway" },
  { name: "gpt-5.1", expected: true, why: "point release" },
  { name: "gpt-12-mini", expected: true, why: "yet to come" },
  { name: "gpt-4o", expected: false, why: "no reasoning" },
  { name: "gpt-4.1", expected: false, why: "no reasoning" },
  { name: "gpt-oss-120b", expected: false, why: "open weights, taken as they are" },
  { name: "o200k", expected: false, why: "no model of the series" },
  { name: "olmo-2", expected: false, why: "another family" },
])("$name: $why", ({ name, expected }) => {
  expect(isReasoningOnly(name)).toBe(expected);
});

test("a table says when a model ignores the temperature", () => {
  expect(samplingCaveat("gpt-5-mini")).toContain("neither temperature nor stop");
  expect(samplingCaveat("gpt-4o-mini")).toBeNull();
});
