import { extname } from "node:path";
import { UsageError } from "../contract/index.ts";
import type { RawRows } from "./raw-rows.ts";
import { readJson, readJsonl } from "./read-json.ts";
import { readTextFile } from "./text-file.ts";

/** The rows files that can be read, by their extension. */
export const ROWS_EXTENSIONS: readonly string[] = [".csv", ".jsonl", ".json"];

/**
 * Reads a rows file by its extension; `records` is the path to the list inside a JSON file.
 * Throws UsageError for anything that is not a file with at least one row.
 */
export async function readRows(file: string, records: string | undefined): Promise<RawRows> {
  const rows = await parse(file, records);
  if (rows.rows.length === 0) throw new UsageError(`${file}: no rows.`);
  return rows;
}

async function parse(file: string, records: string | undefined): Promise<RawRows> {
  switch (extname(file).toLowerCase()) {
    case ".csv": {
      const { readCsv } = await import("./read-csv.ts");
      return readCsv(await readTextFile(file), file);
    }
    case ".jsonl":
      return readJsonl(await readTextFile(file), file);
    case ".json":
      return readJson(await readTextFile(file), file, records);
    default:
      throw new UsageError(`${file}: not a rows file. Known: ${ROWS_EXTENSIONS.join(", ")}.`);
  }
}
