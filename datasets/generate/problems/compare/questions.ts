import { addUp } from "../add-up.ts";
import { quoted } from "../quoted.ts";
import { Infeasible, owned } from "../step.ts";
import { type Group, telling } from "./group.ts";

/**
 * What is asked: the number of the last person, of everybody together, of the last and another one together,
 * the difference of two, or the sum of numbers that are all given.
 */
export type Asked = "last" | "everybody" | "pair" | "difference" | "given";

/** Adds the steps that a question takes of its own and returns the question. */
export const ASK: Readonly<Record<Asked, (group: Group) => string>> = {
  last: askLast,
  everybody: askTotal,
  pair: askPair,
  difference: askDifference,
  given: askGiven,
};

function askLast({ scene, things, names }: Group): string {
  const name = names.at(-1) ?? "";
  return scene.phrase(
    [
      `How many ${things} does ${name} have?`,
      `So how many ${things} does ${name} have?`,
      `How many ${things} are there in the hands of ${name}?`,
    ],
    [`What is the number of ${things} that ${name} owns?`, `Find out how many ${things} belong to ${name}.`],
  );
}

function askTotal(group: Group): string {
  const { things, names, holdings, ledger } = group;
  const amounts = names.map((of, index) => ({ of, is: holdings[index] ?? 0 }));
  addUp(ledger, amounts, { ...telling(things), ask: (index) => askUpTo(group, index) });
  return totalQuestion(group);
}

/** As `askTotal`; the solution quotes the sentences that give the numbers. */
function askGiven(group: Group): string {
  const { holdings, sentences, ledger } = group;
  holdings.reduce((sum, holding, index) => {
    const say = quoted(sentences.slice(index === 1 ? 0 : index, index + 1).join(" "));
    return ledger.add(sum, "+", holding, say, askUpTo(group, index));
  });
  return totalQuestion(group);
}

const askUpTo = ({ things, names }: Group, index: number): string =>
  index === 1
    ? `How many ${things} do ${names[0]} and ${names[1]} have together?`
    : `How many ${things} is that with those of ${names[index]}?`;

function totalQuestion({ scene, things, names }: Group): string {
  const all = names.length === 2 ? "both" : "all";
  return scene.phrase(
    [
      `How many ${things} do they have together?`,
      `How many ${things} do they have in total?`,
      `How many ${things} do they ${all} have together?`,
      `How many ${things} is that for ${all} of them together?`,
    ],
    [
      `What is the sum of the ${things} of ${all} of them?`,
      `Counting everybody, how many ${things} are owned?`,
    ],
  );
}

function askPair(group: Group): string {
  const { scene, things, ledger } = group;
  const { one, other } = lastAndEarlier(group);
  const question = scene.phrase(
    [
      `How many ${things} do ${one.name} and ${other.name} have together?`,
      `How many ${things} do ${one.name} and ${other.name} have in total?`,
      `How many ${things} is that for ${one.name} and ${other.name} together?`,
    ],
    [
      `What is the sum of the ${things} of ${one.name} and ${other.name}?`,
      `${one.name} and ${other.name} combined own how many ${things}?`,
    ],
  );
  const amounts = [one, other].map(({ name, holding }) => ({ of: name, is: holding }));
  addUp(ledger, amounts, { ...telling(things), ask: () => question });
  return question;
}

/** @throws {Infeasible} where both have the same number. */
function askDifference(group: Group): string {
  const { scene, things, ledger } = group;
  const { one, other } = lastAndEarlier(group);
  const [x, y] = [ledger.valueOf(one.holding), ledger.valueOf(other.holding)];
  if (x === y) throw new Infeasible("no difference");
  const [large, small] = x > y ? [one, other] : [other, one];
  const question = scene.phrase(
    [
      `How many more ${things} does ${large.name} have than ${small.name}?`,
      `How many fewer ${things} does ${small.name} have than ${large.name}?`,
      `By how many ${things} does ${large.name} have more than ${small.name}?`,
    ],
    [
      `What is the difference between the ${things} of ${large.name} and those of ${small.name}?`,
      `How many ${things} must ${small.name} still find to match ${large.name}?`,
    ],
  );
  const told = ({ name, holding }: typeof one) =>
    owned({ of: name, ...telling(things) }, ledger.valueOf(holding));
  ledger.add(large.holding, "-", small.holding, `${told(large)} and ${told(small)}`, question);
  return question;
}

/** The last person, whose number takes every relation, and one of the earlier ones. */
function lastAndEarlier({ scene, names, holdings }: Group) {
  const at = (index: number) => ({ name: names.at(index) ?? "", holding: holdings.at(index) ?? 0 });
  return { one: at(-1), other: at(scene.random.int(0, names.length - 2)) };
}
