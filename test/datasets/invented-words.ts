import { inventedName, inventedThing } from "../../datasets/generate/problems/words.ts";
import { type Random, seededRandom } from "../../datasets/generate/random.ts";

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

/** Whether a training text may hold this word as an invented name, thing or kind. */
export const canBeInvented = (word: string): boolean => (/^[A-Z]/.test(word) ? NAME : THINGS).test(word);
