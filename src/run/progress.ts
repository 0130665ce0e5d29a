import type { JobRecord } from "../contract/index.ts";
import type { JournalEntry } from "./journal.ts";
import { addKnown } from "./usage-sum.ts";

/** What a run has done so far, for the progress line. Counts of this session; jobs of all sessions. */
export interface Progress {
  readonly jobsPlanned: number;
  readonly jobsDone: number;
  /** Jobs a resume found finished. */
  readonly jobsDoneBefore: number;
  readonly failed: number;
  readonly callsPaid: number;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** null = unknown, or local. */
  readonly costUsd: number | null;
}

export interface ProgressCounter {
  readonly paid: (entry: JournalEntry) => void;
  readonly done: (record: JobRecord) => void;
  readonly read: () => Progress;
}

export function createProgressCounter(jobsPlanned: number, jobsDoneBefore: number): ProgressCounter {
  let progress: Progress = {
    jobsPlanned,
    jobsDone: jobsDoneBefore,
    jobsDoneBefore,
    failed: 0,
    callsPaid: 0,
    promptTokens: 0,
    completionTokens: 0,
    costUsd: 0,
  };
  return {
    paid(entry) {
      const { usage } = entry.reply;
      progress = {
        ...progress,
        callsPaid: progress.callsPaid + 1,
        promptTokens: addKnown(progress.promptTokens, usage.promptTokens),
        completionTokens: addKnown(progress.completionTokens, usage.completionTokens),
        costUsd: addKnown(progress.costUsd, entry.costUsd),
      };
    },
    done(record) {
      const failed = progress.failed + (record.outcome === "failed" ? 1 : 0);
      progress = { ...progress, jobsDone: progress.jobsDone + 1, failed };
    },
    read: () => progress,
  };
}
