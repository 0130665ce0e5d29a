import { styleText } from "node:util";
import type { Summary } from "../contract/index.ts";
import { columnGroups, type Tone } from "./columns.ts";
import { defuse } from "./defuse.ts";
import { legend, marksOf, tableNotes } from "./footnotes.ts";
import { panelLines, panels } from "./layout.ts";
import { jobsEach, resultTables, type ResultTable } from "./result-table.ts";
import { headerLines, noteLines } from "./run-header.ts";
import { tableSentence } from "./sentence.ts";
import { widthOf, wrap, wrapWords } from "./text-width.ts";

export interface TerminalOptions {
  /** Columns of the terminal; below 48 the tables are laid out for 48. */
  readonly width: number;
  /** Whether escape sequences for colour may be written; the caller honours NO_COLOR. */
  readonly colour: boolean;
}

type Paint = (text: string, tone: Tone) => string;

const NARROWEST = 48;

/** The whole result for a terminal: header, a table for each dataset and model with its sentence, legend. */
export function renderTable(summary: Summary, { width, colour }: TerminalOptions): string {
  const room = Math.max(NARROWEST, width);
  const paint = colour ? paintAnsi : paintNothing;
  const tables = resultTables(summary);
  const prose = (text: string, tone: Tone): string[] =>
    wrapWords(defuse(text), room).map((line) => paint(line, tone));
  const lines = [
    ...headerLines(summary).flatMap((line) => prose(line, "plain")),
    ...noteLines(summary).flatMap((line) => prose(`Note: ${line}`, "strong")),
    ...tables.flatMap((table) => ["", ...tableLines(table, room, paint, prose)]),
    "",
    ...legend(tables).flatMap((line) => prose(line, "faint")),
  ];
  return lines.map((line) => line.trimEnd()).join("\n");
}

function tableLines(
  table: ResultTable,
  width: number,
  paint: Paint,
  prose: (text: string, tone: Tone) => string[],
): string[] {
  const { entries, reference } = table;
  const against = reference === null ? "" : ` \u00b7 reference ${reference}`;
  const labels = entries.map(({ row }) => labelLines(defuse(row.strategy) + marksOf(row), width));
  const labelWidth = Math.max("strategy".length, ...labels.flat().map(widthOf));
  const blocks = panels(columnGroups(table), entries, labelWidth, width);
  return [
    ...prose(`${table.dataset} \u00b7 ${table.model} \u00b7 ${jobsEach(table)}${against}`, "strong"),
    ...blocks.flatMap((panel) => ["", ...panelLines(labels, labelWidth, panel, paint)]),
    "",
    ...tableNotes(table).flatMap((line) => prose(line, "faint")),
    ...prose(tableSentence(table), "strong"),
  ];
}

/** A strategy's name takes at most a fifth of the width, or 18 columns; its options go to the next lines. */
function labelLines(label: string, width: number): string[] {
  return wrap(label, Math.max(18, Math.floor(width / 5)), /[:,]/, "  ");
}

const paintNothing: Paint = (text) => text;

const STYLES = { strong: "bold", faint: "dim", good: "green", bad: "red" } as const;

const paintAnsi: Paint = (text, tone) =>
  tone === "plain" ? text : styleText(STYLES[tone], text, { validateStream: false });
