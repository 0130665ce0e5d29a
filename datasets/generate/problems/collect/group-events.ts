import { quoted } from "../quoted.ts";
import { factors } from "../scene.ts";
import { type Event, tell } from "./story.ts";

/** Some boxes come, with equally many in each; two steps. */
export const boxes: Event = (story, left) => {
  if (left < 2) return;
  const { scene, name, friend, things, ledger } = story;
  const [count, each] = factors(scene);
  const box = scene.random.pick(scene.words.boxes);
  const told = tell(story, (who, then) =>
    scene.phrase(
      [
        `${who} buys ${count} ${box} with ${each} ${things} each.`,
        `${who} gets ${count} ${box} of ${each} ${things} each.`,
        `${then} finds ${count} ${box} with ${each} ${things} in each.`,
        `${friend} gives ${name} ${count} ${box} with ${each} ${things} in each.`,
      ],
      [
        `${count} full ${box} arrive for ${name}, each holding ${each} ${things}.`,
        `${who} picks up ${count} ${box}, and every one contains ${each} ${things}.`,
      ],
    ),
  );
  const inside = ledger.add(count, "*", each, quoted(told), `${told} How many ${things} are in the ${box}?`);
  const say = `${name} adds the ${ledger.valueOf(inside)} ${things}`;
  const ask = `How many ${things} does ${name} have with the ${count} ${box}?`;
  story.current = ledger.add(story.current, "+", inside, say, ask);
};

/** Several people get equally many each; two steps. Nothing where not enough are there. */
export const handout: Event = (story, left) => {
  if (left < 2) return;
  const { scene, name, things, ledger } = story;
  const [count, each] = factors(scene);
  if (count * each >= ledger.valueOf(story.current)) return;
  const told = tell(story, (who, then) =>
    scene.phrase(
      [
        `${who} gives ${each} ${things} to each of ${count} friends.`,
        `${who} sells ${each} ${things} to each of ${count} people.`,
        `${then} gives ${count} children ${each} ${things} each.`,
        `${count} friends each get ${each} ${things} from ${name}.`,
      ],
      [
        `${who} mails ${each} ${things} to every one of ${count} cousins.`,
        `Each of ${count} neighbors takes ${each} ${things} from ${name}.`,
      ],
    ),
  );
  const gone = ledger.add(count, "*", each, quoted(told), `${told} How many ${things} are that?`);
  const say = `${name} gives away the ${ledger.valueOf(gone)} ${things}`;
  const ask = `How many ${things} does ${name} have after giving to ${count} people?`;
  story.current = ledger.add(story.current, "-", gone, say, ask);
};
