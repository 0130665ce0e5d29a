import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
    const model = await createModel({ id: "vllm/qwen", baseUrl }, env);
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

describe("a proxy of the environment", () => {
  const tunnels: string[] = [];
  const proxy = createServer();
  proxy.on("connect", (request, socket) => {
    tunnels.push(request.url ?? "");
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  let env: Environment;

  beforeAll(async () => {
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    env = { http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  });
  afterAll(() => void proxy.close());

  test.each([
    { baseUrl: "http://endpoint.invalid/v1", through: ["endpoint.invalid:80"], why: "is used" },
    { baseUrl: "http://127.0.0.1:1/v1", through: [], why: "is never used for this machine" },
  ])("$why: $baseUrl", async ({ baseUrl, through }) => {
    tunnels.length = 0;
    const model = await createModel({ id: "vllm/x", baseUrl }, env);
    expect(await rejection(model.generate(ask("hi"), NEVER))).toMatchObject({ kind: "connection" });
    expect(tunnels).toEqual(through);
    await model.close();
  });
});
