import type { Comparison, Summary, SummaryRow } from "../contract/index.ts";
import { defuse } from "./defuse.ts";
import { resultTables, type Entry } from "./result-table.ts";

const ROW_FIELDS = [
  "model",
  "dataset",
  "strategy",
  "jobs",
  "correct",
  "incorrect",
  "unparsed",
  "truncated",
  "refused",
  "failed",
  "accuracy",
  "accuracyStrict",
  "accuracyLow95",
  "accuracyHigh95",
  "extractionRate",
  "callsPerJob",
  "promptTokens",
  "cachedPromptTokens",
  "completionTokens",
  "reasoningTokens",
  "costUsd",
  "costPerCorrectUsd",
  "billing",
  "latencyMsP50",
  "latencyMsP90",
  "dominated",
] as const satisfies readonly (keyof SummaryRow)[];

const COMPARISON_FIELDS = [
  "reference",
  "questions",
  "difference",
  "differenceLow95",
  "differenceHigh95",
  "wins",
  "losses",
  "pValue",
  "pValueHolm",
  "costRatio",
  "verdict",
] as const satisfies readonly (keyof Comparison)[];

/**
 * One line for each row of the summary, with its comparison (empty for the reference); fractions and units as in
 * summary.json, unknown is an empty field. RFC 4180 quoting, line feeds.
 */
export function renderCsv(summary: Summary): string {
  const entries = resultTables(summary).flatMap((table) => table.entries);
  const header = [...ROW_FIELDS, ...COMPARISON_FIELDS].join(",");
  return `${[header, ...entries.map(csvLine)].join("\n")}\n`;
}

function csvLine({ row, comparison }: Entry): string {
  const fields = [
    ...ROW_FIELDS.map((name) => row[name]),
    ...COMPARISON_FIELDS.map((name) => comparison?.[name] ?? null),
  ];
  return fields.map(csvField).join(",");
}

function csvField(value: string | number | boolean | null): string {
  if (value === null) return "";
  return typeof value === "string" ? csvText(value) : String(value);
}

/** Text that a spreadsheet would run as a formula gets a leading apostrophe. */
function csvText(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${defuse(text)}` : defuse(text);
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
