/** A row as it stands in the file, before any mapping. */
export interface RawRow {
  /** 1-based line where the row starts (csv, jsonl) or element number (json). */
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What `line` counts in a rows file. */
export type LineUnit = "line" | "element";

/** The rows of one file in file order. */
export interface RawRows {
  readonly file: string;
  readonly unit: LineUnit;
  readonly rows: readonly RawRow[];
}

/** Whether a parsed value is a mapping of names to values. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a parsed value is, in words for a message: "a list", "a text", "null". */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "a text";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
