import type { Comparison, Outcome, RunHeader, Summary, SummaryRow } from "../contract/index.ts";

/** A row as the reports see it. */
export interface Entry {
  readonly row: SummaryRow;
  /** Against the reference; null for the reference itself and where nothing could be compared. */
  readonly comparison: Comparison | null;
  readonly isReference: boolean;
}

/** The rows of one model on one dataset. */
export interface ResultTable {
  /** The whole run, other tables included. */
  readonly run: RunHeader;
  readonly model: string;
  readonly dataset: string;
  readonly entries: readonly Entry[];
  /** Strategy that the others are compared with; null = none. */
  readonly reference: string | null;
  /** What cost ratios stand for: tokens where no strategy can be held against the reference by price. */
  readonly spendWord: "cost" | "tokens";
}

/** The tables of a summary, in the order of its rows. */
export function resultTables({ run, rows, comparisons }: Summary): ResultTable[] {
  const groups = new Map<string, SummaryRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.model, row.dataset]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group) => tableOf(run, group, comparisons));
}

function tableOf(
  run: RunHeader,
  rows: readonly SummaryRow[],
  comparisons: readonly Comparison[],
): ResultTable {
  const { model = "", dataset = "" } = rows[0] ?? {};
  const own = comparisons.filter((one) => one.model === model && one.dataset === dataset);
  const reference = own[0]?.reference ?? null;
  const entries = rows.map((row) => ({
    row,
    comparison: own.find((one) => one.strategy === row.strategy) ?? null,
    isReference: row.strategy === reference,
  }));
  return { run, model, dataset, entries, reference, spendWord: spendWordOf(entries) };
}

/** Jobs that did not fail: what accuracies, calls and tokens per question are over. */
export const finishedJobs = ({ jobs, failed }: SummaryRow): number => jobs - failed;

function spendWordOf(entries: readonly Entry[]): ResultTable["spendWord"] {
  const finished = entries.filter(({ row }) => finishedJobs(row) > 0);
  const isPriced = ({ row }: Entry): boolean => row.billing === "tokens" && row.costUsd !== null;
  const others = finished.filter(({ isReference }) => !isReference);
  const reference = finished.find(({ isReference }) => isReference);
  if (reference !== undefined && !isPriced(reference)) return "tokens";
  return (others.length === 0 ? finished : others).some(isPriced) ? "cost" : "tokens";
}

/** Outcomes that a table shows even when no job had them. */
const ALWAYS_SHOWN: readonly Outcome[] = ["correct", "incorrect"];

/** Splits the outcomes into those that some row has, which get a column, and those that none has. */
export function outcomesOf(
  table: ResultTable,
  all: readonly Outcome[],
): { shown: Outcome[]; absent: Outcome[] } {
  const occurs = (outcome: Outcome): boolean =>
    ALWAYS_SHOWN.includes(outcome) || table.entries.some(({ row }) => row[outcome] > 0);
  return { shown: all.filter(occurs), absent: all.filter((outcome) => !occurs(outcome)) };
}

/** "60 jobs each", or the range where strategies differ. */
export function jobsEach({ entries }: ResultTable): string {
  const jobs = entries.map(({ row }) => row.jobs);
  const [least, most] = [Math.min(...jobs), Math.max(...jobs)];
  if (least !== most) return `${least} to ${most} jobs each`;
  return `${most} ${most === 1 ? "job" : "jobs"} each`;
}
