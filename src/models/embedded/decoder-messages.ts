import type { DecodeJob, DecodeResult } from "./sequence.ts";

/** What a decoder thread is started with. */
export interface DecoderThreadData {
  readonly modelPath: string;
  /** Jobs that are decoded at the same time. */
  readonly slots: number;
}

/** Main thread to decoder thread. */
export interface ToDecoder {
  readonly jobs: readonly DecodeJob[];
  /** Ids of jobs that nobody waits for any more; a job of the same message may be among them. */
  readonly cancelled: readonly number[];
}

/** Decoder thread to main thread: the jobs that ended with one pass. */
export type FromDecoder = readonly DecodeResult[];
