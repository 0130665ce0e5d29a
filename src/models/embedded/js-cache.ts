import { cacheGroupBytes, KEY_GROUP, type Kernels } from "./kernels.ts";

/** Largest magnitude of keys and queries: `headSize` products of two of them fit in 31 bits. */
export function keyLimit(headSize: number): number {
  return Math.floor(Math.sqrt((2 ** 31 - 1) / headSize));
}

const VALUE_LIMIT = 32_767;

/** Rotary positions and the key-value cache in plain JavaScript; see kernel/cache.ts for the layout. */
export function createJsCache(memory: ArrayBuffer): Pick<Kernels, "rotate" | "remember"> {
  const floats = new Float32Array(memory);
  const ints = new Int32Array(memory);
  const shorts = new Int16Array(memory);

  /** Writes `headSize` floats as integers to the given places, and their scale. */
  function store(
    from: number,
    headSize: number,
    limit: number,
    scale: number,
    place: (i: number) => number,
  ): void {
    const peak = peakOf(floats, from, headSize);
    const factor = peak > 0 ? limit / peak : 0;
    for (let i = 0; i < headSize; i++) shorts[place(i)] = Math.round(floats[from + i]! * factor);
    floats[scale] = peak / limit;
  }

  return {
    rotate(x, positions, table, rows, heads, headSize, stride) {
      for (let row = 0; row < rows; row++) {
        const angles = table / 4 + ints[positions / 4 + row]! * headSize;
        rotateRow(floats, x / 4 + row * stride, heads * headSize, angles, headSize);
      }
    },
    remember(keys, values, keyCache, valueCache, slots, positions, rows, heads, headSize, stride, context) {
      const groupBytes = cacheGroupBytes(headSize);
      for (let row = 0; row < rows; row++) {
        const position = ints[positions / 4 + row]!;
        const lane = position % KEY_GROUP;
        for (let head = 0; head < heads; head++) {
          const from = row * stride + head * headSize;
          const groups = ((ints[slots / 4 + row]! * heads + head) * context + position - lane) / KEY_GROUP;
          const [key, value] = [keyCache + groups * groupBytes, valueCache + groups * groupBytes];
          const scale = 2 * headSize + lane;
          const keyPlace = (i: number) => key / 2 + (i >> 1) * 8 + 2 * lane + (i & 1);
          const valuePlace = (i: number) => value / 2 + (lane >> 1) * 2 * headSize + 2 * i + (lane & 1);
          store(keys / 4 + from, headSize, keyLimit(headSize), key / 4 + scale, keyPlace);
          store(values / 4 + from, headSize, VALUE_LIMIT, value / 4 + scale, valuePlace);
        }
      }
    },
  };
}

export function peakOf(floats: Float32Array, from: number, count: number): number {
  let peak = 0;
  for (let i = 0; i < count; i++) peak = Math.max(peak, Math.abs(floats[from + i]!));
  return peak;
}

function rotateRow(
  floats: Float32Array,
  from: number,
  count: number,
  angles: number,
  headSize: number,
): void {
  for (let i = 0; i < count; i += 2) {
    const cos = floats[angles + (i % headSize)]!;
    const sin = floats[angles + (i % headSize) + 1]!;
    const a = floats[from + i]!;
    const b = floats[from + i + 1]!;
    floats[from + i] = a * cos - b * sin;
    floats[from + i + 1] = b * cos + a * sin;
  }
}
