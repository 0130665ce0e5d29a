import { expect, test } from "vitest";
import * as faults from "../support/fault-replies.ts";
import { ask, NEVER } from "./requests.ts";
import { serve } from "./served-model.ts";

test("a reply comes with text, usage, rate limits and its time on the wire", async () => {
  const usage = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15, queue_time: 0.5 };
  const headers = { "x-ratelimit-remaining-requests": "7", "x-ratelimit-reset-requests": "2s" };
  const { model } = await serve(() => faults.completion("Paris", { usage, headers }));
  const { latencyMs, ...reply } = await model.generate(ask("Capital of France?"), NEVER);
  expect(reply).toEqual({
    text: "Paris",
    reasoning: null,
    finishReason: "stop",
    usage: { promptTokens: 12, cachedPromptTokens: null, completionTokens: 3, reasoningTokens: null },
    providerUsage: usage,
    rateLimit: { remainingRequests: 7, remainingTokens: null, resetMs: 2000 },
  });
  expect(latencyMs).toBeGreaterThan(0);
});

test.each([
  {
    why: "null content is an empty text",
    reply: faults.NULL_CONTENT,
    text: "",
    reasoning: null,
    finish: "stop",
  },
  {
    why: "vLLM and llama.cpp tell the reasoning apart",
    reply: faults.completion("42", { message: { reasoning_content: "6*7" } }),
    text: "42",
    reasoning: "6*7",
    finish: "stop",
  },
  {
    why: "Ollama and OpenRouter call it reasoning",
    reply: faults.completion("42", { message: { reasoning: "6*7" } }),
    text: "42",
    reasoning: "6*7",
    finish: "stop",
  },
  {
    why: "others put it into the text",
    reply: faults.completion("<think>6*7</think>42"),
    text: "42",
    reasoning: "6*7",
    finish: "stop",
  },
  {
    why: "an unclosed thought is truncated, even where the endpoint says stop",
    reply: faults.completion("<think>6*7 is"),
    text: "",
    reasoning: "6*7 is",
    finish: "length",
  },
  {
    why: "Mistral sends a list of parts",
    reply: faults.completion(null, {
      message: {
        content: [
          { type: "thinking", thinking: [{ type: "text", text: "6*7" }] },
          { type: "text", text: "42" },
        ],
      },
    }),
    text: "42",
    reasoning: "6*7",
    finish: "stop",
  },
  {
    why: "cut by the token limit",
    reply: faults.completion("half", { finishReason: "length" }),
    text: "half",
    reasoning: null,
    finish: "length",
  },
  {
    why: "the content filter is a refusal",
    reply: faults.completion("", { finishReason: "content_filter" }),
    text: "",
    reasoning: null,
    finish: "refusal",
  },
  {
    why: "a refusal in words",
    reply: faults.completion(null, { message: { refusal: "I cannot help" } }),
    text: "",
    reasoning: null,
    finish: "refusal",
  },
  {
    why: "a prompt stopped by the filter",
    reply: faults.failure(400, { code: "content_filter", message: "filtered" }),
    text: "",
    reasoning: null,
    finish: "refusal",
  },
  {
    why: "no reason given",
    reply: faults.completion("x", { finishReason: null }),
    text: "x",
    reasoning: null,
    finish: "unknown",
  },
  {
    why: "JSON under another content type",
    reply: faults.raw('{"choices":[{"message":{"content":"42"},"finish_reason":"stop"}]}', "text/plain"),
    text: "42",
    reasoning: null,
    finish: "stop",
  },
])("a reply is read: $why", async ({ reply, text, reasoning, finish }) => {
  const { model } = await serve(() => reply);
  expect(await model.generate(ask("6*7?"), NEVER)).toMatchObject({ text, reasoning, finishReason: finish });
});

test("a reply ends before a stop string that the endpoint ignored", async () => {
  const { model } = await serve(() =>
    faults.completion("Action: a\nObservation: made up", { finishReason: "length" }),
  );
  const reply = await model.generate(ask("go", { stop: ["\nObservation:", "never"] }), NEVER);
  expect(reply).toMatchObject({ text: "Action: a", finishReason: "stop" });
});

test("a reply without usage has unknown usage, not zero", async () => {
  const { model } = await serve(() => faults.completion("x", { usage: undefined }));
  const { usage, providerUsage } = await model.generate(ask("hi"), NEVER);
  expect(Object.values(usage)).toEqual([null, null, null, null]);
  expect(providerUsage).toBeNull();
});
