import type { TensorInfo } from "./gguf.ts";
import { halfToFloat, isQ8, readTensor } from "./gguf-tensor.ts";
import { BLOCK, OUTPUT_GROUP, PACKED_BLOCK_BYTES } from "./kernels.ts";

/** A weight matrix as integers times one scale for every 32 neighbouring inputs of an output. */
export interface BlockMatrix {
  readonly inputs: number;
  readonly outputs: number;
  /** [output][input]. */
  readonly values: Int16Array;
  /** [output][input / 32]. */
  readonly scales: Float32Array;
  /** Largest magnitude activations may be quantised to, so that 32 products fit in 31 bits. */
  readonly activationLimit: number;
}

/** 127 × 32,767 × 32 and 8,191 × 8,191 × 32 are both below 2^31. */
const LIMIT_BESIDE_INT8 = 32_767;
const LIMIT_BESIDE_INT14 = 8_191;

/** q8_0 is taken as it is in the file; f16 and f32 are rounded to 14-bit integers per block. */
export function readBlockMatrix(bytes: Uint8Array, tensor: TensorInfo): BlockMatrix {
  const [inputs = 0, outputs = 0] = tensor.dims;
  const values = new Int16Array(inputs * outputs);
  const scales = new Float32Array(values.length / BLOCK);
  if (isQ8(tensor)) {
    takeQ8(bytes, tensor.offset, values, scales);
    return { inputs, outputs, values, scales, activationLimit: LIMIT_BESIDE_INT8 };
  }
  roundBlocks(readTensor(bytes, tensor), values, scales);
  return { inputs, outputs, values, scales, activationLimit: LIMIT_BESIDE_INT14 };
}

function takeQ8(bytes: Uint8Array, offset: number, values: Int16Array, scales: Float32Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, scales.length * (2 + BLOCK));
  const int8 = new Int8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let block = 0, at = 0; block < scales.length; block++, at += 2 + BLOCK) {
    scales[block] = halfToFloat(view.getUint16(at, true));
    for (let i = 0; i < BLOCK; i++) values[block * BLOCK + i] = int8[at + 2 + i]!;
  }
}

function roundBlocks(floats: Float32Array, values: Int16Array, scales: Float32Array): void {
  for (let block = 0; block < scales.length; block++) {
    const part = floats.subarray(block * BLOCK, (block + 1) * BLOCK);
    const peak = part.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    scales[block] = peak / LIMIT_BESIDE_INT14;
    const factor = peak > 0 ? LIMIT_BESIDE_INT14 / peak : 0;
    for (let i = 0; i < BLOCK; i++) values[block * BLOCK + i] = Math.round(part[i]! * factor);
  }
}

/** Outputs of stacked matrices, rounded up to whole groups. */
export function paddedOutputs(matrices: readonly BlockMatrix[]): number {
  const outputs = matrices.reduce((sum, matrix) => sum + matrix.outputs, 0);
  return Math.ceil(outputs / OUTPUT_GROUP) * OUTPUT_GROUP;
}

/** Bytes that matrices of equal inputs take when packed one below the other. */
export function packedBytes(matrices: readonly BlockMatrix[]): number {
  const blocks = (matrices[0]?.inputs ?? 0) / BLOCK;
  return (paddedOutputs(matrices) / OUTPUT_GROUP) * blocks * PACKED_BLOCK_BYTES;
}

/**
 * Writes matrices of equal inputs, one below the other, in the order the `multiply` kernel reads.
 *
 * @param offset in bytes, a multiple of 4.
 */
export function packMatrices(matrices: readonly BlockMatrix[], memory: ArrayBuffer, offset: number): void {
  // Two neighbouring 16-bit weights move as one 32-bit word. Views are costly to make: these serve all rows.
  const words = new Int32Array(memory);
  const scales = new Float32Array(memory);
  let first = 0;
  for (const matrix of matrices) {
    const blocks = matrix.inputs / BLOCK;
    const pairs = new Int32Array(matrix.values.buffer);
    for (let row = 0; row < matrix.outputs; row++) {
      const group = Math.floor((first + row) / OUTPUT_GROUP);
      const lane = (first + row) % OUTPUT_GROUP;
      const to = (offset + group * blocks * PACKED_BLOCK_BYTES) / 4 + lane;
      packRow({ words, scales, to }, { pairs, scales: matrix.scales }, row * blocks, blocks);
    }
    first += matrix.outputs;
  }
}

/** Where a row goes: in steps of OUTPUT_GROUP words from its lane on. */
interface Lane {
  readonly words: Int32Array;
  readonly scales: Float32Array;
  readonly to: number;
}

interface Source {
  readonly pairs: Int32Array;
  readonly scales: Float32Array;
}

function packRow({ words, scales, to }: Lane, from: Source, first: number, blocks: number): void {
  const half = BLOCK / 2;
  for (let block = first; block < first + blocks; block++) {
    for (let pair = block * half; pair < (block + 1) * half; pair++, to += OUTPUT_GROUP)
      words[to] = from.pairs[pair]!;
    scales[to] = from.scales[block]!;
    to += OUTPUT_GROUP;
  }
}
