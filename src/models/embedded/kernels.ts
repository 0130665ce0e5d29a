/** Weights and activations are quantised in blocks of this many neighbours, as q8_0 does. */
export const BLOCK = 32;

/** Outputs of one weight group; matrices are padded to a multiple of it. */
export const OUTPUT_GROUP = 8;

/** Bytes of a packed weight block: 16 pairs of inputs × 8 outputs × int16, then 8 float32 scales. */
export const PACKED_BLOCK_BYTES = 544;

/** Positions whose keys and values lie interleaved in the cache, so that one SIMD lane scores one position. */
export const KEY_GROUP = 4;

/** Bytes of a group of a key head in either cache: an int16 for each component, a float for each position. */
export function cacheGroupBytes(headSize: number): number {
  return KEY_GROUP * (2 * headSize + 4);
}

/** Bytes a kernel may read past the last array, and the slack a score buffer needs. */
export const OVERREAD_BYTES = 64 * 1024;

/**
 * The arithmetic of the network over one flat memory. Arguments named after arrays are byte offsets
 * (multiples of 16) into it; arrays are float32 unless said otherwise, row after row. A row's result is
 * bitwise the same whatever rows are computed beside it.
 */
export interface Kernels {
  /** RMS normalisation: out = x / sqrt(mean(x²) + epsilon) × gain. */
  normalise(x: number, gain: number, out: number, rows: number, width: number, epsilon: number): void;
  /** x in blocks of 32 as int16 in ±limit (`values`) times one float per block (`scales`). */
  quantise(x: number, values: number, scales: number, rows: number, width: number, limit: number): void;
  /** out[row][output] = sum over the inputs of quantised x × packed weights. */
  multiply(
    values: number,
    scales: number,
    weights: number,
    out: number,
    rows: number,
    width: number,
    outputs: number,
  ): void;
  /** Rotary position embedding of neighbouring pairs, in place; `stride` floats lie between two rows. */
  rotate(
    x: number,
    positions: number,
    table: number,
    rows: number,
    heads: number,
    headSize: number,
    stride: number,
  ): void;
  /**
   * Writes each row's keys and values to its slot and position (int32 arrays) of the caches, as int16 times
   * one scale per head.
   */
  remember(
    keys: number,
    values: number,
    keyCache: number,
    valueCache: number,
    slots: number,
    positions: number,
    rows: number,
    heads: number,
    headSize: number,
    stride: number,
    context: number,
  ): void;
  /**
   * Causal attention of each row, positions 0 to its own: the first `shared` of them (a multiple of KEY_GROUP) lie in
   * the slot `donors` names, the others in its own (all int32 arrays). Where neighbours have a donor in common, this
   * is faster.
   */
  attend(
    queries: number,
    keyCache: number,
    valueCache: number,
    out: number,
    slots: number,
    positions: number,
    donors: number,
    shared: number,
    scores: number,
    rows: number,
    heads: number,
    keyHeads: number,
    headSize: number,
    stride: number,
    context: number,
  ): void;
  /** x += y. */
  add(x: number, y: number, count: number): void;
  /** SwiGLU: a row of `pairs` is `width` gates and then `width` values; out = silu(gate) × value. */
  gate(pairs: number, out: number, rows: number, width: number): void;
}

/** A flat memory and the kernels that work on it. */
export interface Engine {
  readonly name: "wasm" | "js";
  readonly kernels: Kernels;
  readonly memory: ArrayBuffer;
}
