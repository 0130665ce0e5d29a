/** Hands out offsets of one flat memory before the memory exists, so that its size can be known first. */
export interface Arena {
  /** Reserves bytes at a 64-byte boundary (a cache line) and returns their offset. */
  reserve(bytes: number): number;
  /** Bytes reserved so far. */
  readonly size: number;
}

const ALIGNMENT = 64;

export function createArena(): Arena {
  let size = 0;
  return {
    reserve(bytes) {
      const offset = size;
      size += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
      return offset;
    },
    get size() {
      return size;
    },
  };
}
