import { createJsAttend } from "./js-attention.ts";
import { createJsCache } from "./js-cache.ts";
import { BLOCK, OUTPUT_GROUP, PACKED_BLOCK_BYTES, type Engine, type Kernels } from "./kernels.ts";

/** The kernels in plain JavaScript: slower by a factor of several, equal up to the last bits of a float. */
export function createJsEngine(bytes: number): Engine {
  const memory = new ArrayBuffer(Math.ceil(bytes / 16) * 16);
  const floats = new Float32Array(memory);
  const kernels: Kernels = {
    ...createJsCache(memory),
    attend: createJsAttend(memory),
    ...createElementwise(floats),
    quantise: createQuantise(floats, new Int16Array(memory)),
    multiply: createMultiply(floats, new Int16Array(memory)),
  };
  return { name: "js", kernels, memory };
}

function createElementwise(floats: Float32Array): Pick<Kernels, "normalise" | "add" | "gate"> {
  return {
    normalise(x, gain, out, rows, width, epsilon) {
      const g = gain / 4;
      for (let row = 0; row < rows; row++) {
        const from = x / 4 + row * width;
        let squares = 0;
        for (let i = 0; i < width; i++) squares += floats[from + i]! ** 2;
        const scale = 1 / Math.sqrt(squares / width + epsilon);
        const to = out / 4 + row * width;
        for (let i = 0; i < width; i++) floats[to + i] = floats[from + i]! * scale * floats[g + i]!;
      }
    },
    add(x, y, count) {
      for (let i = 0; i < count; i++) floats[x / 4 + i]! += floats[y / 4 + i]!;
    },
    gate(pairs, out, rows, width) {
      for (let row = 0; row < rows; row++) {
        const from = pairs / 4 + 2 * row * width;
        const to = out / 4 + row * width;
        for (let i = 0; i < width; i++) {
          const g = floats[from + i]!;
          floats[to + i] = (g / (1 + Math.exp(-g))) * floats[from + width + i]!;
        }
      }
    },
  };
}

function createQuantise(floats: Float32Array, shorts: Int16Array): Kernels["quantise"] {
  return (x, values, scales, rows, width, limit) => {
    const blocks = (rows * width) / BLOCK;
    for (let block = 0; block < blocks; block++) {
      const from = x / 4 + block * BLOCK;
      const to = values / 2 + block * BLOCK;
      let peak = 0;
      for (let i = 0; i < BLOCK; i++) peak = Math.max(peak, Math.abs(floats[from + i]!));
      floats[scales / 4 + block] = peak / limit;
      const factor = peak > 0 ? limit / peak : 0;
      for (let i = 0; i < BLOCK; i++) shorts[to + i] = Math.round(floats[from + i]! * factor);
    }
  };
}

function createMultiply(floats: Float32Array, shorts: Int16Array): Kernels["multiply"] {
  const sums = new Int32Array(OUTPUT_GROUP);
  return (values, scales, weights, out, rows, width, outputs) => {
    const blocks = width / BLOCK;
    for (let group = 0; group < outputs / OUTPUT_GROUP; group++) {
      for (let row = 0; row < rows; row++) {
        const to = (out >>> 2) + row * outputs + group * OUTPUT_GROUP;
        for (let block = 0; block < blocks; block++) {
          const packed = weights + (group * blocks + block) * PACKED_BLOCK_BYTES;
          multiplyBlock(shorts, (values >>> 1) + row * width + block * BLOCK, packed >>> 1, sums);
          const rowScale = floats[(scales >>> 2) + row * blocks + block]!;
          const weightScales = (packed >>> 2) + (BLOCK / 2) * OUTPUT_GROUP;
          for (let i = 0; i < OUTPUT_GROUP; i++) {
            const before = block === 0 ? 0 : floats[to + i]!;
            floats[to + i] = before + sums[i]! * floats[weightScales + i]! * rowScale;
          }
        }
      }
    }
  };
}

/** Integer sums of one block for eight outputs; named sums, because those stay in registers. */
function multiplyBlock(shorts: Int16Array, x: number, w: number, sums: Int32Array): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (const end = x + BLOCK; x < end; x += 2, w += 2 * OUTPUT_GROUP) {
    const p = shorts[x]!;
    const q = shorts[x + 1]!;
    a = (a + Math.imul(p, shorts[w]!) + Math.imul(q, shorts[w + 1]!)) | 0;
    b = (b + Math.imul(p, shorts[w + 2]!) + Math.imul(q, shorts[w + 3]!)) | 0;
    c = (c + Math.imul(p, shorts[w + 4]!) + Math.imul(q, shorts[w + 5]!)) | 0;
    d = (d + Math.imul(p, shorts[w + 6]!) + Math.imul(q, shorts[w + 7]!)) | 0;
    e = (e + Math.imul(p, shorts[w + 8]!) + Math.imul(q, shorts[w + 9]!)) | 0;
    f = (f + Math.imul(p, shorts[w + 10]!) + Math.imul(q, shorts[w + 11]!)) | 0;
    g = (g + Math.imul(p, shorts[w + 12]!) + Math.imul(q, shorts[w + 13]!)) | 0;
    h = (h + Math.imul(p, shorts[w + 14]!) + Math.imul(q, shorts[w + 15]!)) | 0;
  }
  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
  sums[4] = e;
  sums[5] = f;
  sums[6] = g;
  sums[7] = h;
}
