import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldTable } from "../../../src/report/sections/fold-table.ts";
import { widthOf } from "../../../src/report/text-width.ts";

const head = ["strategy", "correct", "answer read [95%]"];
const rows = [head, ["direct", "17", "100.0% [98.1, 100.0]"], ["react", "163", "99.5% [97.2, 99.9]"]];

describe("foldTable", () => {
  test("aligns the first column left and the others right where everything fits", () => {
    expect(foldTable(rows, Infinity)).toEqual([
      "strategy  correct     answer read [95%]",
      "direct         17  100.0% [98.1, 100.0]",
      "react         163    99.5% [97.2, 99.9]",
    ]);
    expect(foldTable(rows, 39)).toEqual(foldTable(rows, Infinity));
  });

  test("goes on in a table below with the same first column", () => {
    expect(foldTable(rows, 38)).toEqual([
      "strategy  correct",
      "direct         17",
      "react         163",
      "",
      "strategy     answer read [95%]",
      "direct    100.0% [98.1, 100.0]",
      "react       99.5% [97.2, 99.9]",
    ]);
  });

  test("goes on in the next line where a single cell is too wide", () => {
    const long = [
      ["step", "equation"],
      ["1", "29 * 16 = 290 + 154 = 390 + 54 = 440 + 4 = 444"],
    ];
    expect(foldTable(long, 40)).toEqual([
      "step                          equation",
      "1     29 * 16 = 290 + 154 = 390 + 54 =",
      "                         440 + 4 = 444",
    ]);
  });

  test("keeps a table of one column", () => {
    expect(foldTable([["strategy"], ["direct"]], 40)).toEqual(["strategy", "direct"]);
  });

  test("never passes the width, loses nothing, and repeats the first column alone", () => {
    const word = fc.stringMatching(/^[a-z0-9%]{1,30}$/);
    const cell = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
    const table = fc
      .integer({ min: 2, max: 7 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, fc.integer({ min: 40, max: 200 }), (cells, width) => {
        const lines = foldTable(cells, width);
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
        const tables = lines.filter((line) => line === "").length + 1;
        const lettersOf = (texts: readonly string[]) => texts.join("").replaceAll(" ", "").length;
        const names = lettersOf(cells.map(([name = ""]) => name));
        expect(lettersOf(lines)).toBe(lettersOf(cells.flat()) + (tables - 1) * names);
      }),
    );
  });
});
