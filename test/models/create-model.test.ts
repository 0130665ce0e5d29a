import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/contract/index.ts";
import { createModel, type Environment } from "../../src/models/create-model.ts";
import { PROVIDERS } from "../../src/models/providers.ts";
import { completion } from "../support/fault-replies.ts";
import { startFaultServer } from "../support/fault-server.ts";
import { ask, NEVER, rejection } from "./requests.ts";

describe("a model is found by its id", () => {
  test.each(PROVIDERS)("$name at its own base URL", async ({ name, baseUrl, billing, keyVariable }) => {
    const model = await createModel({ id: `${name}/some/model:tag` }, { [keyVariable]: "some-key" });
    expect(model).toMatchObject({
      id: `${name}/some/model:tag`,
      provider: name,
      endpoint: baseUrl,
      billing,
      fingerprint: "",
    });
    await model.close();
  });

  test.each([
    { baseUrl: undefined, env: {}, endpoint: "http://127.0.0.1:8000/v1", why: "the provider's own" },
    {
      baseUrl: undefined,
      env: { VLLM_BASE_URL: "http://a/v1" },
      endpoint: "http://a/v1",
      why: "the environment",
    },
    {
      baseUrl: undefined,
      env: { VLLM_BASE_URL: " " },
      endpoint: "http://127.0.0.1:8000/v1",
      why: "empty variable",
    },
    {
      baseUrl: "http://b/v1",
      env: { VLLM_BASE_URL: "http://a/v1" },
      endpoint: "http://b/v1",
      why: "the flag wins",
    },
  ])("with the base URL of $why", async ({ baseUrl, env, endpoint }) => {
    const model = await createModel({ id: "vllm/qwen", baseUrl }, env as Environment);
    expect(model.endpoint).toBe(endpoint);
    await model.close();
  });

  test("OPENAI_BASE_URL is honoured, and such a server may take no key", async () => {
    const model = await createModel({ id: "openai/mine" }, { OPENAI_BASE_URL: "http://127.0.0.1:9/v1" });
    expect(model.endpoint).toBe("http://127.0.0.1:9/v1");
    await model.close();
  });
});

describe("what cannot be made is refused", () => {
  test.each([
    { id: "gpt-4o", says: "openai/gpt-4o", why: "no provider" },
    { id: "openai/", says: "names no provider", why: "no name" },
    { id: "opnai/gpt-4o", says: "Known: openai, openrouter, ollama", why: "unknown provider" },
    { id: "openai/gpt-4o", says: "set OPENAI_API_KEY", why: "no key" },
    { id: "gemini/gemini-2.5-flash", says: "set GEMINI_API_KEY", why: "no key" },
    { id: "gguf:", says: "names no file", why: "no path" },
  ])("$id: $why", async ({ id, says }) => {
    const error = await rejection(createModel({ id }, {}));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toContain(says);
  });

  test("a key with a line break in it, without showing it", async () => {
    const error = await rejection(createModel({ id: "openai/x" }, { OPENAI_API_KEY: "abc\ndef-secret" }));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(/^OPENAI_API_KEY holds/);
    expect((error as UsageError).message).not.toContain("secret");
  });
});

test("white space around a pasted key is not sent", async () => {
  const server = await startFaultServer(() => completion("x"));
  const model = await createModel({ id: "groq/x", baseUrl: server.url }, { GROQ_API_KEY: " abc-def\n" });
  await model.generate(ask("hi"), NEVER);
  expect(server.requests[0]?.headers.authorization).toBe("Bearer abc-def");
  await model.close();
  await server.close();
});

test("a proxy of the environment is used, but never for this machine", async () => {
  const proxy = await startFaultServer(() => completion("by proxy"));
  const env = { http_proxy: proxy.url, GROQ_API_KEY: "abc-def" };
  const near = await createModel({ id: "vllm/x", baseUrl: "http://127.0.0.1:1/v1" }, env);
  expect(await rejection(near.generate(ask("hi"), NEVER))).toMatchObject({ kind: "connection" });
  expect(proxy.requests).toHaveLength(0);
  await near.close();
  await proxy.close();
});
