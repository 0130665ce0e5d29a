import type { Expression, Factor, Term } from "./expression.ts";
import { valueOf } from "./expression-value.ts";

/**
 * One text for all expressions that differ only in the order of terms and factors, in superfluous parentheses
 * and in how a chain is grouped: "9*(13 - (4 + 3))" and "(13 - 3 - 4) * 9" are equal. It reads as the same
 * expression again.
 */
export function normalExpression(expression: Expression): string {
  return written(flattened(expression));
}

/** Sums inside sums and products inside products are taken apart. */
function flattened(expression: Expression): Expression {
  if (expression.kind === "number") return expression;
  if (expression.kind === "sum") {
    const terms = expression.terms.flatMap(flatTerms);
    const [only] = terms;
    return terms.length === 1 && only?.isNegative === false ? only.of : { kind: "sum", terms };
  }
  return { kind: "product", factors: expression.factors.flatMap(flatFactors) };
}

function flatTerms({ isNegative, of }: Term): readonly Term[] {
  const inner = flattened(of);
  if (inner.kind !== "sum") return [{ isNegative, of: inner }];
  return inner.terms.map((term) => ({ ...term, isNegative: term.isNegative !== isNegative }));
}

/** A divisor without a value stays whole: taken apart, 1 / (1 / 0) would be 0. */
function flatFactors({ isDivisor, of }: Factor): readonly Factor[] {
  const inner = flattened(of);
  if (inner.kind !== "product" || (isDivisor && valueOf(inner) === null)) return [{ isDivisor, of: inner }];
  return inner.factors.map((factor) => ({ ...factor, isDivisor: factor.isDivisor !== isDivisor }));
}

/**
 * What is added stands before what is taken away, factors before divisors, each in the order of their texts.
 */
function written(expression: Expression): string {
  if (expression.kind === "number") return expression.digits;
  if (expression.kind === "sum") {
    const parts = expression.terms.map(({ isNegative, of }) => ({ isBehind: isNegative, text: written(of) }));
    return joined(parts, " + ", " - ").replace(/^ - /, "-");
  }
  const parts = expression.factors.map(({ isDivisor, of }) => ({
    isBehind: isDivisor,
    text: of.kind === "number" ? of.digits : `(${written(of)})`,
  }));
  return joined(parts, " * ", " / ");
}

interface Part {
  readonly isBehind: boolean;
  readonly text: string;
}

function joined(parts: readonly Part[], before: string, behind: string): string {
  const texts = (isBehind: boolean): string[] =>
    parts.flatMap((part) => (part.isBehind === isBehind ? [part.text] : [])).sort(byText);
  return [texts(false).join(before), ...texts(true)].join(behind);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
