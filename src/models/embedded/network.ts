import { createArena } from "./arena.ts";
import type { Batch } from "./batch.ts";
import { createGroupCopy, createSpots } from "./copy-groups.ts";
import { forward } from "./forward.ts";
import type { Gguf } from "./gguf.ts";
import { createJsEngine } from "./js-kernels.ts";
import { KEY_GROUP, OVERREAD_BYTES, type Engine } from "./kernels.ts";
import type { ModelShape } from "./model-shape.ts";
import { planRoom, writeRotations } from "./room.ts";
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
   * Runs the batch and returns the logits of the wanted rows, which are in rising order. Rows of one slot stand in the
   * order of their positions, and all earlier positions of the slot, or of its donor, have been run. The views are
   * valid until the next pass.
   */
  forward(batch: Batch, wanted: readonly number[]): Float32Array[];
  /** Copies keys and values of positions first..end-1 from one slot to another; first is a multiple of KEY_GROUP. */
  copy(from: number, to: number, first: number, end: number): void;
  /** Places on the shelf: each holds one group of KEY_GROUP positions. */
  readonly places: number;
  /** Copies neighbouring groups of a slot to neighbouring places on the shelf. */
  shelve(slot: number, group: number, place: number, count: number): void;
  /** Copies neighbouring groups from the shelf to a slot. */
  fetch(place: number, slot: number, group: number, count: number): void;
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
  const { weights, write } = planWeights(gguf, bytes, shape.layers, arena);
  const room = planRoom(arena, shape, { slots, maxRows }, weights.head.outputs);
  const size = arena.size + OVERREAD_BYTES;
  const { name, kernels, memory } = (wasm && createWasmEngine(wasm, size)) ?? createJsEngine(size);
  write(memory);
  writeRotations(new Float32Array(memory, room.rotations), shape);
  const pass = { kernels, memory, weights, room, shape };
  const copyGroups = createGroupCopy(memory, room, shape);
  const { inSlot, onShelf } = createSpots(room, slots, shape);
  return {
    shape,
    engine: name,
    slots,
    maxRows,
    forward: (batch, wanted) => forward(pass, batch, wanted),
    copy(from, to, first, end) {
      const group = first / KEY_GROUP;
      // What is copied beyond the end is overwritten before it is read.
      copyGroups(inSlot(from, group), inSlot(to, group), Math.ceil((end - first) / KEY_GROUP));
    },
    places: room.places,
    shelve: (slot, group, place, count) => copyGroups(inSlot(slot, group), onShelf(place), count),
    fetch: (place, slot, group, count) => copyGroups(onShelf(place), inSlot(slot, group), count),
  };
}
