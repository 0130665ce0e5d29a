import { quoted } from "../quoted.ts";
import { type Job, money, other, smallFactors, type Solved } from "./job.ts";

/**
 * The step from "6 pens cost 18 dollars" to the price of one.
 * @param unit the currency
 */
export function priceOfOne({ scene, ledger, things }: Job, unit: string) {
  const [count, each] = smallFactors(scene);
  const total = count * each;
  const sentence = scene.phrase(
    [
      `${count} ${things} cost ${total} ${unit}.`,
      `The price of ${count} ${things} is ${total} ${unit}.`,
      `A shop sells ${count} ${things} for ${total} ${unit}.`,
    ],
    [
      `One pays ${total} ${unit} for ${count} ${things}.`,
      `At the market, ${total} ${unit} buy ${count} ${things}.`,
    ],
  );
  const price = ledger.add(
    total,
    "/",
    count,
    quoted(sentence),
    `How much does one of the ${things} cost?`,
  );
  return { count, sentence, price };
}

/** The price of one, from the price of several; one step. */
export function unitPrice(job: Job): Solved {
  const { scene, things } = job;
  const unit = money(scene);
  const { sentence, price } = priceOfOne(job, unit);
  const question = scene.phrase(
    [
      `How much does one of the ${things} cost?`,
      `How many ${unit} does one of the ${things} cost?`,
      `What is the price of one of the ${things}?`,
    ],
    [
      `What does a single one of these ${things} cost?`,
      `How many ${unit} is that for each of the ${things}?`,
    ],
  );
  return { sentences: [sentence], question, total: price, instead: "" };
}

/** The price of so many, from the price of another number of them; two steps. */
export function bulkPrice(job: Job): Solved {
  const { scene, ledger, things } = job;
  const unit = money(scene);
  const { count, sentence, price } = priceOfOne(job, unit);
  const wanted = other(scene, count);
  const total = ledger.add(
    price,
    "*",
    wanted,
    `${wanted} ${things} are bought`,
    `How much do ${wanted} ${things} cost?`,
  );
  const question = scene.phrase(
    [
      `How much do ${wanted} ${things} cost?`,
      `How many ${unit} do ${wanted} ${things} cost?`,
      `What is the price of ${wanted} ${things}?`,
    ],
    [`At that rate, what must one pay for ${wanted} ${things}?`, `What would ${wanted} ${things} cost then?`],
  );
  return { sentences: [sentence], question, total, instead: `${wanted} ${things}` };
}
