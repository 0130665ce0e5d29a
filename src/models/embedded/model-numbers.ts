import type { Gguf } from "./gguf.ts";
import type { ModelShape } from "./model-shape.ts";

interface NumberEntry {
  /** Behind "llama.". */
  readonly key: string;
  readonly isInteger: boolean;
  /** Then it follows from other entries, or has a default. */
  readonly mayBeLeftOut: boolean;
}

const ENTRIES: readonly NumberEntry[] = [
  { key: "embedding_length", isInteger: true, mayBeLeftOut: false },
  { key: "block_count", isInteger: true, mayBeLeftOut: false },
  { key: "attention.head_count", isInteger: true, mayBeLeftOut: false },
  { key: "attention.head_count_kv", isInteger: true, mayBeLeftOut: true },
  { key: "attention.key_length", isInteger: true, mayBeLeftOut: true },
  { key: "feed_forward_length", isInteger: true, mayBeLeftOut: false },
  { key: "context_length", isInteger: true, mayBeLeftOut: false },
  { key: "attention.layer_norm_rms_epsilon", isInteger: false, mayBeLeftOut: false },
  { key: "rope.freq_base", isInteger: false, mayBeLeftOut: true },
];

/** What fits in the decoder's memory beside the largest weights. */
const LONGEST_CONTEXT = 8192;
const DEFAULT_ROPE_BASE = 10_000;

/** The first number of the network that is missing, or not finite and positive, or should be an integer. */
export function badNumber({ metadata }: Gguf): string | null {
  for (const { key, isInteger, mayBeLeftOut } of ENTRIES) {
    const value = metadata.get(`llama.${key}`);
    if (value === undefined && mayBeLeftOut) continue;
    if (value === undefined) return `its llama.${key} is missing`;
    const isSound = isInteger ? Number.isInteger(value) : Number.isFinite(value);
    if (!isSound || Number(value) <= 0) {
      const valid = isInteger ? "a positive integer" : "a finite positive number";
      return `its llama.${key} is ${String(value)}, not ${valid}`;
    }
  }
  return null;
}

/** The shape that a file states, once `badNumber` has found nothing. */
export function readShape({ metadata, tensors }: Gguf): ModelShape {
  const number = (key: string, otherwise?: number) => Number(metadata.get(`llama.${key}`) ?? otherwise);
  const width = number("embedding_length");
  const heads = number("attention.head_count");
  return {
    width,
    layers: number("block_count"),
    heads,
    keyHeads: number("attention.head_count_kv", heads),
    headSize: number("attention.key_length", width / heads),
    hidden: number("feed_forward_length"),
    vocabulary: tensors.get("token_embd.weight")?.dims[1] ?? 0,
    context: Math.min(number("context_length"), LONGEST_CONTEXT),
    epsilon: number("attention.layer_norm_rms_epsilon"),
    ropeBase: number("rope.freq_base", DEFAULT_ROPE_BASE),
  };
}
