import type { JobRecord } from "../contract/index.ts";
import { scanLines } from "./scan-lines.ts";

/**
 * Yields one record per job of a records.jsonl. A failed job that a resume ran again counts once, with its
 * later result; a torn or damaged line is no record.
 */
export function* readRecords(path: string): Generator<JobRecord> {
  const failed = new Map<string, JobRecord>();
  for (const line of scanLines(path)) {
    const record = parse(line.text);
    if (record === null) continue;
    if (record.outcome === "failed") {
      failed.set(record.job, record);
    } else {
      failed.delete(record.job);
      yield record;
    }
  }
  yield* failed.values();
}

/** Ids of the jobs that need not run again: all that have a record, but for the failed ones. */
export function finishedJobs(path: string): Set<string> {
  const finished = new Set<string>();
  for (const record of readRecords(path)) if (record.outcome !== "failed") finished.add(record.job);
  return finished;
}

function parse(line: string): JobRecord | null {
  try {
    return JSON.parse(line) as JobRecord;
  } catch {
    return null;
  }
}
