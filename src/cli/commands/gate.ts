import { statSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError, type Comparison } from "../../contract/index.ts";
import { defuse } from "../../report/defuse.ts";
import { pairRuns } from "../../run/pair-runs.ts";
import { EXIT } from "../exit-codes.ts";
import { sentenceOf } from "./compare.ts";

type GateVerdict = "passed" | "regression" | "cannot tell";

/**
 * cotbench gate: 0 when no strategy dropped by more than allowed, 1 when one surely did, 3 when the questions
 * are too few to tell. @throws {UsageError}
 */
export function gateCommand(dir: string, flags: { baseline: string; maxDrop: string }): number {
  const maxDrop = maxDropOf(flags.maxDrop);
  const { changes, comparisons } = pairRuns(runFolderOf(flags.baseline), dir);
  if (comparisons.length === 0) {
    throw new UsageError(
      `${dir} and ${flags.baseline} share no strategy with finished questions; nothing to gate.`,
    );
  }
  for (const change of changes) console.log(`note: ${defuse(change)}`);
  const verdicts = comparisons.map(({ model, dataset, strategy, comparison }) => {
    const verdict = gateVerdict(comparison, maxDrop);
    console.log(`${verdict}: ${defuse(`${model} on ${dataset}, ${strategy}`)}: ${sentenceOf(comparison)}`);
    return verdict;
  });
  if (verdicts.includes("regression")) return close("regression", EXIT.someFailed);
  if (verdicts.includes("cannot tell")) {
    const why = `an interval reaches below -${maxDrop * 100} points; more questions would narrow it`;
    return close(`cannot tell: ${why}`, EXIT.cannotTell);
  }
  return close("passed", EXIT.ok);
}

function close(verdict: string, code: number): number {
  console.log(`gate: ${verdict}`);
  return code;
}

/**
 * Passed: the whole 95% interval of the difference lies above the largest drop allowed. Regression: the drop
 * is larger than allowed and its interval excludes 0. Anything between cannot be told from these questions.
 */
export function gateVerdict(comparison: Comparison, maxDrop: number): GateVerdict {
  const { difference, differenceLow95, differenceHigh95 } = comparison;
  if (difference === null || differenceLow95 === null || differenceHigh95 === null) return "cannot tell";
  if (differenceLow95 >= -maxDrop) return "passed";
  return difference < -maxDrop && differenceHigh95 < 0 ? "regression" : "cannot tell";
}

function maxDropOf(points: string): number {
  const value = Number(points);
  if (points.trim() === "" || !(value >= 0 && value <= 100)) {
    throw new UsageError(`--max-drop "${points}" is not a number of points from 0 to 100.`);
  }
  return value / 100;
}

/** A baseline may be named by its folder or by a file in it. */
function runFolderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? dirname(path) : path;
}
