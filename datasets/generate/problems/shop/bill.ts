import { quoted } from "../quoted.ts";
import type { Operand } from "../step.ts";
import { pronoun } from "../words.ts";
import type { Purchase } from "./purchase.ts";

/** A coupon lowers the bill; one step. Returns what is left to pay. */
export function coupon({ scene, name, ledger, sentences }: Purchase, bill: Operand): Operand {
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
  return ledger.add(bill, "-", off, quoted(sentence), `${sentence} How much does ${name} pay then?`);
}

/** The bill is paid with too much money; one step. Returns the question for the change. */
export function payment({ scene, name, ledger, sentences }: Purchase, bill: Operand): string {
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
  ledger.add(paid, "-", bill, quoted(sentence), question);
  return question;
}

/** Adds a sentence that opens with a pronoun to the one before, so that no other person comes between. */
function continueLast(sentences: string[], sentence: string): void {
  sentences.push(`${sentences.pop() ?? ""} ${sentence}`);
}
