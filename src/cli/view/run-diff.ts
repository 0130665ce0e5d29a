import { pairSides } from "../../analysis/regression/pair-sides.ts";
import { changeLines, incompleteLines } from "../../report/gate-changes.ts";
import type { RunDiff } from "../../report/html/diff-page.ts";
import { sideNotes } from "../../report/side-notes.ts";
import { sideOfRun } from "../../run/run-side.ts";
import type { ViewedRun } from "./listed-runs.ts";

/** Two listed runs held against each other, strategy by strategy and question by question. */
export function runDiff(first: ViewedRun, second: ViewedRun): RunDiff {
  const sides = [sideOfRun(first.folder), sideOfRun(second.folder)] as const;
  const pair = pairSides(...sides);
  const names = { before: first.name, after: second.name };
  const changes = [...incompleteLines(sides), ...changeLines(pair, names)];
  return { first: first.name, second: second.name, changes, notes: sideNotes(sides), rows: pair.rows };
}
