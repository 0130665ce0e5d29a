import type { FinishReason } from "../../contract/index.ts";
import { nextBeginning, type Beginning } from "./reply-tree.ts";
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
      /** From taking a slot, or the first token where another job computed its logits, to the last token. */
      readonly latencyMs: number;
    }
  | {
      readonly id: number;
      readonly kind: "overflow";
      readonly promptTokens: number;
      readonly context: number;
    };

/** A job that has been read: its prompt in tokens, its stops in bytes. It may have got tokens before it gets a slot. */
export interface Waiting {
  readonly job: DecodeJob;
  readonly prompt: Int32Array;
  readonly stops: readonly Uint8Array[];
  /** Completion tokens it may take. */
  readonly limit: number;
  /** Prompt and reply; those known so far come first. */
  readonly tokens: Int32Array;
  known: number;
  /** The reply as UTF-8. */
  bytes: number[];
  /** Shared with jobs whose prompt and reply so far are the same; null = with none. */
  beginning: Beginning | null;
  /** null = it has neither a slot nor a token yet. */
  startedAtMs: number | null;
}

/** A job in a slot. */
export interface Sequence extends Waiting {
  readonly slot: Slot;
}

export function completionTokens(job: Waiting): number {
  return job.known - job.prompt.length;
}

/**
 * Adds a sampled token to a job.
 * @returns how the job ends with it; null = it goes on.
 */
export function appendToken(job: Waiting, token: number, tokenizer: Tokenizer): FinishReason | null {
  if (token === tokenizer.endToken) return "stop";
  job.tokens[job.known++] = token;
  if (job.beginning !== null) job.beginning = nextBeginning(job.beginning, token);
  const seen = job.bytes.length;
  for (const byte of tokenizer.bytesOf(token)) job.bytes.push(byte);
  const end = firstStop(job.bytes, job.stops, seen);
  if (end !== null) {
    job.bytes.length = end;
    return "stop";
  }
  return completionTokens(job) >= job.limit ? "length" : null;
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
