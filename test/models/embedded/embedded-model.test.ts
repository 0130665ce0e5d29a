import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError, type ChatRequest, type Model } from "../../../src/contract/index.ts";
import { createEmbeddedModel } from "../../../src/models/embedded/embedded-model.ts";
import { QUESTIONS } from "./shipped.ts";
import { tinyModel, type TinyOptions } from "./tiny-model.ts";

const NEVER = new AbortController().signal;

function request(content: string, rest: Partial<ChatRequest> = {}): ChatRequest {
  return {
    messages: [{ role: "user", content }],
    temperature: null,
    maxTokens: null,
    stop: [],
    seed: null,
    reasoningEffort: null,
    ...rest,
  };
}

const COT = `Q: ${QUESTIONS[0]}\nA: Let's think step by step.`;

describe("The shipped model", () => {
  let model: Model;
  beforeAll(async () => {
    model = await createEmbeddedModel();
  });
  afterAll(() => model.close());

  test("says what it is", () => {
    expect(model).toMatchObject({
      id: "embedded/arithmetic-2m",
      provider: "embedded",
      endpoint: "local",
      billing: "local",
    });
    expect(model.caveat).toContain("specialist");
    expect(model.fingerprint).toMatch(/^[0-9a-f]{16}-d\d+$/);
    expect(model.preferredConcurrency).toBeGreaterThan(0);
  });

  test("reasons to an answer, with counted tokens and no white space in front", async () => {
    const reply = await model.generate(request(COT), NEVER);
    expect(reply.text).toMatch(/^\S[^]*The answer is \S+\.$/);
    expect(reply.finishReason).toBe("stop");
    expect(reply.usage).toMatchObject({ cachedPromptTokens: null, reasoningTokens: 0 });
    expect(reply.usage.promptTokens).toBeGreaterThan(20);
    expect(reply.usage.completionTokens).toBeGreaterThan(10);
    expect(reply.latencyMs).toBeGreaterThan(0);
  });

  test("gives a seed the same sample alone and among others", async () => {
    const sample = (seed: number) => model.generate(request(COT, { temperature: 0.7, seed }), NEVER);
    const alone = await sample(5);
    const together = await Promise.all([3, 4, 5, 6].map(sample));
    expect(together[2]!.text).toBe(alone.text);
  });

  test("samples without a seed from the given source of seeds", async () => {
    let seed = 4;
    const seeded = await createEmbeddedModel({ randomSeed: () => ++seed });
    const unseeded = await seeded.generate(request(COT, { temperature: 0.7 }), NEVER);
    const sample = await model.generate(request(COT, { temperature: 0.7, seed: 5 }), NEVER);
    expect(unseeded.text).toBe(sample.text);
    await seeded.close();
  });

  test("refuses a prompt beyond its context with both sizes", async () => {
    const overflow = model.generate(request(`Q: ${"1 ".repeat(1600)}\nA:`), NEVER);
    await expect(overflow).rejects.toMatchObject({ kind: "context-overflow", isRetryable: false });
    await expect(overflow).rejects.toThrow(/has \d+ tokens; the context holds 1536/);
  });

  test("refuses a request without a user message", async () => {
    const empty = { ...request(""), messages: [{ role: "system" as const, content: "Be brief." }] };
    await expect(model.generate(empty, NEVER)).rejects.toMatchObject({ kind: "rejected" });
  });

  test("stops a call with its signal and goes on with the others", async () => {
    const controller = new AbortController();
    const stopped = model.generate(request(COT), controller.signal);
    const other = model.generate(request(COT), NEVER);
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ kind: "aborted" });
    await expect(model.generate(request(COT), controller.signal)).rejects.toMatchObject({ kind: "aborted" });
    expect((await other).finishReason).toBe("stop");
  });
});

test("Closing ends the calls in flight and refuses new ones", async () => {
  const model = await createEmbeddedModel();
  await model.generate(request(COT, { maxTokens: 1 }), NEVER);
  const cut = expect(model.generate(request(COT), NEVER)).rejects.toMatchObject({ kind: "aborted" });
  await model.close();
  await cut;
  await expect(model.generate(request(COT), NEVER)).rejects.toMatchObject({ kind: "aborted" });
});

test.each([
  { end: "", why: "idle, not closed" },
  {
    end: "void model.generate(request, signal).catch(() => {}); await model.close();",
    why: "closed in the middle of a call",
  },
])("A process that used the model ends by itself ($why)", async ({ end }) => {
  const source = new URL("../../../dist/src/models/embedded/embedded-model.js", import.meta.url).href;
  const script = `
    import { createEmbeddedModel } from ${JSON.stringify(source)};
    const model = await createEmbeddedModel();
    const request = ${JSON.stringify(request(COT))};
    const { signal } = new AbortController();
    console.log((await model.generate(request, signal)).finishReason);
    ${end}`;
  const args = ["--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe("stop\n");
});

describe("A file of the user's own", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "cotbench-gguf-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function write(name: string, bytes: Buffer): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  }

  test("of the same shape runs under its own name, without the caveat", async () => {
    const model = await createEmbeddedModel({ path: await write("mine.gguf", tinyModel()) });
    expect(model).toMatchObject({ id: "gguf/mine.gguf", provider: "gguf", caveat: null });
    const reply = await model.generate(request("the", { maxTokens: 5 }), NEVER);
    expect(reply.usage.promptTokens).toBe(1);
    await model.close();
  });

  test("has a fingerprint that follows its content", async () => {
    const one = await createEmbeddedModel({ path: await write("one.gguf", tinyModel()) });
    const other = await createEmbeddedModel({ path: await write("other.gguf", tinyModel({ type: "f16" })) });
    expect(one.fingerprint).not.toBe(other.fingerprint);
  });

  test("of another shape needs node-llama-cpp, and the message says why and how to get it", async () => {
    const path = await write("foreign.gguf", tinyModel({ meta: { "general.architecture": "qwen3" } }));
    const open = createEmbeddedModel({ path });
    await expect(open).rejects.toThrow(UsageError);
    await expect(open).rejects.toThrow(/foreign\.gguf .*architecture is qwen3.*npm install node-llama-cpp/s);
  });

  test.each<{ meta: TinyOptions["meta"]; says: string; why: string }>([
    {
      meta: { "tokenizer.ggml.tokens": Array.from({ length: 260 }, (_, id) => `token ${id}`) },
      says: "its tokenizer has no token for byte 0",
      why: "a vocabulary without bytes",
    },
    {
      meta: { "tokenizer.ggml.merges": undefined },
      says: '"tokenizer.ggml.merges" is not a list of texts',
      why: "a vocabulary without merges",
    },
    {
      meta: { "tokenizer.ggml.eos_token_id": 260 },
      says: "tokenizer.ggml.eos_token_id is 260, not one of its 260 tokens",
      why: "an end that is no token",
    },
  ])(
    "that cannot be tokenized is refused when it is opened, before any call ($why)",
    async ({ meta, says }) => {
      const open = createEmbeddedModel({ path: await write("poor.gguf", tinyModel({ meta: meta ?? {} })) });
      await expect(open).rejects.toThrow(UsageError);
      await expect(open).rejects.toThrow(says);
      await expect(open).rejects.toThrow("poor.gguf");
    },
  );

  test("that is no GGUF is refused by name", async () => {
    const path = await write("notes.gguf", Buffer.from("just some text"));
    await expect(createEmbeddedModel({ path })).rejects.toThrow(/notes\.gguf is not a GGUF file/);
  });
});
