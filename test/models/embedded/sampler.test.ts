import { expect, test } from "vitest";
import { sampleToken, uniformAt } from "../../../src/models/embedded/sampler.ts";

const LOGITS = Float32Array.of(0, Math.log(2), Math.log(5), -1000);

test.each([
  { uniform: 0, token: 0, why: "probabilities are 1/8, 2/8, 5/8" },
  { uniform: 0.12, token: 0, why: "just below 1/8" },
  { uniform: 0.13, token: 1, why: "just above 1/8" },
  { uniform: 0.37, token: 1, why: "just below 3/8" },
  { uniform: 0.38, token: 2, why: "just above 3/8" },
  { uniform: 0.999999, token: 2, why: "the last one that counts" },
])("At temperature 1 the number $uniform draws token $token ($why)", ({ uniform, token }) => {
  expect(sampleToken(LOGITS, 1, uniform)).toBe(token);
});

test("Temperature 0 takes the most likely token, the first among equals", () => {
  expect(sampleToken(Float32Array.of(1, 3, 3, 2), 0, 0.9)).toBe(1);
});

test("Half the temperature squares the odds", () => {
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 3000; i++) counts[sampleToken(LOGITS, 0.5, i / 3000)]!++;
  expect(counts).toEqual([100, 400, 2500, 0]);
});

test("Uniform numbers of a seed are evenly spread and repeat exactly", () => {
  const numbers = Array.from({ length: 10_000 }, (_, i) => uniformAt(42, i));
  expect(numbers).toEqual(Array.from({ length: 10_000 }, (_, i) => uniformAt(42, i)));
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const number of numbers) tenths[Math.floor(number * 10)]!++;
  // 1,000 expected, standard deviation 30.
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test("Neighbouring seeds start with unrelated numbers", () => {
  const firsts = Array.from({ length: 10_000 }, (_, seed) => uniformAt(seed, 0));
  const mean = firsts.reduce((a, b) => a + b, 0) / firsts.length;
  const products = firsts.slice(1).map((number, i) => (number - mean) * (firsts[i]! - mean));
  const covariance = products.reduce((a, b) => a + b, 0) / products.length;
  // The variance is 1/12; correlation within 0.05 of none.
  expect(Math.abs(covariance * 12)).toBeLessThan(0.05);
});
