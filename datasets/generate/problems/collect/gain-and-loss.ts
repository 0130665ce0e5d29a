import { quoted } from "../quoted.ts";
import { amount } from "../scene.ts";
import { type Event, tell } from "./story.ts";

/** Some more come; one step. */
export const gain: Event = (story) => {
  const { scene, name, friend, things, ledger } = story;
  const more = amount(scene);
  const told = tell(story, (who, then) =>
    scene.phrase(
      [
        `${who} buys ${more} more ${things}.`,
        `${who} finds ${more} more ${things}.`,
        `${friend} gives ${name} ${more} ${things}.`,
        `${then} gets ${more} more ${things}.`,
        `${then} makes ${more} new ${things}.`,
      ],
      [
        `${who} receives ${more} extra ${things}.`,
        `Another ${more} ${things} come to ${name} from ${friend}.`,
      ],
    ),
  );
  const ask = `${told} How many ${things} does ${name} have then?`;
  story.current = ledger.add(story.current, "+", more, quoted(told), ask);
};

/** Some go; one step. Nothing where fewer than 4 are there. */
export const loss: Event = (story) => {
  const { scene, name, friend, things, ledger } = story;
  const held = ledger.valueOf(story.current);
  if (held < 4) return;
  const drawn = amount(scene);
  const fewer = drawn < held ? drawn : scene.random.int(2, held - 1);
  const told = tell(story, (who, then) =>
    scene.phrase(
      [
        `${who} gives ${fewer} ${things} to ${friend}.`,
        `${who} loses ${fewer} ${things}.`,
        `${who} sells ${fewer} ${things}.`,
        `${then} uses up ${fewer} of the ${things}.`,
        `${then} gives away ${fewer} ${things}.`,
      ],
      [`${who} throws out ${fewer} ${things}.`, `${who} hands ${fewer} ${things} over to ${friend}.`],
    ),
  );
  const ask = `${told} How many ${things} does ${name} have then?`;
  story.current = ledger.add(story.current, "-", fewer, quoted(told), ask);
};
