import type { Comparison, Summary, SummaryRow } from "../contract/index.ts";
import { columnGroups } from "./columns.ts";
import { tableNotes } from "./footnotes.ts";
import { counted, grouped } from "./format.ts";
import { markup, type Markup } from "./markup.ts";
import { resultTables, type Entry, type ResultTable } from "./result-table.ts";
import { headerLines, noteLines } from "./run-header.ts";
import { tableSentence } from "./sentence.ts";

/** A test suite with what its head must say. Rows have no duration of their own, so there is no time. */
interface Suite {
  readonly name: string;
  readonly cases: number;
  readonly errors: number;
  readonly skipped: number;
  readonly body: Markup;
}

/**
 * JUnit XML for CI: a suite for each dataset and model, a case for each strategy, the figures of summary.json in
 * its properties. A case with failed jobs is an error, one without any job is skipped; an incomplete run
 * adds a suite with an error of its own. A strategy that is worse than the reference is a finding, not a
 * broken test: `cotbench gate` is what fails a build over accuracy.
 */
export function renderJunit(summary: Summary): string {
  const tables = resultTables(summary).map((table) => tableSuite(table, summary));
  const suites = [...(summary.run.complete ? [] : [incompleteSuite(summary)]), ...tables];
  const total = (field: "cases" | "errors" | "skipped"): number =>
    suites.reduce((sum, suite) => sum + suite[field], 0);
  const totals = countAttributes(total("cases"), total("errors"), total("skipped"));
  const file = markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cotbench ${summary.run.id}" ${totals}>
${suites.map((suite) => suiteElement(suite, summary))}
</testsuites>
`;
  return file.source;
}

const countAttributes = (cases: number, errors: number, skipped: number): Markup =>
  markup`tests="${cases}" failures="0" errors="${errors}" skipped="${skipped}"`;

function suiteElement({ name, cases, errors, skipped, body }: Suite, { run }: Summary): Markup {
  // JUnit's time stamps are ISO 8601 without zone or fraction.
  const timestamp = run.startedAt.slice(0, "2026-01-01T00:00:00".length);
  return markup`<testsuite name="${name}" ${countAttributes(cases, errors, skipped)} timestamp="${timestamp}">
${body}
</testsuite>`;
}

function incompleteSuite({ run }: Summary): Suite {
  const message = `${grouped(run.jobsDone)} of ${counted(run.jobsPlanned, "job")} done; cotbench run --resume goes on.`;
  const body = markup`<testcase classname="run" name="complete">
<error type="incomplete" message="${message}"/>
</testcase>`;
  return { name: "run", cases: 1, errors: 1, skipped: 0, body };
}

function tableSuite(table: ResultTable, summary: Summary): Suite {
  const name = `${table.dataset} \u00b7 ${table.model}`;
  const { id, cotbenchVersion } = summary.run;
  const facts: Fact[] = [
    ["run", id],
    ["cotbench", cotbenchVersion],
    ...noteLines(summary).map((note): Fact => ["note", note]),
  ];
  const body = markup`${properties(facts)}
${table.entries.map((entry) => testCase(entry, table, name))}
${systemOut([...headerLines(summary), tableSentence(table), ...tableNotes(table)])}`;
  return {
    name,
    cases: table.entries.length,
    errors: table.entries.filter(({ row }) => row.failed > 0).length,
    skipped: table.entries.filter(({ row }) => row.jobs === 0).length,
    body,
  };
}

function testCase(entry: Entry, table: ResultTable, suite: string): Markup {
  const { row, comparison } = entry;
  const figures = columnGroups(table)
    .flat()
    .map((column) => ({ title: column.title, text: column.cell(entry).parts.join("") }))
    .filter(({ text }) => text !== "")
    .map(({ title, text }) => `${title}: ${text}`);
  return markup`<testcase classname="${suite}" name="${row.strategy}">
${[properties([...rowFacts(row), ...comparisonFacts(comparison)]), ...problems(row), systemOut(figures)]}
</testcase>`;
}

function problems({ jobs, failed }: SummaryRow): Markup[] {
  if (jobs === 0) return [markup`<skipped message="no job was run"/>`];
  if (failed === 0) return [];
  const message = `${grouped(failed)} of ${counted(jobs, "job")} failed and ${failed === 1 ? "is" : "are"} not part of the accuracy; records.jsonl says why.`;
  return [markup`<error type="failed-jobs" message="${message}"/>`];
}

/** A property's name and value. */
type Fact = readonly [string, string];

/** The row as in summary.json, but for what names it. */
function rowFacts({ model: _model, dataset: _dataset, strategy: _strategy, ...figures }: SummaryRow): Fact[] {
  const isFree = (name: string): boolean => figures.billing === "local" && name.startsWith("cost");
  return Object.entries(figures).map(([name, value]) => [
    name,
    value === null ? (isFree(name) ? "local" : "unknown") : String(value),
  ]);
}

/** The comparison as in summary.json, but for what names it; nothing for the reference. */
function comparisonFacts(comparison: Comparison | null): Fact[] {
  if (comparison === null) return [];
  const { model: _model, dataset: _dataset, strategy: _strategy, ...figures } = comparison;
  return Object.entries(figures).map(([name, value]) => [name, value === null ? "unknown" : String(value)]);
}

function properties(facts: readonly Fact[]): Markup {
  return markup`<properties>
${facts.map(([name, value]) => markup`<property name="${name}" value="${value}"/>`)}
</properties>`;
}

const systemOut = (lines: readonly string[]): Markup =>
  markup`<system-out>${lines.map((line) => markup`${line}`)}</system-out>`;
