import { type Ledger, newLedger } from "./ledger.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";
import { inventedThing } from "./words.ts";

/** Number of parts by the kind that has them. */
type Kinds = Readonly<Record<string, number>>;

const TRAINED: Readonly<Record<string, Kinds>> = {
  legs: { spider: 8, dog: 4, bird: 2, ant: 6, cat: 4, crab: 10, cow: 4, duck: 2, pig: 4, bee: 6 },
  wheels: { car: 4, bicycle: 2, tricycle: 3, truck: 6 },
  sides: { triangle: 3, square: 4, hexagon: 6, pentagon: 5, octagon: 8 },
  strings: { violin: 4, guitar: 6, cello: 4 },
};
/** None of these is in the training data, so their texts say how many parts each has. */
const UNSEEN: Readonly<Record<string, Kinds>> = {
  legs: { horse: 4, beetle: 6, hen: 2, goat: 4, lobster: 10, scorpion: 8 },
  wheels: { wagon: 4, scooter: 2, van: 4, rickshaw: 3 },
  sides: { rectangle: 4, heptagon: 7, nonagon: 9, decagon: 10 },
  strings: { banjo: 5, ukulele: 4, lute: 8 },
};

/** One kind of thing in the text. */
interface Counted {
  readonly kind: string;
  readonly parts: number;
  readonly count: number;
}

/** The legs, wheels, sides or strings of one to three kinds; with an even number of steps some come or go first. */
export function legs(scene: Scene, steps: number): Draft {
  if (steps < 1 || steps > 6) throw new Infeasible(`${steps} steps`);
  const part = scene.random.pick(["legs", "legs", "legs", "wheels", "wheels", "sides", "strings"]);
  const isTrained = scene.phrase(["trained"], ["unseen"]) === "trained";
  const isInvented = isTrained && scene.random.chance(0.3);
  const counted = drawKinds(scene, part, Math.ceil(steps / 2), isInvented);
  const isStated = isInvented || !isTrained || scene.random.chance(0.2);
  const facts = isStated ? [counted.map((entry) => fact(scene, part, entry)).join(" ")] : [];
  const list = listed(counted);
  const ledger = newLedger();
  if (steps % 2 === 1 && scene.random.chance(0.5)) {
    addUp(ledger, part, counted, []);
    return { sentences: facts, question: listQuestion(scene, part, list), steps: ledger.steps };
  }
  const sentences = [...facts, presence(scene, list)];
  const changes = steps % 2 === 0 ? [change(scene, ledger, sentences, counted)] : [];
  addUp(ledger, part, counted, changes);
  return { sentences, question: question(scene, part), steps: ledger.steps };
}

function drawKinds(scene: Scene, part: string, count: number, isInvented: boolean): readonly Counted[] {
  const [trained, unseen] = [TRAINED[part] ?? {}, UNSEEN[part] ?? {}];
  const kinds = new Map<string, Counted>();
  while (kinds.size < count) {
    const known = scene.phrase(Object.keys(trained), Object.keys(unseen));
    const kind = isInvented ? inventedThing(scene.random).slice(0, -1) : known;
    const parts = isInvented ? scene.random.int(3, 12) : (trained[kind] ?? unseen[kind] ?? 0);
    kinds.set(kind, { kind, parts, count: kindCount(scene) });
  }
  return [...kinds.values()];
}

function kindCount({ random, tier }: Scene): number {
  if (tier === 0) return random.int(2, 9);
  return tier === 1 ? random.int(3, 40) : random.int(30, 300);
}

function listed(counted: readonly Counted[]): string {
  const items = counted.map(({ kind, count }) => `${count} ${kind}s`);
  return items.length === 1 ? `${items[0]}` : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

const fact = (scene: Scene, part: string, { kind, parts }: Counted): string =>
  scene.phrase(
    [
      `Each ${kind} has ${parts} ${part}.`,
      `One ${kind} has ${parts} ${part}.`,
      `Every ${kind} has ${parts} ${part}.`,
    ],
    [`Any ${kind} comes with ${parts} ${part}.`, `The number of ${part} of a ${kind} is ${parts}.`],
  );

const presence = (scene: Scene, list: string): string =>
  scene.phrase(
    [`There are ${list}.`, `In a picture there are ${list}.`, `A child counts ${list}.`],
    [`Someone draws ${list}.`, `A painting shows ${list}.`],
  );

const question = (scene: Scene, part: string): string =>
  scene.phrase(
    [
      `How many ${part} are there?`,
      `How many ${part} are there in total?`,
      `How many ${part} do they have in total?`,
    ],
    [`What is the sum of all the ${part}?`, `Find the number of ${part} that can be counted.`],
  );

const listQuestion = (scene: Scene, part: string, list: string): string =>
  scene.phrase(
    [
      `How many ${part} do ${list} have?`,
      `How many ${part} do ${list} have in total?`,
      `How many ${part} are there on ${list}?`,
    ],
    [`What is the number of ${part} of ${list}?`, `Find how many ${part} belong to ${list}.`],
  );

/** Some of the first kind come or go. Returns how many there are then. @throws {Infeasible} for too few to go. */
function change(scene: Scene, ledger: Ledger, sentences: string[], counted: readonly Counted[]): Operand {
  const { kind, count } = counted[0] ?? { kind: "", count: 0 };
  const ask = `How many ${kind}s are there then?`;
  if (scene.random.chance(0.4)) {
    const more = kindCount(scene);
    sentences.push(
      scene.phrase(
        [
          `Then ${more} more ${kind}s come.`,
          `Then ${more} ${kind}s are added.`,
          `After that, there are ${more} more ${kind}s.`,
        ],
        [`An extra ${more} ${kind}s turn up.`, `Next, ${more} further ${kind}s appear.`],
      ),
    );
    return ledger.add(count, "+", more, `${more} ${kind}s come to ${count} ${kind}s`, ask);
  }
  if (count < 4) throw new Infeasible(`${count} of a kind`);
  const fewer = scene.random.int(2, count - 2);
  sentences.push(
    scene.phrase(
      [
        `Then ${fewer} ${kind}s go away.`,
        `Then ${fewer} of the ${kind}s are taken away.`,
        `After that, ${fewer} ${kind}s are gone.`,
      ],
      [`Soon ${fewer} of the ${kind}s disappear.`, `Next, ${fewer} ${kind}s are removed.`],
    ),
  );
  return ledger.add(count, "-", fewer, `${fewer} of ${count} ${kind}s go`, ask);
}

/** Multiplies and adds up. `changes` holds what became of the counts of the first kinds. */
function addUp(ledger: Ledger, part: string, counted: readonly Counted[], changes: readonly Operand[]): void {
  const products = counted.map(({ kind, parts, count }, index): Operand => {
    const number = changes[index] ?? count;
    const many = `${ledger.valueOf(number)} ${kind}s`;
    return ledger.add(
      number,
      "*",
      parts,
      `${many} have ${parts} ${part} each`,
      `How many ${part} do ${many} have?`,
    );
  });
  products.reduce((sum, product, index) => {
    const say = `Add the ${ledger.valueOf(product)} ${part} of the ${counted[index]?.kind}s`;
    return ledger.add(
      sum,
      "+",
      product,
      say,
      `How many ${part} are there with the ${counted[index]?.kind}s?`,
    );
  });
}
