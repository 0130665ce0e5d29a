import { type Ledger, newLedger } from "../ledger.ts";
import { quoted } from "../quoted.ts";
import { amount, type Scene } from "../scene.ts";
import type { Operand, Owner } from "../step.ts";
import { holdingSentence, relate } from "./relations.ts";

/** The people of one comparison, what they count, and how much each of them has. */
export interface Group {
  readonly scene: Scene;
  readonly things: string;
  readonly names: readonly string[];
  readonly holdings: readonly Operand[];
  readonly sentences: readonly string[];
  readonly ledger: Ledger;
}

/** How it is told what somebody has: "Noah comes to 124 pillows". */
export const telling = (things: string): Omit<Owner, "of"> => ({ verb: "comes", unit: things });

/** One person more than `relations`, each with a number that is told. */
export function givenGroup(scene: Scene, relations: number): Group {
  const [things = ""] = scene.things(1);
  const names = scene.people(relations + 1);
  const holdings = names.map(() => amount(scene, 3));
  const sentences = names.map((name, index) => holdingSentence(scene, name, holdings[index] ?? 0, things));
  return { scene, things, names, holdings, sentences, ledger: newLedger() };
}

/**
 * One person more than `relations`: the first with a number that is told, each other one by a relation.
 * @param mayBranch whether a relation may lead to any earlier person; otherwise to the one just before.
 * @throws {Infeasible} where a number gets too large.
 */
export function relatedGroup(scene: Scene, relations: number, mayBranch: boolean): Group {
  const [things = ""] = scene.things(1);
  const names = scene.people(relations + 1);
  const ledger = newLedger();
  const start = amount(scene, 4);
  const holdings: Operand[] = [start];
  const sentences = [holdingSentence(scene, names[0] ?? "", start, things)];
  for (let index = 0; index < relations; index += 1) {
    const base = mayBranch && scene.random.chance(0.4) ? scene.random.int(0, index) : index;
    const [who, than, held] = [names[index + 1]!, names[base]!, holdings[base]!];
    const { sentence, operator, by } = relate(scene, ledger.valueOf(held), { who, than, things });
    // The first step quotes the number that is told too, wherever in the text that is.
    const say = quoted(index === 0 ? `${sentences[0]} ${sentence}` : sentence);
    const ask = `${sentence} How many ${things} does ${who} have?`;
    const holding = ledger.add(held, operator, by, say, ask);
    ledger.own(holding, { of: who, ...telling(things) });
    sentences.push(sentence);
    holdings.push(holding);
  }
  return { scene, things, names, holdings, sentences, ledger };
}
