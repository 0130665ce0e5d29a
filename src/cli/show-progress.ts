import type { CallerStats } from "../models/metered-call.ts";
import { renderProgress } from "../report/progress-line.ts";
import type { Progress } from "../run/progress.ts";
import { terminalOf } from "./terminal.ts";

const TERMINAL_INTERVAL_MS = 200;
/** In a log file each line stays. */
const LOG_INTERVAL_MS = 5_000;
const EARLIEST_ETA_MS = 2_000;

/**
 * Keeps one line about the run on a stream: rewritten in place on a terminal, a new line now and then in a log.
 *
 * @returns a function that takes the line away.
 */
export function showProgress(
  stream: NodeJS.WriteStream,
  read: () => Progress,
  stats: () => CallerStats,
  isLocal: boolean,
): () => void {
  const startMs = performance.now();
  const isTerminal = stream.isTTY;
  const draw = () => {
    const { width } = terminalOf(stream, process.env);
    const line = renderProgress(stateOf(read(), stats(), performance.now() - startMs, isLocal), width - 1);
    stream.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(draw, isTerminal ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS);
  return () => {
    clearInterval(timer);
    if (isTerminal) stream.write("\r\u001b[K");
    else draw();
  };
}

function stateOf(progress: Progress, stats: CallerStats, elapsedMs: number, isLocal: boolean) {
  const { jobsPlanned, jobsDone, jobsDoneBefore, failed, promptTokens, completionTokens, costUsd } = progress;
  const doneNow = jobsDone - jobsDoneBefore;
  const isEarly = elapsedMs < EARLIEST_ETA_MS || doneNow === 0;
  return {
    done: jobsDone,
    total: jobsPlanned,
    failed,
    callsPerSecond: elapsedMs < EARLIEST_ETA_MS ? null : (progress.callsPaid * 1000) / elapsedMs,
    promptTokens,
    completionTokens,
    costUsd,
    billing: isLocal ? ("local" as const) : ("tokens" as const),
    etaMs: isEarly ? null : ((jobsPlanned - jobsDone) * elapsedMs) / doneNow,
    note: stats.backingOff > 0 ? `${stats.backingOff} calls wait to be tried again` : null,
  };
}
