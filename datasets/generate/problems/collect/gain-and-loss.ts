import { amount } from "../scene.ts";
import { type Event, tell } from "./story.ts";

/** Some more come; one step. */
export const gain: Event = (story) => {
  const { scene, name, friend, things, ledger } = story;
  const more = amount(scene);
  tell(story, (who, then) =>
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
  const ask = `How many ${things} does ${name} have after getting ${more} more?`;
  story.current = ledger.add(story.current, "+", more, `${name} gets ${more} more ${things}`, ask);
};

/** Some go; one step. Nothing where fewer than 4 are there. */
export const loss: Event = (story) => {
  const { scene, name, friend, things, ledger } = story;
  const held = ledger.valueOf(story.current);
  if (held < 4) return;
  const drawn = amount(scene);
  const fewer = drawn < held ? drawn : scene.random.int(2, held - 1);
  tell(story, (who, then) =>
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
  const ask = `How many ${things} does ${name} have after losing ${fewer}?`;
  story.current = ledger.add(story.current, "-", fewer, `${name} loses ${fewer} ${things}`, ask);
};
