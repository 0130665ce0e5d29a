import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { Network } from "../../../src/models/embedded/network.ts";
import { networkOf, readModel, SHIPPED_BYTES } from "./shipped.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** What array buffers hold outside the memory of the compiled kernels, which does not count among them. */
function arrayBufferBytes(): number {
  // What the first collection finds is freed by the second.
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

/** A network of a copy of the shipped file: nobody else holds what it was read from. */
function shippedNetwork(): Network {
  const bytes = Buffer.alloc(SHIPPED_BYTES.length);
  SHIPPED_BYTES.copy(bytes);
  return networkOf(readModel(bytes), { slots: 1, maxRows: 1 });
}

test("Of the file and what was read of it, a network keeps the embedding only", () => {
  const before = arrayBufferBytes();
  const network = shippedNetwork();
  const kept = arrayBufferBytes() - before;
  const { vocabulary, width } = network.shape;
  expect(network.engine).toBe("wasm");
  expect(kept).toBeLessThan(4 * vocabulary * width + 2 ** 18);
});
