import type { FinishReason } from "../../contract/index.ts";
import { admit } from "./admission.ts";
import type { Batch } from "./forward.ts";
import type { Network } from "./network.ts";
import { sampleToken, uniformAt } from "./sampler.ts";
import { appendToken, completionTokens, type DecodeJob, type DecodeResult } from "./sequence.ts";
import type { Sequence, Waiting } from "./sequence.ts";
import { createSlotTable } from "./slots.ts";
import type { Tokenizer } from "./tokenizer.ts";

/** Decodes many jobs at once; a job's reply depends on the job alone, to the last bit. */
export interface Decoder {
  readonly isIdle: boolean;
  /** @returns the result at once when the job cannot start; null = it is queued. */
  submit(job: DecodeJob): DecodeResult | null;
  /** Forgets a job, wherever it is, and frees its slot. */
  cancel(id: number): void;
  /** One forward pass over everything that has a token to run; returns the jobs that ended with it. */
  step(): DecodeResult[];
}

export interface DecoderOptions {
  /** A clock in ms, for the latency. */
  readonly nowMs: () => number;
  /** false = compute every prompt from its first token. */
  readonly sharesPrefixes: boolean;
}

/** Continuous batching: jobs enter and leave between any two tokens (Yu et al. 2022, "Orca"). */
export function createDecoder(network: Network, tokenizer: Tokenizer, options: DecoderOptions): Decoder {
  const table = createSlotTable(network.slots, network.shape.context, options.sharesPrefixes);
  const batch = createBatch(network.maxRows);
  const weights = new Float64Array(network.shape.vocabulary);
  let waiting: Waiting[] = [];
  let active: readonly Sequence[] = [];

  return {
    get isIdle() {
      return waiting.length === 0 && active.length === 0;
    },
    submit(job) {
      const read = readJob(job, tokenizer, network.shape.context);
      if ("kind" in read) return read;
      waiting.push(read);
      return null;
    },
    cancel(id) {
      waiting = waiting.filter(({ job }) => job.id !== id);
      for (const { job, slot } of active) if (job.id === id) table.release(slot);
      active = active.filter(({ job }) => job.id !== id);
    },
    step() {
      const admission = admit(waiting, active, table, network, options);
      waiting = admission.waiting;
      active = [...active, ...admission.admitted];
      const ready = fillBatch(batch, active);
      if (batch.size === 0) return [];
      const logits = network.forward(batch, [...ready.values()]);
      const ended = new Map<Sequence, FinishReason>();
      [...ready.keys()].forEach((sequence, i) => {
        const finishReason = appendToken(sequence, pickToken(sequence, logits[i]!, weights), tokenizer);
        if (finishReason !== null) ended.set(sequence, finishReason);
      });
      for (const { slot } of ended.keys()) table.release(slot);
      active = active.filter((sequence) => !ended.has(sequence));
      return Array.from(ended, ([sequence, reason]) => toResult(sequence, reason, options.nowMs()));
    },
  };
}

function createBatch(maxRows: number): Batch {
  return {
    size: 0,
    tokens: new Int32Array(maxRows),
    slots: new Int32Array(maxRows),
    positions: new Int32Array(maxRows),
    donors: new Int32Array(maxRows),
    shared: new Int32Array(maxRows),
  };
}

/**
 * Fills the batch with the tokens still to be run, oldest sequence first; those with one donor stand together.
 * @returns the row of each sequence whose last known token is in the batch: it gets its next token
 */
function fillBatch(batch: Batch, active: readonly Sequence[]): Map<Sequence, number> {
  const ready = new Map<Sequence, number>();
  let room = batch.tokens.length;
  const parts = active.map((sequence) => {
    const end = Math.min(sequence.known, sequence.slot.computed + room);
    room -= end - sequence.slot.computed;
    return { sequence, end };
  });
  parts.sort((a, b) => a.sequence.slot.donor.index - b.sequence.slot.donor.index);
  batch.size = 0;
  for (const { sequence, end } of parts) {
    const { slot, known } = sequence;
    for (; slot.computed < end; batch.size++) {
      batch.tokens[batch.size] = slot.tokens[slot.computed]!;
      batch.slots[batch.size] = slot.index;
      batch.donors[batch.size] = slot.donor.index;
      batch.shared[batch.size] = slot.shared;
      batch.positions[batch.size] = slot.computed++;
      if (slot.computed === known) ready.set(sequence, batch.size);
    }
  }
  return ready;
}

function pickToken(sequence: Sequence, logits: Float32Array, weights: Float64Array): number {
  const { temperature, seed } = sequence.job;
  const uniform = temperature > 0 ? uniformAt(seed, completionTokens(sequence)) : 0;
  return sampleToken(logits, temperature, uniform, weights);
}

function readJob(job: DecodeJob, tokenizer: Tokenizer, context: number): Waiting | DecodeResult {
  const prompt = Int32Array.from(tokenizer.encode(job.prompt));
  const room = context - prompt.length;
  if (room < 1) return { id: job.id, kind: "overflow", promptTokens: prompt.length, context };
  const utf8 = new TextEncoder();
  const stops = job.stop.filter((stop) => stop !== "").map((stop) => utf8.encode(stop));
  return { job, prompt, stops, limit: Math.min(job.maxTokens ?? room, room) };
}

function toResult(sequence: Sequence, finishReason: FinishReason, nowMs: number): DecodeResult {
  return {
    id: sequence.job.id,
    kind: "reply",
    text: new TextDecoder().decode(Uint8Array.from(sequence.bytes)),
    finishReason,
    promptTokens: sequence.prompt.length,
    completionTokens: completionTokens(sequence),
    latencyMs: nowMs - sequence.startedAtMs,
  };
}
