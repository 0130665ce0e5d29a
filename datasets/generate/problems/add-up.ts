import type { Ledger } from "./ledger.ts";
import type { Operand } from "./step.ts";

/** A number that has a name: "the violins" and how many strings they have. */
export interface Amount {
  readonly of: string;
  readonly is: Operand;
}

/** How amounts are told: "The violins" "come" to 140 "strings". */
export interface Telling {
  readonly verb: "come" | "comes";
  readonly unit: string;
  /** The sub-question that the sum with amount `index` answers. */
  readonly ask: (index: number) => string;
}

/**
 * Adds up two amounts or more, with a step for each sum: "The violins come to 140 strings and the guitars to 228", then "The
 * cellos come to 36 strings". Names stand before their numbers: whoever writes a number then knows whose it is.
 */
export function addUp(ledger: Ledger, amounts: readonly Amount[], { verb, unit, ask }: Telling): Operand {
  return amounts
    .map(({ is }) => is)
    .reduce((sum, is, index) => {
      const [first, ...others] = index === 1 ? amounts.slice(0, 2) : amounts.slice(index, index + 1);
      const opening = `${capital(first!.of)} ${verb} to ${ledger.valueOf(first!.is)} ${unit}`;
      const rest = others.map((other) => ` and ${other.of} to ${ledger.valueOf(other.is)}`);
      return ledger.add(sum, "+", is, `${opening}${rest.join("")}`, ask(index));
    });
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
