import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inFreshFolder, runArguments, writeQuestions } from "./bench-folder.ts";
import { measureCli, type ProcessUsage } from "./measured-process.ts";
import { startPerfServer } from "./perf-server.ts";
import { atMost, MIB } from "./verdict.ts";

const JOBS = 100_000;
const CONCURRENCY = 64;
const STAGES = [10_000, 25_000, 50_000, 75_000, 100_000];
const RUN_PEAK_MIB = 400;
/** Memory that may come and go between collections; more than that from 10,000 jobs on is growth. */
const FLAT_RATIO = 1.15;
const REPORT_SECONDS = 3;
const REPORT_PEAK_MIB = 300;

/**
 * A run of 100,000 different questions against an endpoint that answers at once, its memory along the way,
 * and the report over its records.
 */
export async function scalePerf(print: (line: string) => void): Promise<void> {
  await inFreshFolder(async (folder) => {
    const out = join(folder, "run");
    const records = join(out, "records.jsonl");
    const usage = await runAll(await writeQuestions(folder, JOBS), out, records);
    printRun(usage, statSync(records).size, print);
    printReport(await measureCli(["report", out]), parsingSeconds(records), print);
  });
}

async function runAll(questions: string, out: string, records: string): Promise<ProcessUsage> {
  const server = await startPerfServer(0);
  try {
    const { url } = server;
    return await measureCli(runArguments({ url, questions, out, concurrency: CONCURRENCY }), records);
  } finally {
    await server.stop();
  }
}

function printRun(usage: ProcessUsage, recordsBytes: number, print: (line: string) => void): void {
  const { seconds, cpuMs, peakBytes, samples } = usage;
  const stages = STAGES.map((jobs) => ({ jobs, mib: residentMib(samples, (jobs / JOBS) * recordsBytes) }));
  const rate = `${Math.round(JOBS / seconds)} jobs/s, ${(cpuMs / JOBS).toFixed(2)} ms CPU per job`;
  print(`run of ${JOBS} jobs: ${seconds.toFixed(1)} s, ${rate}`);
  print(`  peak memory ${atMost(peakBytes / MIB, RUN_PEAK_MIB, 0, " MiB")}`);
  print(`  resident after ${stages.map(({ jobs, mib }) => `${jobs} jobs ${mib.toFixed(0)} MiB`).join(", ")}`);
  const growth = (stages.at(-1)?.mib ?? Number.NaN) / (stages[0]?.mib ?? Number.NaN);
  print(`  last / first: ${atMost(growth, FLAT_RATIO, 2)}`);
}

/** Highest sample of the tenth of the run that ends there: one sample alone depends on when memory was last collected. */
function residentMib(samples: ProcessUsage["samples"], untilBytes: number): number {
  const fromBytes = untilBytes * 0.9;
  const near = samples.filter(([bytes]) => bytes > fromBytes && bytes <= untilBytes);
  return Math.max(...near.map(([, resident]) => resident)) / MIB;
}

function printReport(usage: ProcessUsage, parseSeconds: number, print: (line: string) => void): void {
  const { seconds, cpuMs, peakBytes } = usage;
  print(`report over ${JOBS} records (JSON.parse of them alone: ${parseSeconds.toFixed(2)} s)`);
  print(
    `  time ${atMost(seconds, REPORT_SECONDS, 2, " s")}, ${(seconds / parseSeconds).toFixed(1)} x parsing; CPU ${(cpuMs / 1000).toFixed(2)} s`,
  );
  print(`  peak memory ${atMost(peakBytes / MIB, REPORT_PEAK_MIB, 0, " MiB")}`);
}

function parsingSeconds(path: string): number {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  const startMs = performance.now();
  for (const line of lines) JSON.parse(line);
  return (performance.now() - startMs) / 1000;
}
