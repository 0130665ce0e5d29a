import { Fraction } from "fraction.js";
import { ArithmeticError } from "./arithmetic-error.ts";
import { tokenize, type Token } from "./tokenize.ts";

const DEEPEST = 100;
const LARGEST_EXPONENT = 10_000;
/** Numerators and denominators may have this many digits; larger numbers are no answer to a word problem. */
const MOST_DIGITS = 200;

/**
 * Evaluates an arithmetic expression exactly, by recursive descent. Precedence from low to high: + -, then
 * * / %, then sign, then ^ (right to left), then percent. Between two operands % is the remainder with the
 * sign of the divisor, as in Python; where no operand follows directly it is percent: "15%" is 0.15 and "20% - 5"
 * is -4.8.
 *
 * @throws {ArithmeticError} for anything that is not such an expression, a division by 0, or numbers too large.
 */
export function evaluate(expression: string): Fraction {
  const tokens = tokenize(expression);
  if (tokens.length === 0) throw new ArithmeticError("there is nothing to evaluate");
  let at = 0;
  const take = (symbols: string): string | null => {
    const token = tokens[at];
    if (token?.kind !== "symbol" || !symbols.includes(token.text)) return null;
    at++;
    return token.text;
  };
  const takePercent = (): boolean => !startsOperand(tokens[at + 1]) && take("%") !== null;

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
      value = bounded(combine(symbol, value, signed(depth)));
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
    let value = take("(") === null ? number() : group(depth);
    while (takePercent()) value = value.div(100);
    return bounded(value);
  }

  function group(depth: number): Fraction {
    const value = sum(depth + 1);
    if (take(")") === null)
      throw tokens[at] ? unexpected(tokens[at]) : new ArithmeticError('a ")" is missing');
    return value;
  }

  function number(): Fraction {
    const token = tokens[at];
    if (token?.kind !== "number") throw unexpected(token);
    at++;
    return new Fraction(token.text);
  }

  const value = sum(0);
  if (at < tokens.length) throw unexpected(tokens[at]);
  return value;
}

function startsOperand(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === "number" || token.text === "(");
}

function combine(symbol: string, left: Fraction, right: Fraction): Fraction {
  if (symbol === "*") return left.mul(right);
  if (right.equals(0)) throw new ArithmeticError("division by 0");
  const quotient = left.div(right);
  return symbol === "/" ? quotient : left.sub(right.mul(quotient.floor()));
}

function power(base: Fraction, exponent: Fraction): Fraction {
  if (exponent.d !== 1n || exponent.abs().gt(LARGEST_EXPONENT)) {
    throw new ArithmeticError(
      `an exponent must be a whole number from -${LARGEST_EXPONENT} to ${LARGEST_EXPONENT}`,
    );
  }
  if (base.equals(0) && exponent.lt(0)) throw new ArithmeticError("division by 0");
  const digits = Math.max(digitsOf(base.n), digitsOf(base.d));
  if ((digits - 1) * Math.abs(exponent.valueOf()) > MOST_DIGITS) throw tooLarge();
  return bounded(base.pow(exponent));
}

function bounded(value: Fraction): Fraction {
  if (digitsOf(value.n) > MOST_DIGITS || digitsOf(value.d) > MOST_DIGITS) throw tooLarge();
  return value;
}

/** Of a numerator or denominator: fraction.js keeps the sign apart. */
function digitsOf(value: bigint): number {
  return value.toString().length;
}

function tooLarge(): ArithmeticError {
  return new ArithmeticError(`numbers of more than ${MOST_DIGITS} digits are not supported`);
}

function unexpected(token: Token | undefined): ArithmeticError {
  return new ArithmeticError(
    token === undefined ? "the expression ends too early" : `"${token.text}" is not expected where it stands`,
  );
}
