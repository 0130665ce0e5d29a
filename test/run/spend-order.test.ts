import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Summary } from "../../src/contract/index.ts";
import { journalTotals } from "../../src/run/journal-totals.ts";
import type { RunManifest } from "../../src/run/run-manifest.ts";
import { summarizeRun } from "../../src/run/summarize-run.ts";
import { jobRecord } from "../analysis/job-record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Costs whose plain sum depends on the order: (0.1 + 0.2) + 0.3 is not 0.1 + (0.2 + 0.3). */
const COSTS_USD = [0.1, 0.2, 0.3];
const TOTAL_USD = 0.6;

const manifest: RunManifest = {
  schema: 1,
  id: "sums",
  startedAt: "2026-11-21T07:30:00.000Z",
  cotbenchVersion: "0.1.0",
  config: {},
  sessions: 1,
  jobsPlanned: COSTS_USD.length,
  models: [],
  datasets: [],
  strategies: [],
  notes: [],
};

function summaryOf(costsUsd: readonly (number | null)[]): Summary {
  const folder = temporaryFolder();
  const records = costsUsd.map((costUsd, i) => jobRecord({ job: `j${i}`, question: `q${i}`, costUsd }));
  const calls = costsUsd.map((costUsd, i) => ({ key: `k${i}`, session: 1, costUsd, model: "m" }));
  writeFileSync(join(folder, "records.jsonl"), linesOf(records));
  writeFileSync(join(folder, "calls.jsonl"), linesOf(calls));
  return summarizeRun(folder, manifest, null);
}

const linesOf = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("the totals of a run", () => {
  test.each([
    { costsUsd: COSTS_USD, why: "as planned" },
    { costsUsd: COSTS_USD.toReversed(), why: "the other way round, as after a resume" },
  ])("do not depend on the order in which jobs completed ($why)", ({ costsUsd }) => {
    const { totals } = summaryOf(costsUsd).run;
    expect(totals).toEqual({
      billedInThisRunUsd: TOTAL_USD,
      billedEverUsd: TOTAL_USD,
      ifRunColdUsd: TOTAL_USD,
      callsInThisRun: 3,
      callsEver: 3,
      callsIfRunCold: 3,
    });
  });

  test("are unknown, not smaller, when one part is unknown", () => {
    const { totals } = summaryOf([0.1, null, 0.3]).run;
    expect(totals).toMatchObject({ billedEverUsd: null, ifRunColdUsd: null, callsEver: 3 });
  });

  test("are a measured 0 before the first call", () => {
    expect(journalTotals(join(temporaryFolder(), "calls.jsonl"), 1).billedEverUsd).toBe(0);
    expect(summaryOf([]).run.totals.ifRunColdUsd).toBe(0);
  });
});
