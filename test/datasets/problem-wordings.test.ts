import { describe, expect, test } from "vitest";
import { FAMILIES, type Family } from "../../datasets/generate/problems/families.ts";
import { openScene, type Tier, type Wording } from "../../datasets/generate/problems/scene.ts";
import { Infeasible } from "../../datasets/generate/problems/step.ts";
import { wordsOf } from "../../datasets/generate/problems/words.ts";
import { PEOPLE } from "../../datasets/generate/people.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { canBeInvented } from "./invented-words.ts";
import { ALL_FAMILIES, draws, STEPS } from "./problem-draws.ts";
import { templatesOf } from "./sentence-templates.ts";

const DRAWS = 300;
const [trained, unseen] = [wordsOf("trained"), wordsOf("unseen")];

test.each(["names", "things", "boxes"] as const)(
  "no %s are in both wordings, and none twice in one",
  (list) => {
    const all = [...trained[list], ...unseen[list], ...(list === "names" ? PEOPLE : [])];
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
    expect(unseen[list].length).toBeGreaterThan(2);
  },
);

/** Every question of these families, both wordings. */
const texts: Readonly<Record<Wording, ReadonlyMap<Family, readonly string[]>>> = {
  trained: questionsOf("trained"),
  unseen: questionsOf("unseen"),
};

function questionsOf(wording: Wording): ReadonlyMap<Family, readonly string[]> {
  return new Map(
    ALL_FAMILIES.map((family) => [
      family,
      draws(family, wording, DRAWS).map(({ problem }) => problem.question),
    ]),
  );
}

test.each([
  { wording: "unseen", beside: [...trained.names, ...PEOPLE, ...trained.things, ...trained.boxes] },
  {
    wording: "trained",
    beside: [...unseen.names, ...unseen.things, ...unseen.boxes].filter((word) => !canBeInvented(word)),
  },
] as const)("no $wording question holds a name, thing or box of the other wording", ({ wording, beside }) => {
  const words = new Set<string>(beside);
  const found = [...texts[wording].values()]
    .flat()
    .flatMap((question) => (question.match(/\w+/g) ?? []).filter((word) => words.has(word)));
  expect(found).toEqual([]);
});

test("no sentence of an unseen question is one of the training data with other words and numbers in it", () => {
  const known = new Set([...texts.trained.values()].flat().flatMap(templatesOf));
  const shared = [...texts.unseen.values()]
    .flat()
    .flatMap(templatesOf)
    .filter((template) => known.has(template));
  expect([...new Set(shared)]).toEqual([]);
});

test("the templates are compared: questions of one wording do share theirs", () => {
  const questions = texts.unseen.get("collect") ?? [];
  const known = new Set(questions.slice(0, 150).flatMap(templatesOf));
  const again = questions.slice(150).flatMap(templatesOf);
  expect(again.filter((template) => known.has(template)).length).toBeGreaterThan(again.length / 2);
});

describe.each(ALL_FAMILIES)("%s", (family) => {
  test("never offers the same words to both wordings", () => {
    const random = seededRandom(17);
    const shared: string[] = [];
    let offers = 0;
    for (let index = 0; index < 200; index += 1) {
      const scene = openScene(random, (index % 3) as Tier, index % 2 === 0 ? "trained" : "unseen");
      const phrase: typeof scene.phrase = (one, other) => {
        offers += 1;
        shared.push(...one.filter((words) => other.includes(words)));
        return scene.phrase(one, other);
      };
      try {
        FAMILIES[family].draft({ ...scene, phrase }, random.pick(STEPS[family]));
      } catch (error) {
        if (!(error instanceof Infeasible)) throw error;
      }
    }
    expect(shared).toEqual([]);
    expect(offers).toBeGreaterThan(200);
  });

  test("varies: hardly a question comes twice", () => {
    const questions = texts.trained.get(family) ?? [];
    expect(new Set(questions).size).toBeGreaterThan(0.95 * DRAWS);
  });
});
