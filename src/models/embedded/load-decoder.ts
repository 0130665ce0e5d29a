import { readFileSync } from "node:fs";
import { UsageError } from "../../contract/index.ts";
import { createDecoder, type Decoder, type DecoderOptions } from "./decoder.ts";
import { parseGguf } from "./gguf.ts";
import { shapeOf } from "./model-shape.ts";
import { createNetwork } from "./network.ts";
import { createTokenizer } from "./tokenizer.ts";

/** Rows of one pass beyond one per slot: prompts are computed in pieces of at most this many tokens. */
const PROMPT_ROWS = 128;

export interface LoadOptions extends DecoderOptions {
  readonly modelPath: string;
  readonly slots: number;
  /** "js" = the plain JavaScript kernels even where SIMD is there. */
  readonly engine: "fastest" | "js";
}

/**
 * Reads a model file whole and makes a decoder of it.
 * @throws {UsageError} when the file is not of the embedded model's shape.
 */
export function loadDecoder(options: LoadOptions): Decoder {
  const bytes = readFileSync(options.modelPath);
  const gguf = parseGguf(bytes, bytes.length, options.modelPath);
  const verdict = shapeOf(gguf);
  if (!verdict.ours) throw new UsageError(`${options.modelPath} cannot be decoded here: ${verdict.reason}.`);
  const wasm =
    options.engine === "js" ? null : readFileSync(new URL("./assets/kernel.wasm", import.meta.url));
  const { slots } = options;
  const network = createNetwork(gguf, bytes, verdict.shape, { slots, maxRows: slots + PROMPT_ROWS, wasm });
  return createDecoder(network, createTokenizer(gguf), options);
}
