import {
  ceilingChecks,
  dropChecks,
  mustPassChecks,
  type GateCheck,
  type GateLimits,
  type GateVerdict,
} from "./gate-check.ts";
import { pairSides, type PairedRow, type SidePair } from "./pair-sides.ts";
import { keyOf, type RunSide, type SideKey, type SideRow } from "./run-side.ts";

/** How a run stands against a baseline. */
export interface GateResult {
  readonly verdict: GateVerdict;
  readonly baseline: GateParty;
  readonly run: GateParty;
  /** What the two sides do not share. */
  readonly differs: Omit<SidePair, "rows">;
  readonly rows: readonly GateRow[];
}

export type GateParty = Pick<RunSide, "ref" | "run" | "startedAt" | "jobsPlanned" | "jobsDone" | "notes">;

export interface GateRow extends SideKey {
  readonly verdict: GateVerdict;
  readonly checks: readonly GateCheck[];
  /** null = the baseline does not have it: only ceilings and must-pass questions were held against it. */
  readonly paired: PairedRow | null;
}

/** What the policy says, and where questions are found that it names. */
export interface GateRules {
  readonly limitsFor: (dataset: string) => GateLimits;
  /** Id of the question of a dataset that an entry of the policy names; null = there is none. */
  readonly idOf: (dataset: string, question: string) => string | null;
}

/**
 * Holds every row of a run to the limits of its dataset: a regression in any check is one of the whole; else
 * what cannot be told in any check cannot be told of the whole.
 */
export function gateRun(baseline: RunSide, run: RunSide, rules: GateRules): GateResult {
  const { rows: pairs, ...differs } = pairSides(baseline, run);
  const paired = new Map(pairs.map((row) => [keyOf(row), row]));
  const rows = run.rows.flatMap((row) => gateRow(row, paired.get(keyOf(row)) ?? null, rules));
  return {
    verdict: worstOf(rows.map(({ verdict }) => verdict)),
    baseline: partyOf(baseline),
    run: partyOf(run),
    differs,
    rows,
  };
}

function gateRow(row: SideRow, paired: PairedRow | null, { limitsFor, idOf }: GateRules): GateRow[] {
  const { model, dataset, strategy } = row;
  const limits = limitsFor(dataset);
  if (limits.strategies !== null && !limits.strategies.includes(strategy)) return [];
  const checks = [
    ...(paired === null ? [] : dropChecks(paired, limits)),
    ...ceilingChecks(row.figures, limits),
    ...mustPassChecks(row, limits, (question) => idOf(dataset, question)),
  ];
  if (checks.length === 0) return [];
  const verdict = worstOf(checks.map((check) => check.verdict));
  return [{ model, dataset, strategy, verdict, checks, paired }];
}

function partyOf({ ref, run, startedAt, jobsPlanned, jobsDone, notes }: RunSide): GateParty {
  return { ref, run, startedAt, jobsPlanned, jobsDone, notes };
}

function worstOf(verdicts: readonly GateVerdict[]): GateVerdict {
  if (verdicts.includes("regression")) return "regression";
  return verdicts.length === 0 || verdicts.includes("cannot tell") ? "cannot tell" : "passed";
}
