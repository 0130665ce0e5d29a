import { type Ledger, newLedger } from "./ledger.ts";
import { amount, type Draft, factors, type Scene } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";

const PLACES = "farm store bakery library school factory shop hotel".split(" ");
const UNSEEN_PLACES = "depot museum workshop warehouse".split(" ");
const LOST = ["break and are thrown away", "get lost", "are thrown away", "go missing"];
const UNSEEN_LOST = ["disappear", "have to be scrapped"];

/** The stock while the story goes on. */
interface Inventory {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly things: string;
  readonly place: string;
  readonly sentences: string[];
}

/** An inventory that suffers losses, gets deliveries and is sold or packed; 1 to 6 steps. */
export function stock(scene: Scene, steps: number): Draft {
  if (steps > 6) throw new Infeasible(`${steps} steps`);
  const [things = ""] = scene.things(1);
  const place = scene.phrase(PLACES, UNSEEN_PLACES);
  const inventory: Inventory = { scene, ledger: newLedger(), things, place, sentences: [] };
  const { ledger, sentences } = inventory;
  let current = opening(inventory, steps);
  while (ledger.steps.length < steps) {
    const left = steps - ledger.steps.length;
    if (left === 1 && scene.random.chance(0.25))
      return { ...packing(inventory, current), steps: ledger.steps };
    const event = scene.random.pick(
      left > 1 ? [loss, delivery, sale, crates, daily] : [loss, delivery, sale],
    );
    current = event(inventory, current);
  }
  const question = scene.phrase(
    [
      `How many ${things} does the ${place} have now?`,
      `How many ${things} does the ${place} have in the end?`,
      `How many ${things} are at the ${place} now?`,
    ],
    [
      `What number of ${things} is at the ${place} at the end?`,
      `With how many ${things} does the ${place} end up?`,
    ],
  );
  return { sentences, question, steps: ledger.steps };
}

/** Less than `limit` and at least 2, so that no plural goes wrong. */
export function below(scene: Scene, limit: number): number {
  const drawn = amount(scene);
  if (drawn < limit) return drawn;
  if (limit < 3) throw new Infeasible(`less than ${limit}`);
  return scene.random.int(2, limit - 1);
}

/** What is there at first: a number, boxes of so many, or boxes with a loss in each. */
function opening({ scene, ledger, things, place, sentences }: Inventory, steps: number): Operand {
  const shape = scene.random.pick(steps === 1 ? ["plain", "boxes"] : ["plain", "boxes", "loss", "loss"]);
  if (shape === "plain") {
    const count = amount(scene, 4);
    sentences.push(
      scene.phrase(
        [
          `A ${place} has ${count} ${things}.`,
          `There are ${count} ${things} at a ${place}.`,
          `A ${place} starts the day with ${count} ${things}.`,
        ],
        [`A ${place} keeps ${count} ${things}.`, `On the shelves of a ${place} lie ${count} ${things}.`],
      ),
    );
    return count;
  }
  const [count, each] = factors(scene);
  const boxes = scene.random.pick(scene.words.boxes);
  const ask = `How many ${things} does the ${place} have in ${count} ${boxes}?`;
  sentences.push(
    scene.phrase(
      [
        `A ${place} has ${count} ${boxes} of ${each} ${things}.`,
        `A ${place} has ${count} ${boxes} with ${each} ${things} in each.`,
        `There are ${count} ${boxes} at a ${place}. Each of the ${boxes} holds ${each} ${things}.`,
      ],
      [
        `A ${place} keeps ${count} ${boxes}, and every one of them contains ${each} ${things}.`,
        `At a ${place}, ${things} are kept in ${count} ${boxes}, ${each} in each.`,
      ],
    ),
  );
  if (shape === "boxes")
    return ledger.add(count, "*", each, `${count} ${boxes} with ${each} ${things} each`, ask);
  if (each < 4) throw new Infeasible("hardly anything to lose");
  const lost = scene.random.int(2, Math.min(9, each - 2));
  const verb = scene.phrase(LOST, UNSEEN_LOST);
  sentences.push(
    scene.phrase(
      [
        `In each of the ${boxes}, ${lost} ${things} ${verb}.`,
        `${lost} ${things} ${verb} in each of the ${boxes}.`,
        `Then ${lost} of the ${things} in each of the ${boxes} ${verb}.`,
      ],
      [
        `Out of every one of the ${boxes}, ${lost} ${things} ${verb}.`,
        `All of the ${boxes} have the same loss: ${lost} ${things} in each ${verb}.`,
      ],
    ),
  );
  const kept = ledger.add(
    each,
    "-",
    lost,
    `Each of the ${boxes} loses ${lost} of ${each} ${things}`,
    `How many ${things} are left in each of the ${boxes}?`,
  );
  return ledger.add(count, "*", kept, `There are ${count} ${boxes}`, ask);
}

