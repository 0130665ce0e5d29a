import { Worker } from "node:worker_threads";
import { ProviderError } from "../../contract/index.ts";
import { aborted } from "../aborted.ts";
import { onAbort } from "../on-abort.ts";
import type { DecoderThreadData, FromDecoder, ToDecoder } from "./decoder-messages.ts";
import { createPendingJobs, type PendingJobs } from "./pending-jobs.ts";
import type { DecodeJob, DecodeResult } from "./sequence.ts";

/** A decoder in a thread of its own: it starts with the first job, and does not keep the process alive when idle. */
export interface DecoderThread {
  /** @throws {ProviderError} kind "aborted" after the signal or `close`, "server" when the thread broke down. */
  decode(job: Omit<DecodeJob, "id">, signal: AbortSignal): Promise<DecodeResult>;
  close(): Promise<void>;
}

/** A worker has to run compiled code; from the TypeScript sources it is found in the build folder. */
const WORKER_URL = import.meta.url.endsWith(".ts")
  ? new URL("../../../dist/src/models/embedded/worker.js", import.meta.url)
  : new URL("./worker.js", import.meta.url);

export function createDecoderThread(data: DecoderThreadData): DecoderThread {
  const pending = createPendingJobs();
  let outbox: { jobs: DecodeJob[]; cancelled: number[] } | null = null;
  let worker: Worker | null = null;
  let isClosed = false;

  function discardWorker(makeError: () => Error): void {
    worker = null;
    outbox = null;
    pending.rejectAll(makeError);
  }

  /** One message carries all that is asked for in the same turn of the event loop. */
  function openOutbox(): { jobs: DecodeJob[]; cancelled: number[] } {
    if (outbox === null) setImmediate(flush);
    return (outbox ??= { jobs: [], cancelled: [] });
  }

  function flush(): void {
    if (outbox === null) return;
    const { jobs, cancelled } = outbox;
    outbox = null;
    worker ??= startWorker(data, pending, discardWorker);
    const message: ToDecoder = { jobs, cancelled };
    worker.postMessage(message, []);
    keepAliveWhile(worker, pending);
  }

  return {
    async decode(job, signal) {
      if (isClosed || signal.aborted) throw aborted();
      let release = () => {};
      try {
        return await new Promise<DecodeResult>((resolve, reject) => {
          const id = pending.add(resolve, reject);
          openOutbox().jobs.push({ ...job, id });
          release = onAbort(signal, () => {
            if (pending.reject(id, aborted())) openOutbox().cancelled.push(id);
          });
        });
      } finally {
        release();
      }
    },
    async close() {
      isClosed = true;
      const thread = worker;
      discardWorker(aborted);
      await thread?.terminate();
    },
  };
}

function startWorker(
  workerData: DecoderThreadData,
  pending: PendingJobs,
  discard: (makeError: () => Error) => void,
): Worker {
  // The parent's own command line (--input-type, a loader) is not for the compiled worker.
  const worker = new Worker(WORKER_URL, { workerData, execArgv: [] });
  worker.on("message", (results: FromDecoder) => {
    for (const result of results) pending.resolve(result);
    keepAliveWhile(worker, pending);
  });
  worker.on("error", (cause) => discard(() => broken(cause)));
  return worker;
}

function keepAliveWhile(worker: Worker, { size }: PendingJobs): void {
  if (size > 0) worker.ref();
  else worker.unref();
}

function broken(cause: Error): ProviderError {
  return new ProviderError("server", `The embedded model's thread broke down: ${cause.message}`, { cause });
}
