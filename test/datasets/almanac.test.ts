import { describe, expect, test } from "vitest";
import { drawAlmanacQuestion } from "../../datasets/generate/almanac/almanac.ts";
import { almanacExemplars, builtinAlmanac } from "../../datasets/generate/almanac/rows.ts";
import { almanacTrajectory } from "../../datasets/generate/almanac/worked.ts";
import type { Relation } from "../../datasets/generate/almanac/relation.ts";
import { RELATIONS } from "../../datasets/generate/almanac/world.ts";
import { evaluationAlmanac } from "../../datasets/generate/evaluation.ts";
import { isHeldOut } from "../../datasets/generate/problems/held-out.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { sentencesOf } from "../../src/tools/documents/text-parts.ts";
import { answersFromPages } from "./solve-text/almanac.ts";

const SPLITS = {
  "the built-in almanac": { split: builtinAlmanac(), count: 120 },
  "the evaluation, held out": { split: evaluationAlmanac("trained"), count: 400 },
  "the evaluation, unseen": { split: evaluationAlmanac("unseen"), count: 400 },
};

/** Questions of the training data. */
function draws(wording: "trained" | "unseen") {
  const random = seededRandom(17);
  return Array.from({ length: 300 }, (_, index) =>
    drawAlmanacQuestion(random, "train", { hops: 1 + (index % 3), wording }),
  );
}
const drawn = { trained: draws("trained"), unseen: draws("unseen") };

describe.each(Object.entries(SPLITS))("%s", (_, { split: { questions, documents }, count }) => {
  test("has so many questions, none twice, all kept from the training", () => {
    expect(new Set(questions.map(({ question }) => question)).size).toBe(count);
    expect(questions.filter(({ key }) => !isHeldOut(key))).toEqual([]);
  });

  test("has one page of each title, also where case does not count", () => {
    expect(new Set(documents.map(({ title }) => title.toLowerCase())).size).toBe(documents.length);
  });

  test("has answers that its pages lead to, and no other", () => {
    const wrong = questions.filter(
      ({ question, answer }) => answersFromPages(question, documents).join() !== answer,
    );
    expect(wrong.map(({ question }) => question)).toEqual([]);
  });
});

test("the three share no question and no page", () => {
  const splits = Object.values(SPLITS).map(({ split }) => split);
  const titles = splits.flatMap(({ documents }) => documents.map(({ text }) => text));
  expect(new Set(titles).size).toBe(titles.length);
  const asked = splits.flatMap(({ questions }) => questions.map(({ key }) => key));
  expect(new Set(asked).size).toBe(asked.length);
});

test.each(["trained", "unseen"] as const)(
  "in %s sentences an answer stands in the pages, and no other",
  (wording) => {
    for (const { question, answer, documents, key } of drawn[wording]) {
      expect([question, answersFromPages(question, documents)]).toEqual([question, [answer]]);
      expect(isHeldOut(key)).toBe(false);
    }
  },
);

test("each hop's sentence stands on its page, and alone holds what Lookup looks for", () => {
  for (const { hops, documents } of [...drawn.trained, ...drawn.unseen]) {
    for (const { title, sentence, term, result } of hops) {
      const sentences = sentencesOf(documents.find((page) => page.title === title)!.text);
      expect(sentences.filter((one) => one.toLowerCase().includes(term))).toEqual([sentence]);
      expect(sentence).toContain(result);
    }
  }
});

test("each hop goes on where the one before it ended, and the last gives the answer", () => {
  for (const { hops, answer } of drawn.trained) {
    expect(hops.slice(1).map(({ title }) => title)).toEqual(hops.slice(0, -1).map(({ result }) => result));
    expect(hops.at(-1)!.result).toBe(answer);
  }
});

test("some pages begin with other things, so that Lookup is needed; most do not", () => {
  const actions = drawn.trained.flatMap((question) =>
    almanacTrajectory(question).map(({ action }) => action),
  );
  const share = (name: string) => actions.filter((action) => action === name).length / actions.length;
  expect(share("Lookup")).toBeGreaterThan(0.05);
  expect(share("Lookup")).toBeLessThan(share("Search") / 2);
});

test("what tells a relation is no sentence of the training data where it is unseen", () => {
  for (const { sentences, nouns, questions } of Object.values<Relation>(RELATIONS)) {
    for (const { trained, unseen } of [sentences, nouns, questions]) {
      expect(unseen.length).toBeGreaterThan(0);
      expect(unseen.filter((wording) => trained.includes(wording))).toEqual([]);
    }
  }
});

test("the examples are of the training side", () => {
  expect(almanacExemplars()).toHaveLength(4);
  const asked = new Set(
    Object.values(SPLITS).flatMap(({ split }) => split.questions.map(({ question }) => question)),
  );
  expect(almanacExemplars().filter(({ question }) => asked.has(question))).toEqual([]);
});
