import { quoted } from "../quoted.ts";
import { type Event, type Story, tell } from "./story.ts";

const LARGEST_SHARED = 200;

/** All of them go equally into some boxes, and one box is asked for; one step, the last one. */
export const share: Event = (story, left) => {
  if (left !== 1) return;
  const { scene, things, ledger } = story;
  const held = ledger.valueOf(story.current);
  if (held > LARGEST_SHARED) return;
  const divisors = Array.from({ length: 11 }, (_, index) => index + 2).filter(
    (divisor) => held % divisor === 0 && held / divisor > 1,
  );
  if (divisors.length === 0) return;
  const count = scene.random.pick(divisors);
  const box = scene.random.pick(scene.words.boxes);
  const told = tell(story, (who, then) =>
    scene.phrase(
      [
        `${who} puts all the ${things} equally into ${count} ${box}.`,
        `${then} packs all the ${things} into ${count} ${box}, with equally many in each.`,
        `${then} shares all the ${things} equally among ${count} ${box}.`,
      ],
      [
        `All of the ${things} are spread evenly over ${count} ${box}.`,
        `${who} fills ${count} ${box} with the same number of ${things}, and none is left over.`,
      ],
    ),
  );
  story.question = askForEach(story, count, box);
  ledger.add(story.current, "/", count, quoted(told), story.question);
};

const askForEach = ({ scene, things }: Story, count: number, box: string): string =>
  scene.phrase(
    [
      `How many ${things} are in each of the ${count} ${box}?`,
      `How many ${things} does each of the ${count} ${box} hold?`,
      `How many ${things} are there in every one of the ${count} ${box}?`,
    ],
    [
      `What number of ${things} do the ${count} ${box} contain apiece?`,
      `Each of the ${count} ${box} contains how many ${things}?`,
    ],
  );
