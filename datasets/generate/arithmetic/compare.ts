import type { Random } from "../random.ts";
import { type Draft, Infeasible, type Ledger, newLedger, type Operand } from "./ledger.ts";
import { amount, NAMES, OBJECTS, type Tier } from "./vocabulary.ts";

const TIMES = ["", "", "twice", "three times", "four times", "five times"];

/** Several people, each with more, fewer, several times or half as many as an earlier one. */
export function compare(random: Random, tier: Tier, steps: number): Draft {
  const ledger = newLedger();
  const objects = random.pick(OBJECTS);
  // The sum of all takes as many steps again as there are relations.
  const asksTotal = random.chance(0.45) && steps % 2 === 0;
  const relations = asksTotal ? steps / 2 : steps;
  if (relations > 4) throw new Infeasible(`${relations} relations`);
  const names = random.sample(NAMES, relations + 1);
  const start = amount(random, tier, 3);
  const sentences = [`${names[0]} has ${start} ${objects}.`];
  const holdings: Operand[] = [start];
  for (let index = 0; index < relations; index += 1) {
    const base = random.chance(0.8) ? index : random.int(0, index);
    const pair = { who: names[index + 1] ?? "", than: names[base] ?? "", objects };
    const relation = relate(random, tier, ledger, holdings[base] as Operand, pair);
    sentences.push(relation.sentence);
    holdings.push(relation.holding);
  }
  const question = asksTotal
    ? addUp(random, ledger, holdings, names, objects)
    : `How many ${objects} does ${names[relations]} have?`;
  return { sentences: random.chance(0.3) ? reordered(random, sentences) : sentences, question, ledger };
}

interface Pair {
  readonly who: string;
  readonly than: string;
  readonly objects: string;
}

interface Relation {
  readonly sentence: string;
  readonly holding: Operand;
}

function relate(random: Random, tier: Tier, ledger: Ledger, base: Operand, pair: Pair): Relation {
  const { who, than, objects } = pair;
  const held = ledger.valueOf(base);
  const kind = relationFor(random, held);
  if (kind === "half") {
    const holding = ledger.add(base, "/", 2, `${who} has half as many as ${than}`);
    return { sentence: `${who} has half as many ${objects} as ${than}.`, holding };
  }
  if (kind === "times") {
    const factor = random.pick([2, 2, 3, 4, 5]);
    const holding = ledger.add(base, "*", factor, `${who} has ${TIMES[factor]} as many as ${than}`);
    return { sentence: `${who} has ${TIMES[factor]} as many ${objects} as ${than}.`, holding };
  }
  const drawn = amount(random, tier);
  const difference = kind === "fewer" ? random.int(1, Math.min(held - 1, drawn)) : drawn;
  const operator = kind === "fewer" ? "-" : "+";
  const holding = ledger.add(base, operator, difference, `${who} has ${difference} ${kind} than ${than}`);
  return { sentence: `${who} has ${difference} ${kind} ${objects} than ${than}.`, holding };
}

type RelationKind = "more" | "fewer" | "times" | "half";

/** A relation that the number allows; "more" always does. */
function relationFor(random: Random, held: number): RelationKind {
  const kind = random.pick<RelationKind>(["more", "fewer", "times", "half"]);
  if (kind === "times" && held > 2500) return "more";
  if (kind === "half" && (held % 2 !== 0 || held < 4)) return "more";
  if (kind === "fewer" && held < 4) return "more";
  return kind;
}

function addUp(
  random: Random,
  ledger: Ledger,
  holdings: readonly Operand[],
  names: readonly string[],
  objects: string,
): string {
  holdings.reduce((sum, holding, index) =>
    ledger.add(sum, "+", holding, `Add the ${objects} of ${names[index]}`),
  );
  return random.pick([
    `How many ${objects} do they have together?`,
    `How many ${objects} do they have in total?`,
  ]);
}

/** The later sentences in another order, the first one before them or second. */
function reordered(random: Random, sentences: readonly string[]): readonly string[] {
  const first = sentences.slice(0, 1);
  const rest = random.shuffled(sentences.slice(1));
  return random.chance(0.5) ? [...rest.slice(0, 1), ...first, ...rest.slice(1)] : [...first, ...rest];
}
