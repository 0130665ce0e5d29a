import type { Family } from "../../datasets/generate/problems/families.ts";
import { PARTS } from "./solve-text/legs.ts";
import { numbersIn } from "./solve-text/read-text.ts";

const WORDS: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  twice: 2,
  doubles: 2,
  triples: 3,
  three: 3,
  four: 4,
  five: 5,
};

/** Numbers that nobody has to be told, by family: units of measure, days of a month, who is asked counts as one. */
const COMMON: Partial<Readonly<Record<Family, readonly number[]>>> = {
  unit: [3, 7, 12, 24, 60, 100],
  calendar: [7, 30, 31],
  queue: [1],
  // Full weeks, of up to a year of days.
  weekday: Array.from({ length: 53 }, (_, weeks) => 7 * weeks),
};

/** Every number that a solution may start from: those of the text, in figures or words, and common knowledge. */
export function givenNumbers(family: Family, question: string): Set<number> {
  const words = question.toLowerCase().match(/[a-z]+/g) ?? [];
  const told = words.flatMap((word) => WORDS[word] ?? []);
  const parts = family === "legs" ? words.flatMap((word) => PARTS.get(word.replace(/s$/, "")) ?? []) : [];
  return new Set([...numbersIn(question), ...told, ...parts, ...(COMMON[family] ?? [])]);
}
