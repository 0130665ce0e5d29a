import { readTensor } from "../../../src/models/embedded/gguf-tensor.ts";
import type { Gguf } from "../../../src/models/embedded/gguf.ts";
import type { ModelShape } from "../../../src/models/embedded/model-shape.ts";

/**
 * The transformer written straight from the formulas, in float64, one token after the other and without
 * any cache: slow, and nothing in it is shared with the decoder but the tensor reader.
 * @returns the logits after the last token
 */
export function referenceLogits(
  gguf: Gguf,
  bytes: Uint8Array,
  shape: ModelShape,
  tokens: readonly number[],
): number[] {
  const { width, heads, keyHeads, headSize, layers } = shape;
  const tensor = (name: string) => readTensor(bytes, gguf.tensors.get(`${name}.weight`)!);
  const embedding = tensor("token_embd");
  let states = tokens.map((token) => [...embedding.subarray(token * width, (token + 1) * width)]);
  for (let layer = 0; layer < layers; layer++) {
    const at = (name: string) => tensor(`blk.${layer}.${name}`);
    const [wq, wk, wv, wo] = [at("attn_q"), at("attn_k"), at("attn_v"), at("attn_output")];
    const inputs = states.map((x) => norm(x, at("attn_norm"), shape.epsilon));
    const queries = inputs.map((x, t) => rotate(matVec(wq, x), t, shape));
    const keys = inputs.map((x, t) => rotate(matVec(wk, x), t, shape));
    const values = inputs.map((x) => matVec(wv, x));
    states = states.map((x, t) => {
      const mixed: number[] = [];
      for (let head = 0; head < heads; head++) {
        const part = (row: number[], h: number) => row.slice(h * headSize, (h + 1) * headSize);
        const keyHead = Math.floor(head / (heads / keyHeads));
        const query = part(queries[t]!, head);
        const scores = keys
          .slice(0, t + 1)
          .map((key) => dot(query, part(key, keyHead)) / Math.sqrt(headSize));
        const weights = softmax(scores);
        for (let i = 0; i < headSize; i++) {
          mixed.push(weights.reduce((sum, weight, s) => sum + weight * part(values[s]!, keyHead)[i]!, 0));
        }
      }
      return plus(x, matVec(wo, mixed));
    });
    const [wup, wgate, wdown] = [at("ffn_up"), at("ffn_gate"), at("ffn_down")];
    states = states.map((x) => {
      const input = norm(x, at("ffn_norm"), shape.epsilon);
      const up = matVec(wup, input);
      const gated = matVec(wgate, input).map((gate, i) => (gate / (1 + Math.exp(-gate))) * up[i]!);
      return plus(x, matVec(wdown, gated));
    });
  }
  const head = gguf.tensors.has("output.weight") ? tensor("output") : embedding;
  return matVec(head, norm(states.at(-1)!, tensor("output_norm"), shape.epsilon));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function plus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value + b[i]!);
}

function matVec(matrix: Float32Array, x: readonly number[]): number[] {
  const rows = matrix.length / x.length;
  return Array.from({ length: rows }, (_, row) =>
    dot(x, matrix.subarray(row * x.length, (row + 1) * x.length)),
  );
}

function norm(x: readonly number[], gain: Float32Array, epsilon: number): number[] {
  const scale = 1 / Math.sqrt(dot(x, x) / x.length + epsilon);
  return x.map((value, i) => value * scale * gain[i]!);
}

function softmax(scores: readonly number[]): number[] {
  const weights = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function rotate(x: readonly number[], position: number, { headSize, ropeBase }: ModelShape): number[] {
  const out = [...x];
  for (let i = 0; i < x.length; i += 2) {
    const angle = position / ropeBase ** ((i % headSize) / headSize);
    out[i] = x[i]! * Math.cos(angle) - x[i + 1]! * Math.sin(angle);
    out[i + 1] = x[i + 1]! * Math.cos(angle) + x[i]! * Math.sin(angle);
  }
  return out;
}
