import { CsvError, parse } from "csv-parse/sync";
import { UsageError } from "../contract/index.ts";
import type { RawRow, RawRows } from "./raw-rows.ts";

interface CsvRecord {
  readonly cells: readonly string[];
  /** Line on which the record starts. */
  readonly line: number;
}

/**
 * Reads comma-separated rows under a header line; quoted cells may span lines, blank lines are skipped.
 * `text` has "\n" line ends. Throws UsageError with the line for ragged rows, broken quotes and a bad header.
 */
export function readCsv(text: string, file: string): RawRows {
  const [header, ...records] = parseRecords(text, file);
  if (header === undefined) throw new UsageError(`${file}: empty; the first line must name the columns.`);
  const columns = header.cells.map((cell) => cell.trim());
  checkHeader(columns, `${file} line ${header.line}`);
  return { file, unit: "line", rows: records.map((record) => toRow(record, columns, file)) };
}

function toRow({ cells, line }: CsvRecord, columns: readonly string[], file: string): RawRow {
  if (cells.length !== columns.length)
    throw new UsageError(`${file} line ${line}: ${raggedness(cells, columns)}`);
  return { line, fields: Object.fromEntries(columns.map((column, index) => [column, cells[index]])) };
}

function raggedness(cells: readonly string[], columns: readonly string[]): string {
  const fields = `${cells.length} field${cells.length === 1 ? "" : "s"}`;
  const missing = columns.slice(cells.length).map((column) => `"${column}"`);
  if (missing.length > 0) return `${fields}, the header has ${columns.length} (no ${missing.join(", ")}).`;
  return `${fields}, the header has ${columns.length}; a value that holds a comma needs quotes around it.`;
}

function checkHeader(columns: readonly string[], place: string): void {
  const unnamed = columns.indexOf("");
  if (unnamed >= 0) throw new UsageError(`${place}: column ${unnamed + 1} has no name.`);
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
  if (repeated !== undefined) throw new UsageError(`${place}: two columns are called "${repeated}".`);
}

function parseRecords(text: string, file: string): CsvRecord[] {
  try {
    const parsed = parse(text, {
      info: true,
      raw: true,
      recordDelimiter: "\n",
      relaxColumnCount: true,
      skipEmptyLines: true,
    }) as unknown as { record: string[]; raw: string; info: { lines: number } }[];
    return parsed
      .map(({ record, raw, info }) => ({ cells: record, line: startLine(info.lines, raw) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${file} ${describe(error)}`, { cause: error });
    throw error;
  }
}

/** csv-parse counts to the record's last line, and its raw text keeps skipped blank lines and the final line end. */
function startLine(lastLine: number, raw: string): number {
  return lastLine - (raw.replace(/^\n+|\n$/g, "").split("\n").length - 1);
}

function describe(error: CsvError): string {
  const { lines, raw } = error as unknown as { lines: number; raw?: string };
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return `line ${startLine(lines, raw ?? "")}: a quoted value that starts in this row never ends.`;
  return `line ${lines}: a quote inside a value; quote the whole value and double the quotes in it.`;
}
