import { exactSum } from "./exact-sum.ts";
import { mcnemarExact } from "./mcnemar.ts";
import { newcombePaired, type PairedCells } from "./newcombe.ts";
import { student95, studentTwoSidedP } from "./student.ts";
import type { Interval } from "./wilson.ts";

/** What two strategies did on one question that both finished: right answers of finished trials. */
export interface QuestionPair {
  readonly correct: number;
  readonly finished: number;
  readonly referenceCorrect: number;
  readonly referenceFinished: number;
  readonly cluster: number;
}

/** A paired difference in accuracy, strategy minus reference; questions weigh the same. */
export interface PairedDifference {
  readonly questions: number;
  readonly difference: number;
  /** 95%; null = too few clusters to say. */
  readonly interval: Interval | null;
  readonly wins: number;
  readonly losses: number;
  /** Exact McNemar; null where its assumption of one independent pair a question does not hold. */
  readonly mcnemar: number | null;
  /** The p-value that decides: McNemar, or Student's t over clusters; null = too few clusters. */
  readonly pValue: number | null;
}

/**
 * Compares two strategies on the same questions; null without questions.
 * One trial a question and no shared clusters: Newcombe's method 10 and exact McNemar. Otherwise the mean
 * of the questions' differences with the paired, cluster-robust standard error of Miller 2024 (arXiv
 * 2411.00640, sections 2.2 and 4.2) and Student's t with G - 1 degrees of freedom over G clusters.
 */
export function pairedDifference(pairs: readonly QuestionPair[]): PairedDifference | null {
  if (pairs.length === 0) return null;
  const clusters = new Set(pairs.map((pair) => pair.cluster)).size;
  const isPlain =
    clusters === pairs.length && pairs.every((pair) => pair.finished === 1 && pair.referenceFinished === 1);
  return isPlain ? plainDifference(pairs) : clusteredDifference(pairs);
}

/** Positive where the strategy did better, in exact integers. */
const lead = (pair: QuestionPair): number =>
  pair.correct * pair.referenceFinished - pair.referenceCorrect * pair.finished;

function signs(pairs: readonly QuestionPair[]): { wins: number; losses: number } {
  const wins = pairs.filter((pair) => lead(pair) > 0).length;
  return { wins, losses: pairs.filter((pair) => lead(pair) < 0).length };
}

function plainDifference(pairs: readonly QuestionPair[]): PairedDifference {
  const { wins, losses } = signs(pairs);
  const bothRight = pairs.filter((pair) => pair.correct + pair.referenceCorrect === 2).length;
  const bothWrong = pairs.length - wins - losses - bothRight;
  const mcnemar = mcnemarExact(wins, losses);
  return {
    questions: pairs.length,
    difference: (wins - losses) / pairs.length,
    interval: newcombePaired({ bothRight, onlyStrategy: wins, onlyReference: losses, bothWrong }),
    wins,
    losses,
    mcnemar,
    pValue: mcnemar,
  };
}

function clusteredDifference(pairs: readonly QuestionPair[]): PairedDifference {
  const gains = pairs.map((pair) => lead(pair) / (pair.finished * pair.referenceFinished));
  const difference = exactSum(gains) / pairs.length;
  const residuals = new Map<number, number>();
  for (const [i, pair] of pairs.entries()) {
    const residual = (gains[i] ?? 0) - difference;
    residuals.set(pair.cluster, (residuals.get(pair.cluster) ?? 0) + residual);
  }
  const known = { questions: pairs.length, difference, ...signs(pairs), mcnemar: null };
  const clusters = residuals.size;
  if (clusters < 2) return { ...known, interval: null, pValue: null };
  const squares = exactSum([...residuals.values()].map((residual) => residual * residual));
  const standardError = Math.sqrt((clusters / (clusters - 1)) * squares) / pairs.length;
  // Residuals that are rounding errors and nothing else: every cluster shows the same difference.
  if (standardError < 1e-12) return { ...known, ...unanimous(pairs, difference, clusters) };
  const margin = student95(clusters - 1) * standardError;
  return {
    ...known,
    interval: { low: Math.max(-1, difference - margin), high: Math.min(1, difference + margin) },
    pValue: studentTwoSidedP(difference / standardError, clusters - 1),
  };
}

/** A standard error of 0 would claim certainty, so each cluster counts as one single-trial question. */
function unanimous(
  pairs: readonly QuestionPair[],
  difference: number,
  clusters: number,
): Pick<PairedDifference, "interval" | "pValue"> {
  const right = exactSum(pairs.map((pair) => pair.correct / pair.finished)) / pairs.length;
  const onlyStrategy = Math.round(clusters * Math.max(0, difference));
  const onlyReference = Math.round(clusters * Math.max(0, -difference));
  const bothRight = Math.min(
    clusters - onlyStrategy - onlyReference,
    Math.max(0, Math.round(clusters * right) - onlyStrategy),
  );
  const bothWrong = clusters - onlyStrategy - onlyReference - bothRight;
  const cells: PairedCells = { bothRight, onlyStrategy, onlyReference, bothWrong };
  const { low, high } = newcombePaired(cells);
  return {
    interval: { low: Math.min(low, difference), high: Math.max(high, difference) },
    pValue: mcnemarExact(onlyStrategy, onlyReference),
  };
}
