import type { Comparison } from "../../contract/index.ts";
import { defuse } from "../../report/defuse.ts";
import { counted } from "../../report/format.ts";
import { pairRuns } from "../../run/pair-runs.ts";
import { readManifest } from "../../run/run-manifest.ts";
import { summarizeRun } from "../../run/summarize-run.ts";
import { EXIT } from "../exit-codes.ts";

/** cotbench compare: within one run, or of two runs. Returns the exit code. @throws {UsageError} */
export function compareCommand(dir: string, dir2: string | undefined, flags: { json?: boolean }): number {
  const { changes, lines } = dir2 === undefined ? within(dir) : between(dir, dir2);
  if (flags.json === true) {
    console.log(JSON.stringify({ changes, comparisons: lines.map(({ comparison }) => comparison) }, null, 2));
    return EXIT.ok;
  }
  for (const change of changes) console.log(`note: ${defuse(change)}`);
  for (const { title, comparison } of lines) console.log(`${defuse(title)}: ${sentenceOf(comparison)}`);
  if (lines.length === 0)
    console.log("Nothing to compare: no strategy has finished questions on both sides.");
  return EXIT.ok;
}

interface Line {
  readonly title: string;
  readonly comparison: Comparison;
}

function within(dir: string): { changes: readonly string[]; lines: readonly Line[] } {
  const { comparisons } = summarizeRun(dir, readManifest(dir), null);
  const lines = comparisons.map((comparison) => ({
    title: `${comparison.model} on ${comparison.dataset}: ${comparison.strategy} against ${comparison.reference}`,
    comparison,
  }));
  return { changes: [], lines };
}

function between(dir: string, dir2: string): { changes: readonly string[]; lines: readonly Line[] } {
  const { changes, comparisons } = pairRuns(dir, dir2);
  const lines = comparisons.map(({ model, dataset, strategy, comparison }) => ({
    title: `${model} on ${dataset}: ${strategy} in ${dir2} against ${dir}`,
    comparison: {
      ...comparison,
      model,
      dataset,
      strategy: `${strategy} (${dir2})`,
      reference: `${strategy} (${dir})`,
    },
  }));
  return { changes, lines };
}

/** "+3.2 points [-1.0, 7.4], 12 wins, 8 losses on 120 questions: cannot tell" */
export function sentenceOf(comparison: Comparison): string {
  const { difference, differenceLow95, differenceHigh95, wins, losses, questions, verdict } = comparison;
  const interval = `[${points(differenceLow95)}, ${points(differenceHigh95)}]`;
  return `${points(difference)} points ${interval}, ${counted(wins, "win")}, ${counted(losses, "loss", "losses")} on ${counted(questions, "question")}: ${verdict}`;
}

function points(fraction: number | null): string {
  if (fraction === null) return "unknown";
  const value = (fraction * 100).toFixed(1);
  return fraction > 0 ? `+${value}` : value;
}
