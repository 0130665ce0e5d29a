import { addUp } from "../add-up.ts";
import { quoted } from "../quoted.ts";
import { factors, type Scene } from "../scene.ts";
import { Infeasible } from "../step.ts";
import { type Job, money, other, type Solved } from "./job.ts";
import { priceOfOne } from "./one-price.ts";

/**
 * The price of two kinds of things together: one priced by the lot, the other by the piece; four steps.
 * @throws {Infeasible} where both kinds are the same.
 */
export function twoPrices(job: Job): Solved {
  const { scene, ledger, things } = job;
  const unit = money(scene);
  const [others = ""] = scene.things(1);
  if (others === things) throw new Infeasible("the same things twice");
  const { count, sentence, price } = priceOfOne(job, unit);
  const [wanted, [many, each]] = [other(scene, count), factors(scene)];
  const second = priceByPiece(scene, others, `${each} ${unit}`);
  const cost = ledger.add(
    price,
    "*",
    wanted,
    `${wanted} ${things} are bought`,
    `How much do ${wanted} ${things} cost?`,
  );
  const more = ledger.add(
    each,
    "*",
    many,
    quoted(second),
    `How much do ${many} ${others} cost?`,
  );
  const costs = [
    { of: `the ${things}`, is: cost },
    { of: `the ${others}`, is: more },
  ];
  const ask = () => `How much do they cost together?`;
  const total = addUp(ledger, costs, { verb: "come", unit, ask });
  const goods = `${wanted} ${things} and ${many} ${others}`;
  return { sentences: [sentence, second], question: askPrice(scene, goods, unit), total, instead: goods };
}

const priceByPiece = (scene: Scene, others: string, price: string): string =>
  scene.phrase(
    [
      `The ${others} cost ${price} each.`,
      `Each of the ${others} costs ${price}.`,
      `One of the ${others} costs ${price}.`,
    ],
    [`For any of the ${others} the price is ${price}.`, `A single one of the ${others} is ${price}.`],
  );

const askPrice = (scene: Scene, goods: string, unit: string): string =>
  scene.phrase(
    [
      `How much do ${goods} cost?`,
      `How many ${unit} do ${goods} cost together?`,
      `What is the price of ${goods}?`,
    ],
    [`What must one pay for ${goods}?`, `What would ${goods} cost in all?`],
  );
