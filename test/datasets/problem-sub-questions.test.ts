import { expect, test } from "vitest";
import { givenNumbers } from "./given-numbers.ts";
import { ALL_FAMILIES, draws } from "./problem-draws.ts";

const problems = ALL_FAMILIES.flatMap((family) =>
  draws(family, "trained", 120).map(({ problem }) => problem),
);

test("a sub-question names no number but those of the text: the others are still to be computed when it is asked", () => {
  const named = problems.flatMap(({ family, question, steps }) => {
    const given = givenNumbers(family, question);
    return steps.flatMap(({ ask }) =>
      (ask.replaceAll(/part \d/g, "").match(/\d+/g) ?? []).map((number) => ({
        family,
        ask,
        isGiven: given.has(Number(number)),
      })),
    );
  });
  expect(named.length).toBeGreaterThan(500);
  expect(named.filter(({ isGiven }) => !isGiven)).toEqual([]);
});

test("of things that have come or gone a sub-question says so, in place of a number", () => {
  const changed = problems
    .filter(({ family, steps }) => family === "legs" && steps.length % 2 === 0 && steps.length > 2)
    .map(({ steps }) => steps[1]!.ask);
  expect(changed.length).toBeGreaterThan(10);
  expect(changed.filter((ask) => !/^How many \w+ do the \w+ have then\?$/.test(ask))).toEqual([]);
});

test("the last sub-question quotes the sentences of its step, also where they stand apart in the text", () => {
  const quoting = problems.flatMap(({ question, steps }) => {
    const { say, ask } = steps.at(-1)!;
    const sentences = `${say}.`.split(/(?<=\.) /);
    const isQuoted = sentences.every((sentence) => question.includes(sentence));
    return isQuoted ? [{ ask, told: `${say}.`, standsApart: !question.includes(`${say}.`) }] : [];
  });
  expect(quoting.filter(({ ask, told }) => !ask.startsWith(`${told} `))).toEqual([]);
  expect(quoting.some(({ standsApart }) => standsApart)).toBe(true);
});
