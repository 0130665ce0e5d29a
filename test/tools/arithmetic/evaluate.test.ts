import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ArithmeticError } from "../../../src/tools/arithmetic/arithmetic-error.ts";
import { evaluate } from "../../../src/tools/arithmetic/evaluate.ts";
import { formatFraction } from "../../../src/tools/arithmetic/format-fraction.ts";

/** An expression as text, and its value as numerator and positive denominator by plain BigInt arithmetic. */
interface Sum {
  readonly text: string;
  readonly value: readonly [bigint, bigint];
}

const whole = fc.nat(9_999).map((n): Sum => ({ text: String(n), value: [BigInt(n), 1n] }));
const decimal = fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 99 })).map(([n, cents]): Sum => ({
  text: `${n}.${String(cents).padStart(2, "0")}`,
  value: [BigInt(n * 100 + cents), 100n],
}));

const { sum } = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    whole,
    decimal,
    tie("sum").map(({ text, value: [n, d] }): Sum => ({ text: `-(${text})`, value: [-n, d] })),
    fc.tuple(tie("sum"), tie("sum"), fc.constantFrom("+", "-", "*", "/", "×", "−")).map(combined),
  ),
}));

function combined([left, right, operator]: [Sum, Sum, string]): Sum {
  const [a, b] = left.value;
  const [c, d] = right.value;
  const text = `(${left.text}) ${operator} (${right.text})`;
  if (operator === "+") return { text, value: [a * d + c * b, b * d] };
  if (operator === "-" || operator === "−") return { text, value: [a * d - c * b, b * d] };
  if (operator === "*" || operator === "×") return { text, value: [a * c, b * d] };
  // What would divide by zero divides by one instead.
  if (c === 0n) return { text: `(${left.text}) / 1`, value: left.value };
  return { text, value: c < 0n ? [-a * d, b * -c] : [a * d, b * c] };
}

test("expressions have the value that exact arithmetic gives them", () => {
  fc.assert(
    fc.property(sum, ({ text, value: [n, d] }) => {
      const value = evaluate(text);
      expect(value.s * value.n * d).toBe(n * value.d);
    }),
  );
});

test("chains without parentheses keep the order of school arithmetic", () => {
  const link = fc.tuple(fc.constantFrom("+", "-", "*"), fc.nat(999));
  fc.assert(
    fc.property(fc.nat(999), fc.array(link, { maxLength: 8 }), (first, links) => {
      const terms = [BigInt(first)];
      for (const [operator, n] of links) {
        if (operator === "*") terms.push((terms.pop() ?? 0n) * BigInt(n));
        else terms.push(operator === "-" ? -BigInt(n) : BigInt(n));
      }
      const text = `${first}${links.map(([operator, n]) => ` ${operator} ${n}`).join("")}`;
      expect(formatFraction(evaluate(text))).toBe(String(terms.reduce((a, b) => a + b)));
    }),
  );
});

test("powers bind closer than signs, signs closer than products", () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(12), fc.nat(99), (base, exponent, factor) => {
      const power = BigInt(base) ** BigInt(exponent);
      expect(formatFraction(evaluate(`${factor} * -${base} ^ ${exponent}`))).toBe(
        String(BigInt(factor) * -power),
      );
      const signed = BigInt(-base) ** BigInt(exponent);
      expect(formatFraction(evaluate(`(-${base}) ** ${exponent} - ${factor}`))).toBe(
        String(signed - BigInt(factor)),
      );
    }),
  );
});

test("remainders lie between zero and the divisor", () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer().filter((n) => n !== 0),
      (n, divisor) => {
        const expected = ((BigInt(n) % BigInt(divisor)) + BigInt(divisor)) % BigInt(divisor);
        expect(formatFraction(evaluate(`${n} % (${divisor})`))).toBe(String(expected));
      },
    ),
  );
});

test("any other text is refused with a sentence, never with a crash", () => {
  const soup = fc.string({
    unit: fc.constantFrom(..."0123456789+-*/%^()[]., $x=of".split("")),
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), soup), (text) => {
      try {
        expect(formatFraction(evaluate(text)).length).toBeLessThan(500);
      } catch (error) {
        expect(error).toBeInstanceOf(ArithmeticError);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("formatted numbers are within half a unit of their last digit", () => {
  const part = fc.bigInt({ min: 1n, max: 10n ** 20n });
  fc.assert(
    fc.property(part, part, (n, d) => {
      const text = formatFraction(evaluate(`${n} / ${d}`));
      const decimals = text.split(".")[1] ?? "";
      const scale = 10n ** BigInt(Math.max(10, decimals.length));
      const shown = (BigInt(text.replace(".", "")) * scale) / 10n ** BigInt(decimals.length);
      const error = shown * d - n * scale;
      expect((error < 0n ? -error : error) * 2n).toBeLessThanOrEqual(d);
    }),
  );
});
