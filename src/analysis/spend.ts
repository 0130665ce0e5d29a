import type { SummaryRow } from "../contract/index.ts";

/** What rows are ranked by: dollars a job where every row has a price, else tokens a job, else nothing. */
export type SpendUnit = "usd" | "tokens";

/** Prompt and completion tokens together; null when either is unknown. */
function totalTokens(row: SummaryRow): number | null {
  return row.promptTokens === null || row.completionTokens === null
    ? null
    : row.promptTokens + row.completionTokens;
}

/** The unit in which all of these rows can be compared; null = none. */
export function commonSpendUnit(rows: readonly SummaryRow[]): SpendUnit | null {
  if (rows.every((row) => row.costUsd !== null)) return "usd";
  return rows.every((row) => totalTokens(row) !== null) ? "tokens" : null;
}

/** Spend per finished job, as calls are counted: what failed may have cost nothing. null = unknown or none finished. */
export function spendPerJob(row: SummaryRow, unit: SpendUnit): number | null {
  const total = unit === "usd" ? row.costUsd : totalTokens(row);
  const finished = row.jobs - row.failed;
  return total === null || finished === 0 ? null : total / finished;
}

/** Spend of a strategy over that of the reference, per finished job; null when unknown or the reference was free. */
export function spendRatio(strategy: SummaryRow, reference: SummaryRow): number | null {
  const unit = commonSpendUnit([strategy, reference]);
  if (unit === null) return null;
  const spent = spendPerJob(strategy, unit);
  const base = spendPerJob(reference, unit);
  return spent === null || base === null || base === 0 ? null : spent / base;
}
