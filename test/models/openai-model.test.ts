import { afterEach, describe, expect, test } from "vitest";
import { type Model, ProviderError } from "../../src/contract/index.ts";
import { createModel } from "../../src/models/create-model.ts";
import * as faults from "../support/fault-replies.ts";
import { type FaultHandler, type FaultServer, startFaultServer } from "../support/fault-server.ts";
import { ask, NEVER, rejection } from "./requests.ts";

const KEY = "k3y-that-nobody-may-see";

let server: FaultServer;
let model: Model;

async function start(handler: FaultHandler, id = "openai/test-model", timeoutMs = 60_000): Promise<void> {
  server = await startFaultServer(handler);
  model = await createModel({ id, baseUrl: server.url, timeoutMs }, { OPENAI_API_KEY: KEY });
}

afterEach(async () => {
  await model.close();
  await server.close();
});

async function failure(): Promise<ProviderError> {
  const error = await rejection(model.generate(ask("hi"), NEVER));
  expect(error).toBeInstanceOf(ProviderError);
  return error as ProviderError;
}

describe("a reply", () => {
  test("comes with text, usage, rate limits and its time on the wire", async () => {
    const usage = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15, queue_time: 0.5 };
    const headers = { "x-ratelimit-remaining-requests": "7", "x-ratelimit-reset-requests": "2s" };
    await start(() => faults.completion("Paris", { usage, headers }));
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
  ])("is read: $why", async ({ reply, text, reasoning, finish }) => {
    await start(() => reply);
    expect(await model.generate(ask("6*7?"), NEVER)).toMatchObject({ text, reasoning, finishReason: finish });
  });

  test("ends before a stop string that the endpoint ignored", async () => {
    await start(() => faults.completion("Action: a\nObservation: made up", { finishReason: "length" }));
    const reply = await model.generate(ask("go", { stop: ["\nObservation:", "never"] }), NEVER);
    expect(reply).toMatchObject({ text: "Action: a", finishReason: "stop" });
  });

  test("without usage has unknown usage, not zero", async () => {
    await start(() => faults.completion("x", { usage: undefined }));
    const { usage, providerUsage } = await model.generate(ask("hi"), NEVER);
    expect(Object.values(usage)).toEqual([null, null, null, null]);
    expect(providerUsage).toBeNull();
  });
});

describe("an error", () => {
  test.each([
    { reply: faults.KEY_REFUSED, kind: "auth", status: 401, says: "OPENAI_API_KEY" },
    { reply: faults.failure(403, { message: "no access" }), kind: "auth", status: 403, says: "no access" },
    { reply: faults.NO_SUCH_MODEL, kind: "unknown-model", status: 404, says: '"test-model"' },
    {
      reply: faults.raw("404 page not found", "text/plain", 404),
      kind: "unknown-model",
      status: 404,
      says: "/v1",
    },
    { reply: faults.json({ message: "gone" }, 404), kind: "unknown-model", status: 404, says: "gone" },
    { reply: faults.NO_CREDIT_LEFT, kind: "quota", status: 429, says: "credit" },
    {
      reply: faults.failure(402, { message: "Insufficient Balance" }),
      kind: "quota",
      status: 402,
      says: "Balance",
    },
    { reply: faults.tooMany(), kind: "rate-limit", status: 429, says: "Rate limit reached" },
    { reply: faults.SERVER_ERROR, kind: "server", status: 500, says: "HTTP 500" },
    {
      reply: faults.failure(529, { message: "overloaded" }),
      kind: "server",
      status: 529,
      says: "overloaded",
    },
    { reply: faults.failure(408, {}), kind: "server", status: 408, says: "HTTP 408" },
    {
      reply: faults.raw("<html><title>502 Bad</title>", "text/html", 502),
      kind: "server",
      status: 502,
      says: "502 Bad",
    },
    { reply: faults.PROMPT_TOO_LONG, kind: "context-overflow", status: 400, says: "128 tokens" },
    {
      reply: faults.failure(400, { message: "the request exceeds the available context size" }),
      kind: "context-overflow",
      status: 400,
      says: "context window",
    },
    {
      reply: faults.failure(400, { message: "temperature > 2" }),
      kind: "rejected",
      status: 400,
      says: "temperature",
    },
    { reply: faults.json({ detail: [{ msg: "extra" }] }, 422), kind: "rejected", status: 422, says: "extra" },
    {
      reply: faults.json(
        [{ error: { code: 400, message: "API key not valid.", status: "INVALID_ARGUMENT" } }],
        400,
      ),
      kind: "auth",
      status: 400,
      says: "API key not valid",
    },
    {
      reply: faults.json({ error: { message: "upstream", code: 429 } }),
      kind: "rate-limit",
      status: 429,
      says: "upstream",
    },
    { reply: faults.json({ error: "model runner died" }), kind: "server", status: 502, says: "runner died" },
    { reply: faults.HTML_PAGE, kind: "bad-reply", status: 200, says: "Welcome to nginx" },
    { reply: faults.GARBAGE, kind: "bad-reply", status: 200, says: "not JSON" },
    { reply: faults.CUT_OFF_JSON, kind: "bad-reply", status: 200, says: "not JSON" },
    { reply: faults.raw(""), kind: "bad-reply", status: 200, says: "empty body" },
    { reply: faults.raw("null"), kind: "bad-reply", status: 200, says: "without choices" },
    { reply: faults.EMPTY_CHOICES, kind: "bad-reply", status: 200, says: "empty list" },
    { reply: faults.json({ choices: [{}] }), kind: "bad-reply", status: 200, says: "without a message" },
    {
      reply: faults.completion("x", { finishReason: "error" }),
      kind: "bad-reply",
      status: 200,
      says: "broke off",
    },
    { reply: faults.RESET, kind: "connection", status: null, says: "broke" },
    { reply: faults.CUT_OFF_BODY, kind: "connection", status: null, says: "broke" },
  ] as const)(
    "of kind $kind names the place and what it is: $says",
    async ({ reply, kind, status, says }) => {
      await start(() => reply);
      const error = await failure();
      expect(error).toMatchObject({ kind, status });
      expect(error.message).toContain(says);
      expect(error.message).toContain(server.url);
      expect(error.message).not.toMatch(/[\u0000-\u001f]/);
    },
  );

  test.each([
    { reply: faults.tooMany("7"), retryAfterMs: 7000, why: "the header" },
    { reply: faults.tooMany(), retryAfterMs: null, why: "not said" },
    {
      reply: faults.json([{ error: { code: 429, details: [{ retryDelay: "28s" }] } }], 429),
      retryAfterMs: 28_000,
      why: "Google says it in the body",
    },
  ])("tells how long to wait: $why", async ({ reply, retryAfterMs }) => {
    await start(() => reply);
    expect((await failure()).retryAfterMs).toBe(retryAfterMs);
  });

  test("never shows the key, though the server echoes the header that carries it", async () => {
    await start(({ headers }) => faults.failure(400, { message: `bad: ${headers.authorization} ${KEY}` }));
    const error = await failure();
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(error.message).toContain("bad: ");
    expect(Object.values(error).concat(error.message, error.stack, String(error.cause)).join()).not.toContain(
      KEY,
    );
  });

  test("of a port where nobody listens says so", async () => {
    await start(() => faults.RESET);
    await server.close();
    const error = await failure();
    expect(error.kind).toBe("connection");
    expect(error.message).toBe(
      `Cannot connect to ${server.url} (ECONNREFUSED). Is the server running and the base URL right?`,
    );
    server = await startFaultServer(() => faults.RESET);
  });
});

