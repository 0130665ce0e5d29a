import { describe, expect, test } from "vitest";
import { drawAlmanacQuestion } from "../../datasets/generate/almanac/almanac.ts";
import { builtinAlmanac } from "../../datasets/generate/almanac/rows.ts";
import { almanacTrajectory } from "../../datasets/generate/almanac/worked.ts";
import type { Relation } from "../../datasets/generate/almanac/relation.ts";
import {
  drawWorld,
  type RelationName,
  RELATIONS,
  type World,
} from "../../datasets/generate/almanac/world.ts";
import { evaluationAlmanac } from "../../datasets/generate/evaluation.ts";
import { isHeldOut } from "../../datasets/generate/problems/held-out.ts";
import { openScene } from "../../datasets/generate/problems/scene.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { sentencesOf } from "../../src/tools/documents/text-parts.ts";
import { answersFromPages } from "./solve-text/almanac.ts";

const SPLITS = {
  "the built-in almanac": { split: builtinAlmanac(), count: 120 },
  "the evaluation, held out": { split: evaluationAlmanac("trained"), count: 400 },
  "the evaluation, unseen": { split: evaluationAlmanac("unseen"), count: 400 },
};

/** Questions of the training side of the split. */
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
  const texts = splits.flatMap(({ documents }) => documents.map(({ text }) => text));
  expect(new Set(texts).size).toBe(texts.length);
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

test("what is unseen holds nothing that is trained, and a question names no year in other words", () => {
  for (const { to, sentences, nouns, questions } of Object.values<Relation>(RELATIONS)) {
    expect([to, nouns.unseen.length > 0]).toEqual([to, to !== "year"]);
    for (const { trained, unseen } of [sentences, questions]) {
      expect(unseen.length).toBeGreaterThan(0);
      for (const wording of unseen) expect(trained.filter((known) => isWithin(known, wording))).toEqual([]);
    }
    for (const wording of [...nouns.unseen, ...questions.unseen]) {
      expect(nouns.trained.filter((known) => isWithin(known, wording))).toEqual([]);
    }
  }
});

const isWithin = (known: string, wording: string): boolean =>
  wording.toLowerCase().includes(known.toLowerCase().replace(/[.?]$/, ""));

describe("a world", () => {
  const random = seededRandom(3);
  const worlds = Array.from({ length: 100 }, () => drawWorld(openScene(random, 0, "trained"), new Set()));
  const told = ({ facts }: World, name: RelationName) =>
    new Map(
      facts.filter(({ relation }) => relation === RELATIONS[name]).map(({ of, other }) => [of.title, other]),
    );

  test("has nobody taught by their spouse or by a pupil, and who is married to somebody is so in turn", () => {
    for (const world of worlds) {
      const [teachers, spouses] = [told(world, "teacher"), told(world, "spouse")];
      for (const [pupil, teacher] of teachers) {
        expect(spouses.get(pupil)).not.toBe(teacher);
        expect(teachers.get(teacher)).not.toBe(pupil);
      }
      for (const [one, other] of spouses) expect(spouses.get(other) ?? one).toBe(one);
    }
  });

  test("has its towns founded before there are works, and nobody dies before those are done", () => {
    for (const world of worlds) {
      const years = (...names: RelationName[]) =>
        names.flatMap((name) => [...told(world, name).values()].map(Number));
      const [founded, works, died] = [years("founded"), years("opened", "published"), years("died")];
      expect(Math.max(...founded)).toBeLessThan(Math.min(...works, ...died));
      expect(Math.max(...works)).toBeLessThan(Math.min(...died));
    }
  });

  test("has capitals and highest mountains that lie on their islands, and nobody governs two towns", () => {
    for (const world of worlds) {
      const lies = new Map([...told(world, "townIsland"), ...told(world, "mountainIsland")]);
      for (const [island, place] of [...told(world, "capital"), ...told(world, "peak")]) {
        expect(lies.get(place) ?? island).toBe(island);
      }
      const mayors = [...told(world, "mayor").values()];
      expect(new Set(mayors).size).toBe(mayors.length);
    }
  });
});
