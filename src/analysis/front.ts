import type { SummaryRow } from "../contract/index.ts";
import { commonSpendUnit, spendPerJob } from "./spend.ts";

interface Point {
  readonly accuracy: number;
  readonly spend: number;
}

/**
 * Marks the rows of one model and dataset that lie off the cost-accuracy front: another row is at least as
 * accurate and at most as expensive a job, and better in one of the two. Tokens stand in where a price is
 * missing. Rows without an accuracy neither dominate nor are dominated.
 */
export function markDominated(rows: readonly SummaryRow[]): SummaryRow[] {
  const unit = commonSpendUnit(rows.filter((row) => row.accuracy !== null));
  const points = rows.map((row): Point | null => {
    const spend = unit === null ? null : spendPerJob(row, unit);
    return row.accuracy === null || spend === null ? null : { accuracy: row.accuracy, spend };
  });
  return rows.map((row, index) => {
    const point = points[index] ?? null;
    const dominated = point !== null && points.some((other) => other !== null && dominates(other, point));
    return { ...row, dominated };
  });
}

function dominates(other: Point, point: Point): boolean {
  return (
    other.accuracy >= point.accuracy &&
    other.spend <= point.spend &&
    (other.accuracy > point.accuracy || other.spend < point.spend)
  );
}
