import { quoted } from "../quoted.ts";
import { amount, type Draft } from "../scene.ts";
import { type Job, money, type Solved } from "./job.ts";

/** A problem of prices goes on: someone buys the goods and gets change; one step. */
export function change({ scene, ledger }: Job, { sentences, total, instead }: Solved): Omit<Draft, "steps"> {
  const [name = ""] = scene.people(1);
  const unit = money(scene);
  const paid = ledger.valueOf(total) + amount(scene);
  const purchase = scene.phrase(
    [
      `${name} buys ${instead} and pays with ${paid} ${unit}.`,
      `${name} has ${paid} ${unit} and buys ${instead}.`,
      `${name} buys ${instead}. ${name} gives the seller ${paid} ${unit}.`,
    ],
    [
      `With ${paid} ${unit} in hand, ${name} takes ${instead}.`,
      `${name} hands over ${paid} ${unit} for ${instead}.`,
    ],
  );
  const question = scene.phrase(
    [
      `How much change does ${name} get?`,
      `How many ${unit} does ${name} get back?`,
      `How many ${unit} does ${name} have left after paying?`,
    ],
    [`What amount of money comes back to ${name}?`, `What does ${name} keep of the money after paying?`],
  );
  ledger.add(paid, "-", total, quoted(purchase), question);
  return { sentences: [...sentences, purchase], question };
}

/** A problem of work goes on: what is still missing of an order after the work; one step. */
export function order(
  { scene, ledger, things }: Job,
  { sentences, total, instead }: Solved,
): Omit<Draft, "steps"> {
  const size = ledger.valueOf(total) + amount(scene);
  const ordered = scene.phrase(
    [
      `A customer orders ${size} ${things}.`,
      `The order is for ${size} ${things}.`,
      `A shop wants ${size} ${things}.`,
    ],
    [`The client has asked for ${size} ${things}.`, `What has to be delivered is ${size} ${things}.`],
  );
  const question = scene.phrase(
    [
      `How many ${things} are still missing after that?`,
      `How many more ${things} are needed then?`,
      `How many ${things} are left to make after that?`,
    ],
    [`By how many ${things} does the work fall short?`, `What number of ${things} must still be made?`],
  );
  ledger.add(size, "-", total, quoted(ordered), question);
  return { sentences: [...sentences, ...(instead === "" ? [] : [instead]), ordered], question };
}
