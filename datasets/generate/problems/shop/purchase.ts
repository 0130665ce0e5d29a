import { addUp } from "../add-up.ts";
import { quoted } from "../quoted.ts";
import type { Ledger } from "../ledger.ts";
import { factors, type Scene } from "../scene.ts";
import type { Operand } from "../step.ts";

const split = (words: string): readonly string[] => words.split(" ");
const GOODS = split(
  "pen book cake shirt ticket toy cup hat lamp bag ball plate belt mug rug towel game doll ring map",
);
const UNSEEN_GOODS = split("kettle jacket tent drum clock sweater vase helmet");

/** A purchase in the making. */
export interface Purchase {
  readonly scene: Scene;
  readonly name: string;
  readonly ledger: Ledger;
  readonly sentences: string[];
}

/** So many different goods, in the singular. */
export function drawGoods(scene: Scene, count: number): readonly string[] {
  const goods = new Set<string>();
  while (goods.size < count) goods.add(scene.phrase(GOODS, UNSEEN_GOODS));
  return [...goods];
}

/** Buys the goods and adds up their costs, with a step for each cost and each sum. Returns the bill. */
export function buy({ scene, name, ledger, sentences }: Purchase, goods: readonly string[]): Operand {
  const costs = goods.map((good): Operand => {
    const [count, each] = factors(scene);
    const told = scene.phrase(
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
    );
    sentences.push(told);
    return ledger.add(count, "*", each, quoted(told), `How much do the ${count} ${good}s cost?`);
  });
  const ask = (index: number) =>
    index === 1
      ? `How much do the ${goods[0]}s and the ${goods[1]}s cost together?`
      : `How much is it with the ${goods[index]}s?`;
  return addUp(
    ledger,
    costs.map((is, index) => ({ of: `the ${goods[index]}s`, is })),
    { verb: "come", unit: "dollars", ask },
  );
}
