import { describe, expect, test } from "vitest";
import type { ProviderError } from "../../src/contract/index.ts";
import { createModel } from "../../src/models/create-model.ts";
import * as faults from "../support/fault-replies.ts";
import { ask, NEVER, rejection } from "./requests.ts";
import { failureOf, serve } from "./served-model.ts";

describe("the deadline", () => {
  test.each([
    { why: "covers the wait for the headers", handler: () => new Promise<never>(() => undefined) },
    { why: "covers a body that stalls", handler: () => faults.STALLED_BODY },
  ])("$why", async ({ handler }) => {
    const { model } = await serve(handler, { timeoutMs: 50 });
    const error = await failureOf(model);
    expect(error.kind).toBe("timeout");
    expect(error.message).toContain("within 0.05 s");
  });

  test.each([
    { why: "before the headers", reply: new Promise<never>(() => undefined) },
    { why: "in the middle of the body", reply: faults.STALLED_BODY },
  ])("is not what ends a call that we stop $why", async ({ reply }) => {
    const controller = new AbortController();
    const { model } = await serve(() => {
      setImmediate(() => controller.abort());
      return reply;
    });
    const error = await rejection(model.generate(ask("hi"), controller.signal));
    expect(error).toMatchObject({ name: "ProviderError", kind: "aborted" });
  });

  test("a call that was stopped beforehand is not sent", async () => {
    const { server, model } = await serve(() => faults.completion("x"));
    const error = await rejection(model.generate(ask("hi"), AbortSignal.abort()));
    expect(error).toMatchObject({ kind: "aborted" });
    expect(server.requests).toHaveLength(0);
  });
});

describe("the request", () => {
  test("carries what was asked and nothing about the machine", async () => {
    const { server, model } = await serve(() => faults.completion("x"), { id: "openai/gpt-4o-mini" });
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
    const { server } = await serve(() => faults.completion("x"));
    const keyless = await createModel({ id: "vllm/qwen", baseUrl: server.url }, {});
    await keyless.generate(ask("hi"), NEVER);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    await keyless.close();
  });

  test("carries the credentials of the base URL, which the model does not show", async () => {
    const { server } = await serve(() => faults.failure(400, { message: "joe s3cret-word" }));
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
