import type { AnswerType } from "../../../src/contract/index.ts";
import { calendar } from "./calendar.ts";
import { coin } from "./coin.ts";
import { collect } from "./collect.ts";
import { compare } from "./compare.ts";
import { facts } from "./facts.ts";
import { legs } from "./legs.ts";
import { letters } from "./letters.ts";
import { order } from "./order.ts";
import { queue } from "./queue.ts";
import { rate } from "./rate.ts";
import type { DraftProblem, Tier } from "./scene.ts";
import { shop } from "./shop.ts";
import { stock } from "./stock.ts";
import { travel } from "./travel.ts";
import { unit } from "./unit.ts";
import { weekday } from "./weekday.ts";

interface FamilyEntry {
  readonly draft: DraftProblem;
  readonly answerType: AnswerType;
  /** Share among the problems of its group, in parts. */
  readonly share: number;
  /** Whether a sentence that has nothing to do with the question may be added. */
  readonly distractors: boolean;
}

const computed = (draft: DraftProblem, share: number): FamilyEntry => ({
  draft,
  answerType: "number",
  share,
  distractors: true,
});
const symbolic = (draft: DraftProblem, answerType: AnswerType): FamilyEntry => ({
  draft,
  answerType,
  share: 1,
  distractors: false,
});

/** Every family of problems, one file each. */
export const FAMILIES = {
  collect: computed(collect, 24),
  compare: computed(compare, 16),
  shop: computed(shop, 12),
  travel: computed(travel, 7),
  unit: computed(unit, 6),
  legs: computed(legs, 6),
  stock: computed(stock, 8),
  rate: computed(rate, 7),
  calendar: computed(calendar, 7),
  queue: computed(queue, 7),
  letters: symbolic(letters, "text"),
  coin: symbolic(coin, "boolean"),
  weekday: symbolic(weekday, "text"),
  order: symbolic(order, "text"),
  facts: symbolic(facts, "boolean"),
};
export type Family = keyof typeof FAMILIES;

/** The families whose answer is a computed number, each as often as its share. */
export const COMPUTED: readonly Family[] = byShare((entry) => entry.answerType === "number");
/** The families whose answer is a word. */
export const SYMBOLIC: readonly Family[] = byShare((entry) => entry.answerType !== "number");

function byShare(belongs: (entry: FamilyEntry) => boolean): readonly Family[] {
  return (Object.keys(FAMILIES) as Family[])
    .filter((family) => belongs(FAMILIES[family]))
    .flatMap((family) => Array.from({ length: FAMILIES[family].share }, () => family));
}

const weighted = <T>(weights: readonly (readonly [T, number])[]): readonly T[] =>
  weights.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));

export const STEP_MIX: readonly number[] = weighted([
  [1, 16],
  [2, 24],
  [3, 24],
  [4, 18],
  [5, 12],
  [6, 6],
]);
export const TIER_MIX: readonly Tier[] = weighted<Tier>([
  [0, 45],
  [1, 38],
  [2, 17],
]);
