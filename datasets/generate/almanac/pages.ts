import type { Document } from "../../../src/contract/index.ts";
import { capital } from "../problems/capital.ts";
import type { Scene } from "../problems/scene.ts";
import { pronoun } from "../problems/words.ts";
import type { Kind, Wordings } from "./relation.ts";
import type { Entry, Fact, World } from "./world.ts";

/** How a page begins. */
const OPENINGS: Readonly<Record<Kind, Wordings>> = {
  bridge: {
    trained: ["{} is a bridge.", "{} is a bridge of stone."],
    unseen: ["{} carries a road over a river."],
  },
  lighthouse: {
    trained: ["{} is a lighthouse.", "{} is a lighthouse on a rock."],
    unseen: ["{} guides the ships."],
  },
  book: { trained: ["{} is a book.", "{} is a novel."], unseen: ["{} is a story."] },
  person: {
    trained: [
      "{} was a doctor.",
      "{} was a painter.",
      "{} was a sailor.",
      "{} was a farmer.",
      "{} was a judge.",
    ],
    unseen: ["{} was a poet.", "{} was a baker."],
  },
  town: { trained: ["{} is a town.", "{} is a small town."], unseen: ["{} is a place by the sea."] },
  island: { trained: ["{} is an island.", "{} is a green island."], unseen: ["{} is land in the ocean."] },
  mountain: { trained: ["{} is a mountain.", "{} is a steep mountain."], unseen: ["{} is a great rock."] },
};

/** What has nothing to do with any question, of a person, of a place or of a work. */
const ASIDES = {
  person: {
    trained: [
      "{it} liked the sea.",
      "{it} kept two dogs.",
      "{it} spoke little.",
      "{it} sang well.",
      "{it} rode a grey horse.",
      "Every morning {it} swam.",
    ],
    unseen: ["{it} collected coins.", "{it} wore a tall hat.", "{it} slept late.", "{it} grew roses."],
  },
  place: {
    trained: [
      "Many people like it.",
      "The winters are cold there.",
      "It is known for its cats.",
      "There are many goats.",
      "The wind is strong there.",
      "It is on a stamp.",
    ],
    unseen: ["Guests come in May.", "It smells of salt.", "A film shows it.", "Geese rest there."],
  },
  work: {
    trained: [
      "Many people like it.",
      "A song is about it.",
      "It was once sold.",
      "It is known to all.",
      "It is on a stamp.",
      "It cost a lot.",
    ],
    unseen: ["A film shows it.", "It is said to be lucky.", "It won a prize.", "Children draw it."],
  },
} as const satisfies Readonly<Record<string, Wordings>>;
const ASIDES_OF: Readonly<Record<Kind, keyof typeof ASIDES>> = {
  person: "person",
  town: "place",
  island: "place",
  mountain: "place",
  bridge: "work",
  lighthouse: "work",
  book: "work",
};
/** How many of them: mostly few, in a long page more, so that it may begin without what is wanted of it. */
const FEW = [0, 1] as const;
const MANY = [2, 4] as const;
const LONG_SHARE = 0.3;

/** A page, and the sentence of it that tells each fact. */
export interface Page extends Document {
  readonly told: ReadonlyMap<Fact, string>;
}

/** A page for each entry of the world, its facts in any order with asides between. */
export function pagesOf(scene: Scene, { entries, facts }: World): readonly Page[] {
  return entries.map((entry) =>
    pageOf(
      scene,
      entry,
      facts.filter(({ of }) => of === entry),
    ),
  );
}

function pageOf(scene: Scene, { kind, title }: Entry, facts: readonly Fact[]): Page {
  const { random } = scene;
  const it = kind === "person" ? pronoun(title.split(" ")[0] ?? "") : "It";
  const fill = ({ trained, unseen }: Wordings, other: string) =>
    written(scene.phrase(trained, unseen), it, other);
  const told = new Map(facts.map((fact) => [fact, fill(fact.relation.sentences, fact.other)]));
  const { trained, unseen } = ASIDES[ASIDES_OF[kind]];
  const asides: readonly string[] = scene.wording === "trained" ? trained : unseen;
  const [least, most] = random.chance(LONG_SHARE) ? MANY : FEW;
  const added = random.sample(asides, random.int(least, most));
  const body = random.shuffled([...told.values(), ...added.map((text) => written(text, it, ""))]);
  return { title, text: [fill(OPENINGS[kind], title), ...body].join(" "), told };
}

/** "{it} was taught by {}." -> "She was taught by Carl Dokan."; "him" is her, him or it as "it" is. */
function written(template: string, it: "She" | "He" | "It", other: string): string {
  const him = { She: "her", He: "him", It: "it" }[it];
  return capital(
    template.replaceAll("{it}", it.toLowerCase()).replaceAll("{him}", him).replaceAll("{}", other),
  );
}
