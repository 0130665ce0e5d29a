import type { DecodeResult } from "./sequence.ts";

/** The jobs a decoder thread has not answered yet. */
export interface PendingJobs {
  readonly size: number;
  /** @returns the job's id, never used before. */
  add(resolve: (result: DecodeResult) => void, reject: (error: Error) => void): number;
  /** Both do nothing, and return false, when the job has been settled before. */
  resolve(result: DecodeResult): boolean;
  reject(id: number, error: Error): boolean;
  rejectAll(makeError: () => Error): void;
}

export function createPendingJobs(): PendingJobs {
  const jobs = new Map<number, { resolve: (result: DecodeResult) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  const reject = (id: number, error: Error): boolean => {
    jobs.get(id)?.reject(error);
    return jobs.delete(id);
  };
  return {
    get size() {
      return jobs.size;
    },
    add(resolve, reject) {
      jobs.set(++lastId, { resolve, reject });
      return lastId;
    },
    resolve(result) {
      jobs.get(result.id)?.resolve(result);
      return jobs.delete(result.id);
    },
    reject,
    rejectAll(makeError) {
      for (const id of jobs.keys()) reject(id, makeError());
    },
  };
}
