import { UsageError } from "../contract/index.ts";
import { getField } from "./field-path.ts";
import { findJsonFault } from "./json-fault.ts";
import { isRecord, kindOf } from "./raw-rows.ts";
import type { RawRow, RawRows } from "./raw-rows.ts";

/**
 * Reads JSON Lines: one object a line, blank lines skipped.
 * Throws UsageError with the line and column of the first line that is not an object in JSON, a torn last one included.
 */
export function readJsonl(text: string, file: string): RawRows {
  const rows: RawRow[] = [];
  for (const [index, content] of text.split("\n").entries()) {
    if (content.trim() === "") continue;
    const line = index + 1;
    const value = parseLine(content, `${file} line ${line}`);
    if (!isRecord(value)) throw new UsageError(`${file} line ${line}: ${kindOf(value)}, not an object.`);
    rows.push({ line, fields: value });
  }
  return { file, unit: "line", rows };
}

function parseLine(content: string, place: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    const fault = findJsonFault(content);
    const detail = fault === null ? (error as Error).message : `column ${fault.column}: ${fault.message}`;
    throw new UsageError(`${place}: not JSON (${detail}).`, { cause: error });
  }
}

/**
 * Reads a list of objects from a JSON file, or from the path `records` in it. A file that holds JSON Lines in spite of
 * its name (its first line is an object of its own, and more follows) is read as that.
 * Throws UsageError with line and column, or the element number.
 */
export function readJson(text: string, file: string, records: string | undefined): RawRows {
  if (isJsonLines(text)) return readJsonl(text, file);
  return { file, unit: "element", rows: toRows(pickList(parseJson(text, file), file, records), file) };
}

/** Parses a whole JSON text. Throws UsageError with line and column. */
function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = findJsonFault(text);
    const place = fault === null ? "" : ` line ${fault.line} column ${fault.column}`;
    throw new UsageError(`${file}${place}: not JSON (${fault?.message ?? (error as Error).message}).`, {
      cause: error,
    });
  }
}

function isJsonLines(text: string): boolean {
  const first = /^\s*(\{.*\})[ \t]*\n\s*\S/.exec(text)?.[1];
  return first !== undefined && findJsonFault(first) === null;
}

function pickList(value: unknown, file: string, records: string | undefined): readonly unknown[] {
  const list = records === undefined ? value : getField(value, records);
  if (Array.isArray(list)) return list;
  const place = records === undefined ? "the file" : `"${records}"`;
  const found = list === undefined ? "is not there" : `is ${kindOf(list)}, not a list of rows`;
  throw new UsageError(`${file}: ${place} ${found}.${hint(value)}`);
}

function hint(value: unknown): string {
  if (!isRecord(value)) return "";
  const lists = Object.keys(value).filter((key) => Array.isArray(value[key]));
  return lists.length === 0 ? "" : ` Lists in it: ${lists.join(", ")} (name one as \`records:\`).`;
}

function toRows(list: readonly unknown[], file: string): RawRow[] {
  return list.map((value, index) => {
    const line = index + 1;
    if (!isRecord(value)) throw new UsageError(`${file} element ${line}: ${kindOf(value)}, not an object.`);
    return { line, fields: value };
  });
}
