import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { JudgeExpressions } from "./equal-math.ts";

/** Judges expressions in a thread of its own, so that one that never ends can be stopped. */
export interface ExpressionJudge {
  /** null = cannot tell: the engine is not installed, does not understand, or passed the deadline. */
  readonly judge: JudgeExpressions;
  /** Whether the optional package `@cortex-js/compute-engine` is installed; starts the thread. */
  readonly isAvailable: () => Promise<boolean>;
  /** Ends the thread; the next question starts another. */
  readonly close: () => Promise<void>;
}

/** Loading the engine takes about half a second; a busy machine may need far longer. */
const START_DEADLINE_MS = 60_000;
const MEMORY_MB = 256;

/** The compiled worker stands beside this module; TypeScript sources run the one in dist/. */
function workerUrl(): URL {
  const inSources = import.meta.url.endsWith(".ts");
  return new URL(
    inSources ? "../../../dist/src/answers/math/judge-worker.js" : "./judge-worker.js",
    import.meta.url,
  );
}

/**
 * A judge that grades one pair after the other and gives each `deadlineMs`. Its thread starts with the first
 * question and keeps the process alive only while it works.
 */
export function expressionJudge(deadlineMs: number): ExpressionJudge {
  let running: Promise<Worker | null> | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const started = (): Promise<Worker | null> => (running ??= startWorker());
  const close = async (): Promise<void> => {
    const worker = await running;
    running = null;
    await worker?.terminate();
  };
  const ask = async (left: string, right: string): Promise<boolean | null> => {
    const worker = await started();
    if (worker === null) return null;
    const reply = await replyOf(worker, { left, right }, deadlineMs);
    if (reply === "none") await close();
    return typeof reply === "boolean" ? reply : null;
  };
  return {
    judge: (left, right) => {
      const asked = queue.then(() => ask(left, right));
      queue = asked;
      return asked;
    },
    isAvailable: async () => (await started()) !== null,
    close,
  };
}

/** null = the engine is not installed (or the thread died while it loaded it). */
async function startWorker(): Promise<Worker | null> {
  const worker = new Worker(workerUrl(), {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  worker.on("error", () => undefined); // a thread that dies between questions is noticed by the next one
  const greeting = await reply(worker, START_DEADLINE_MS);
  if (greeting === "ready") return worker;
  await worker.terminate();
  return null;
}

async function replyOf(worker: Worker, request: unknown, deadlineMs: number): Promise<unknown> {
  const answered = reply(worker, deadlineMs);
  worker.postMessage(request, []);
  return answered;
}

/** The worker's next message; "none" when it dies or is silent until the deadline. */
async function reply(worker: Worker, deadlineMs: number): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  worker.ref();
  const deadline = new Promise((resolve) => {
    const timer = setTimeout(resolve, deadlineMs, "none");
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
  try {
    const message = once(worker, "message", { signal }).then(([value]: unknown[]) => value);
    const death = once(worker, "exit", { signal }).then(() => "none");
    return await Promise.race([message, death, deadline].map((event) => event.catch(() => "none")));
  } finally {
    settled.abort();
    worker.unref();
  }
}
