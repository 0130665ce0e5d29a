import type { Random } from "../random.ts";
import type { Wording } from "./scene.ts";

// The embedded model was trained on the first of each pair and never on the second: a change here changes its task.

const split = (words: string): readonly string[] => words.split(" ");

/** The words that fill a scene. */
export interface Words {
  readonly names: readonly string[];
  /** Countable things as plurals; without their "s" they are the singular. */
  readonly things: readonly string[];
  readonly boxes: readonly string[];
}

const TRAINED_SHE =
  "Maria Ana Chloe Emma Grace Iris Kate Mia Olga Rosa Tina Vera Yara Zoe Alice Dina Fatima Hana Julia Lara Nina " +
  "Amy Bella Clara Daisy Elena Freya Gina Holly Irene Jana Karin Lucy Meera Nora";
const TRAINED_HE =
  "Tom Ben David Felix Henry Jack Leo Noah Paul Sam Umar Will Bob Carl Erik George Ivan Kevin Oscar Adam Boris " +
  "Colin Diego Ethan Frank Gavin Hassan Ian Jonas Karl Liam Marco Nils Omar Peter";
const UNSEEN_SHE = "Selma Wanda Greta Carmen Judith Priya Ursula Petra Lena Astrid Ruth Esther";
const UNSEEN_HE = "Hugo Pablo Ravi Sven Ezra Ulrich Stefan Viktor Yusuf Anton Rolf Duncan";

const CALLED_SHE = new Set(split(`${TRAINED_SHE} ${UNSEEN_SHE}`));
const CALLED_HE = new Set(split(`${TRAINED_HE} ${UNSEEN_HE}`));

const WORDS: Readonly<Record<Wording, Words>> = {
  trained: {
    names: split(`${TRAINED_SHE} ${TRAINED_HE}`),
    things: split(
      "apples books cards coins marbles pencils shells stamps stickers beads buttons cookies muffins oranges pears " +
        "plums eggs roses flowers balls blocks cups plates toys photos tickets bottles candles crayons rocks lemons " +
        "carrots keys badges ribbons notebooks chairs nails screws bricks pillows scarves socks melons biscuits bulbs " +
        "leaflets envelopes rings dolls kiwis posters bolts pins seeds pebbles corks cubes brushes towels",
    ),
    boxes: split("boxes bags packs baskets jars crates"),
  },
  unseen: {
    names: split(`${UNSEEN_SHE} ${UNSEEN_HE}`),
    things: split("lanterns kites feathers magnets spoons medals tulips whistles acorns postcards mangoes puzzles"),
    boxes: split("chests sacks drawers trays"),
  },
};

export const wordsOf = (wording: Wording): Words => WORDS[wording];

/** The pronoun that opens a sentence about this person; an invented name is hers when it ends in "a". */
export function pronoun(name: string): "She" | "He" {
  if (CALLED_SHE.has(name)) return "She";
  return !CALLED_HE.has(name) && name.endsWith("a") ? "She" : "He";
}

/** Share of the trained problems with words made of syllables: copying must not depend on knowing a word. */
export const INVENTED_SHARE = 0.12;

const SYLLABLES = split("ba be di do fa go hi ka ke la lo ma mi mo na ne no pa ra re ri ro sa se su ta ti to va ve wi zo");
const ENDINGS = split("n l r s k a o x th nd m t");

export function inventedName(random: Random): string {
  const word = syllables(random) + random.pick(ENDINGS);
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

export const inventedThing = (random: Random): string => `${syllables(random)}${random.pick(split("n l r k m t d g"))}s`;

const syllables = (random: Random): string =>
  Array.from({ length: random.int(1, 3) }, () => random.pick(SYLLABLES)).join("");
