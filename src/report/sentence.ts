import { smallestDetectable } from "../analysis/detectable.ts";
import type { Comparison, Summary } from "../contract/index.ts";
import { counted, grouped, hundredths, percent, points, times } from "./format.ts";
import { listed } from "./footnotes.ts";
import { resultTables, type ResultTable } from "./result-table.ts";

/**
 * What the tables show, one sentence a line; with several tables each begins with "dataset, model: ".
 * Names are as they stand in the summary: the caller defuses.
 */
export function summarySentence(summary: Summary): string {
  const tables = resultTables(summary);
  const prefix = ({ dataset, model }: ResultTable): string =>
    tables.length > 1 ? `${dataset}, ${model}: ` : "";
  return tables.map((table) => prefix(table) + tableSentence(table)).join("\n");
}

/** What one table shows, honestly where it shows nothing and where the run is not complete. */
export function tableSentence(table: ResultTable): string {
  const { complete, jobsDone, jobsPlanned } = table.run;
  const soFar = complete ? "" : `So far (${grouped(jobsDone)} of ${counted(jobsPlanned, "job")}): `;
  return `${soFar}${[findings(table), ...leftOut(table)].join("; ")}.`;
}

/** Strategies that share no finished question with the reference: neither told from it nor not. */
function leftOut({ entries, reference }: ResultTable): string[] {
  const apart = entries.filter(({ comparison }) => comparison?.questions === 0);
  const unrun = apart.filter(({ row }) => row.jobs === 0).length;
  const others = apart.length - unrun;
  return [
    ...(unrun > 0 ? [`${grouped(unrun)} not run yet`] : []),
    ...(others > 0 ? [`${grouped(others)} finished no question in common with ${reference ?? ""}`] : []),
  ];
}

function findings(table: ResultTable): string {
  const comparisons = table.entries.flatMap(({ comparison: it }) =>
    it === null || it.questions === 0 ? [] : [it],
  );
  const told = comparisons
    .filter((one) => one.verdict !== "cannot tell")
    .sort((x, y) => (y.difference ?? 0) - (x.difference ?? 0));
  const better = told.filter((one) => one.verdict === "better");
  const worse = told.filter((one) => one.verdict === "worse").toReversed();
  if (comparisons.length === 0) return aloneSentence(table);
  if (better.length > 0) return betterSentence(better, worse, comparisons.length - told.length, table);
  return worse.length > 0 ? worseSentence(worse, comparisons, table) : nothingTold(comparisons);
}

function aloneSentence({ entries }: ResultTable): string {
  const [best] = entries
    .map(({ row }) => row)
    .filter((row) => row.accuracy !== null)
    .sort((x, y) => (y.accuracy ?? 0) - (x.accuracy ?? 0));
  if (best === undefined) return "No job finished, so nothing was measured";
  const interval = intervalText(best.accuracyLow95, best.accuracyHigh95);
  return `${best.strategy} has an accuracy of ${percent(best.accuracy)}${interval}; there is nothing to compare it with`;
}

function betterSentence(
  better: readonly Comparison[],
  worse: readonly Comparison[],
  untold: number,
  table: ResultTable,
): string {
  const [best, ...others] = better;
  if (best === undefined) return "";
  const reference = best.reference;
  const parts = [
    `${best.strategy} beats ${reference} by ${size(best, 1)}${spendText(best, table)}`,
    ...(others.length > 0 ? [`also better: ${listed(others.map(briefly), "and")}`] : []),
    ...(worse.length > 0 ? [`worse: ${listed(worse.map(briefly), "and")}`] : []),
    ...(untold > 0 ? [`${untold} cannot be told from ${reference}`] : []),
  ];
  return parts.join("; ");
}

function worseSentence(
  worse: readonly Comparison[],
  comparisons: readonly Comparison[],
  table: ResultTable,
): string {
  const [worst, ...others] = worse;
  if (worst === undefined) return "";
  const also = others.length > 0 ? `; also worse: ${listed(others.map(briefly), "and")}` : "";
  return (
    `No strategy beats ${worst.reference} on ${questionsOf(comparisons)}; ` +
    `${worst.strategy} is worse by ${size(worst, -1)}${spendText(worst, table)}${also}`
  );
}

function nothingTold(comparisons: readonly Comparison[]): string {
  const [first] = comparisons;
  if (first === undefined) return "";
  const who =
    comparisons.length === 1
      ? `${first.strategy} cannot be told from ${first.reference}`
      : `No strategy can be told from ${first.reference}`;
  return [`${who} on ${questionsOf(comparisons)}`, ...powerText(comparisons)].join("; ");
}

/** What the largest of these comparisons could have shown at best; nothing where that is not known. */
function powerText(comparisons: readonly Comparison[]): string[] {
  // Holm's family: the comparisons for which a test was possible.
  const family = comparisons.filter(({ pValueHolm }) => pValueHolm !== null).length;
  const known = comparisons.flatMap((one) => {
    const smallest = smallestDetectable(one, family);
    return smallest === null ? [] : [{ questions: one.questions, smallest }];
  });
  if (known.length === 0) return [];
  const able = known.flatMap(({ questions, smallest }) =>
    smallest === "none" ? [] : [{ questions, smallest }],
  );
  const most = Math.max(...(able.length > 0 ? able : known).map(({ questions }) => questions));
  const isSameForAll = comparisons.every(({ questions }) => questions === most);
  const largest = isSameForAll ? "" : ", the most of any comparison";
  if (able.length === 0) return [`no difference could be shown with ${counted(most, "question")}${largest}`];
  const smallest = Math.max(...able.filter(({ questions }) => questions === most).map((one) => one.smallest));
  const thisSize = isSameForAll ? "this n" : `the largest n (${counted(most, "question")})`;
  return [`the smallest difference ${thisSize} could show is about ${roundPoints(smallest)} points`];
}

/** "8.1 points [2.0, 14.1]"; `sign` -1 turns a loss into a positive number. */
function size(comparison: Comparison, sign: 1 | -1): string {
  const { differenceLow95: low, differenceHigh95: high } = comparison;
  const value = hundredths(sign * (comparison.difference ?? 0));
  if (low === null || high === null) return `${value} points`;
  return `${value} points${sign === 1 ? intervalText(low, high) : intervalText(-high, -low)}`;
}

function intervalText(low: number | null, high: number | null): string {
  return low === null || high === null ? "" : ` [${hundredths(low)}, ${hundredths(high)}]`;
}

function spendText({ costRatio }: Comparison, { spendWord }: ResultTable): string {
  if (costRatio === null) return "";
  const ratio = times(costRatio);
  return ratio === "1.0x" ? ` for the same ${spendWord}` : ` for ${ratio} the ${spendWord}`;
}

const briefly = ({ strategy, difference, costRatio }: Comparison): string =>
  `${strategy} (${points(difference)}${costRatio === null ? "" : `, ${times(costRatio)}`})`;

function questionsOf(comparisons: readonly Comparison[]): string {
  const counts = comparisons.map(({ questions }) => questions);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? counted(most, "question") : `${least} to ${counted(most, "question")}`;
}

const roundPoints = (difference: number): string =>
  difference >= 0.1 ? (difference * 100).toFixed(0) : (difference * 100).toFixed(1);
