import { describe, expect, test } from "vitest";
import { calculator } from "../../src/tools/calculator.ts";
import { exemplarSets } from "../../strategies/exemplars/index.ts";

const signal = new AbortController().signal;
const calculate = (input: string) => calculator.run(input, signal);

describe("the calculator says", () => {
  test.each([
    { input: "12 + 5", says: "17", why: "a sum" },
    { input: "2 + 3 * 4", says: "14", why: "products come first" },
    { input: "(2 + 3) * [4 - 1]", says: "15", why: "parentheses of two kinds" },
    { input: "10 - 4 - 3", says: "3", why: "from left to right" },
    { input: "100 / 5 / 2", says: "10", why: "from left to right" },
    { input: "2 ^ 3 ^ 2", says: "512", why: "powers from right to left" },
    { input: "2 ** -2", says: "0.25", why: "a negative exponent" },
    { input: "-2 ^ 2", says: "-4", why: "the power comes before the sign" },
    { input: "2 * -3", says: "-6", why: "a sign behind an operator" },
    { input: "0.1 + 0.2", says: "0.3", why: "exact decimals" },
    { input: "1 / 3 * 3", says: "1", why: "exact fractions" },
    { input: "1 / 3", says: "0.3333333333", why: "ten decimals" },
    { input: "-2 / 3", says: "-0.6666666667", why: "rounded" },
    { input: "1 / 3 / 10 ^ 12", says: "0.0000000000003333333333", why: "ten digits of a small number" },
    { input: "1 / 2 ^ 10", says: "0.0009765625", why: "exact where ten digits suffice" },
    { input: "2 ^ 100", says: "1267650600228229401496703205376", why: "no floating point" },
    { input: "1,250 * 3", says: "3750", why: "thousands commas" },
    { input: "$1,250.50 + €3", says: "1253.5", why: "currency signs" },
    { input: "6 × 7 − 8 ÷ 2", says: "38", why: "printed signs" },
    { input: "3 x 4", says: "12", why: "x between numbers" },
    { input: "17 % 5", says: "2", why: "a remainder" },
    { input: "-7 % 3", says: "2", why: "the remainder has the divisor's sign" },
    { input: "20 % (2 + 1)", says: "2", why: "a remainder by a group" },
    { input: "15%", says: "0.15", why: "a percentage" },
    { input: "80 * 25%", says: "20", why: "a percentage as factor" },
    { input: "50 / 20%", says: "250", why: "the percent sign binds closest" },
    { input: "20% of 50", says: "10", why: "a percentage of" },
    { input: "100 - 20% - 5", says: "94.8", why: "a percentage before a sign" },
    { input: "12 + 5 =", says: "17", why: "an equals sign at the end" },
    { input: "12 + 5 = ?", says: "17", why: "the question asked" },
    { input: ".5 + 5.", says: "5.5", why: "digits on one side of the point only" },
    { input: "007", says: "7", why: "leading zeros" },
    { input: "0 * -1", says: "0", why: "no negative zero" },
  ])("$input is $says: $why", ({ input, says }) => {
    expect(calculate(input)).toBe(says);
  });
});

describe("the calculator refuses", () => {
  test.each([
    { input: "", says: "Error: there is nothing to evaluate." },
    { input: "12 +", says: "Error: the expression ends too early." },
    { input: "12 5", says: 'Error: "5" is not expected where it stands.' },
    { input: "2 (3 + 4)", says: 'Error: "(" is not expected where it stands.' },
    { input: "(2 + 3", says: 'Error: a ")" is missing.' },
    { input: "2 + 3)", says: 'Error: ")" is not expected where it stands.' },
    { input: "1,2345", says: 'Error: cannot read ",2345".' },
    { input: "2x + 3", says: 'Error: cannot read "x + 3".' },
    { input: "12 + 5 = 17", says: 'Error: cannot read "= 17".' },
    { input: "process.exit(1)", says: 'Error: cannot read "process.exit(1)".' },
    { input: "1 / (3 - 3)", says: "Error: division by 0." },
    { input: "5 % 0", says: "Error: division by 0." },
    { input: "0 ^ -1", says: "Error: division by 0." },
    { input: "2 ^ 0.5", says: "Error: an exponent must be a whole number from -10000 to 10000." },
    { input: "9 ^ 9 ^ 9", says: "Error: an exponent must be a whole number from -10000 to 10000." },
    { input: "99 ^ 9999", says: "Error: numbers of more than 200 digits are not supported." },
    { input: "9 ^ 9999", says: "Error: numbers of more than 200 digits are not supported." },
    { input: "(".repeat(500), says: "Error: the expression is nested too deeply." },
    { input: "-".repeat(500), says: "Error: the expression is nested too deeply." },
    { input: "1+".repeat(501), says: "Error: an expression may have at most 1000 characters." },
  ])("$input with $says", ({ input, says }) => {
    expect(calculate(input)).toBe(says);
  });
});

test("the worked examples of the strategies show what the calculator says", () => {
  const shown = exemplarSets
    .flatMap(({ exemplars }) => exemplars.flatMap(({ trajectory }) => trajectory ?? []))
    .filter(({ action }) => action === "Calculator");
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.map(({ input }) => [input, calculate(input)])).toEqual(
    shown.map(({ input, observation }) => [input, observation]),
  );
});
