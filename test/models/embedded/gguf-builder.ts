/** Builds small GGUF files for tests. Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
export type Meta = string | number | boolean | readonly string[] | { readonly f32: number };

export interface TensorSpec {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: Float32Array;
  readonly type?: "f32" | "f16" | "q8_0" | "q4_0";
}

const TYPE_NUMBERS = { f32: 0, f16: 1, q4_0: 2, q8_0: 8 };
const ALIGNMENT = 32;

export function buildGguf(metadata: Readonly<Record<string, Meta>>, tensors: readonly TensorSpec[]): Buffer {
  const blobs = tensors.map(encodeTensor);
  let offset = 0;
  const infos = tensors.map(({ name, dims, type = "f32" }, i) => {
    const info = [text(name), u32(dims.length), ...dims.map(u64), u32(TYPE_NUMBERS[type]), u64(offset)];
    offset += blobs[i]!.length;
    return Buffer.concat(info);
  });
  const entries = Object.entries(metadata).map(([key, value]) =>
    Buffer.concat([text(key), encodeMeta(value)]),
  );
  const head = Buffer.concat([
    Buffer.from("GGUF"),
    u32(3),
    u64(tensors.length),
    u64(entries.length),
    ...entries,
    ...infos,
  ]);
  return Buffer.concat([pad(head), ...blobs]);
}

function encodeMeta(value: Meta): Buffer {
  if (typeof value === "string") return Buffer.concat([u32(8), text(value)]);
  if (typeof value === "number") return Buffer.concat([u32(4), u32(value)]);
  if (typeof value === "boolean") return Buffer.concat([u32(7), Buffer.from([value ? 1 : 0])]);
  if ("f32" in value) return Buffer.concat([u32(6), f32(value.f32)]);
  return Buffer.concat([u32(9), u32(8), u64(value.length), ...value.map(text)]);
}

function encodeTensor({ values, type = "f32" }: TensorSpec): Buffer {
  if (type === "f32") return pad(Buffer.from(values.buffer));
  if (type === "f16") return pad(Buffer.from(Uint16Array.from(values, halfBits).buffer));
  if (type === "q8_0")
    return pad(Buffer.concat(Array.from({ length: values.length / 32 }, (_, i) => q8Block(values, i))));
  return pad(Buffer.alloc((values.length / 32) * 18));
}

function q8Block(values: Float32Array, block: number): Buffer {
  const part = values.subarray(block * 32, block * 32 + 32);
  const peak = Math.max(...part.map(Math.abs));
  const scale = halfBits(peak / 127);
  const quanta = Int8Array.from(part, (value) => Math.round((value / peak) * 127));
  return Buffer.concat([u16(scale), Buffer.from(quanta.buffer)]);
}

/** Nearest smaller binary16 of a normal number: enough for test weights. */
export function halfBits(value: number): number {
  const bits = new Uint32Array(Float32Array.of(value).buffer)[0]!;
  const exponent = ((bits >> 23) & 0xff) - 127 + 15;
  const sign = (bits >>> 16) & 0x8000;
  return exponent <= 0 ? sign : sign | (exponent << 10) | ((bits >> 13) & 0x3ff);
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT)]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(bytes.length), bytes]);
}

function u16(value: number): Buffer {
  const out = Buffer.alloc(2);
  out.writeUInt16LE(value);
  return out;
}

export function u32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
}

export function u64(value: number): Buffer {
  const out = Buffer.alloc(8);
  out.writeBigUInt64LE(BigInt(value));
  return out;
}

function f32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeFloatLE(value);
  return out;
}
