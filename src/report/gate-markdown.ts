import type { GateResult, GateRow } from "../analysis/regression/gate.ts";
import type { GateVerdict } from "../analysis/regression/gate-check.ts";
import { differenceText } from "./comparison-sentence.ts";
import { shownFlips, type TextOf } from "./gate-flips.ts";
import {
  checkSentence,
  figureTexts,
  gateNotes,
  gateSentence,
  leftOutTexts,
  rowName,
} from "./gate-sentences.ts";
import { counted, grouped } from "./format.ts";
import { escapeMarkdown, noteItems } from "./markdown.ts";
import { markup } from "./markup.ts";
import { sideNotes } from "./side-notes.ts";

const MARKS: Readonly<Record<GateVerdict, string>> = {
  passed: "\u2705",
  regression: "\u274c",
  "cannot tell": "\u2754",
};

/** The gate as GitHub Markdown, for a comment on a pull request or the summary of a step. */
export function renderGateMarkdown(result: GateResult, textOf: TextOf): string {
  const { verdict, baseline, run, rows } = result;
  const differences = gateNotes(result);
  const notes = sideNotes([baseline, run]);
  const lines = [
    `## ${MARKS[verdict]} cotbench gate: ${verdict}`,
    "",
    escapeMarkdown(gateSentence(result)),
    "",
    escapeMarkdown(`Run ${run.run} against ${baseline.ref} (run ${baseline.run}, ${baseline.startedAt}).`),
    ...(notes.length === 0 ? [] : ["", ...noteItems(notes)]),
    ...(differences.length === 0 ? [] : ["", "**Not the same on both sides:**", ""]),
    ...differences.map((difference) => `- ${escapeMarkdown(difference)}`),
    "",
    tableLine(["", "row", "accuracy", "difference [95%]", "questions", "cost / question", "p50"]),
    "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows.map(rowLine),
    "",
    ...rows.flatMap(reasonLines),
    ...rows.flatMap((row) => flipBlock(row, textOf)),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

const tableLine = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;

function rowLine(row: GateRow): string {
  const head = [`${MARKS[row.verdict]} ${row.verdict}`, rowName(row)];
  if (row.paired === null) return tableLine([...head, "not in the baseline", "-", "-", "-", "-"]);
  const { accuracy, cost, latency } = figureTexts(row.paired);
  return tableLine([
    ...head,
    accuracy,
    differenceText(row.paired),
    String(row.paired.questions),
    cost,
    latency,
  ]);
}

/** Why a row did not pass, and what of it was not compared. */
function reasonLines(row: GateRow): string[] {
  const reasons = row.checks.filter(({ verdict }) => verdict !== "passed").map(checkSentence);
  const leftOut = row.paired === null ? [] : leftOutTexts(row.paired).map((text) => `not compared: ${text}`);
  return [...reasons, ...leftOut].map((text) => `- ${escapeMarkdown(`${rowName(row)}: ${text}`)}`);
}

function flipBlock(row: GateRow, textOf: TextOf): string[] {
  if (row.paired === null) return [];
  const { shown, more } = shownFlips(row.paired, textOf);
  if (shown.length === 0) return [];
  const { lost, won } = row.paired.flips;
  const title = `${rowName(row)}: ${counted(lost.length, "question")} lost, ${grouped(won.length)} won`;
  const rest = more === 0 ? [] : ["", `And ${grouped(more)} more.`];
  return [
    "",
    summaryLine(title),
    "",
    tableLine(["", "question", "outcome", "text"]),
    "| --- | --- | --- | --- |",
    ...shown.map(({ turn, question, change, text }) => tableLine([turn, question, change, text ?? "-"])),
    ...rest,
    "",
    "</details>",
  ];
}

/** Within an element Markdown is not read, so its escapes would show; only a mention would still be one. */
const summaryLine = (title: string): string =>
  markup`<details><summary>${title}</summary>`.source.replaceAll("@", "&#64;");
