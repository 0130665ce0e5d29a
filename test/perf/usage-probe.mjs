import { statSync, writeSync } from "node:fs";

/**
 * Loaded into a process that is measured (`node --import`): when it ends, it writes what it used to descriptor 3 as one
 * JSON object. Plain JavaScript, so that the process carries no loader that it would not carry otherwise.
 *
 * PERF_GROWING: a file whose size tells how far the process is; resident memory is sampled along with it.
 */
const SAMPLE_MS = 250;

const growing = process.env.PERF_GROWING;
const samples = [];

if (growing !== undefined) {
  setInterval(() => {
    const bytes = statSync(growing, { throwIfNoEntry: false })?.size ?? 0;
    samples.push([bytes, process.memoryUsage.rss()]);
  }, SAMPLE_MS).unref();
}

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpuMs = (userCPUTime + systemCPUTime) / 1000;
  writeSync(3, JSON.stringify({ cpuMs, peakBytes: maxRSS * 1024, samples }));
});
