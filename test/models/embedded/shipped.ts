import { readFileSync } from "node:fs";
import { createDecoder, type Decoder } from "../../../src/models/embedded/decoder.ts";
import { parseGguf, type Gguf } from "../../../src/models/embedded/gguf.ts";
import { shapeOf, type ModelShape } from "../../../src/models/embedded/model-shape.ts";
import { createNetwork, type Network } from "../../../src/models/embedded/network.ts";
import type { DecodeJob, DecodeResult } from "../../../src/models/embedded/sequence.ts";
import { createTokenizer } from "../../../src/models/embedded/tokenizer.ts";

const ASSETS = new URL("../../../src/models/embedded/assets/", import.meta.url);
export const KERNEL_WASM = readFileSync(new URL("kernel.wasm", ASSETS));
export const SHIPPED_BYTES = readFileSync(new URL("model.gguf", ASSETS));
export const SHIPPED = readModel(SHIPPED_BYTES);

export function readModel(bytes: Buffer): { gguf: Gguf; shape: ModelShape; bytes: Buffer } {
  const gguf = parseGguf(bytes, bytes.length, "test.gguf");
  const verdict = shapeOf(gguf);
  if (!verdict.ours) throw new Error(verdict.reason);
  return { gguf, shape: verdict.shape, bytes };
}

export function networkOf(
  { gguf, shape, bytes }: ReturnType<typeof readModel>,
  options: { slots: number; maxRows: number; engine?: "wasm" | "js" },
): Network {
  return createNetwork(gguf, bytes, shape, {
    ...options,
    wasm: options.engine === "js" ? null : KERNEL_WASM,
  });
}

export function decoderOf(
  model: ReturnType<typeof readModel>,
  options: { slots: number; maxRows: number; sharesPrefixes?: boolean },
): Decoder {
  const { sharesPrefixes = true } = options;
  return createDecoder(networkOf(model, options), createTokenizer(model.gguf), {
    nowMs: () => 0,
    sharesPrefixes,
  });
}

/** Submits all jobs at once and steps until none is left; results in the order of the ids. */
export function decodeAll(decoder: Decoder, jobs: readonly DecodeJob[]): DecodeResult[] {
  const results = jobs.map((job) => decoder.submit(job)).filter((result) => result !== null);
  while (!decoder.isIdle) results.push(...decoder.step());
  return results.sort((a, b) => a.id - b.id);
}

export const QUESTIONS: readonly string[] = [
  "Tom has 12 apples. He buys 5 bags with 3 apples each. How many apples does Tom have in the end?",
  "Kate buys 6 books. One book costs 2 dollars. She pays with 68 dollars. How much change does Kate get?",
  "How many wheels do 17 bicycles and 26 cars have?",
  "A bus goes 15 miles per hour for 35 hours. How many miles is that in total?",
];
