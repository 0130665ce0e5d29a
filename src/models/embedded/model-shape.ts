import { excerpt } from "../safe-text.ts";
import type { Gguf, GgufValue, TensorInfo } from "./gguf.ts";
import { elementCount, READABLE_TYPES } from "./gguf-tensor.ts";
import { BLOCK, KEY_GROUP } from "./kernels.ts";

/** Sizes of a llama-style transformer, in elements. */
export interface ModelShape {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Heads that have keys and values of their own; fewer than `heads` = grouped-query attention. */
  readonly keyHeads: number;
  readonly headSize: number;
  /** Width of the feed-forward layer. */
  readonly hidden: number;
  readonly vocabulary: number;
  /** Tokens of prompt and reply together, at most 8,192. */
  readonly context: number;
  readonly epsilon: number;
  readonly ropeBase: number;
}

/** A file this decoder runs, or the first reason why it does not. */
export type ShapeVerdict =
  | { readonly ours: true; readonly shape: ModelShape }
  | { readonly ours: false; readonly reason: string };

const PRE_TOKENIZERS: readonly (GgufValue | undefined)[] = [undefined, "gpt2", "gpt-2", "default"];

/** What fits in the decoder's one memory of at most 4 GiB. */
const LONGEST_CONTEXT = 8192;
const MOST_PARAMETERS = 500e6;

/**
 * Whether a file is of the shape of the embedded model: llama architecture without biases, experts or
 * rope scaling, GPT-2 byte-level BPE, weights in f32, f16 or q8_0.
 */
export function shapeOf(gguf: Gguf): ShapeVerdict {
  const reason = foreignKind(gguf);
  if (reason !== null) return { ours: false, reason: excerpt(reason) };
  const shape = readShape(gguf);
  if (shape === null) return { ours: false, reason: "its llama.* sizes are incomplete" };
  const misfit = badSize(shape) ?? badTensors(gguf, shape);
  return misfit === null ? { ours: true, shape } : { ours: false, reason: excerpt(misfit) };
}

function foreignKind({ metadata, tensors }: Gguf): string | null {
  const architecture = metadata.get("general.architecture");
  if (architecture !== "llama") return `its architecture is ${String(architecture)}, not llama`;
  const tokenizer = metadata.get("tokenizer.ggml.model");
  if (tokenizer !== "gpt2") return `its tokenizer is ${String(tokenizer)}, not gpt2`;
  const pre = metadata.get("tokenizer.ggml.pre");
  if (!PRE_TOKENIZERS.includes(pre)) return `its pre-tokenizer is ${String(pre)}, not gpt-2`;
  if (Number(metadata.get("llama.expert_count") ?? 0) > 0) return "it is a mixture of experts";
  const scaling = metadata.get("llama.rope.scaling.type") ?? "none";
  if (scaling !== "none" || tensors.has("rope_freqs.weight")) return "it scales its rotary positions";
  const parameters = [...tensors.values()].reduce((sum, tensor) => sum + elementCount(tensor), 0);
  if (parameters > MOST_PARAMETERS) return `it has ${parameters} parameters, more than ${MOST_PARAMETERS}`;
  const bias = [...tensors.keys()].find((name) => name.endsWith(".bias"));
  return bias === undefined ? null : `it has biases (${bias})`;
}

function readShape({ metadata, tensors }: Gguf): ModelShape | null {
  const size = (key: string) => Number(metadata.get(`llama.${key}`) ?? NaN);
  const heads = size("attention.head_count");
  const shape: ModelShape = {
    width: size("embedding_length"),
    layers: size("block_count"),
    heads,
    keyHeads: Number(metadata.get("llama.attention.head_count_kv") ?? heads),
    headSize: Number(metadata.get("llama.attention.key_length") ?? size("embedding_length") / heads),
    hidden: size("feed_forward_length"),
    vocabulary: tensors.get("token_embd.weight")?.dims[1] ?? NaN,
    context: Math.min(size("context_length"), LONGEST_CONTEXT),
    epsilon: size("attention.layer_norm_rms_epsilon"),
    ropeBase: Number(metadata.get("llama.rope.freq_base") ?? 10_000),
  };
  return Object.values(shape).every((value) => value > 0) ? shape : null;
}

function badSize(shape: ModelShape): string | null {
  if (shape.width % BLOCK !== 0) return `its width ${shape.width} is no multiple of ${BLOCK}`;
  if (shape.hidden % BLOCK !== 0) return `its feed-forward width ${shape.hidden} is no multiple of ${BLOCK}`;
  if (shape.headSize * shape.heads !== shape.width) return "its heads do not add up to its width";
  if (shape.headSize % KEY_GROUP !== 0)
    return `its head size ${shape.headSize} is no multiple of ${KEY_GROUP}`;
  if (shape.heads % shape.keyHeads !== 0) return "its key heads do not divide its heads";
  return null;
}

function badTensors({ tensors, metadata }: Gguf, shape: ModelShape): string | null {
  const rotated = Number(metadata.get("llama.rope.dimension_count") ?? shape.headSize);
  if (rotated !== shape.headSize) return `it rotates ${rotated} of ${shape.headSize} head dimensions`;
  const tokens = metadata.get("tokenizer.ggml.tokens");
  if (!Array.isArray(tokens) || tokens.length !== shape.vocabulary) {
    return "its token list and its embedding differ in length";
  }
  for (const [name, dims] of expectedTensors(shape)) {
    const problem = badTensor(tensors.get(name), name, dims);
    if (problem !== null) return problem;
  }
  return null;
}

function badTensor(tensor: TensorInfo | undefined, name: string, dims: readonly number[]): string | null {
  if (tensor === undefined) return `it has no tensor "${name}"`;
  if (!READABLE_TYPES.has(tensor.type)) {
    return `tensor "${name}" has type ${tensor.type}, not one of ${[...READABLE_TYPES.values()].join(", ")}`;
  }
  const fits = tensor.dims.length === dims.length && dims.every((dim, i) => tensor.dims[i] === dim);
  return fits ? null : `tensor "${name}" is ${tensor.dims.join(" x ")}, not ${dims.join(" x ")}`;
}

/** Names and dimensions of the tensors a file must have; `output.weight` may be left out (tied). */
function expectedTensors(shape: ModelShape): [string, readonly number[]][] {
  const { width, hidden, headSize, keyHeads } = shape;
  const keyWidth = keyHeads * headSize;
  const block = (layer: number): [string, readonly number[]][] => [
    [`blk.${layer}.attn_norm.weight`, [width]],
    [`blk.${layer}.attn_q.weight`, [width, width]],
    [`blk.${layer}.attn_k.weight`, [width, keyWidth]],
    [`blk.${layer}.attn_v.weight`, [width, keyWidth]],
    [`blk.${layer}.attn_output.weight`, [width, width]],
    [`blk.${layer}.ffn_norm.weight`, [width]],
    [`blk.${layer}.ffn_gate.weight`, [width, hidden]],
    [`blk.${layer}.ffn_up.weight`, [width, hidden]],
    [`blk.${layer}.ffn_down.weight`, [hidden, width]],
  ];
  return [
    ["token_embd.weight", [width, shape.vocabulary]],
    ["output_norm.weight", [width]],
    ...Array.from({ length: shape.layers }, (_, layer) => block(layer)).flat(),
  ];
}
