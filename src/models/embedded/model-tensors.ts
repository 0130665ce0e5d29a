import type { Gguf, TensorInfo } from "./gguf.ts";
import { READABLE_TYPES } from "./gguf-tensor.ts";
import type { ModelShape } from "./model-shape.ts";

/** What of the tensors and the list of tokens does not fit the shape first; null where all do. */
export function badTensors({ tensors, metadata }: Gguf, shape: ModelShape): string | null {
  const rotated = metadata.get("llama.rope.dimension_count") ?? shape.headSize;
  if (rotated !== shape.headSize) return `it rotates ${String(rotated)} of ${shape.headSize} head dimensions`;
  const tokens = metadata.get("tokenizer.ggml.tokens");
  if (!Array.isArray(tokens) || tokens.length !== shape.vocabulary) {
    return "its token list and its embedding differ in length";
  }
  for (const [name, dims] of expectedTensors(shape, tensors.has("output.weight"))) {
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

type ExpectedTensor = readonly [name: string, dims: readonly number[]];

/**
 * The tensors a file must have; without an output matrix the embedding serves (tied). One after the other: a file may
 * state any number of layers, and the first that is not there ends the search.
 */
function* expectedTensors(shape: ModelShape, hasOutput: boolean): Generator<ExpectedTensor> {
  const { width, hidden, headSize, keyHeads, vocabulary } = shape;
  const keyWidth = keyHeads * headSize;
  yield ["token_embd.weight", [width, vocabulary]];
  if (hasOutput) yield ["output.weight", [width, vocabulary]];
  yield ["output_norm.weight", [width]];
  for (let layer = 0; layer < shape.layers; layer++) {
    yield [`blk.${layer}.attn_norm.weight`, [width]];
    yield [`blk.${layer}.attn_q.weight`, [width, width]];
    yield [`blk.${layer}.attn_k.weight`, [width, keyWidth]];
    yield [`blk.${layer}.attn_v.weight`, [width, keyWidth]];
    yield [`blk.${layer}.attn_output.weight`, [width, width]];
    yield [`blk.${layer}.ffn_norm.weight`, [width]];
    yield [`blk.${layer}.ffn_gate.weight`, [width, hidden]];
    yield [`blk.${layer}.ffn_up.weight`, [width, hidden]];
    yield [`blk.${layer}.ffn_down.weight`, [hidden, width]];
  }
}
