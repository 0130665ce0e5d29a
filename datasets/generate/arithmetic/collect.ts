import type { Random } from "../random.ts";
import { type Draft, Infeasible, type Ledger, newLedger, type Operand } from "./ledger.ts";
import { amount, BOXES, factors, NAMES, OBJECTS, pronoun, type Tier } from "./vocabulary.ts";

/** The scene of one collection: who has what, and how much of it by now. */
interface Scene {
  readonly random: Random;
  readonly tier: Tier;
  readonly name: string;
  readonly friend: string;
  readonly objects: string;
  readonly subject: "She" | "He";
  readonly ledger: Ledger;
  readonly sentences: string[];
  current: Operand;
  /** A question that an event brings with it; null = the usual one. */
  question: string | null;
}

/** Adds one event to the scene, or nothing when it does not fit. `left` = steps still wanted. */
type Event = (scene: Scene, left: number) => void;

/** Someone's collection grows and shrinks. */
export function collect(random: Random, tier: Tier, steps: number): Draft {
  const scene = openScene(random, tier);
  while (scene.ledger.steps.length < steps) random.pick(EVENTS)(scene, steps - scene.ledger.steps.length);
  const { name, objects, ledger, sentences } = scene;
  const usual = random.pick([
    `How many ${objects} does ${name} have now?`,
    `How many ${objects} does ${name} have in the end?`,
  ]);
  if (random.chance(0.15)) sentences.splice(random.int(1, sentences.length), 0, distraction(scene));
  return { sentences, question: scene.question ?? usual, ledger };
}

function openScene(random: Random, tier: Tier): Scene {
  const [name = "", friend = ""] = random.sample(NAMES, 2);
  const objects = random.pick(OBJECTS);
  const start = amount(random, tier, 3);
  const opening = random.pick([
    `${name} has ${start} ${objects}.`,
    `${name} starts with ${start} ${objects}.`,
    `There are ${start} ${objects} in the shop of ${name}.`,
  ]);
  return {
    random,
    tier,
    name,
    friend,
    objects,
    subject: pronoun(name),
    ledger: newLedger(),
    sentences: [opening],
    current: start,
    question: null,
  };
}

const gain: Event = (scene) => {
  const { random, name, friend, objects, subject, ledger } = scene;
  const more = amount(random, scene.tier);
  scene.sentences.push(
    random.pick([
      `${subject} buys ${more} more ${objects}.`,
      `${subject} finds ${more} more ${objects}.`,
      `${friend} gives ${name} ${more} ${objects}.`,
      `Then ${subject.toLowerCase()} gets ${more} more.`,
    ]),
  );
  scene.current = ledger.add(scene.current, "+", more, `${name} gets ${more} more ${objects}`);
};

const loss: Event = (scene) => {
  const { random, name, friend, objects, subject, ledger } = scene;
  const held = ledger.valueOf(scene.current);
  let fewer = amount(random, scene.tier);
  if (fewer >= held) {
    if (held < 3) throw new Infeasible(`nothing to lose of ${held}`);
    fewer = random.int(1, held - 1);
  }
  scene.sentences.push(
    random.pick([
      `${subject} gives ${fewer} ${objects} to ${friend}.`,
      `${subject} loses ${fewer} of them.`,
      `${subject} sells ${fewer} ${objects}.`,
      `Then ${subject.toLowerCase()} uses ${fewer} of them.`,
    ]),
  );
  scene.current = ledger.add(scene.current, "-", fewer, `${name} loses ${fewer} ${objects}`);
};

const growth: Event = (scene) => {
  const { random, objects, subject, ledger } = scene;
  if (scene.tier === 2 && ledger.valueOf(scene.current) > 3000) return;
  const factor = random.pick([2, 2, 3]);
  const verb = factor === 2 ? "doubles" : "triples";
  scene.sentences.push(
    random.pick([
      `Then the number of ${objects} ${verb}.`,
      `Then ${subject.toLowerCase()} ${verb} the number of ${objects}.`,
    ]),
  );
  scene.current = ledger.add(scene.current, "*", factor, `The number of ${objects} ${verb}`);
};

const boxes: Event = (scene, left) => {
  if (left < 2) return;
  const { random, name, objects, subject, ledger } = scene;
  const [count, each] = factors(random, scene.tier);
  const box = random.pick(BOXES);
  scene.sentences.push(
    random.pick([
      `${subject} buys ${count} ${box} with ${each} ${objects} each.`,
      `${subject} gets ${count} ${box} of ${each} ${objects}.`,
    ]),
  );
  const inside = ledger.add(count, "*", each, `${count} ${box} with ${each} ${objects} each`);
  scene.current = ledger.add(scene.current, "+", inside, `${name} adds them`);
};

const handout: Event = (scene, left) => {
  if (left < 2) return;
  const { random, name, objects, subject, ledger } = scene;
  const [count, each] = factors(random, scene.tier);
  if (count * each >= ledger.valueOf(scene.current)) return;
  scene.sentences.push(
    random.pick([
      `${subject} gives ${each} ${objects} to each of ${count} friends.`,
      `${subject} sells ${each} ${objects} to each of ${count} people.`,
    ]),
  );
  const gone = ledger.add(count, "*", each, `${count} people get ${each} ${objects} each`);
  scene.current = ledger.add(scene.current, "-", gone, `${name} takes them away`);
};

const half: Event = (scene) => {
  const { random, friend, objects, subject, ledger } = scene;
  const held = ledger.valueOf(scene.current);
  if (held % 2 !== 0 || held < 4) return;
  scene.sentences.push(
    random.pick([
      `${subject} gives half of them to ${friend}.`,
      `Then ${subject.toLowerCase()} sells half of them.`,
    ]),
  );
  scene.current = ledger.add(scene.current, "/", 2, `Half of the ${objects} go`);
};

const share: Event = (scene, left) => {
  if (left !== 1) return;
  const { random, objects, subject, ledger } = scene;
  const held = ledger.valueOf(scene.current);
  const most = scene.tier < 2 ? 12 : 39;
  const divisors = Array.from({ length: most - 1 }, (_, index) => index + 2).filter(
    (divisor) => held % divisor === 0 && held / divisor > 1,
  );
  if (divisors.length === 0) return;
  const count = random.pick(divisors);
  const box = random.pick(BOXES);
  scene.sentences.push(`${subject} puts them equally into ${count} ${box}.`);
  scene.question = `How many ${objects} are in each of the ${box}?`;
  scene.current = ledger.add(scene.current, "/", count, `The ${objects} go into ${count} ${box}`);
};

// Gains and losses are twice as likely as the rest.
const EVENTS: readonly Event[] = [gain, gain, loss, loss, growth, boxes, handout, half, share];

/** A sentence whose number has nothing to do with the question. */
function distraction({ random, tier, friend, objects }: Scene): string {
  const other = random.pick(OBJECTS.filter((word) => word !== objects));
  return random.pick([
    `${friend} is ${random.int(6, 60)} years old.`,
    `${friend} has ${amount(random, tier)} ${other}.`,
  ]);
}
