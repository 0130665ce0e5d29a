import { UsageError } from "../../contract/index.ts";

/** Reads little-endian values one after the other; running past the end is a UsageError that names the file. */
export interface Cursor {
  /** Byte offset of the next value. */
  readonly position: number;
  u8(): number;
  u32(): number;
  i32(): number;
  /** @throws {UsageError} also when the number is beyond 2^53. */
  u64(): number;
  f32(): number;
  f64(): number;
  /** A 64-bit length, then that many UTF-8 bytes. */
  text(): string;
  skip(bytes: number): void;
  /** Checks that `count` values of at least `bytesEach` bytes can still follow, before any is allocated. */
  expect(count: number, bytesEach: number, what: string): void;
}

export function createCursor(bytes: Uint8Array, file: string): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let position = 0;

  /** Moves past `count` bytes and returns where they start. */
  function take(count: number): number {
    const start = position;
    if (count > bytes.length - start) throw cutShort(file, start, bytes.length);
    position += count;
    return start;
  }

  function u64(): number {
    const start = take(8);
    const value = view.getBigUint64(start, true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw new UsageError(`${file} is damaged: the number at byte ${start} is ${value}.`);
    }
    return Number(value);
  }

  return {
    get position() {
      return position;
    },
    u8: () => view.getUint8(take(1)),
    u32: () => view.getUint32(take(4), true),
    i32: () => view.getInt32(take(4), true),
    u64,
    f32: () => view.getFloat32(take(4), true),
    f64: () => view.getFloat64(take(8), true),
    text() {
      const length = u64();
      const start = take(length);
      return decoder.decode(bytes.subarray(start, start + length));
    },
    skip: (count) => void take(count),
    expect(count, bytesEach, what) {
      if (count * bytesEach > bytes.length - position) {
        throw new UsageError(
          `${file} is cut short or damaged: ${count} ${what} cannot follow byte ${position}; the file ends at byte ${bytes.length}.`,
        );
      }
    },
  };
}

function cutShort(file: string, position: number, length: number): UsageError {
  return new UsageError(
    `${file} is cut short: its header goes on after byte ${position}, but the file ends at byte ${length}.`,
  );
}
