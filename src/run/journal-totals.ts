import { addExactly, exactTotal, type Partials } from "../analysis/exact-sum.ts";
import { scanLines } from "./scan-lines.ts";

/** What a journal says was spent. USD; null = at least one call's cost is unknown or local. */
export interface JournalTotals {
  readonly callsEver: number;
  readonly billedEverUsd: number | null;
  readonly callsInLastSession: number;
  readonly billedInLastSessionUsd: number | null;
}

const HEAD = /^\{"key":"[^"]*","session":(\d+),"costUsd":(null|[-+.eE\d]+),"model":"((?:[^"\\]|\\.)*)"/;
const HEAD_BYTES = 400;

/**
 * Sums calls.jsonl from the first bytes of each line; a 200 MB journal takes a fraction of a second.
 *
 * @param localModels ids of models whose calls nobody bills: beside billed ones they add nothing.
 */
export function journalTotals(
  path: string,
  session: number,
  localModels: ReadonlySet<string> = new Set(),
): JournalTotals {
  const ever = newSpend();
  const last = newSpend();
  for (const line of scanLines(path, HEAD_BYTES)) {
    const match = HEAD.exec(line.text);
    if (match === null) continue;
    const costUsd = localModels.has(match[3] ?? "") ? 0 : match[2] === "null" ? null : Number(match[2]);
    addSpend(ever, 1, costUsd);
    if (Number(match[1]) === session) addSpend(last, 1, costUsd);
  }
  return {
    callsEver: ever.calls,
    billedEverUsd: spentUsd(ever),
    callsInLastSession: last.calls,
    billedInLastSessionUsd: spentUsd(last),
  };
}

/** Calls and what they cost, summed without rounding: the order in which they completed changes nothing. */
export interface Spend {
  calls: number;
  readonly costsUsd: Partials;
  isKnown: boolean;
}

export function newSpend(): Spend {
  return { calls: 0, costsUsd: [], isKnown: true };
}

/** @param costUsd of these calls together; null = unknown or local. */
export function addSpend(spend: Spend, calls: number, costUsd: number | null): void {
  spend.calls += calls;
  if (costUsd === null) spend.isKnown = false;
  else addExactly(spend.costsUsd, costUsd);
}

/** USD; 0 without calls, null as soon as one part is unknown. */
export function spentUsd({ costsUsd, isKnown }: Spend): number | null {
  return isKnown ? exactTotal(costsUsd) : null;
}
