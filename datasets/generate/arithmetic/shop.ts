import type { Random } from "../random.ts";
import { type Draft, Infeasible, type Ledger, newLedger, type Operand } from "./ledger.ts";
import { factors, NAMES, pronoun, type Tier } from "./vocabulary.ts";

const GOODS = "pen book cake shirt ticket toy cup hat lamp bag ball plate".split(" ");

/** How many goods are bought and whether money is handled after that, by number of steps. */
const SHAPES: Readonly<Record<number, readonly [goods: number, ending: boolean]>> = {
  1: [1, false],
  2: [1, true],
  3: [2, false],
  4: [2, true],
  5: [3, false],
};

/** A purchase, perhaps with change or a coupon. */
export function shop(random: Random, tier: Tier, steps: number): Draft {
  const shape = SHAPES[steps];
  if (shape === undefined) throw new Infeasible(`${steps} steps`);
  const name = random.pick(NAMES);
  const ledger = newLedger();
  const sentences: string[] = [];
  const goods = random.sample(GOODS, shape[0]);
  const costs = goods.map((good) => {
    const [count, each] = factors(random, tier);
    sentences.push(
      random.pick([
        `${name} buys ${count} ${good}s for ${each} dollars each.`,
        `${name} buys ${count} ${good}s. One ${good} costs ${each} dollars.`,
      ]),
    );
    return ledger.add(count, "*", each, `${count} ${good}s cost ${each} dollars each`);
  });
  const total = costs.reduce((sum, cost, index) =>
    ledger.add(sum, "+", cost, `Add the cost of the ${goods[index]}s`),
  );
  if (!shape[1]) return { sentences, question: `How much does ${name} pay in total?`, ledger };
  const ending = random.chance(0.5) ? change : coupon;
  return { sentences, question: ending(random, ledger, sentences, name, total), ledger };
}

/** The bill is paid with too much money. Returns the question. */
function change(random: Random, ledger: Ledger, sentences: string[], name: string, total: Operand): string {
  const bill = ledger.valueOf(total);
  const exact = bill + random.int(1, Math.max(3, Math.floor(bill / 2)));
  const paid = random.chance(0.5) ? Math.ceil(exact / 10) * 10 : exact;
  sentences.push(`${pronoun(name)} pays with ${paid} dollars.`);
  ledger.add(paid, "-", total, `${name} pays ${paid} dollars`);
  return `How much change does ${name} get?`;
}

/** A coupon lowers the bill. Returns the question. */
function coupon(random: Random, ledger: Ledger, sentences: string[], name: string, total: Operand): string {
  const off = random.int(1, Math.max(1, Math.floor(ledger.valueOf(total) / 2)));
  sentences.push(`${pronoun(name)} has a coupon for ${off} dollars.`);
  ledger.add(total, "-", off, `The coupon takes ${off} dollars off`);
  return `How much does ${name} pay in total?`;
}
