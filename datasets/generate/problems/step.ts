export type Operator = "+" | "-" | "*" | "/";

/** A number of the text, or the result of an earlier step. */
export type Operand = number | { readonly step: number };

export interface Equation {
  readonly x: number;
  readonly operator: Operator;
  readonly y: number;
  readonly value: number;
  /** Where x and y come from. */
  readonly operands: readonly [Operand, Operand];
}

/** Whose number a result is, and how that is told: "the rings" "come" to it, in "dollars". */
export interface Owner {
  readonly of: string;
  readonly verb: "come" | "comes";
  readonly unit: string;
}

/** "the rings come to 21 dollars": the name before the number, so that whoever writes a number knows whose it is. */
export const owned = ({ of, verb, unit }: Owner, result: number | string): string =>
  `${of} ${verb} to ${result} ${unit}`;

/** One step of a solution, with the words for it. From its steps any strategy's transcript can be written. */
export interface Step {
  /** What it computes from, mostly quoted from the text, without the last full stop: "Oscar loses 2 shells". */
  readonly say: string;
  /** The sub-question it answers: "Oscar loses 2 shells. How many shells does Oscar have then?" */
  readonly ask: string;
  /** Its result as an answer is written: "7", "yes", "Monday". */
  readonly result: string;
  /** The computation; null where the step is none. */
  readonly equation: Equation | null;
  /**
   * Whose number the result is, where steps of this kind are asked for by name. The last of them has an owner too, so that
   * a solution says whose number it is before it has to know whether it is at its end.
   */
  readonly owner?: Owner;
  /** The earlier steps it builds on. */
  readonly uses: readonly number[];
}

/** The numbers or words drawn so far cannot make a problem of this shape; the caller draws again. */
export class Infeasible extends Error {
  override readonly name = "Infeasible";
}
