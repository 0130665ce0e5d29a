import { symbolOfByte } from "../../../src/models/embedded/byte-symbols.ts";
import { buildGguf, type Meta, type TensorSpec } from "./gguf-builder.ts";

/** A two-layer model with random weights, grouped-query attention and a head size that 16 does not divide. */
export const TINY = { width: 160, layers: 2, heads: 8, keyHeads: 2, headSize: 20, hidden: 64, context: 48 };

export interface TinyOptions {
  readonly type?: "f32" | "f16" | "q8_0" | "q4_0";
  /** Entries to add or replace; undefined = left out. */
  readonly meta?: Readonly<Record<string, Meta | undefined>>;
  readonly extra?: readonly TensorSpec[];
}

/** Its tokens: an end token, the 256 bytes, and three merges. */
export function tinyModel({ type = "f32", meta = {}, extra = [] }: TinyOptions = {}): Buffer {
  const tokens = [
    "<|end|>",
    ...Array.from({ length: 256 }, (_, byte) => symbolOfByte(byte)),
    "th",
    "the",
    "Ġthe",
  ];
  const { width, layers, heads, keyHeads, headSize, hidden, context } = TINY;
  const random = createRandom();
  const matrix = (name: string, inputs: number, outputs: number): TensorSpec => ({
    name: `${name}.weight`,
    dims: [inputs, outputs],
    values: Float32Array.from({ length: inputs * outputs }, () => random() / Math.sqrt(inputs)),
    type,
  });
  const norm = (name: string): TensorSpec => ({
    name: `${name}.weight`,
    dims: [width],
    values: Float32Array.from({ length: width }, () => 1 + random() / 4),
  });
  const keyWidth = keyHeads * headSize;
  const block = (layer: string): TensorSpec[] => [
    norm(`${layer}.attn_norm`),
    matrix(`${layer}.attn_q`, width, width),
    matrix(`${layer}.attn_k`, width, keyWidth),
    matrix(`${layer}.attn_v`, width, keyWidth),
    matrix(`${layer}.attn_output`, width, width),
    norm(`${layer}.ffn_norm`),
    matrix(`${layer}.ffn_gate`, width, hidden),
    matrix(`${layer}.ffn_up`, width, hidden),
    matrix(`${layer}.ffn_down`, hidden, width),
  ];
  const tensors = [
    matrix("token_embd", width, tokens.length),
    ...Array.from({ length: layers }, (_, i) => block(`blk.${i}`)).flat(),
    norm("output_norm"),
    matrix("output", width, tokens.length),
    ...extra,
  ];
  const metadata: Record<string, Meta | undefined> = {
    "general.architecture": "llama",
    "llama.context_length": context,
    "llama.embedding_length": width,
    "llama.block_count": layers,
    "llama.feed_forward_length": hidden,
    "llama.attention.head_count": heads,
    "llama.attention.head_count_kv": keyHeads,
    "llama.attention.layer_norm_rms_epsilon": { f32: 1e-5 },
    "tokenizer.ggml.model": "gpt2",
    "tokenizer.ggml.pre": "gpt-2",
    "tokenizer.ggml.tokens": tokens,
    "tokenizer.ggml.merges": ["t h", "th e", "Ġ the"],
    "tokenizer.ggml.eos_token_id": 0,
    ...meta,
  };
  const given = Object.entries(metadata).filter((entry): entry is [string, Meta] => entry[1] !== undefined);
  return buildGguf(Object.fromEntries(given), tensors);
}

/** Uniform in [-1, 1), the same numbers every time. */
export function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 31;
  };
}
