import type { Document } from "../../../src/contract/index.ts";
import { capital } from "../problems/capital.ts";
import type { Scene } from "../problems/scene.ts";
import { pronoun } from "../problems/words.ts";
import type { Kind, Wordings } from "./relation.ts";
import type { Entry, Fact, World } from "./world.ts";

/** How a page begins. */
const OPENINGS: Readonly<Record<Kind, Wordings>> = {
  bridge: { trained: ["{} is a bridge.", "{} is a bridge of stone."], unseen: ["{} carries a road over a river."] },
  lighthouse: { trained: ["{} is a lighthouse.", "{} is a lighthouse on a rock."], unseen: ["{} guides the ships."] },
  book: { trained: ["{} is a book.", "{} is a novel."], unseen: ["{} is a story."] },
  person: {
    trained: ["{} was a doctor.", "{} was a painter.", "{} was a sailor.", "{} was a farmer.", "{} was a judge."],
    unseen: ["{} was a poet.", "{} was a baker."],
  },
  town: { trained: ["{} is a town.", "{} is a small town."], unseen: ["{} is a place by the sea."] },
  island: { trained: ["{} is an island.", "{} is a green island."], unseen: ["{} is land in the ocean."] },
  mountain: { trained: ["{} is a mountain.", "{} is a steep mountain."], unseen: ["{} is a great rock."] },
};

/** What has nothing to do with any question. */
const ASIDES: Readonly<Record<"person" | "other", Wordings>> = {
  person: {
    trained: [
      "{it} liked the sea.",
      "{it} kept two dogs.",
      "{it} spoke little.",
      "{it} sang well.",
      "Nobody drew {him}.",
      "{it} rode a grey horse.",
      "Every morning {it} swam.",
    ],
    unseen: ["{it} collected coins.", "{it} wore a tall hat.", "{it} slept late.", "Snow pleased {him}.", "{it} grew roses."],
  },
  other: {
    trained: [
      "Many people like it.",
      "The winters are cold there.",
      "It is known for its cats.",
      "A song is about it.",
      "It was once sold.",
      "Few have seen it at night.",
      "It is on a stamp.",
    ],
    unseen: ["Guests come in May.", "It smells of salt.", "A film shows it.", "It is said to be lucky.", "Geese pass it."],
  },
};

/** A page, and the sentence of it that tells each fact. */
export interface Page extends Document {
  readonly told: ReadonlyMap<Fact, string>;
}

/** A page for each entry of the world, its facts in any order with asides between; in a long one many. */
export function pagesOf(scene: Scene, { entries, facts }: World): readonly Page[] {
  return entries.map((entry) => pageOf(scene, entry, facts.filter(({ of }) => of === entry)));
}

function pageOf(scene: Scene, { kind, title }: Entry, facts: readonly Fact[]): Page {
  const { random } = scene;
  const it = kind === "person" ? pronoun(title.split(" ")[0] ?? "") : "It";
  const fill = ({ trained, unseen }: Wordings, other: string) => written(scene.phrase(trained, unseen), it, other);
  const told = new Map(facts.map((fact) => [fact, fill(fact.relation.sentences, fact.other)]));
  const { trained, unseen } = ASIDES[kind === "person" ? "person" : "other"];
  const asides = scene.wording === "trained" ? trained : unseen;
  const added = random.sample(asides, random.chance(0.3) ? random.int(3, 5) : random.int(0, 2));
  const body = random.shuffled([...told.values(), ...added.map((text) => written(text, it, ""))]);
  return { title, text: [fill(OPENINGS[kind], title), ...body].join(" "), told };
}

/** "{it} was taught by {}." -> "She was taught by Carl Dokan."; "him" is as her or him as "it" is. */
function written(template: string, it: string, other: string): string {
  const him = it === "She" ? "her" : it === "He" ? "him" : "it";
  const start = template.startsWith("{it}") ? it : undefined;
  const text = start === undefined ? template : template.replace("{it}", start);
  return capital(text.replaceAll("{it}", it.toLowerCase()).replaceAll("{him}", him).replaceAll("{}", other));
}
