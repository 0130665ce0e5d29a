import { newLedger } from "./ledger.ts";
import type { Draft, Scene } from "./scene.ts";
import { coupon, payment } from "./shop/bill.ts";
import { buy, drawGoods, type Purchase } from "./shop/purchase.ts";
import { Infeasible } from "./step.ts";

/** How many goods are bought, and how many endings (coupon, payment) follow, by number of steps. */
const SHAPES: readonly (readonly (readonly [goods: number, endings: number])[])[] = [
  [],
  [[1, 0]],
  [[1, 1]],
  [
    [2, 0],
    [1, 2],
  ],
  [[2, 1]],
  [
    [3, 0],
    [2, 2],
  ],
  [[3, 1]],
];

/** A purchase of one to three goods, perhaps with a coupon, perhaps paid with too much money. */
export function shop(scene: Scene, steps: number): Draft {
  const shapes = SHAPES[steps] ?? [];
  if (shapes.length === 0) throw new Infeasible(`${steps} steps`);
  const [goods, endings] = scene.random.pick(shapes);
  const [name = ""] = scene.people(1);
  const purchase: Purchase = { scene, name, ledger: newLedger(), sentences: [] };
  let bill = buy(purchase, drawGoods(scene, goods));
  const isPaid = endings === 2 || (endings === 1 && scene.random.chance(0.5));
  if (endings === 2 || (endings === 1 && !isPaid)) bill = coupon(purchase, bill);
  const question = isPaid ? payment(purchase, bill) : totalQuestion(scene, name);
  return { sentences: purchase.sentences, question, steps: purchase.ledger.steps };
}

const totalQuestion = (scene: Scene, name: string): string =>
  scene.phrase(
    [
      `How much does ${name} pay in total?`,
      `How many dollars does ${name} pay?`,
      `How much does ${name} have to pay for everything?`,
    ],
    [`What is the sum that ${name} owes the store?`, `Find the amount that ${name} spends.`],
  );