function loss({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const lost = below(scene, ledger.valueOf(current));
  const verb = scene.phrase(LOST, UNSEEN_LOST);
  sentences.push(
    scene.phrase(
      [
        `Then ${lost} of the ${things} ${verb}.`,
        `${lost} ${things} ${verb}.`,
        `At the ${place}, ${lost} ${things} ${verb}.`,
      ],
      [`Sadly, ${lost} of all these ${things} ${verb}.`, `During the night ${lost} ${things} ${verb}.`],
    ),
  );
  return ledger.add(
    current,
    "-",
    lost,
    `The ${place} loses ${lost} ${things}`,
    `How many ${things} are left after ${lost} are lost?`,
  );
}

function delivery({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const count = amount(scene);
  sentences.push(
    scene.phrase(
      [
        `A delivery brings ${count} more ${things}.`,
        `Then ${count} more ${things} arrive.`,
        `The ${place} gets a delivery of ${count} ${things}.`,
      ],
      [`A van drops off another ${count} ${things}.`, `The stock grows by ${count} ${things}.`],
    ),
  );
  return ledger.add(
    current,
    "+",
    count,
    `${count} more ${things} arrive`,
    `How many ${things} does the ${place} have with ${count} more?`,
  );
}

function sale({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const count = below(scene, ledger.valueOf(current));
  sentences.push(
    scene.phrase(
      [
        `The ${place} sells ${count} ${things}.`,
        `Then ${count} ${things} are sold.`,
        `A customer buys ${count} of the ${things}.`,
      ],
      [`Visitors take away ${count} ${things}.`, `A buyer leaves with ${count} of these ${things}.`],
    ),
  );
  return ledger.add(
    current,
    "-",
    count,
    `${count} ${things} are sold`,
    `How many ${things} are left after ${count} are sold?`,
  );
}

/** A delivery in boxes. */
function crates({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const [count, each] = factors(scene);
  const boxes = scene.random.pick(scene.words.boxes);
  sentences.push(
    scene.phrase(
      [
        `A delivery brings ${count} ${boxes} of ${each} ${things}.`,
        `Then ${count} ${boxes} with ${each} ${things} each arrive.`,
        `The ${place} gets ${count} new ${boxes} with ${each} ${things} in each.`,
      ],
      [
        `A van drops off ${count} further ${boxes}, ${each} ${things} in every one.`,
        `Into the ${place} come ${count} ${boxes}, each full of ${each} ${things}.`,
      ],
    ),
  );
  const brought = ledger.add(
    count,
    "*",
    each,
    `${count} ${boxes} with ${each} ${things} each arrive`,
    `How many ${things} arrive in ${count} ${boxes}?`,
  );
  return ledger.add(
    current,
    "+",
    brought,
    `The ${place} adds them`,
    `How many ${things} does the ${place} have with the new ${boxes}?`,
  );
}

/** The same sale on each of several days. */
function daily({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const [days, each] = factors(scene);
  if (days * each >= ledger.valueOf(current)) throw new Infeasible("sold out");
  sentences.push(
    scene.phrase(
      [
        `The ${place} sells ${each} ${things} a day for ${days} days.`,
        `On each of the next ${days} days, ${each} ${things} are sold.`,
        `For ${days} days the ${place} sells ${each} ${things} every day.`,
      ],
      [
        `Over ${days} days, customers take ${each} ${things} daily.`,
        `Each day ${each} ${things} go to customers, and this lasts ${days} days.`,
      ],
    ),
  );
  const sold = ledger.add(
    each,
    "*",
    days,
    `${each} ${things} are sold on each of ${days} days`,
    `How many ${things} are sold in ${days} days?`,
  );
  return ledger.add(
    current,
    "-",
    sold,
    `The ${place} takes them away`,
    `How many ${things} are left after ${days} days?`,
  );
}

/** The end of a story in which everything is packed. */
function packing(
  { scene, ledger, things, place, sentences }: Inventory,
  current: Operand,
): Omit<Draft, "steps"> {
  const value = ledger.valueOf(current);
  const sizes = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12].filter((size) => value % size === 0 && value > size);
  if (sizes.length === 0 || value > 200) throw new Infeasible(`${value} to pack`);
  const size = scene.random.pick(sizes);
  const boxes = scene.random.pick(scene.words.boxes);
  const packed = scene.phrase(
    [
      `The ${place} packs all of its ${things} in new ${boxes} of ${size}.`,
      `All the ${things} are packed into empty ${boxes}, ${size} in each.`,
      `Now the ${place} puts its ${things} into empty ${boxes} with ${size} in each.`,
    ],
    [
      `Finally every one of the ${things} is placed in fresh ${boxes}, ${size} to each.`,
      `Workers fill fresh ${boxes} with exactly ${size} ${things} each until none are over.`,
    ],
  );
  const question = scene.phrase(
    [
      `How many of these ${boxes} does the ${place} fill?`,
      `How many ${boxes} are filled this way?`,
      `How many of these ${boxes} are needed?`,
    ],
    [`What number of ${boxes} gets packed in the end?`, `What count of ${boxes} does this take?`],
  );
  ledger.add(current, "/", size, `The ${things} go into ${boxes} of ${size}`, question);
  return { sentences: [...sentences, packed], question };
}
