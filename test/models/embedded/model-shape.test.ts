import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseGguf } from "../../../src/models/embedded/gguf.ts";
import { shapeOf } from "../../../src/models/embedded/model-shape.ts";
import { openGguf } from "../../../src/models/embedded/open-gguf.ts";
import type { TensorSpec } from "./gguf-builder.ts";
import { SHIPPED } from "./shipped.ts";
import { TINY, tinyModel, type TinyOptions } from "./tiny-model.ts";

function verdict(options: TinyOptions): ReturnType<typeof shapeOf> {
  const bytes = tinyModel(options);
  return shapeOf(parseGguf(bytes, bytes.length, "tiny.gguf"));
}

test("The shipped model has the sizes its description states", () => {
  expect(SHIPPED.shape).toMatchObject({
    width: 192,
    layers: 5,
    heads: 4,
    keyHeads: 4,
    hidden: 448,
    vocabulary: 1536,
    context: 1536,
  });
});

test("The same model in half precision, as the recipe exports it, is of our shape", async () => {
  const file = fileURLToPath(new URL("../../../training/model/model.f16.gguf", import.meta.url));
  expect(shapeOf(await openGguf(file))).toEqual({ ours: true, shape: SHIPPED.shape });
});

test("A chat template without text is none", () => {
  expect(verdict({ meta: { "tokenizer.chat_template": "" } }).ours).toBe(true);
});

test("Grouped-query attention and a separate output matrix are of our shape", () => {
  const result = verdict({});
  expect(result.ours && result.shape).toMatchObject(TINY);
});

/** An output matrix in place of the right one, which is 160 x 260. */
function output(inputs: number, outputs: number, type: "f32" | "q4_0" = "f32"): TensorSpec {
  return { name: "output.weight", dims: [inputs, outputs], values: new Float32Array(inputs * outputs), type };
}

test.each<{ options: TinyOptions; reason: string; why: string }>([
  { options: { meta: { "general.architecture": "qwen3" } }, reason: "qwen3", why: "another architecture" },
  {
    options: { meta: { "tokenizer.ggml.model": "llama" } },
    reason: "tokenizer",
    why: "SentencePiece tokenizer",
  },
  {
    options: { meta: { "tokenizer.ggml.pre": "llama-bpe" } },
    reason: "pre-tokenizer",
    why: "splits text otherwise",
  },
  {
    options: { meta: { "tokenizer.ggml.pre": undefined } },
    reason: "pre-tokenizer is default",
    why: "left out, llama.cpp takes its default",
  },
  {
    options: { meta: { "tokenizer.ggml.pre": "default" } },
    reason: "pre-tokenizer is default",
    why: "llama.cpp's default splits otherwise",
  },
  {
    options: { meta: { "tokenizer.ggml.pre": "gpt2" } },
    reason: "pre-tokenizer is gpt2",
    why: "the name of the tokenizer, not of the splitting",
  },
  {
    options: { meta: { "tokenizer.chat_template": "{{ bos_token }}" } },
    reason: "chat template",
    why: "wants its turns in another form",
  },
  { options: { meta: { "llama.rope.scaling.type": "yarn" } }, reason: "rotary", why: "scaled positions" },
  { options: { meta: { "llama.expert_count": 8 } }, reason: "mixture", why: "experts" },
  {
    options: { meta: { "llama.rope.dimension_count": 8 } },
    reason: "rotates 8 of 20",
    why: "partial rotation",
  },
  {
    options: { meta: { "llama.attention.head_count_kv": 3 } },
    reason: "do not divide",
    why: "3 key heads for 8",
  },
  { options: { meta: { "llama.feed_forward_length": 48 } }, reason: "no multiple", why: "not whole blocks" },
  { options: { meta: { "llama.block_count": 3 } }, reason: 'no tensor "blk.2', why: "a layer too few" },
  {
    options: { meta: { "llama.block_count": 2 ** 32 - 1 } },
    reason: 'no tensor "blk.2',
    why: "more layers than a list of their tensors could hold",
  },
  {
    options: { meta: { "llama.embedding_length": 0 } },
    reason: "llama.embedding_length is 0, not a positive integer",
    why: "no width",
  },
  {
    options: { meta: { "llama.context_length": undefined } },
    reason: "llama.context_length is missing",
    why: "no context",
  },
  {
    options: { meta: { "llama.context_length": { f32: 0.5 } } },
    reason: "llama.context_length is 0.5, not a positive integer",
    why: "half a token of context",
  },
  {
    options: { meta: { "llama.context_length": { f32: Infinity } } },
    reason: "llama.context_length is Infinity",
    why: "endless context",
  },
  {
    options: { meta: { "llama.attention.head_count": "8" } },
    reason: "llama.attention.head_count is 8, not a positive integer",
    why: "a size as a text",
  },
  {
    options: { meta: { "llama.attention.head_count_kv": { f32: 0.5 } } },
    reason: "llama.attention.head_count_kv is 0.5",
    why: "half a key head",
  },
  {
    options: { meta: { "llama.attention.layer_norm_rms_epsilon": { f32: Infinity } } },
    reason: "layer_norm_rms_epsilon is Infinity, not a finite positive number",
    why: "every state would be zero",
  },
  {
    options: { meta: { "llama.rope.freq_base": { f32: NaN } } },
    reason: "llama.rope.freq_base is NaN",
    why: "no wavelengths",
  },
  { options: { type: "q4_0" }, reason: "has type 2", why: "4-bit weights" },
  {
    options: { extra: [output(160, 260, "q4_0")] },
    reason: 'tensor "output.weight" has type 2',
    why: "4-bit output matrix",
  },
  {
    options: { extra: [output(160, 8)] },
    reason: 'tensor "output.weight" is 160 x 8, not 160 x 260',
    why: "no logits for most tokens",
  },
  {
    options: { extra: [output(32, 260)] },
    reason: 'tensor "output.weight" is 32 x 260, not 160 x 260',
    why: "output matrix of another width",
  },
  {
    options: { extra: [{ name: "blk.0.attn_q.bias", dims: [160], values: new Float32Array(160) }] },
    reason: "biases",
    why: "biases",
  },
])("A file that is not of our shape is refused with the reason ($why)", ({ options, reason }) => {
  const result = verdict(options);
  expect(result.ours ? "ours" : result.reason).toContain(reason);
});
