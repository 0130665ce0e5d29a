import { type Ledger, newLedger } from "./ledger.ts";
import { type Draft, factors, type Scene } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";
import { pronoun } from "./words.ts";

const split = (words: string): readonly string[] => words.split(" ");
const GOODS = split(
  "pen book cake shirt ticket toy cup hat lamp bag ball plate belt mug rug towel game doll ring map",
);
const UNSEEN_GOODS = split("kettle jacket tent drum clock sweater vase helmet");

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

/** A purchase in the making. */
interface Purchase {
  readonly scene: Scene;
  readonly name: string;
  readonly ledger: Ledger;
  readonly sentences: string[];
}

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

function drawGoods(scene: Scene, count: number): readonly string[] {
  const goods = new Set<string>();
  while (goods.size < count) goods.add(scene.phrase(GOODS, UNSEEN_GOODS));
  return [...goods];
}

/** Buys the goods and adds up their costs. */
function buy({ scene, name, ledger, sentences }: Purchase, goods: readonly string[]): Operand {
  const costs = goods.map((good): Operand => {
    const [count, each] = factors(scene);
    sentences.push(
      scene.phrase(
        [
          `${name} buys ${count} ${good}s for ${each} dollars each.`,
          `${name} buys ${count} ${good}s. One ${good} costs ${each} dollars.`,
          `One ${good} costs ${each} dollars. ${name} buys ${count} ${good}s.`,
          `${name} gets ${count} ${good}s that cost ${each} dollars each.`,
        ],
        [
          `At ${each} dollars apiece, ${count} ${good}s go into the cart of ${name}.`,
          `The price of a ${good} is ${each} dollars, and ${name} takes ${count} of these.`,
        ],
      ),
    );
    const say = `${count} ${good}s cost ${each} dollars each`;
    return ledger.add(count, "*", each, say, `How much do the ${count} ${good}s cost?`);
  });
  return costs.reduce((sum, cost, index) => {
    const ask =
      index === 1
        ? `How much do the ${goods[0]}s and the ${goods[1]}s cost together?`
        : `How much is it with the ${goods[index]}s?`;
    return ledger.add(
      sum,
      "+",
      cost,
      `Add the ${ledger.valueOf(cost)} dollars for the ${goods[index]}s`,
      ask,
    );
  });
}

/** Adds a sentence that opens with a pronoun to the one before, so that no other person comes between. */
function continueLast(sentences: string[], sentence: string): void {
  sentences.push(`${sentences.pop() ?? ""} ${sentence}`);
}

/** A coupon lowers the bill. */
function coupon({ scene, name, ledger, sentences }: Purchase, bill: Operand): Operand {
  const off = scene.random.int(2, Math.max(2, Math.floor(ledger.valueOf(bill) / 2)));
  const who = pronoun(name);
  const sentence = scene.phrase(
    [
      `${who} has a coupon for ${off} dollars off.`,
      `${who} uses a coupon that takes ${off} dollars off the bill.`,
      `With a coupon ${who.toLowerCase()} pays ${off} dollars less.`,
    ],
    [`The store lowers the bill by ${off} dollars.`, `A voucher saves ${name} ${off} dollars.`],
  );
  continueLast(sentences, sentence);
  return ledger.add(
    bill,
    "-",
    off,
    `The coupon takes ${off} dollars off`,
    `How much does ${name} pay after the coupon?`,
  );
}

/** The bill is paid with too much money. Returns the question. */
function payment({ scene, name, ledger, sentences }: Purchase, bill: Operand): string {
  const due = ledger.valueOf(bill);
  const exact = due + scene.random.int(1, Math.max(3, Math.floor(due / 2)));
  const paid = scene.random.chance(0.5) ? Math.ceil(exact / 10) * 10 : exact;
  const who = pronoun(name);
  const sentence = scene.phrase(
    [
      `${who} pays with ${paid} dollars.`,
      `${who} gives the seller ${paid} dollars.`,
      `${name} pays at the desk with ${paid} dollars.`,
    ],
    [`The cashier takes ${paid} dollars from ${name}.`, `${name} puts ${paid} dollars on the counter.`],
  );
  continueLast(sentences, sentence);
  const question = scene.phrase(
    [
      `How much change does ${name} get?`,
      `How many dollars does ${name} get back?`,
      `How much money does ${name} get back?`,
    ],
    [`What amount is returned to ${name}?`, `How many dollars must the store return to ${name}?`],
  );
  ledger.add(paid, "-", bill, `${name} pays with ${paid} dollars`, question);
  return question;
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
