import { KEY_GROUP, type Kernels } from "./kernels.ts";
import type { ModelShape } from "./model-shape.ts";
import type { Room } from "./room.ts";
import type { LayerWeights, Matrix, Weights } from "./weights.ts";

/** Rows of one pass: a token, and the slot and position whose keys and values it writes. */
export interface Batch {
  /** Rows in use. */
  size: number;
  readonly tokens: Int32Array;
  readonly slots: Int32Array;
  readonly positions: Int32Array;
  /** The slot in which the first `shared` positions lie, a multiple of KEY_GROUP; the row's own when none do. */
  readonly donors: Int32Array;
  readonly shared: Int32Array;
}

/** Everything a pass works with. */
export interface Pass {
  readonly kernels: Kernels;
  readonly memory: ArrayBuffer;
  readonly weights: Weights;
  readonly room: Room;
  readonly shape: ModelShape;
}

/** Runs a batch through all layers; returns views of the logits of the wanted rows. */
export function forward(pass: Pass, batch: Batch, wanted: readonly number[]): Float32Array[] {
  load(pass, batch);
  pass.weights.layers.forEach((layer, index) => {
    attention(pass, layer, index, batch.size);
    feedForward(pass, layer, batch.size);
  });
  return readLogits(pass, wanted);
}

function load({ memory, weights, room, shape: { width } }: Pass, batch: Batch): void {
  const state = new Float32Array(memory, room.state, batch.size * width);
  for (let row = 0; row < batch.size; row++) {
    const from = batch.tokens[row]! * width;
    state.set(weights.embedding.subarray(from, from + width), row * width);
  }
  new Int32Array(memory, room.slots).set(batch.slots.subarray(0, batch.size));
  new Int32Array(memory, room.positions).set(batch.positions.subarray(0, batch.size));
  new Int32Array(memory, room.donors).set(batch.donors.subarray(0, batch.size));
  loadShared(new Int32Array(memory, room.shared), batch);
}

/** Without a donor a row shares its whole groups with itself, and so with the neighbours in its slot. */
function loadShared(shared: Int32Array, { size, slots, positions, donors, shared: given }: Batch): void {
  for (let row = 0; row < size; row++) {
    const length = positions[row]! + 1;
    shared[row] = donors[row] === slots[row] ? length - (length % KEY_GROUP) : given[row]!;
  }
}

/** x += out(attention(norm(x))). */
function attention(pass: Pass, layer: LayerWeights, index: number, rows: number): void {
  const { kernels, room, shape } = pass;
  const { width, heads, keyHeads, headSize, epsilon } = shape;
  const { slots, positions, donors, shared, scores, context } = room;
  const keyCache = room.keyCaches[index]!;
  const valueCache = room.valueCaches[index]!;
  const stride = layer.queryKeyValue.outputs;
  const queries = room.queryKeyValue;
  const keys = queries + 4 * width;
  const values = keys + 4 * keyHeads * headSize;
  kernels.normalise(room.state, layer.attentionNorm, room.normal, rows, width, epsilon);
  multiply(pass, room.normal, rows, layer.queryKeyValue, queries);
  // Queries and keys lie side by side: one call turns the heads of both.
  kernels.rotate(queries, positions, room.rotations, rows, heads + keyHeads, headSize, stride);
  const cacheLayout = [keyHeads, headSize, stride, context] as const;
  kernels.remember(keys, values, keyCache, valueCache, slots, positions, rows, ...cacheLayout);
  const inputs = [
    queries,
    keyCache,
    valueCache,
    room.normal,
    slots,
    positions,
    donors,
    shared,
    scores,
  ] as const;
  kernels.attend(...inputs, rows, heads, ...cacheLayout);
  multiply(pass, room.normal, rows, layer.attentionOut, room.update);
  kernels.add(room.state, room.update, rows * width);
}

/** x += down(silu(gate(norm(x))) × up(norm(x))) (Shazeer 2020). */
function feedForward(pass: Pass, layer: LayerWeights, rows: number): void {
  const { kernels, room, shape } = pass;
  kernels.normalise(room.state, layer.feedForwardNorm, room.normal, rows, shape.width, shape.epsilon);
  multiply(pass, room.normal, rows, layer.gateUp, room.gateUp);
  kernels.gate(room.gateUp, room.normal, rows, shape.hidden);
  multiply(pass, room.normal, rows, layer.down, room.update);
  kernels.add(room.state, room.update, rows * shape.width);
}

function readLogits(pass: Pass, wanted: readonly number[]): Float32Array[] {
  const { kernels, memory, weights, room, shape } = pass;
  const { width, vocabulary, epsilon } = shape;
  const floats = new Float32Array(memory);
  wanted.forEach((row, i) => {
    const from = room.state / 4 + row * width;
    floats.copyWithin(room.update / 4 + i * width, from, from + width);
  });
  kernels.normalise(room.update, weights.finalNorm, room.normal, wanted.length, width, epsilon);
  multiply(pass, room.normal, wanted.length, weights.head, room.logits);
  return wanted.map(
    (_, i) => new Float32Array(memory, room.logits + 4 * i * weights.head.outputs, vocabulary),
  );
}

function multiply({ kernels, room }: Pass, input: number, rows: number, matrix: Matrix, out: number): void {
  const { offset, inputs, outputs, activationLimit } = matrix;
  kernels.quantise(input, room.quantised, room.scales, rows, inputs, activationLimit);
  kernels.multiply(room.quantised, room.scales, offset, out, rows, inputs, outputs);
}
