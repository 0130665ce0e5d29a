import { createArena } from "./arena.ts";
import { forward, type Batch } from "./forward.ts";
import type { Gguf } from "./gguf.ts";
import { createJsEngine } from "./js-kernels.ts";
import { cacheGroupBytes, KEY_GROUP, OVERREAD_BYTES, type Engine } from "./kernels.ts";
import type { ModelShape } from "./model-shape.ts";
import { planRoom, writeRotations, type Room } from "./room.ts";
import { createWasmEngine } from "./wasm-kernels.ts";
import { planWeights } from "./weights.ts";

/** The transformer over its key-value slots. */
export interface Network {
  readonly shape: ModelShape;
  readonly engine: Engine["name"];
  readonly slots: number;
  /** Rows that fit in one pass. */
  readonly maxRows: number;
  /**
   * Runs the batch and returns the logits of the wanted rows. Rows of one slot stand in the order of their
   * positions, and all earlier positions of the slot, or of its donor, have been run. The views are valid until the next pass.
   */
  forward(batch: Batch, wanted: readonly number[]): Float32Array[];
  /** Copies keys and values of positions first..end-1 from one slot to another; first is a multiple of KEY_GROUP. */
  copy(from: number, to: number, first: number, end: number): void;
}

export interface NetworkOptions {
  readonly slots: number;
  readonly maxRows: number;
  /** The compiled kernels; null = plain JavaScript. */
  readonly wasm: Uint8Array | null;
}

/** Lays a file of the given shape out in one memory, ready to run. */
export function createNetwork(
  gguf: Gguf,
  bytes: Uint8Array,
  shape: ModelShape,
  { slots, maxRows, wasm }: NetworkOptions,
): Network {
  const arena = createArena();
  const weights = planWeights(gguf, bytes, shape.layers, arena);
  const room = planRoom(arena, shape, { slots, maxRows }, weights.head.outputs);
  const size = arena.size + OVERREAD_BYTES;
  const { name, kernels, memory } = (wasm && createWasmEngine(wasm, size)) ?? createJsEngine(size);
  weights.write(memory);
  writeRotations(new Float32Array(memory, room.rotations), shape);
  const pass = { kernels, memory, weights, room, shape };
  return {
    shape,
    engine: name,
    slots,
    maxRows,
    forward: (batch, wanted) => forward(pass, batch, wanted),
    copy: (from, to, first, end) => copyPositions(memory, room, shape, [from, to, first, end]),
  };
}

function copyPositions(
  memory: ArrayBuffer,
  room: Room,
  { keyHeads, headSize }: ModelShape,
  [from, to, first, end]: readonly [number, number, number, number],
): void {
  const bytes = new Uint8Array(memory);
  const groupBytes = cacheGroupBytes(headSize);
  const headBytes = (room.context / KEY_GROUP) * groupBytes;
  // Positions lie in whole groups; what is copied beyond the end is overwritten before it is read.
  const start = (first / KEY_GROUP) * groupBytes;
  const count = Math.ceil((end - first) / KEY_GROUP) * groupBytes;
  for (const cache of [...room.keyCaches, ...room.valueCaches]) {
    for (let head = 0; head < keyHeads; head++) {
      const source = cache + (from * keyHeads + head) * headBytes + start;
      bytes.copyWithin(cache + (to * keyHeads + head) * headBytes + start, source, source + count);
    }
  }
}
