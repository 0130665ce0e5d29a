import { join } from "node:path";
import type { RawRow } from "../../src/datasets/raw-rows.ts";
import { readRows } from "../../src/datasets/read-rows.ts";
import { ROOTS } from "./temp-folder.ts";

/** A row of a built-in dataset as it stands in the file, extra columns included; csv cells are texts. */
export type BuiltinRow = Readonly<Record<string, unknown>> & {
  readonly question: string;
  readonly answer: string;
};

/** The rows of datasets/<path>. */
export async function builtinRows(path: string): Promise<readonly BuiltinRow[]> {
  const { rows } = await readRows(join(ROOTS.builtinDir, path), undefined);
  return rows.map(({ fields }: RawRow) => fields as BuiltinRow);
}
