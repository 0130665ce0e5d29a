import type { Ledger } from "./ledger.ts";
import { amount, factors, type Scene } from "./scene.ts";
import type { Operand } from "./step.ts";
import { pronoun } from "./words.ts";

/** One collection: who has what, and how much of it by now. */
export interface Story {
  readonly scene: Scene;
  readonly name: string;
  readonly friend: string;
  readonly things: string;
  readonly ledger: Ledger;
  readonly sentences: string[];
  current: Operand;
  /** A question that an event brings with it; null = the usual one. */
  question: string | null;
}

/** Adds one event to the story, or nothing when it does not fit. `left` = steps still wanted. */
export type Event = (story: Story, left: number) => void;

const LARGEST_SHARED = 200;

/** Adds a sentence about the owner. A pronoun stays in one piece with the sentence before, so that no other person comes between. */
function tell(story: Story, sentence: (who: string, then: string) => string): void {
  const { scene, name, friend, sentences } = story;
  const previous = sentences.at(-1) ?? "";
  const isClear = !previous.includes(friend) || pronoun(friend) !== pronoun(name);
  if (isClear && scene.random.chance(0.6)) {
    const who = pronoun(name);
    sentences[sentences.length - 1] = `${previous} ${sentence(who, `Then ${who.toLowerCase()}`)}`;
  } else {
    sentences.push(sentence(name, `Then ${name}`));
  }
}

const gain: Event = (story) => {
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

const loss: Event = (story) => {
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

const growth: Event = (story) => {
  const { scene, name, things, ledger } = story;
  if (ledger.valueOf(story.current) > 3000) return;
  const factor = scene.random.pick([2, 2, 3]);
  const verb = factor === 2 ? "doubles" : "triples";
  const times = factor === 2 ? "twice" : "three times";
  tell(story, (who, then) =>
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
  const ask = `How many ${things} does ${name} have after the number ${verb}?`;
  story.current = ledger.add(
    story.current,
    "*",
    factor,
    `${name} now has ${factor} times as many ${things}`,
    ask,
  );
};

const boxes: Event = (story, left) => {
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

const handout: Event = (story, left) => {
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

const half: Event = (story) => {
  const { scene, name, friend, things, ledger } = story;
  const held = ledger.valueOf(story.current);
  if (held % 2 !== 0 || held < 4) return;
  tell(story, (who, then) =>
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
  const ask = `How many ${things} does ${name} have after half of them go?`;
  story.current = ledger.add(story.current, "/", 2, `${name} keeps half of the ${things}`, ask);
};

const share: Event = (story, left) => {
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
  tell(story, (who, then) =>
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
  story.question = scene.phrase(
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
  ledger.add(story.current, "/", count, `The ${things} go equally into ${count} ${box}`, story.question);
};

/** Gains and losses are twice as likely as the rest. */
export const EVENTS: readonly Event[] = [gain, gain, loss, loss, growth, boxes, handout, half, share];
