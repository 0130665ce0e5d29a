import { expect, test } from "vitest";
import { addUp, type Telling } from "../../datasets/generate/problems/add-up.ts";
import { newLedger } from "../../datasets/generate/problems/ledger.ts";

const STRINGS: Telling = { verb: "come", unit: "strings", ask: (index) => `With ${index}?` };

test("a sum tells whose each number is before the number, and opens with the first two", () => {
  const ledger = newLedger();
  const products = [35, 38, 9].map((count, index) => ledger.add(count, "*", index + 4, "", ""));
  const of = ["the violins", "the guitars", "the cellos"];
  const total = addUp(
    ledger,
    products.map((is, index) => ({ of: of[index]!, is })),
    STRINGS,
  );
  expect(ledger.valueOf(total)).toBe(140 + 190 + 54);
  expect(ledger.steps.slice(0, 3).map(({ owner }) => owner)).toEqual(
    of.map((kind) => ({ of: kind, verb: "come", unit: "strings" })),
  );
  expect(ledger.steps.slice(3).map(({ say, ask, result, uses }) => ({ say, ask, result, uses }))).toEqual([
    {
      say: "The violins come to 140 strings and the guitars come to 190 strings",
      ask: "With 1?",
      result: "330",
      uses: [0, 1],
    },
    { say: "The cellos come to 54 strings", ask: "With 2?", result: "384", uses: [3, 2] },
  ]);
});

test("one amount alone is its own sum, without a step", () => {
  const ledger = newLedger();
  expect(addUp(ledger, [{ of: "Ann", is: 7 }], STRINGS)).toBe(7);
  expect(ledger.steps).toEqual([]);
});
