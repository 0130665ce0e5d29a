import type { Batch } from "./batch.ts";
import { KEY_GROUP, type Kernels } from "./kernels.ts";
import type { ModelShape } from "./model-shape.ts";
import type { Room } from "./room.ts";
import type { LayerWeights, Matrix, Weights } from "./weights.ts";

/** Everything a pass works with. */
export interface Pass {
  readonly kernels: Kernels;
  readonly memory: ArrayBuffer;
  readonly weights: Weights;
  readonly room: Room;
  readonly shape: ModelShape;
}

/** Runs a batch through all layers; returns views of the logits of the wanted rows, which are in rising order. */
export function forward(pass: Pass, batch: Batch, wanted: readonly number[]): Float32Array[] {
  const { layers } = pass.weights;
  load(pass, batch);
  let rows = batch.size;
  layers.forEach((layer, index) => {
    remember(pass, layer, index, rows);
    // Of the other rows only keys and values are needed from here on.
    if (index === layers.length - 1) rows = keepRows(pass, wanted);
    attention(pass, layer, index, rows);
    feedForward(pass, layer, rows);
  });
  return readLogits(pass, rows);
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

/** Queries, keys and values of norm(x); the latter two go to the cache. */
function remember(pass: Pass, layer: LayerWeights, index: number, rows: number): void {
  const { kernels, room, shape } = pass;
  const { width, heads, keyHeads, headSize, epsilon } = shape;
  const { slots, positions, context, queryKeyValue: queries } = room;
  const stride = layer.queryKeyValue.outputs;
  const keys = queries + 4 * width;
  const values = keys + 4 * keyHeads * headSize;
  kernels.normalise(room.state, layer.attentionNorm, room.normal, rows, width, epsilon);
  multiply(pass, room.normal, rows, layer.queryKeyValue, queries);
  // Queries and keys lie side by side: one call turns the heads of both.
  kernels.rotate(queries, positions, room.rotations, rows, heads + keyHeads, headSize, stride);
  const caches = [room.keyCaches[index]!, room.valueCaches[index]!] as const;
  kernels.remember(keys, values, ...caches, slots, positions, rows, keyHeads, headSize, stride, context);
}

/** Moves the rows that are to go on to the front; returns their number. */
function keepRows({ memory, weights, room, shape: { width } }: Pass, wanted: readonly number[]): number {
  const words = new Int32Array(memory);
  const queryStride = weights.layers.at(-1)!.queryKeyValue.outputs;
  const move = (array: number, row: number, to: number, stride: number, count: number): void => {
    const from = array / 4 + row * stride;
    words.copyWithin(array / 4 + to * stride, from, from + count);
  };
  wanted.forEach((row, to) => {
    if (row === to) return;
    move(room.state, row, to, width, width);
    move(room.queryKeyValue, row, to, queryStride, width);
    for (const array of [room.slots, room.positions, room.donors, room.shared]) move(array, row, to, 1, 1);
  });
  return wanted.length;
}

/** x += out(attention(x)), with what `remember` left. */
function attention(pass: Pass, layer: LayerWeights, index: number, rows: number): void {
  const { kernels, room, shape } = pass;
  const { slots, positions, donors, shared, scores, context } = room;
  const inputs = [
    room.queryKeyValue,
    room.keyCaches[index]!,
    room.valueCaches[index]!,
    room.normal,
    slots,
    positions,
    donors,
    shared,
    scores,
  ] as const;
  const { heads, keyHeads, headSize } = shape;
  const stride = layer.queryKeyValue.outputs;
  kernels.attend(...inputs, rows, heads, keyHeads, headSize, stride, context);
  multiply(pass, room.normal, rows, layer.attentionOut, room.update);
  kernels.add(room.state, room.update, rows * shape.width);
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

function readLogits(pass: Pass, rows: number): Float32Array[] {
  const { kernels, memory, weights, room, shape } = pass;
  const { width, vocabulary, epsilon } = shape;
  kernels.normalise(room.state, weights.finalNorm, room.normal, rows, width, epsilon);
  multiply(pass, room.normal, rows, weights.head, room.logits);
  return Array.from(
    { length: rows },
    (_, row) => new Float32Array(memory, room.logits + 4 * row * weights.head.outputs, vocabulary),
  );
}

function multiply({ kernels, room }: Pass, input: number, rows: number, matrix: Matrix, out: number): void {
  const { offset, inputs, outputs, activationLimit } = matrix;
  kernels.quantise(input, room.quantised, room.scales, rows, inputs, activationLimit);
  kernels.multiply(room.quantised, room.scales, offset, out, rows, inputs, outputs);
}