describe("the deadline", () => {
  test.each([
    { why: "covers the wait for the headers", handler: () => new Promise<never>(() => undefined) },
    { why: "covers a body that stalls", handler: () => faults.STALLED_BODY },
  ])("$why", async ({ handler }) => {
    await start(handler, "openai/test-model", 50);
    const error = await failure();
    expect(error.kind).toBe("timeout");
    expect(error.message).toContain("within 0.05 s");
  });

  test.each([
    { why: "before the headers", reply: new Promise<never>(() => undefined) },
    { why: "in the middle of the body", reply: faults.STALLED_BODY },
  ])("is not what ends a call that we stop $why", async ({ reply }) => {
    const controller = new AbortController();
    await start(() => {
      setImmediate(() => controller.abort());
      return reply;
    });
    const error = await rejection(model.generate(ask("hi"), controller.signal));
    expect(error).toMatchObject({ name: "ProviderError", kind: "aborted" });
  });

  test("a call that was stopped beforehand is not sent", async () => {
    await start(() => faults.completion("x"));
    const error = await rejection(model.generate(ask("hi"), AbortSignal.abort()));
    expect(error).toMatchObject({ kind: "aborted" });
    expect(server.requests).toHaveLength(0);
  });
});

describe("the request", () => {
  test("carries what was asked and nothing about the machine", async () => {
    await start(() => faults.completion("x"), "openai/gpt-4o-mini");
    await model.generate(ask("hi", { temperature: 0, maxTokens: 5, seed: 1 }), NEVER);
    const [request] = server.requests;
    expect(request?.path).toBe("/v1/chat/completions");
    expect(request?.body).toEqual({
      model: "gpt-4o-mini",
      messages: [{ role: "user", content: "hi" }],
      temperature: 0,
      max_tokens: 5,
      seed: 1,
    });
    expect(Object.keys(request?.headers ?? {}).filter((name) => name.startsWith("x-stainless"))).toEqual([]);
  });

  test("has no Authorization where there is no key", async () => {
    await start(() => faults.completion("x"));
    const keyless = await createModel({ id: "vllm/qwen", baseUrl: server.url }, {});
    await keyless.generate(ask("hi"), NEVER);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    await keyless.close();
  });

  test("carries the credentials of the base URL, which the model does not show", async () => {
    await start(() => faults.failure(400, { message: "joe s3cret-word" }));
    const baseUrl = `${server.url.replace("//", "//joe:s3cret-word@")}?api-version=2`;
    const guarded = await createModel({ id: "vllm/qwen", baseUrl }, {});
    const error = (await rejection(guarded.generate(ask("hi"), NEVER))) as ProviderError;
    const [request] = server.requests;
    expect(request?.headers.authorization).toBe(`Basic ${Buffer.from("joe:s3cret-word").toString("base64")}`);
    expect(request?.path).toBe("/v1/chat/completions?api-version=2");
    expect(guarded.endpoint).toBe(server.url);
    expect(error.message).not.toContain("s3cret-word");
    await guarded.close();
  });
});
