export type Operator = "+" | "-" | "*" | "/";

/** A number of the text, or the result of an earlier step. */
export type Operand = number | { readonly step: number };

/** One computed step of a problem, with the words for it. */
export interface Step {
  readonly x: number;
  readonly operator: Operator;
  readonly y: number;
  readonly value: number;
  /** What happens, as a clause: "Oscar loses 2 shells". */
  readonly say: string;
}

/** The numbers drawn so far cannot make a problem of this shape; the caller draws again. */
export class Infeasible extends Error {
  override readonly name = "Infeasible";
}

/** The steps of a problem in the making. */
export interface Ledger {
  readonly steps: readonly Step[];
  valueOf(operand: Operand): number;
  /** Adds a step and returns its result. @throws {Infeasible} unless the result is whole and within 0 to 99999. */
  add(left: Operand, operator: Operator, right: Operand, say: string): Operand;
}

const LARGEST = 99_999;

export function newLedger(): Ledger {
  const steps: Step[] = [];
  const valueOf = (operand: Operand): number =>
    typeof operand === "number" ? operand : (steps[operand.step]?.value ?? Number.NaN);
  const add: Ledger["add"] = (left, operator, right, say) => {
    const [x, y] = [valueOf(left), valueOf(right)];
    const value = compute(x, operator, y);
    if (!Number.isInteger(value) || value < 0 || value > LARGEST)
      throw new Infeasible(`${x} ${operator} ${y}`);
    steps.push({ x, operator, y, value, say });
    return { step: steps.length - 1 };
  };
  return { steps, valueOf, add };
}

function compute(x: number, operator: Operator, y: number): number {
  if (operator === "+") return x + y;
  if (operator === "-") return x - y;
  return operator === "*" ? x * y : x / y;
}

/** A finished draft: the sentences of the story, the question after them, and the steps that solve it. */
export interface Draft {
  readonly sentences: readonly string[];
  readonly question: string;
  readonly ledger: Ledger;
}
