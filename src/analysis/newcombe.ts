import { wilson, type Interval } from "./wilson.ts";

/** Paired right/wrong counts over questions: first letter the strategy, second the reference. */
export interface PairedCells {
  readonly bothRight: number;
  /** Strategy right, reference wrong. */
  readonly onlyStrategy: number;
  /** Strategy wrong, reference right. */
  readonly onlyReference: number;
  readonly bothWrong: number;
}

/**
 * 95% interval of the paired difference of two proportions (strategy minus reference), method 10 of
 * Newcombe 1998 (Stat Med 17:2635): Wilson limits of both, combined with the continuity-corrected phi.
 * Needs at least one pair; within -1..1; holds the difference.
 */
export function newcombePaired(cells: PairedCells): Interval {
  const pairs = cells.bothRight + cells.onlyStrategy + cells.onlyReference + cells.bothWrong;
  const strategy = (cells.bothRight + cells.onlyStrategy) / pairs;
  const reference = (cells.bothRight + cells.onlyReference) / pairs;
  const first = wilson(strategy, pairs);
  const second = wilson(reference, pairs);
  const phi = correctedPhi(cells, pairs);
  const combine = (x: number, y: number): number => Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  const difference = (cells.onlyStrategy - cells.onlyReference) / pairs;
  return {
    low: Math.max(-1, difference - combine(strategy - first.low, second.high - reference)),
    high: Math.min(1, difference + combine(reference - second.low, first.high - strategy)),
  };
}

function correctedPhi(cells: PairedCells, pairs: number): number {
  const { bothRight: e, onlyStrategy: f, onlyReference: g, bothWrong: h } = cells;
  const margins = (e + f) * (g + h) * (e + g) * (f + h);
  if (margins === 0) return 0;
  const product = e * h - f * g;
  const corrected = product > 0 ? Math.max(product - pairs / 2, 0) : product;
  return corrected / Math.sqrt(margins);
}
