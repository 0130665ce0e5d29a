import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import type { DecoderThreadData, FromDecoder, ToDecoder } from "./decoder-messages.ts";
import { loadDecoder } from "./load-decoder.ts";
import type { DecodeResult } from "./sequence.ts";

/** Answers jobs until the thread is terminated; between two passes it lets messages in. */
function serve(port: MessagePort, { modelPath, slots }: DecoderThreadData): void {
  const nowMs = () => performance.now();
  const decoder = loadDecoder({ modelPath, slots, engine: "fastest", nowMs, sharesPrefixes: true });
  let isRunning = false;

  function report(results: readonly DecodeResult[]): void {
    const message: FromDecoder = results;
    if (message.length > 0) port.postMessage(message);
  }

  function run(): void {
    report(decoder.step());
    isRunning = !decoder.isIdle;
    if (isRunning) setImmediate(run);
  }

  port.on("message", ({ jobs, cancelled }: ToDecoder) => {
    report(jobs.map((job) => decoder.submit(job)).filter((result) => result !== null));
    for (const id of cancelled) decoder.cancel(id);
    if (isRunning || decoder.isIdle) return;
    isRunning = true;
    setImmediate(run);
  });
}

if (parentPort !== null) serve(parentPort, workerData as DecoderThreadData);
