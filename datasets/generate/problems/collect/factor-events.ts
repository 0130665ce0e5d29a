import { quoted } from "../quoted.ts";
import { type Event, tell } from "./story.ts";

/** The number doubles or triples; one step. Nothing where it is above 3,000. */
export const growth: Event = (story) => {
  const { scene, name, things, ledger } = story;
  if (ledger.valueOf(story.current) > 3000) return;
  const factor = scene.random.pick([2, 2, 3]);
  const verb = factor === 2 ? "doubles" : "triples";
  const times = factor === 2 ? "twice" : "three times";
  const told = tell(story, (who, then) =>
    scene.phrase(
      [
        `Then the number of ${things} ${verb}.`,
        `${then} ${verb} the number of ${things}.`,
        `${who} works until there are ${times} as many ${things}.`,
        `Soon ${name} has ${times} as many ${things} as before.`,
      ],
      [
        `The collection grows to ${factor} times its size.`,
        `A little later the ${things} number ${times} what they did.`,
      ],
    ),
  );
  const ask = `${told} How many ${things} does ${name} have then?`;
  story.current = ledger.add(story.current, "*", factor, quoted(told), ask);
};

/** Half of them go; one step. Nothing where the number is odd or below 4. */
export const half: Event = (story) => {
  const { scene, name, friend, things, ledger } = story;
  const held = ledger.valueOf(story.current);
  if (held % 2 !== 0 || held < 4) return;
  const told = tell(story, (who, then) =>
    scene.phrase(
      [
        `${who} gives half of the ${things} to ${friend}.`,
        `${then} sells half of the ${things}.`,
        `${then} loses half of the ${things}.`,
        `${friend} gets half of the ${things} from ${name}.`,
      ],
      [`${who} throws out one half of the ${things}.`, `One half of the ${things} goes to ${friend}.`],
    ),
  );
  const ask = `${told} How many ${things} does ${name} have then?`;
  story.current = ledger.add(story.current, "/", 2, quoted(told), ask);
};
