import type { RunHeader, Summary } from "../contract/index.ts";
import { counted, grouped, usd } from "./format.ts";

/** What a reader must know about the run before any row: one text a line, not yet defused. */
export function headerLines({ run, rows }: Summary): string[] {
  const isLocal = rows.length > 0 && rows.every((row) => row.billing === "local");
  const done = `${grouped(run.jobsDone)} of ${counted(run.jobsPlanned, "job")}`;
  const startedAt = run.startedAt.replace(/\.\d+Z$/, "Z");
  return [
    `Run ${run.id} \u00b7 started ${startedAt} \u00b7 ${done} \u00b7 cotbench ${run.cotbenchVersion}`,
    totalsLine(run, isLocal),
  ];
}

function totalsLine({ totals }: RunHeader, isLocal: boolean): string {
  const parts = [
    ["in this run", totals.callsInThisRun, totals.billedInThisRunUsd],
    ["ever", totals.callsEver, totals.billedEverUsd],
    ["if run cold", totals.callsIfRunCold, totals.ifRunColdUsd],
  ] as const;
  if (isLocal) {
    const counts = parts.map(([when, calls]) => `${grouped(calls)} ${when}`);
    return `Calls ${counts.join(" \u00b7 ")} \u00b7 cost local`;
  }
  const bills = parts.map(([when, calls, amount]) => `${when} ${bill(amount)} (${counted(calls, "call")})`);
  return `Billed ${bills.join(" \u00b7 ")}`;
}

const bill = (amount: number | null): string => (amount === null ? "unknown" : usd(amount));

/** Warnings and caveats, one text each, not yet defused. */
export function noteLines({ run }: Summary): string[] {
  const incomplete = run.complete
    ? []
    : [`incomplete: ${grouped(run.jobsDone)} of ${counted(run.jobsPlanned, "job")} done`];
  return [...incomplete, ...run.notes];
}
