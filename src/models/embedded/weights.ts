import type { Arena } from "./arena.ts";
import { packMatrices, packedBytes, paddedOutputs, readBlockMatrix } from "./block-matrix.ts";
import { readTensor } from "./gguf-tensor.ts";
import type { Gguf, TensorInfo } from "./gguf.ts";

/** A packed matrix in memory. */
export interface Matrix {
  readonly offset: number;
  readonly inputs: number;
  /** A multiple of 8; what the file does not have is zero. */
  readonly outputs: number;
  readonly activationLimit: number;
}

export interface LayerWeights {
  readonly attentionNorm: number;
  /** Queries, keys and values stacked. */
  readonly queryKeyValue: Matrix;
  readonly attentionOut: Matrix;
  readonly feedForwardNorm: number;
  /** Gates, then values. */
  readonly gateUp: Matrix;
  readonly down: Matrix;
}

/** Where the weights lie; numbers are byte offsets of float32 vectors. */
export interface Weights {
  /** [token][width], not in the arena: rows are copied out of it. */
  readonly embedding: Float32Array;
  readonly layers: readonly LayerWeights[];
  readonly finalNorm: number;
  readonly head: Matrix;
}

/** The writer holds the file and what was read of it: let it go once it has run. */
export interface WeightPlan {
  readonly weights: Weights;
  /** Fills the memory, once it exists. */
  readonly write: (memory: ArrayBuffer) => void;
}

/** Reserves room for the weights of a file whose shape has been checked, and reads them. */
export function planWeights(gguf: Gguf, bytes: Uint8Array, layers: number, arena: Arena): WeightPlan {
  const writers: ((memory: ArrayBuffer) => void)[] = [];
  const tensor = (name: string): TensorInfo => gguf.tensors.get(`${name}.weight`)!;

  function vector(name: string): number {
    const values = readTensor(bytes, tensor(name));
    const offset = arena.reserve(values.byteLength);
    writers.push((memory) => new Float32Array(memory).set(values, offset / 4));
    return offset;
  }

  function matrix(...names: readonly string[]): Matrix {
    const parts = names.map((name) => readBlockMatrix(bytes, tensor(name)));
    const offset = arena.reserve(packedBytes(parts));
    writers.push((memory) => packMatrices(parts, memory, offset));
    return {
      offset,
      inputs: parts[0]!.inputs,
      outputs: paddedOutputs(parts),
      activationLimit: Math.min(...parts.map((part) => part.activationLimit)),
    };
  }

  function layer(index: number): LayerWeights {
    const at = (name: string) => `blk.${index}.${name}`;
    return {
      attentionNorm: vector(at("attn_norm")),
      queryKeyValue: matrix(at("attn_q"), at("attn_k"), at("attn_v")),
      attentionOut: matrix(at("attn_output")),
      feedForwardNorm: vector(at("ffn_norm")),
      gateUp: matrix(at("ffn_gate"), at("ffn_up")),
      down: matrix(at("ffn_down")),
    };
  }

  const weights: Weights = {
    embedding: readTensor(bytes, tensor("token_embd")),
    layers: Array.from({ length: layers }, (_, index) => layer(index)),
    finalNorm: vector("output_norm"),
    head: matrix(gguf.tensors.has("output.weight") ? "output" : "token_embd"),
  };
  return { weights, write: (memory) => writers.forEach((write) => write(memory)) };
}
