import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JobRecord, Summary } from "../../src/contract/index.ts";
import type { JournalEntry } from "../../src/run/journal.ts";

export function readSummary(folder: string): Summary {
  return JSON.parse(readFileSync(join(folder, "summary.json"), "utf8")) as Summary;
}

/** The complete lines of calls.jsonl; a torn last line is left out. */
export function readCalls(folder: string): JournalEntry[] {
  return readLines(join(folder, "calls.jsonl")) as JournalEntry[];
}

export function readRecordLines(folder: string): JobRecord[] {
  return readLines(join(folder, "records.jsonl")) as JobRecord[];
}

/** What a summary says apart from time and from what this session happened to pay. */
export function timeless({ rows, comparisons, run }: Summary) {
  const { callsEver, billedEverUsd, callsIfRunCold, ifRunColdUsd } = run.totals;
  return {
    rows: rows.map((row) => ({ ...row, latencyMsP50: null, latencyMsP90: null })),
    comparisons,
    complete: run.complete,
    jobs: [run.jobsDone, run.jobsPlanned],
    totals: { callsEver, billedEverUsd, callsIfRunCold, ifRunColdUsd },
  };
}

/** What a run found out about each job, apart from time; by job id. */
export function outcomesOf(folder: string): ReadonlyMap<string, object> {
  return new Map(
    readRecordLines(folder).map(({ job, outcome, answer, strictAnswer, calls, usage, callKeys, error }) => [
      job,
      { outcome, answer, strictAnswer, calls, usage, callKeys, error },
    ]),
  );
}

function readLines(path: string): unknown[] {
  const text = readFileSync(path, "utf8");
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}
