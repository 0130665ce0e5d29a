import { addUp } from "./add-up.ts";
import { type Ledger, newLedger } from "./ledger.ts";
import { change } from "./legs/change.ts";
import { type Counted, drawKinds, isUncertain } from "./legs/kinds.ts";
import { fact, listed, listQuestion, presence, question } from "./legs/wordings.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";

/** The legs, wheels, sides or strings of one to three kinds; in an even number of steps some come or go. */
export function legs(scene: Scene, steps: number): Draft {
  if (steps < 1 || steps > 6) throw new Infeasible(`${steps} steps`);
  const part = scene.random.pick(["legs", "legs", "legs", "wheels", "wheels", "sides", "strings"]);
  const isTrained = scene.phrase(["trained"], ["unseen"]) === "trained";
  const isInvented = isTrained && scene.random.chance(0.3);
  const counted = drawKinds(scene, part, Math.ceil(steps / 2), isInvented);
  const isStated = isInvented || !isTrained || scene.random.chance(0.2);
  const stated = isStated ? counted : counted.filter(isUncertain);
  const facts = stated.length > 0 ? [stated.map((entry) => fact(scene, part, entry)).join(" ")] : [];
  const list = listed(counted);
  const ledger = newLedger();
  if (steps % 2 === 1 && scene.random.chance(0.5)) {
    countParts(ledger, part, counted, []);
    return { sentences: facts, question: listQuestion(scene, part, list), steps: ledger.steps };
  }
  const sentences = [...facts, presence(scene, list)];
  const changes = steps % 2 === 0 ? [change(scene, ledger, sentences, counted)] : [];
  countParts(ledger, part, counted, changes);
  return { sentences, question: question(scene, part), steps: ledger.steps };
}

/** Multiplies and adds up. `changes` holds what became of the counts of the first kinds. */
function countParts(ledger: Ledger, part: string, counted: readonly Counted[], changes: readonly Operand[]): void {
  const products = counted.map(({ kind, parts, count }, index): Operand => {
    const changed = changes[index];
    const number = changed ?? count;
    const many = `${ledger.valueOf(number)} ${kind}s`;
    // Who asks does not know yet how many there are after a change.
    const asked = changed === undefined ? `${many} have` : `the ${kind}s have then`;
    return ledger.add(
      number,
      "*",
      parts,
      `${many} have ${parts} ${part} each`,
      `How many ${part} do ${asked}?`,
    );
  });
  const nameOf = (index: number) => `the ${counted[index]?.kind}s`;
  addUp(
    ledger,
    products.map((is, index) => ({ of: nameOf(index), is })),
    { verb: "come", unit: part, ask: (index) => `How many ${part} are there with ${nameOf(index)}?` },
  );
}
