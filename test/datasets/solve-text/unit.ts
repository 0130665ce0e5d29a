import { readText } from "./read-text.ts";

/** Every unit in the smallest of its kind; what is not here counts one by one. */
const SIZES: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 24 * 3600,
  weeks: 7 * 24 * 3600,
  months: 1,
  years: 12,
  inches: 1,
  feet: 12,
  yards: 36,
  centimeters: 1,
  meters: 100,
  dozen: 12,
};

const sizeOf = (unit = ""): number => SIZES[unit] ?? 1;

/** The sum of all quantities with their signs, in the unit that is asked for. */
export function solveUnit(question: string): number {
  let total = 0;
  let target = "";
  const add = (sign: number, sentence: string) => {
    for (const [, count, unit] of sentence.matchAll(/(\d+) (\w+)/g))
      total += sign * Number(count) * sizeOf(unit);
  };
  readText(question, [
    [/is that|does that make/, (_, sentence) => (target = /^How many (\w+)/.exec(sentence)?.[1] ?? "")],
    [/^Express|^What does this/, (_, sentence) => (target = /in (\w+)[.?]$/.exec(sentence)?.[1] ?? "")],
    [
      /\?$|^Write/,
      (_, sentence) => {
        add(1, sentence);
        target = /(?:^How many|how many|number of) (\w+)/.exec(sentence)?.[1] ?? "";
      },
    ],
    [/taken away|less|cut off|shrinks|decrease/, (_, sentence) => add(-1, sentence)],
    [/^/, (_, sentence) => add(1, sentence)],
  ]);
  return total / sizeOf(target);
}
