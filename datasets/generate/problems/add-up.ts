import type { Ledger } from "./ledger.ts";
import { capital } from "./capital.ts";
import { type Operand, owned, type Owner } from "./step.ts";

/** A number that has a name: "the violins" and how many strings they have. */
export interface Amount {
  readonly of: string;
  readonly is: Operand;
}

/** How amounts are told: "The violins" "come" to 140 "strings". */
export interface Telling extends Omit<Owner, "of"> {
  /** The sub-question that the sum with amount `index` answers. */
  readonly ask: (index: number) => string;
}

/**
 * Adds up two amounts or more, with a step for each sum: "The violins come to 140 strings and the guitars come to 228 strings",
 * then "The cellos come to 36 strings". The step that an amount was computed in says so in the same words, so that to add up
 * means to look up what was said of a name.
 */
export function addUp(ledger: Ledger, amounts: readonly Amount[], { ask, ...telling }: Telling): Operand {
  const told = ({ of, is }: Amount): string => owned({ of, ...telling }, ledger.valueOf(is));
  if (amounts.length > 1) for (const { of, is } of amounts) ledger.own(is, { of, ...telling });
  return amounts
    .map(({ is }) => is)
    .reduce((sum, is, index) => {
      const added = amounts.slice(index === 1 ? 0 : index, index + 1);
      return ledger.add(sum, "+", is, capital(added.map(told).join(" and ")), ask(index));
    });
}
