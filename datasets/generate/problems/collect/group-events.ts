import { factors } from "../scene.ts";
import { type Event, tell } from "./story.ts";

/** Some boxes come, with equally many in each; two steps. */
export const boxes: Event = (story, left) => {
  if (left < 2) return;
  const { scene, name, friend, things, ledger } = story;
  const [count, each] = factors(scene);
  const box = scene.random.pick(scene.words.boxes);
  tell(story, (who, then) =>
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
  const asks = [
    `How many ${things} are in the ${count} ${box}?`,
    `How many ${things} does ${name} have with the ${box}?`,
  ];
  const inside = ledger.add(
    count,
    "*",
    each,
    `There are ${count} ${box} with ${each} ${things} each`,
    asks[0] ?? "",
  );
  const say = `${name} adds the ${ledger.valueOf(inside)} ${things}`;
  story.current = ledger.add(story.current, "+", inside, say, asks[1] ?? "");
};

/** Several people get equally many each; two steps. Nothing where not enough are there. */
export const handout: Event = (story, left) => {
  if (left < 2) return;
  const { scene, name, things, ledger } = story;
  const [count, each] = factors(scene);
  if (count * each >= ledger.valueOf(story.current)) return;
  tell(story, (who, then) =>
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
  const gone = ledger.add(
    count,
    "*",
    each,
    `${count} people get ${each} ${things} each`,
    `How many ${things} do the ${count} people get?`,
  );
  const say = `${name} gives away the ${ledger.valueOf(gone)} ${things}`;
  const ask = `How many ${things} does ${name} have after giving to ${count} people?`;
  story.current = ledger.add(story.current, "-", gone, say, ask);
};
