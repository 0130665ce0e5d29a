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
  const pairs = BLOCK / 2;
  return (values, scales, weights, out, rows, width, outputs) => {
    const blocks = width / BLOCK;
    for (let output = 0; output < outputs; output++) {
      const group = Math.floor(output / OUTPUT_GROUP);
      const lane = output % OUTPUT_GROUP;
      for (let row = 0; row < rows; row++) {
        let sum = 0;
        for (let block = 0; block < blocks; block++) {
          const packed = weights + (group * blocks + block) * PACKED_BLOCK_BYTES;
          let x = values / 2 + row * width + block * BLOCK;
          let w = packed / 2 + 2 * lane;
          let products = 0;
          for (let pair = 0; pair < pairs; pair++, x += 2, w += 2 * OUTPUT_GROUP) {
            products += shorts[x]! * shorts[w]! + shorts[x + 1]! * shorts[w + 1]!;
          }
          const weightScale = floats[packed / 4 + pairs * OUTPUT_GROUP + lane]!;
          sum += products * weightScale * floats[scales / 4 + row * blocks + block]!;
        }
        floats[out / 4 + row * outputs + output] = sum;
      }
    }
  };
}
