import { expect, test } from "vitest";
import { inventedName, inventedThing } from "../../datasets/generate/problems/words.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { canBeInvented } from "./invented-words.ts";
import { ALL_FAMILIES, draws } from "./problem-draws.ts";
import { maskOf } from "./sentence-templates.ts";

test("the words that can be invented are those that are drawn", () => {
  const random = seededRandom(3);
  const names = Array.from({ length: 200 }, () => inventedName(random));
  const things = Array.from({ length: 200 }, () => inventedThing(random));
  expect([...names, ...things].filter((word) => !canBeInvented(word))).toEqual([]);
  expect(["Tom", "Selma", "Xan", "tins", "apples"].filter(canBeInvented)).toEqual(["Tom", "tins"]);
});

test("no name or thing of an unseen question can come up as an invented one", () => {
  const questions = ALL_FAMILIES.flatMap((family) =>
    draws(family, "unseen", 300).map(({ problem }) => problem.question),
  );
  const words = new Set(questions.flatMap((question) => question.match(/\w+/g) ?? []));
  const spelt = [...words].filter((word) => canBeInvented(word) && maskOf(word) !== undefined);
  expect(spelt).toEqual([]);
});
