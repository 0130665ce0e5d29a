import { PEOPLE } from "../../datasets/generate/people.ts";
import { wordsOf } from "../../datasets/generate/problems/words.ts";

const [trained, unseen] = [wordsOf("trained"), wordsOf("unseen")];

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

/** What kind of word it is that fills a sentence; undefined for one that belongs to the sentence. */
export const maskOf = (word: string): string | undefined =>
  MASKS.get(word) ?? MASKS.get(word.replace(/s$/, ""));

/** "Tom has 5 pens." and "Ana has 31 books." are the same template. */
export const templatesOf = (question: string): readonly string[] =>
  question
    .split(/(?<=[.?]) /)
    .map((sentence) =>
      sentence.replaceAll(/\d+/g, "#").replaceAll(/[A-Za-z]+/g, (word) => maskOf(word) ?? word),
    );
