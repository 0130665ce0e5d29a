import type { Tool } from "../contract/index.ts";
import { evaluate, ArithmeticError } from "./evaluate.ts";
import { formatFraction } from "./format-fraction.ts";

/** Exact arithmetic for agents. A bad expression yields a sentence that says what is wrong with it. */
export const calculator: Tool = {
  name: "Calculator",
  description:
    "evaluates an arithmetic expression with + - * / % ^ and parentheses, such as (12 + 5) * 3; % is the remainder.",
  run(input) {
    try {
      return formatFraction(evaluate(input));
    } catch (error) {
      if (error instanceof ArithmeticError) return `Error: ${error.message}`;
      throw error;
    }
  },
};
