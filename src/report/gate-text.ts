import type { GateResult, GateRow } from "../analysis/regression/gate.ts";
import { comparisonSentence } from "./comparison-sentence.ts";
import { defuse } from "./defuse.ts";
import { flipLines, type TextOf } from "./gate-flips.ts";
import {
  checkSentence,
  figureTexts,
  gateNotes,
  gateSentence,
  leftOutTexts,
  rowName,
} from "./gate-sentences.ts";
import { sideNotes } from "./side-notes.ts";

/** The gate for a terminal or a log: what changed, a line for each row with its reasons and flips, the verdict last. */
export function renderGateText(result: GateResult, textOf: TextOf): string {
  const { baseline, run } = result;
  const lines = [
    ...gateNotes(result).map((note) => `note: ${note}`),
    ...sideNotes([baseline, run]).map((note) => `note: ${note}`),
    ...result.rows.flatMap((row) => rowLines(row, textOf)),
    `gate: ${result.verdict}: ${gateSentence(result)}`,
  ];
  return lines.map(defuse).join("\n");
}

function rowLines(row: GateRow, textOf: TextOf): string[] {
  const { paired, checks, verdict } = row;
  const reasons = checks.map((check) => `  ${check.verdict}: ${checkSentence(check)}`);
  if (paired === null) return [`${verdict}: ${rowName(row)}: not in the baseline`, ...reasons];
  const { accuracy, cost, latency } = figureTexts(paired);
  return [
    `${verdict}: ${rowName(row)}: ${comparisonSentence(paired)}`,
    `  accuracy ${accuracy}, cost per question ${cost}, p50 ${latency}`,
    ...leftOutTexts(paired).map((text) => `  not compared: ${text}`),
    ...reasons,
    ...flipLines(paired, textOf).map((line) => `  ${line}`),
  ];
}
