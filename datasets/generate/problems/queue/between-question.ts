import { quoted } from "../quoted.ts";
import { amount } from "../scene.ts";
import { Infeasible } from "../step.ts";
import type { Line } from "./line.ts";

/**
 * Tells the place of someone new and asks how many people are between them and the last one told; two steps.
 * @throws {Infeasible} where that place is taken or everybody drawn is in the text.
 */
export function askBetween({ scene, ledger, sentences, name, place, taken }: Line): string {
  const other = scene.people(5).find((one) => !sentences.join(" ").includes(one));
  if (other === undefined) throw new Infeasible("no other person");
  const far = ledger.valueOf(place) + 1 + amount(scene);
  if (taken.includes(far)) throw new Infeasible(`two people in place ${far}`);
  const told = scene.phrase(
    [
      `${other} is number ${far} from the front.`,
      `${other} has number ${far}.`,
      `In the same line, ${other} is number ${far}.`,
    ],
    [
      `In position ${far} from the front waits ${other}.`,
      `The place of ${other} is ${far}, counted from the front.`,
    ],
  );
  sentences.push(told);
  const question = scene.phrase(
    [
      `How many people are between ${name} and ${other}?`,
      `How many people stand between ${name} and ${other}?`,
      `Between ${name} and ${other}, how many people are there?`,
    ],
    [
      `What number of people separates ${name} from ${other}?`,
      `Not counting ${name} and ${other}, how many people wait from one to the other?`,
    ],
  );
  const distance = ledger.add(
    far,
    "-",
    place,
    quoted(told),
    `How many places is ${other} behind ${name}?`,
  );
  ledger.add(distance, "-", 1, `${other} does not count`, question);
  return question;
}
