import { excerpt } from "../safe-text.ts";
import type { Gguf } from "./gguf.ts";
import { elementCount } from "./gguf-tensor.ts";
import { BLOCK, KEY_GROUP } from "./kernels.ts";
import { badNumber, readShape } from "./model-numbers.ts";
import { badTensors } from "./model-tensors.ts";

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

/** What fits in the decoder's one memory of at most 4 GiB, beside the longest context. */
const MOST_PARAMETERS = 500e6;

/**
 * Whether a file is of the shape of the embedded model: llama architecture without biases, experts or
 * rope scaling, GPT-2 byte-level BPE, no chat template of its own, weights in f32, f16 or q8_0.
 */
export function shapeOf(gguf: Gguf): ShapeVerdict {
  const reason = foreignKind(gguf) ?? badNumber(gguf);
  if (reason !== null) return { ours: false, reason: excerpt(reason) };
  const shape = readShape(gguf);
  const misfit = badSize(shape) ?? badTensors(gguf, shape);
  return misfit === null ? { ours: true, shape } : { ours: false, reason: excerpt(misfit) };
}

function foreignKind({ metadata, tensors }: Gguf): string | null {
  const architecture = metadata.get("general.architecture");
  if (architecture !== "llama") return `its architecture is ${String(architecture)}, not llama`;
  const tokenizer = metadata.get("tokenizer.ggml.model");
  if (tokenizer !== "gpt2") return `its tokenizer is ${String(tokenizer)}, not gpt2`;
  // Without a name llama.cpp takes its default, which splits otherwise than GPT-2.
  const pre = metadata.get("tokenizer.ggml.pre") ?? "default";
  if (pre !== "gpt-2") return `its pre-tokenizer is ${String(pre)}, not gpt-2`;
  // Turns are written as the shipped model knows them (chat-template.ts), whatever a file asks for.
  const template = metadata.get("tokenizer.chat_template") ?? "";
  if (template !== "") return "it has a chat template of its own";
  if (Number(metadata.get("llama.expert_count") ?? 0) > 0) return "it is a mixture of experts";
  const scaling = metadata.get("llama.rope.scaling.type") ?? "none";
  if (scaling !== "none" || tensors.has("rope_freqs.weight")) return "it scales its rotary positions";
  const parameters = [...tensors.values()].reduce((sum, tensor) => sum + elementCount(tensor), 0);
  if (parameters > MOST_PARAMETERS) return `it has ${parameters} parameters, more than ${MOST_PARAMETERS}`;
  const bias = [...tensors.keys()].find((name) => name.endsWith(".bias"));
  return bias === undefined ? null : `it has biases (${bias})`;
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
