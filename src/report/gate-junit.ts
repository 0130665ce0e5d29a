import type { GateCheck } from "../analysis/regression/gate-check.ts";
import type { GateResult, GateRow } from "../analysis/regression/gate.ts";
import { comparisonSentence } from "./comparison-sentence.ts";
import { flipLines, type TextOf } from "./gate-flips.ts";
import { checkSentence, gateNotes, rowName } from "./gate-sentences.ts";
import { markup, type Markup } from "./markup.ts";
import { sideNotes } from "./side-notes.ts";

/**
 * The gate as JUnit XML: a suite for each row, a case for each limit. A regression is a failure; what cannot be told is
 * an error, since the gate does not pass with it.
 */
export function renderGateJunit(result: GateResult, textOf: TextOf): string {
  const checks = result.rows.flatMap((row) => row.checks);
  const file = markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cotbench gate" ${counts(checks)}>
${result.rows.map((row) => suite(row, result, textOf))}
</testsuites>
`;
  return file.source;
}

function counts(checks: readonly GateCheck[]): Markup {
  const of = (wanted: GateCheck["verdict"]): number =>
    checks.filter(({ verdict }) => verdict === wanted).length;
  return markup`tests="${checks.length}" failures="${of("regression")}" errors="${of("cannot tell")}" skipped="0"`;
}

function suite(row: GateRow, result: GateResult, textOf: TextOf): Markup {
  const name = rowName(row);
  const { paired } = row;
  const facts =
    paired === null ? ["not in the baseline"] : [comparisonSentence(paired), ...flipLines(paired, textOf)];
  // JUnit's time stamps are ISO 8601 without zone or fraction.
  const timestamp = result.run.startedAt.slice(0, "2026-01-01T00:00:00".length);
  return markup`<testsuite name="${name}" ${counts(row.checks)} timestamp="${timestamp}">
${row.checks.map((check) => testCase(check, name))}
<system-out>${[...gateNotes(result), ...sideNotes([result.baseline, result.run]), ...facts].map((line) => markup`${line}`)}</system-out>
</testsuite>`;
}

function testCase(check: GateCheck, suiteName: string): Markup {
  const name = check.kind === "must pass" ? `must pass: ${check.question}` : check.kind;
  const opening = markup`<testcase classname="${suiteName}" name="${name}">`;
  return markup`${opening}${problem(check)}</testcase>`;
}

function problem(check: GateCheck): Markup | readonly Markup[] {
  const message = checkSentence(check);
  if (check.verdict === "passed") return [];
  return check.verdict === "regression"
    ? markup`<failure type="regression" message="${message}"/>`
    : markup`<error type="cannot-tell" message="${message}"/>`;
}
