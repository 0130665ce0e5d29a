import { expect, test } from "vitest";
import { gateRun } from "../../src/analysis/regression/gate.ts";
import { settleGatePolicy } from "../../src/config/gate-policy.ts";
import { renderGateJunit } from "../../src/report/gate-junit.ts";
import { sideNotes } from "../../src/report/side-notes.ts";
import { side, sideRow } from "../analysis/regression/sides.ts";

const noted = (ref: string, ...notes: readonly string[]) => ({ ref, notes });

test.each([
  { sides: [noted("a", "x"), noted("b", "x")], says: ["x"], why: "said by both" },
  { sides: [noted("a", "x"), noted("b", "y")], says: ["a: x", "b: y"], why: "each its own" },
  { sides: [noted("main"), noted("b", "y")], says: ["b: y"], why: "an older baseline has none" },
  { sides: [noted("a", "x", "y")], says: ["x", "y"], why: "nothing to tell one run from" },
  { sides: [noted("a", "x"), noted("b", "x"), noted("c")], says: ["x"], why: "said by several of many" },
])("notes are said once, and those of one side with its name ($why)", ({ sides, says }) => {
  expect(sideNotes(sides)).toEqual(says);
});

test("JUnit has the notes beside what changed", () => {
  const [before, after] = ["main", "results/pr"].map((ref) =>
    side([sideRow("c")], { ref, notes: ["openai/m always samples."] }),
  );
  const rules = { limitsFor: settleGatePolicy({}, null, "bench.yaml"), idOf: () => null };
  const junit = renderGateJunit(gateRun(before!, after!, rules), () => null);
  expect(junit.split("openai/m always samples.")).toHaveLength(2);
});
