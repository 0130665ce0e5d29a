import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { JudgeExpressions } from "./equal-math.ts";
import type { JudgeRequest } from "./judge-worker.ts";

/**
 * Judges expressions in a process of its own, so that one that never ends can be stopped, and one that takes all
 * memory takes nobody with it: a worker thread that runs out of memory ends the whole process.
 */
export interface ExpressionJudge {
  /** null = cannot tell: the engine is not installed, does not understand, or passed the deadline. */
  readonly judge: JudgeExpressions;
  /** Whether the optional package `@cortex-js/compute-engine` is installed; starts the process. */
  readonly isAvailable: () => Promise<boolean>;
  /** Ends the process; the next question starts another. */
  readonly close: () => Promise<void>;
}

/** Loading the engine takes about half a second; a busy machine may need far longer. */
const START_DEADLINE_MS = 60_000;
const MEMORY_MB = 256;

/** The compiled program stands beside this module; TypeScript sources run the one in dist/. */
function workerUrl(): URL {
  const inSources = import.meta.url.endsWith(".ts");
  return new URL(
    inSources ? "../../../dist/src/answers/math/judge-worker.js" : "./judge-worker.js",
    import.meta.url,
  );
}

/**
 * A judge that grades one pair after the other and gives each `deadlineMs`. Its process starts with the first
 * question and keeps ours alive only while it works.
 */
export function expressionJudge(deadlineMs: number): ExpressionJudge {
  let running: Promise<ChildProcess | null> | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const started = (): Promise<ChildProcess | null> => (running ??= startWorker());
  const close = async (): Promise<void> => {
    const worker = await running;
    running = null;
    if (worker !== null && worker !== undefined) await end(worker);
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

/** null = the engine is not installed (or the process died while it loaded it). */
async function startWorker(): Promise<ChildProcess | null> {
  const worker = fork(workerUrl(), {
    env: {},
    execArgv: [`--max-old-space-size=${MEMORY_MB}`],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  worker.on("error", () => undefined); // a process that dies between questions is noticed by the next one
  const greeting = await reply(worker, START_DEADLINE_MS);
  if (greeting === "ready") return worker;
  await end(worker);
  return null;
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
}

async function replyOf(worker: ChildProcess, request: JudgeRequest, deadlineMs: number): Promise<unknown> {
  const answered = reply(worker, deadlineMs);
  // A process that is gone answers nothing, which is what `reply` reports.
  worker.send({ ...request }, () => undefined);
  return answered;
}

/** The worker's next message; "none" when it dies or is silent until the deadline. */
async function reply(worker: ChildProcess, deadlineMs: number): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  worker.ref();
  worker.channel?.ref();
  const deadline = new Promise((resolve) => {
    const timer = setTimeout(resolve, deadlineMs, "none");
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
  try {
    const message = once(worker, "message", { signal }).then(
      ([value]: { verdict?: unknown; greeting?: unknown }[]) => value?.greeting ?? value?.verdict ?? null,
    );
    const death = once(worker, "exit", { signal }).then(() => "none");
    return await Promise.race([message, death, deadline].map((event) => event.catch(() => "none")));
  } finally {
    settled.abort();
    worker.channel?.unref();
    worker.unref();
  }
}
