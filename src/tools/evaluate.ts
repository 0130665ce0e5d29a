import Fraction from "fraction.js";
import { tokenize, type Token } from "./tokenize-arithmetic.ts";
import { ArithmeticError } from "./arithmetic-error.ts";

export { ArithmeticError } from "./arithmetic-error.ts";

const DEEPEST = 100;
/** Numerator and denominator may have this many digits; larger numbers are no answer to a word problem. */
const MOST_DIGITS = 200;

/**
 * Evaluates an arithmetic expression exactly, by recursive descent. Precedence from low to high: + -, then
 * * / %, then sign, then ^ (right to left). % is the remainder with the sign of the dividend; after the last
 * operand it is percent ("15%" is 0.15).
 *
 * @throws {ArithmeticError} for anything that is not such an expression, a division by 0, or numbers too large.
 */
export function evaluate(expression: string): Fraction {
  const tokens = tokenize(expression);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const take = (symbols: string): string | null => {
    const token = tokens[at];
    if (token?.kind !== "symbol" || !symbols.includes(token.text)) return null;
    at++;
    return token.text;
  };

  function sum(depth: number): Fraction {
    let value = product(depth);
    for (let symbol = take("+-"); symbol !== null; symbol = take("+-")) {
      const right = product(depth);
      value = bounded(symbol === "+" ? value.add(right) : value.sub(right));
    }
    return value;
  }

  function product(depth: number): Fraction {
    let value = signed(depth);
    for (let symbol = take("*/%"); symbol !== null; symbol = take("*/%")) {
      if (symbol === "%" && !startsOperand(peek())) value = value.div(100);
      else value = bounded(combine(symbol, value, signed(depth)));
    }
    return value;
  }

  function signed(depth: number): Fraction {
    if (depth > DEEPEST) throw new ArithmeticError("the expression is nested too deeply");
    if (take("-") !== null) return signed(depth + 1).neg();
    if (take("+") !== null) return signed(depth + 1);
    const base = operand(depth);
    return take("^") === null ? base : power(base, signed(depth + 1));
  }

  function operand(depth: number): Fraction {
    if (take("(") !== null) {
      const value = sum(depth + 1);
      if (take(")") === null) throw new ArithmeticError('a ")" is missing');
      return value;
    }
    const token = peek();
    if (token?.kind !== "number") throw unexpected(token);
    at++;
    return bounded(new Fraction(token.text));
  }

  const value = sum(0);
  if (at < tokens.length) throw unexpected(peek());
  return value;
}

function startsOperand(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === "number" || token.text === "(");
}

function combine(symbol: string, left: Fraction, right: Fraction): Fraction {
  if (symbol === "*") return left.mul(right);
  if (right.equals(0)) throw new ArithmeticError("division by 0");
  return symbol === "/" ? left.div(right) : left.mod(right);
}

function power(base: Fraction, exponent: Fraction): Fraction {
  const times = exponent.valueOf();
  if (exponent.d !== 1n || Math.abs(times) > 10_000) {
    throw new ArithmeticError("an exponent must be a whole number from -10000 to 10000");
  }
  if (base.equals(0) && times < 0) throw new ArithmeticError("division by 0");
  const digits = Math.max(digitsOf(base.n), digitsOf(base.d));
  if (!base.abs().equals(1) && (digits - 1) * Math.abs(times) > MOST_DIGITS) throw tooLarge();
  const value = base.pow(exponent);
  if (value === null) throw new ArithmeticError("the power is not a rational number");
  return bounded(value);
}

function bounded(value: Fraction): Fraction {
  if (digitsOf(value.n) > MOST_DIGITS || digitsOf(value.d) > MOST_DIGITS) throw tooLarge();
  return value;
}

function digitsOf(value: bigint): number {
  return value.toString().replace("-", "").length;
}

function tooLarge(): ArithmeticError {
  return new ArithmeticError(`numbers of more than ${MOST_DIGITS} digits are not supported`);
}

function unexpected(token: Token | undefined): ArithmeticError {
  return new ArithmeticError(
    token === undefined ? "the expression ends too early" : `unexpected "${token.text}"`,
  );
}
