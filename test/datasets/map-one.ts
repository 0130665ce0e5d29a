import { expect } from "vitest";
import type { DatasetRow } from "../../src/contract/index.ts";
import { FormatYaml } from "../../src/datasets/dataset-yaml.ts";
import { mapRow } from "../../src/datasets/map-row.ts";
import type { MappedRow } from "../../src/datasets/map-row.ts";

/** A row of line 7 read through a mapping as it would stand in a yaml file. */
export function map(mapping: object, fields: Readonly<Record<string, unknown>>): MappedRow {
  return mapRow({ line: 7, fields }, FormatYaml.parse(mapping));
}

/** The same for a row with nothing wrong. */
export function good(mapping: object, fields: Readonly<Record<string, unknown>>): DatasetRow {
  const { row, problems } = map(mapping, fields);
  expect(problems).toEqual([]);
  if (row === null) throw new Error("no row and no problem");
  return row;
}
