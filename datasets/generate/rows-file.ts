/** One row of a dataset, in the order in which its columns are written. */
export type Row = Readonly<Record<string, string | number | readonly string[]>>;

/** JSON Lines: one object a line, LF, a line feed at the end. */
export function toJsonl(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** CSV after RFC 4180 but with LF; the header is the first row's columns. @throws {TypeError} on a list cell. */
export function toCsv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\n`).join("");
}

function csvCell(value: Row[string] | undefined): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") throw new TypeError("A CSV cell holds a text or a number.");
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
