import { UsageError } from "../../contract/index.ts";
import type { TensorInfo } from "./gguf.ts";
import { BLOCK } from "./kernels.ts";

const F32 = 0;
const F16 = 1;
const Q8_0 = 8;
/** A float16 scale, then 32 int8. */
const Q8_0_BLOCK_BYTES = 2 + BLOCK;

/** The tensor types this decoder reads. */
export const READABLE_TYPES: ReadonlyMap<number, string> = new Map([
  [F32, "f32"],
  [F16, "f16"],
  [Q8_0, "q8_0"],
]);

/** Whether a tensor's values are 8-bit integers times a scale per block. */
export function isQ8(tensor: TensorInfo): boolean {
  return tensor.type === Q8_0;
}

export function elementCount(tensor: TensorInfo): number {
  return tensor.dims.reduce((product, dim) => product * dim, 1);
}

/** Size of a tensor's data in bytes; null for a type this decoder cannot read. */
export function tensorBytes(tensor: TensorInfo): number | null {
  const count = elementCount(tensor);
  if (tensor.type === F32) return 4 * count;
  if (tensor.type === F16) return 2 * count;
  if (tensor.type === Q8_0) return Math.ceil(count / BLOCK) * Q8_0_BLOCK_BYTES;
  return null;
}

/**
 * The tensor's values as floats.
 * @throws {UsageError} for a type other than f32, f16 and q8_0.
 */
export function readTensor(bytes: Uint8Array, tensor: TensorInfo): Float32Array {
  const size = tensorBytes(tensor);
  if (size === null)
    throw new UsageError(`Tensor "${tensor.name}" has type ${tensor.type}; readable are f32, f16, q8_0.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset + tensor.offset, size);
  const out = new Float32Array(elementCount(tensor));
  if (tensor.type === Q8_0) return readQ8(view, out);
  for (let i = 0; i < out.length; i++) {
    out[i] = tensor.type === F32 ? view.getFloat32(4 * i, true) : halfToFloat(view.getUint16(2 * i, true));
  }
  return out;
}

function readQ8(view: DataView, out: Float32Array): Float32Array {
  const int8 = new Int8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let i = 0, at = 0; i < out.length; i += BLOCK, at += Q8_0_BLOCK_BYTES) {
    const scale = halfToFloat(view.getUint16(at, true));
    for (let j = 0; j < BLOCK; j++) out[i + j] = scale * int8[at + 2 + j]!;
  }
  return out;
}

/** A power is computed once per exponent: a file holds a scale for every 32 weights. */
const POWERS = Float64Array.from({ length: 31 }, (_, exponent) => 2 ** (exponent - 15));
const SMALLEST = 2 ** -24;

/** IEEE 754 binary16 bits as a number. */
export function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * SMALLEST;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * POWERS[exponent]!;
}
