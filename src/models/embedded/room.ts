import type { Arena } from "./arena.ts";
import { BLOCK, cacheGroupBytes, KEY_GROUP } from "./kernels.ts";
import type { ModelShape } from "./model-shape.ts";

/** Room for what ended sequences leave behind (shelf.ts), as a part of the room of the slots. */
export const SHELF = 1 / 5;

/** Byte offsets of everything in memory that is not a weight; arrays hold one row per token of a pass. */
export interface Room {
  /** Positions of a slot, rounded up to whole key groups. */
  readonly context: number;
  /** Groups that the shelf holds. */
  readonly places: number;
  /** Keys and values by layer: [slot][key head][group of four positions], and behind them [key head][place]. */
  readonly keyCaches: readonly number[];
  readonly valueCaches: readonly number[];
  /** The residual stream. */
  readonly state: number;
  /** Input of the next matrix, and the same quantised. */
  readonly normal: number;
  readonly quantised: number;
  readonly scales: number;
  readonly queryKeyValue: number;
  readonly gateUp: number;
  /** What is added to the residual stream. */
  readonly update: number;
  readonly slots: number;
  readonly positions: number;
  readonly donors: number;
  readonly shared: number;
  /** Scratch of four rows and one head: the scores as floats, as integers, the query and the sums. */
  readonly scores: number;
  /** cos and sin by position. */
  readonly rotations: number;
  readonly logits: number;
}

/** Reserves the room for `slots` sequences and passes of at most `maxRows` rows. */
export function planRoom(
  arena: Arena,
  shape: ModelShape,
  { slots, maxRows }: { readonly slots: number; readonly maxRows: number },
  logits: number,
): Room {
  const floats = (count: number) => arena.reserve(4 * count);
  const { width, hidden, headSize, keyHeads, layers } = shape;
  const context = Math.ceil(shape.context / KEY_GROUP) * KEY_GROUP;
  const widest = Math.max(width, hidden);
  const groups = context / KEY_GROUP;
  const places = Math.ceil(slots * SHELF) * groups;
  const cache = () => arena.reserve((slots * groups + places) * keyHeads * cacheGroupBytes(headSize));
  return {
    context,
    places,
    keyCaches: Array.from({ length: layers }, cache),
    valueCaches: Array.from({ length: layers }, cache),
    state: floats(maxRows * width),
    normal: floats(maxRows * widest),
    quantised: arena.reserve(2 * maxRows * widest),
    scales: floats((maxRows * widest) / BLOCK),
    queryKeyValue: floats(maxRows * (width + 2 * keyHeads * headSize + 8)),
    gateUp: floats(maxRows * 2 * hidden),
    update: floats(maxRows * width),
    slots: floats(maxRows),
    positions: floats(maxRows),
    donors: floats(maxRows),
    shared: floats(maxRows),
    scores: floats(4 * (2 * (context + 4 * KEY_GROUP) + 2 * headSize)),
    rotations: floats(context * headSize),
    logits: floats(maxRows * logits),
  };
}

/** cos and sin of position × base^(-i / headSize), interleaved (Su et al. 2021, section 3.2.2). */
export function writeRotations(table: Float32Array, { context, headSize, ropeBase }: ModelShape): void {
  for (let i = 0; i < headSize; i += 2) {
    const wavelength = ropeBase ** (i / headSize);
    for (let position = 0; position < context; position++) {
      const angle = position / wavelength;
      table[position * headSize + i] = Math.cos(angle);
      table[position * headSize + i + 1] = Math.sin(angle);
    }
  }
}
