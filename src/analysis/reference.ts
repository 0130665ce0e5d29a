import type { StrategyFamily, SummaryRow } from "../contract/index.ts";
import { commonSpendUnit, spendPerJob } from "./spend.ts";

/**
 * The row that the other rows of one model and dataset are compared with; null = there is none.
 * A named reference that is not among them gives none. By default it is the cheapest of the strategies of
 * the family "baseline" (by dollars, by tokens where a price is missing, by calls where those are
 * missing too), or the cheapest of all where no baseline ran; the first row wins a tie.
 */
export function chooseReference(
  rows: readonly SummaryRow[],
  named: string | null,
  families: ReadonlyMap<string, StrategyFamily>,
): SummaryRow | null {
  const measured = rows.filter((row) => row.accuracy !== null);
  if (named !== null) return measured.find((row) => row.strategy === named) ?? null;
  const baselines = measured.filter((row) => families.get(row.strategy) === "baseline");
  return cheapest(baselines.length > 0 ? baselines : measured);
}

function cheapest(rows: readonly SummaryRow[]): SummaryRow | null {
  const unit = commonSpendUnit(rows);
  let best: SummaryRow | null = null;
  let lowest = Infinity;
  for (const row of rows) {
    const spend = (unit === null ? row.callsPerJob : spendPerJob(row, unit)) ?? Infinity;
    if (best !== null && spend >= lowest) continue;
    best = row;
    lowest = spend;
  }
  return best;
}
