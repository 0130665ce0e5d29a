import { UsageError } from "../../contract/index.ts";
import { excerpt } from "../safe-text.ts";
import { createCursor, type Cursor } from "./gguf-cursor.ts";
import { tensorBytes } from "./gguf-tensor.ts";

/** A metadata value. 64-bit integers come as numbers (up to 2^53). */
export type GgufValue = number | boolean | string | readonly GgufValue[];

export interface TensorInfo {
  readonly name: string;
  /** Fastest-varying first: [inputs, outputs] for a matrix. */
  readonly dims: readonly number[];
  /** ggml type number: 0 = f32, 1 = f16, 8 = q8_0, ... */
  readonly type: number;
  /** Byte offset from the start of the file. */
  readonly offset: number;
}

/** The header of a GGUF file: what it says about itself and where its tensors lie. */
export interface Gguf {
  readonly file: string;
  readonly metadata: ReadonlyMap<string, GgufValue>;
  readonly tensors: ReadonlyMap<string, TensorInfo>;
}

const MAGIC = "GGUF";
const VERSIONS: readonly number[] = [2, 3];
const DEFAULT_ALIGNMENT = 32;
const LONGEST_NESTING = 4;

/**
 * Parses a GGUF header (versions 2 and 3, little-endian).
 * Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 * @param head the file's first bytes, at least its whole header
 * @param fileBytes size of the whole file
 * @throws {UsageError} naming the file and what is wrong when it is no GGUF, cut short or damaged.
 */
export function parseGguf(head: Uint8Array, fileBytes: number, file: string): Gguf {
  checkMagic(head, file);
  const cursor = createCursor(head, file);
  cursor.skip(MAGIC.length);
  const version = cursor.u32();
  if (!VERSIONS.includes(version)) {
    throw new UsageError(`${file} is a GGUF file of version ${version}; readable are versions 2 and 3.`);
  }
  const tensorCount = cursor.u64();
  const metadata = readMetadata(cursor, file);
  cursor.expect(tensorCount, 24, "tensor descriptions");
  const relative = Array.from({ length: tensorCount }, () => readTensorInfo(cursor, file));
  const alignment = readAlignment(metadata, file);
  const start = Math.ceil(cursor.position / alignment) * alignment;
  const tensors = relative.map((tensor) => ({ ...tensor, offset: start + tensor.offset }));
  for (const tensor of tensors) checkExtent(tensor, fileBytes, file);
  return { file, metadata, tensors: new Map(tensors.map((tensor) => [tensor.name, tensor])) };
}

function checkMagic(head: Uint8Array, file: string): void {
  const start = String.fromCharCode(...head.subarray(0, MAGIC.length));
  if (start === MAGIC) return;
  const found = head.length === 0 ? "is empty" : `starts with ${JSON.stringify(start)}`;
  throw new UsageError(`${file} is not a GGUF file: it ${found}, a GGUF file starts with "GGUF".`);
}

function readMetadata(cursor: Cursor, file: string): Map<string, GgufValue> {
  const count = cursor.u64();
  cursor.expect(count, 13, "metadata entries");
  const metadata = new Map<string, GgufValue>();
  for (let i = 0; i < count; i++) {
    const key = cursor.text();
    metadata.set(key, readValue(cursor, cursor.u32(), file, 0));
  }
  return metadata;
}

function readAlignment(metadata: Gguf["metadata"], file: string): number {
  const value = metadata.get("general.alignment") ?? DEFAULT_ALIGNMENT;
  if (isPowerOfTwo(value)) return value;
  throw new UsageError(
    `${file} is damaged: its general.alignment is ${excerpt(String(value))}, not a power of two.`,
  );
}

function isPowerOfTwo(value: GgufValue): value is number {
  return Number.isInteger(value) && Number(value) > 0 && 2 ** Math.round(Math.log2(Number(value))) === value;
}

/** Value types by their number in the format. */
const SCALARS: readonly (((cursor: Cursor) => GgufValue) | undefined)[] = [
  (cursor) => cursor.u8(),
  (cursor) => (cursor.u8() << 24) >> 24,
  (cursor) => cursor.u8() | (cursor.u8() << 8),
  (cursor) => ((cursor.u8() | (cursor.u8() << 8)) << 16) >> 16,
  (cursor) => cursor.u32(),
  (cursor) => cursor.i32(),
  (cursor) => cursor.f32(),
  (cursor) => cursor.u8() !== 0,
  (cursor) => cursor.text(),
  undefined,
  (cursor) => cursor.u64(),
  (cursor) => cursor.u32() + cursor.i32() * 2 ** 32,
  (cursor) => cursor.f64(),
];
const ARRAY_TYPE = 9;

function readValue(cursor: Cursor, type: number, file: string, depth: number): GgufValue {
  if (type === ARRAY_TYPE && depth < LONGEST_NESTING) {
    const itemType = cursor.u32();
    const count = cursor.u64();
    cursor.expect(count, 1, "array items");
    return Array.from({ length: count }, () => readValue(cursor, itemType, file, depth + 1));
  }
  const read = SCALARS[type];
  if (read === undefined) {
    throw new UsageError(
      `${file} is damaged: unknown metadata type ${type} before byte ${cursor.position}; known are 0 to 12.`,
    );
  }
  return read(cursor);
}

function readTensorInfo(cursor: Cursor, file: string): TensorInfo {
  const name = cursor.text();
  const rank = cursor.u32();
  if (rank > 4)
    throw new UsageError(
      `${file} is damaged: tensor "${excerpt(name)}" has ${rank} dimensions, 4 is the most.`,
    );
  const dims = Array.from({ length: rank }, () => cursor.u64());
  return { name, dims, type: cursor.u32(), offset: cursor.u64() };
}

function checkExtent(tensor: TensorInfo, fileBytes: number, file: string): void {
  const end = tensor.offset + (tensorBytes(tensor) ?? 0);
  if (end > fileBytes) {
    throw new UsageError(
      `${file} is cut short: tensor "${excerpt(tensor.name)}" ends at byte ${end}, the file at byte ${fileBytes}.`,
    );
  }
}
