import { describe, expect, test } from "vitest";
import { FAMILIES, type Family } from "../../datasets/generate/problems/families.ts";
import { openScene, type Tier, type Wording } from "../../datasets/generate/problems/scene.ts";
import { Infeasible } from "../../datasets/generate/problems/step.ts";
import { inventedName, inventedThing, wordsOf } from "../../datasets/generate/problems/words.ts";
import { PEOPLE } from "../../datasets/generate/people.ts";
import { type Random, seededRandom } from "../../datasets/generate/random.ts";
import { ALL_FAMILIES, draws, STEPS } from "./problem-draws.ts";

const DRAWS = 300;
const [trained, unseen] = [wordsOf("trained"), wordsOf("unseen")];

test.each(["names", "things", "boxes"] as const)("no %s are in both wordings, and none twice in one", (list) => {
  const all = [...trained[list], ...unseen[list], ...(list === "names" ? PEOPLE : [])];
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  expect(unseen[list].length).toBeGreaterThan(2);
});

/** Every question of these families, both wordings. */
const texts: Readonly<Record<Wording, ReadonlyMap<Family, readonly string[]>>> = {
  trained: questionsOf("trained"),
  unseen: questionsOf("unseen"),
};

function questionsOf(wording: Wording): ReadonlyMap<Family, readonly string[]> {
  return new Map(
    ALL_FAMILIES.map((family) => [family, draws(family, wording, DRAWS).map(({ problem }) => problem.question)]),
  );
}

/** What fills the sentences of single families; every list holds words of both wordings. */
const FILLERS: Readonly<Record<string, string>> = {
  VEHICLE: "train bus truck boat car ship ferry tram van taxi",
  GOOD:
    "pen book cake shirt ticket toy cup hat lamp bag ball plate belt mug rug towel game doll ring map " +
    "kettle jacket tent drum clock sweater vase helmet",
  PLACE: "farm store bakery library school factory shop hotel depot museum workshop warehouse",
  MAKER: "machine printer robot worker team press crew studio",
  PERIOD: "hour day minute week shift",
  MONEY: "dollars euros",
  EVENT: "camp trip fair course show visit festival cruise workshop tournament",
  KIND:
    "spider dog bird ant cat crab cow duck pig bee bicycle tricycle triangle square hexagon pentagon octagon " +
    "violin guitar cello horse beetle hen goat lobster scorpion wagon scooter rickshaw rectangle heptagon nonagon " +
    "decagon banjo ukulele lute",
  MADE_UP:
    "wug blick zorp dap fep tove gorp lumb yorf plim snig brack clonk drim frob grint kruk " +
    "sproon quimp thrusk flonk grelt snarv skrill drovel pwent",
  QUALITY:
    "green red blue yellow tall loud cold sweet soft heavy round kind clever slow " +
    "purple shiny bitter striped gentle brave fluffy",
  COMPARATIVE:
    "taller shorter older younger faster slower heavier lighter richer poorer louder quieter stronger weaker",
  SUPERLATIVE:
    "tallest shortest oldest youngest fastest slowest heaviest lightest richest poorest loudest quietest " +
    "strongest weakest",
  DATE: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December",
  NAME: [...trained.names, ...unseen.names, ...PEOPLE, "She", "she", "He", "he"].join(" "),
  THINGS: [...trained.things, ...unseen.things].join(" "),
  BOXES: [...trained.boxes, ...unseen.boxes].join(" "),
};
const MASKS = new Map(
  Object.entries(FILLERS).flatMap(([mask, words]) => words.split(" ").map((word) => [word, mask] as const)),
);

const maskOf = (word: string): string | undefined => MASKS.get(word) ?? MASKS.get(word.replace(/s$/, ""));

/** All that an inventor of words can spell: its syllables, as many as it may put together, and an ending. */
function spelling(invent: (random: Random) => string, last: string): RegExp {
  const lists: (readonly string[])[] = [];
  let most = 0;
  invent({
    ...seededRandom(0),
    int: (low, high) => {
      most = high;
      return low;
    },
    pick: (list) => {
      lists.push(list.map(String));
      return list[0]!;
    },
  });
  const [syllables = [], endings = []] = lists;
  return new RegExp(`^(${syllables.join("|")}){1,${most}}(${endings.join("|")})${last}$`, "i");
}

const NAME = spelling(inventedName, "");
/** Without their "s" they are invented kinds. */
const THINGS = spelling(inventedThing, "s?");

test("the spelling of invented words is that of those drawn", () => {
  const random = seededRandom(3);
  const names = Array.from({ length: 200 }, () => inventedName(random));
  const things = Array.from({ length: 200 }, () => inventedThing(random));
  expect(names.filter((name) => !NAME.test(name))).toEqual([]);
  expect(things.filter((thing) => !THINGS.test(thing))).toEqual([]);
  expect(["Tom", "Selma", "Xan"].filter((name) => NAME.test(name))).toEqual(["Tom"]);
});

/** Unseen names and things that training texts may nevertheless hold, as invented ones. */
const SPELT = ["Milan", "Nadia", "nonagon", "nonagons", "tins", "van", "vans"];

test("hardly a name or thing of an unseen question can come up as an invented one", () => {
  const words = new Set([...texts.unseen.values()].flat().flatMap((question) => question.match(/\w+/g) ?? []));
  const spelt = [...words].filter((word) => (/^[A-Z]/.test(word) ? NAME : THINGS).test(word) && maskOf(word) !== undefined);
  expect(spelt.toSorted()).toEqual(SPELT);
});

test.each([
  { wording: "unseen", beside: [...trained.names, ...PEOPLE, ...trained.things, ...trained.boxes] },
  { wording: "trained", beside: [...unseen.names, ...unseen.things, ...unseen.boxes] },
] as const)("no $wording question holds a name, thing or box of the other wording", ({ wording, beside }) => {
  const words = new Set(beside.filter((word) => !SPELT.includes(word)));
  const found = [...texts[wording].values()]
    .flat()
    .flatMap((question) => (question.match(/\w+/g) ?? []).filter((word) => words.has(word)));
  expect(found).toEqual([]);
});

/** "Tom has 5 pens." and "Ana has 31 books." are the same template. */
const templatesOf = (question: string): readonly string[] =>
  question
    .split(/(?<=[.?]) /)
    .map((sentence) =>
      sentence
        .replaceAll(/\d+/g, "#")
        .replaceAll(/[A-Za-z]+/g, (word) => maskOf(word) ?? word),
    );

/** Sentences of the rate family that both wordings have. */
const SHARED = [
  "Both work for # PERIOD.",
  "The MAKER works for # PERIOD.",
  "Then both work together on an order for # PERIOD.",
  "Then the MAKER starts an order and works for # PERIOD.",
];

test("no sentence of an unseen question is one of the training data with other words and numbers in it", () => {
  const known = new Set([...texts.trained.values()].flat().flatMap(templatesOf));
  const shared = [...texts.unseen.values()].flat().flatMap(templatesOf).filter((template) => known.has(template));
  expect([...new Set(shared)].toSorted()).toEqual(SHARED);
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
