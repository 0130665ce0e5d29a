import { holdingSentence, relate } from "./compare-relations.ts";
import { type Ledger, newLedger } from "./ledger.ts";
import { amount, type Draft, type Scene } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";

/** The people of one comparison, what they count, and how much each of them has. */
interface Group {
  readonly scene: Scene;
  readonly things: string;
  readonly names: readonly string[];
  readonly holdings: readonly Operand[];
  readonly sentences: readonly string[];
  readonly ledger: Ledger;
}

/**
 * What is asked: the number of the last person, of everybody together, of the last and another one together, the
 * difference of two, or the sum of numbers that are all given.
 */
type Asked = "last" | "everybody" | "pair" | "difference" | "given";

const RELATIONS: Readonly<Record<Asked, (steps: number) => number>> = {
  last: (steps) => steps,
  everybody: (steps) => steps / 2,
  pair: (steps) => steps - 1,
  difference: (steps) => steps - 1,
  given: (steps) => steps,
};
const MOST_RELATIONS: Readonly<Record<Asked, number>> = {
  last: 5,
  everybody: 3,
  pair: 5,
  difference: 5,
  given: 3,
};

/** Several people, each with more, fewer, several times or half as many as an earlier one. */
export function compare(scene: Scene, steps: number): Draft {
  const asked = scene.random.pick<Asked>([
    "last",
    "last",
    "last",
    "everybody",
    "everybody",
    "pair",
    "difference",
    "given",
  ]);
  const relations = RELATIONS[asked](steps);
  if (!Number.isInteger(relations) || relations < 1 || relations > MOST_RELATIONS[asked])
    throw new Infeasible(`${relations} relations for ${asked}`);
  const group =
    asked === "given" ? givenGroup(scene, relations) : relatedGroup(scene, relations, asked === "everybody");
  const question = ASK[asked](group);
  const { sentences, ledger } = group;
  return {
    sentences: scene.random.chance(0.3) ? reordered(scene, sentences) : sentences,
    question,
    steps: ledger.steps,
  };
}

function givenGroup(scene: Scene, relations: number): Group {
  const [things = ""] = scene.things(1);
  const names = scene.people(relations + 1);
  const holdings = names.map(() => amount(scene, 3));
  const sentences = names.map((name, index) => holdingSentence(scene, name, holdings[index] ?? 0, things));
  return { scene, things, names, holdings, sentences, ledger: newLedger() };
}

/** @param mayBranch whether a relation may lead to any earlier person; otherwise to the one just before. */
function relatedGroup(scene: Scene, relations: number, mayBranch: boolean): Group {
  const [things = ""] = scene.things(1);
  const names = scene.people(relations + 1);
  const ledger = newLedger();
  const start = amount(scene, 4);
  const holdings: Operand[] = [start];
  const sentences = [holdingSentence(scene, names[0] ?? "", start, things)];
  for (let index = 0; index < relations; index += 1) {
    const base = mayBranch && scene.random.chance(0.4) ? scene.random.int(0, index) : index;
    const pair = { who: names[index + 1] ?? "", than: names[base] ?? "", things };
    const { sentence, holding } = relate(scene, ledger, holdings[base] ?? start, pair);
    sentences.push(sentence);
    holdings.push(holding);
  }
  return { scene, things, names, holdings, sentences, ledger };
}

const ASK: Readonly<Record<Asked, (group: Group) => string>> = {
  last: ({ scene, things, names }) => {
    const name = names.at(-1) ?? "";
    return scene.phrase(
      [
        `How many ${things} does ${name} have?`,
        `So how many ${things} does ${name} have?`,
        `How many ${things} are there in the hands of ${name}?`,
      ],
      [
        `What is the number of ${things} that ${name} owns?`,
        `Find out how many ${things} belong to ${name}.`,
      ],
    );
  },
  everybody: askTotal,
  given: askTotal,
  pair: (group) => {
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
    const [x, y] = [ledger.valueOf(one.holding), ledger.valueOf(other.holding)];
    const say = `Add the ${x} ${things} of ${one.name} and the ${y} of ${other.name}`;
    ledger.add(one.holding, "+", other.holding, say, question);
    return question;
  },
  difference: (group) => {
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
    const say = `${large.name} has ${Math.max(x, y)} ${things} and ${small.name} has ${Math.min(x, y)}`;
    ledger.add(large.holding, "-", small.holding, say, question);
    return question;
  },
};

/** The last person, whose number takes every relation, and one of the earlier ones. */
function lastAndEarlier({ scene, names, holdings }: Group) {
  const at = (index: number) => ({ name: names.at(index) ?? "", holding: holdings.at(index) ?? 0 });
  return { one: at(-1), other: at(scene.random.int(0, names.length - 2)) };
}

function askTotal({ scene, things, names, holdings, ledger }: Group): string {
  holdings.reduce((sum, holding, index) => {
    const name = names[index] ?? "";
    const ask =
      index === 1
        ? `How many ${things} do ${names[0]} and ${name} have together?`
        : `How many ${things} is that with those of ${name}?`;
    return ledger.add(sum, "+", holding, `Add the ${ledger.valueOf(holding)} ${things} of ${name}`, ask);
  });
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

/** The later sentences in another order, the first one before them or second. */
function reordered({ random }: Scene, sentences: readonly string[]): readonly string[] {
  const first = sentences.slice(0, 1);
  const rest = random.shuffled(sentences.slice(1));
  return random.chance(0.5) ? [...rest.slice(0, 1), ...first, ...rest.slice(1)] : [...first, ...rest];
}
