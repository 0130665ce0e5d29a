import type { Family } from "../../../datasets/generate/problems/families.ts";
import { solveCalendar } from "./calendar.ts";
import { solveCollect } from "./collect.ts";
import { solveCompare } from "./compare.ts";
import { solveFacts } from "./facts.ts";
import { solveLegs } from "./legs.ts";
import { solveOrder } from "./order.ts";
import { solveQueue } from "./queue.ts";
import { solveRate } from "./rate.ts";
import { solveShop } from "./shop.ts";
import { solveStock } from "./stock.ts";
import { solveTravel } from "./travel.ts";
import { solveUnit } from "./unit.ts";
import { solveCoin, solveLetters, solveWeekday } from "./words.ts";

/** Solvers that know a question's text alone. */
export const SOLVERS: Readonly<Record<Family, (question: string) => number | string | null>> = {
  collect: solveCollect,
  compare: solveCompare,
  shop: solveShop,
  travel: solveTravel,
  unit: solveUnit,
  legs: solveLegs,
  stock: solveStock,
  rate: solveRate,
  calendar: solveCalendar,
  queue: solveQueue,
  letters: solveLetters,
  coin: solveCoin,
  weekday: solveWeekday,
  order: solveOrder,
  facts: solveFacts,
};
