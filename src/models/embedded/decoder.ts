import type { FinishReason } from "../../contract/index.ts";
import { admit } from "./admission.ts";
import { createBatch, fillBatch } from "./batch.ts";
import type { Network } from "./network.ts";
import { createCandidates, sampleToken, uniformAt, type Candidates } from "./sampler.ts";
import { createReplyTree } from "./reply-tree.ts";
import { appendToken, completionTokens, type DecodeJob, type DecodeResult } from "./sequence.ts";
import type { Sequence, Waiting } from "./sequence.ts";
import { createShelf } from "./shelf.ts";
import { keepPrefix } from "./shelving.ts";
import { createSlotTable, type Slot } from "./slots.ts";
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
  /** false = compute every prompt from its first token, and each reply for itself. */
  readonly sharesPrefixes: boolean;
}

/** For logits that several samples of a prompt draw from. */
const KEPT_LOGITS_BYTES = 4 * 2 ** 20;

/** Continuous batching: jobs enter and leave between any two tokens (Yu et al. 2022, "Orca"). */
export function createDecoder(network: Network, tokenizer: Tokenizer, options: DecoderOptions): Decoder {
  const { context, vocabulary } = network.shape;
  const table = createSlotTable(network.slots, context, options.sharesPrefixes);
  const shelf = createShelf(options.sharesPrefixes ? network.places : 0);
  const replies = createReplyTree(Math.ceil(KEPT_LOGITS_BYTES / (4 * vocabulary)), vocabulary);
  const batch = createBatch(network.maxRows);
  const candidates = createCandidates(vocabulary);
  let waiting: Waiting[] = [];
  let active: readonly Sequence[] = [];

  function takeToken(job: Waiting, logits: Float32Array, ended: Map<Waiting, FinishReason>): void {
    const finishReason = appendToken(job, pickToken(job, logits, candidates), tokenizer);
    if (finishReason !== null) ended.set(job, finishReason);
  }

  /** Takes the tokens of a reply whose logits another one has computed. */
  function follow(job: Waiting, ended: Map<Waiting, FinishReason>): void {
    while (job.beginning !== null && job.beginning.logits !== null && !ended.has(job)) {
      job.startedAtMs ??= options.nowMs();
      takeToken(job, job.beginning.logits, ended);
    }
  }

  function release(slot: Slot): void {
    keepPrefix(shelf, network, slot);
    table.release(slot);
  }

  return {
    get isIdle() {
      return waiting.length === 0 && active.length === 0;
    },
    submit(job) {
      const read = readJob(job, tokenizer, context);
      if ("kind" in read) return read;
      if (job.temperature > 0 && options.sharesPrefixes) read.beginning = replies.of(job.prompt);
      waiting.push(read);
      return null;
    },
    cancel(id) {
      waiting = waiting.filter(({ job }) => job.id !== id);
      for (const { job, slot } of active) if (job.id === id) release(slot);
      active = active.filter(({ job }) => job.id !== id);
    },
    step() {
      const ended = new Map<Waiting, FinishReason>();
      for (const job of waiting) follow(job, ended);
      waiting = waiting.filter((job) => !ended.has(job));
      const admission = admit(waiting, active, { table, shelf }, network, options);
      waiting = admission.waiting;
      active = [...active, ...admission.admitted];
      const ready = fillBatch(batch, active);
      const logits = batch.size > 0 ? network.forward(batch, [...ready.values()]) : [];
      [...ready.keys()].forEach((sequence, i) => {
        if (sequence.beginning !== null) replies.learn(sequence.beginning, logits[i]!);
        takeToken(sequence, logits[i]!, ended);
        if (ended.has(sequence)) release(sequence.slot);
      });
      active = active.filter((sequence) => !ended.has(sequence));
      return Array.from(ended, ([job, reason]) => toResult(job, reason, options.nowMs()));
    },
  };
}

function pickToken(job: Waiting, logits: Float32Array, candidates: Candidates): number {
  const { temperature, seed } = job.job;
  const uniform = temperature > 0 ? uniformAt(seed, completionTokens(job)) : 0;
  return sampleToken(logits, temperature, uniform, candidates);
}

function readJob(job: DecodeJob, tokenizer: Tokenizer, context: number): Waiting | DecodeResult {
  const prompt = Int32Array.from(tokenizer.encode(job.prompt));
  const room = context - prompt.length;
  if (room < 1) return { id: job.id, kind: "overflow", promptTokens: prompt.length, context };
  const utf8 = new TextEncoder();
  const stops = job.stop.filter((stop) => stop !== "").map((stop) => utf8.encode(stop));
  const tokens = new Int32Array(context);
  tokens.set(prompt);
  const limit = Math.min(job.maxTokens ?? room, room);
  const start = { known: prompt.length, bytes: [], beginning: null, startedAtMs: null };
  return { job, prompt, stops, limit, tokens, ...start };
}

function toResult(done: Waiting, finishReason: FinishReason, nowMs: number): DecodeResult {
  return {
    id: done.job.id,
    kind: "reply",
    text: new TextDecoder().decode(Uint8Array.from(done.bytes)),
    finishReason,
    promptTokens: done.prompt.length,
    completionTokens: completionTokens(done),
    latencyMs: nowMs - (done.startedAtMs ?? nowMs),
  };
}
