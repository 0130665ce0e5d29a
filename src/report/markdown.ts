import type { Summary } from "../contract/index.ts";
import { columnGroups } from "./columns.ts";
import { defuse } from "./defuse.ts";
import { legend, marksOf, tableNotes } from "./footnotes.ts";
import { jobsEach, resultTables, type ResultTable } from "./result-table.ts";
import { headerLines, noteLines } from "./run-header.ts";
import { tableSentence } from "./sentence.ts";

/** The whole result as GitHub Markdown (report.md): the same tables, unbroken. */
export function renderMarkdown(summary: Summary): string {
  const tables = resultTables(summary);
  const lines = [
    "# cotbench results",
    "",
    ...headerLines(summary).map((line) => `- ${escapeMarkdown(line)}`),
    ...noteItems(noteLines(summary)),
    ...tables.flatMap((table) => ["", ...tableLines(table)]),
    "",
    ...legend(tables).map((line) => `- ${escapeMarkdown(line)}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** Notes as items of a list, not yet escaped. */
export const noteItems = (notes: readonly string[]): string[] =>
  notes.map((note) => `- **Note:** ${escapeMarkdown(note)}`);

function tableLines(table: ResultTable): string[] {
  const columns = columnGroups(table).flat();
  const { reference } = table;
  const against = reference === null ? "" : `, reference ${reference}`;
  const rows = table.entries.map((entry) => {
    const fields = columns.map((column) => column.cell(entry).parts.join(""));
    return line([entry.row.strategy + marksOf(entry.row), ...fields]);
  });
  return [
    `## ${escapeMarkdown(`${table.dataset} \u00b7 ${table.model}`)}`,
    "",
    `**${escapeMarkdown(tableSentence(table))}**`,
    "",
    `${escapeMarkdown(jobsEach(table) + against)}.`,
    "",
    line(["strategy", ...columns.map((column) => column.title)]),
    `| --- |${" ---: |".repeat(columns.length)}`,
    ...rows,
    "",
    tableNotes(table).map(escapeMarkdown).join(" "),
  ];
}

const line = (fields: readonly string[]): string => `| ${fields.map(escapeMarkdown).join(" | ")} |`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text that Markdown and HTML show as it is: no cell end, code, emphasis, link, mention or tag. */
export function escapeMarkdown(text: string): string {
  return defuse(text)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\\`*_{}[\]|~$#!]/g, "\\$&")
    .replace(/@/g, "&#64;")
    .replace(/:\/\//g, "&#58;//");
}
