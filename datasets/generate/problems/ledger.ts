import {
  type Equation,
  Infeasible,
  type Operand,
  type Operator,
  type Owner,
  type Step,
} from "./step.ts";

/** The computed steps of a problem in the making. */
export interface Ledger {
  readonly steps: readonly Step[];
  valueOf(operand: Operand): number;
  /**
   * Adds a step and returns its result.
   * @param say what happens, as a clause: "Oscar loses 2 shells"
   * @param ask the sub-question this answers
   * @throws {Infeasible} unless the result is whole and within 0 to 9,999.
   */
  add(left: Operand, operator: Operator, right: Operand, say: string, ask: string): Operand;
  /** Says whose number an operand is; the text itself says it of a number that it gives. */
  own(operand: Operand, owner: Owner): void;
}

const LARGEST = 9999;

export function newLedger(): Ledger {
  const steps: Step[] = [];
  const values: number[] = [];
  const valueOf = (operand: Operand): number =>
    typeof operand === "number" ? operand : (values[operand.step] ?? Number.NaN);
  const add: Ledger["add"] = (left, operator, right, say, ask) => {
    const [x, y] = [valueOf(left), valueOf(right)];
    const value = compute(x, operator, y);
    if (!Number.isInteger(value) || value < 0 || value > LARGEST)
      throw new Infeasible(`${x} ${operator} ${y}`);
    const equation: Equation = { x, operator, y, value, operands: [left, right] };
    const uses = [left, right].flatMap((operand) => (typeof operand === "number" ? [] : [operand.step]));
    steps.push({ say, ask, result: String(value), equation, uses });
    values.push(value);
    return { step: steps.length - 1 };
  };
  const own: Ledger["own"] = (operand, owner) => {
    if (typeof operand !== "number") steps[operand.step] = { ...steps[operand.step]!, owner };
  };
  return { steps, valueOf, add, own };
}

function compute(x: number, operator: Operator, y: number): number {
  if (operator === "+") return x + y;
  if (operator === "-") return x - y;
  return operator === "*" ? x * y : x / y;
}
