import type { FinishReason } from "../../contract/index.ts";
import type { Slot } from "./slots.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** What the decoder is asked to write. */
export interface DecodeJob {
  readonly id: number;
  readonly prompt: string;
  /** null = up to the end of the context. */
  readonly maxTokens: number | null;
  /** 0 = greedy. */
  readonly temperature: number;
  readonly seed: number;
  readonly stop: readonly string[];
}

/** How a job ended. */
export type DecodeResult =
  | {
      readonly id: number;
      readonly kind: "reply";
      readonly text: string;
      readonly finishReason: FinishReason;
      readonly promptTokens: number;
      readonly completionTokens: number;
      /** From taking a slot to the last token. */
      readonly latencyMs: number;
    }
  | {
      readonly id: number;
      readonly kind: "overflow";
      readonly promptTokens: number;
      readonly context: number;
    };

/** A job that has been read: its prompt in tokens, its stops in bytes. */
export interface Waiting {
  readonly job: DecodeJob;
  readonly prompt: Int32Array;
  readonly stops: readonly Uint8Array[];
  /** Completion tokens it may take. */
  readonly limit: number;
}

/** A job in a slot. */
export interface Sequence extends Waiting {
  readonly slot: Slot;
  readonly startedAtMs: number;
  /** Prompt and reply tokens known so far. */
  known: number;
  /** The reply as UTF-8. */
  bytes: number[];
}

export function completionTokens(sequence: Sequence): number {
  return sequence.known - sequence.prompt.length;
}

/**
 * Adds a sampled token to a sequence.
 * @returns how the sequence ends with it; null = it goes on.
 */
export function appendToken(sequence: Sequence, token: number, tokenizer: Tokenizer): FinishReason | null {
  if (token === tokenizer.endToken) return "stop";
  sequence.slot.tokens[sequence.known++] = token;
  const seen = sequence.bytes.length;
  for (const byte of tokenizer.bytesOf(token)) sequence.bytes.push(byte);
  const end = firstStop(sequence.bytes, sequence.stops, seen);
  if (end !== null) {
    sequence.bytes.length = end;
    return "stop";
  }
  return completionTokens(sequence) >= sequence.limit ? "length" : null;
}

/**
 * Where the first stop begins, of those that end after the first `seen` bytes. Comparing bytes is exact:
 * in UTF-8 no character's bytes occur inside another's.
 */
function firstStop(bytes: readonly number[], stops: readonly Uint8Array[], seen: number): number | null {
  let first: number | null = null;
  for (const stop of stops) {
    for (let start = Math.max(0, seen - stop.length + 1); start + stop.length <= bytes.length; start++) {
      if (stop.every((byte, i) => bytes[start + i] === byte) && (first === null || start < first))
        first = start;
    }
  }
  return first;
}
