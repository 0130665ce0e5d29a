import type { LineUnit } from "./raw-rows.ts";

/** Something a dataset check found. An error makes results wrong or a run impossible; a warning is worth a look. */
export interface Finding {
  readonly severity: "error" | "warning";
  readonly file: string;
  /** 1-based; what it counts is `unit`. */
  readonly line: number;
  readonly unit: LineUnit;
  readonly message: string;
}

/** A finding on one line: `rows.csv line 12: the answer is empty.` */
export function formatFinding({ file, unit, line, message }: Finding): string {
  return `${file} ${unit} ${line}: ${message}`;
}
