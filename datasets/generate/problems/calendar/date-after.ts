import { type Ledger, newLedger } from "../ledger.ts";
import type { Draft, Scene } from "../scene.ts";
import { Infeasible, type Operand } from "../step.ts";
import { drawMonths, type Month } from "./months.ts";

/**
 * Which days are told by number of steps: weeks, days besides the weeks, and whether the month ends before.
 */
const SHAPES: Readonly<
  Record<number, readonly (readonly [weeks: boolean, days: boolean, crosses: boolean])[]>
> = {
  1: [[false, true, false]],
  2: [
    [false, true, true],
    [true, false, false],
  ],
  3: [
    [true, false, true],
    [true, true, false],
  ],
  4: [[true, true, true]],
};

/** A date, and how far from it something is. */
interface Shift {
  readonly month: Month;
  readonly date: number;
  /** 0 = no weeks are told. */
  readonly weeks: number;
  /** Days besides the weeks; 0 = none are told. */
  readonly extra: number;
  readonly earlier: boolean;
  /** Weeks and days together, in days. */
  readonly length: number;
  /** "2 weeks and 3 days" */
  readonly told: string;
}

/**
 * On which day of a month something is that comes after (or, within a month, before) a date.
 * @throws {Infeasible} where that day lies in another month than the shape says.
 */
export function dateAfter(scene: Scene, steps: number, event: string): Draft {
  const ledger = newLedger();
  const [hasWeeks, hasDays, crosses] = scene.random.pick(SHAPES[steps] ?? []);
  const [month, next] = drawMonths(scene, 2);
  if (month === undefined || next === undefined) throw new Infeasible("no month");
  const shift = drawShift(scene, month, hasWeeks, hasDays, crosses);
  const { date, length, earlier } = shift;
  const sum = earlier ? date - length : date + length;
  const fits = crosses ? sum > month.days && sum - month.days <= next.days : sum >= 1 && sum <= month.days;
  if (!fits) throw new Infeasible(`${length} days from ${date}`);
  const sentence = tell(scene, event, shift);
  const question = ask(scene, event, crosses ? next : month);
  const day = addShift(ledger, shift);
  if (crosses) ledger.add(day, "-", month.days, `${month.name} has ${month.days} days`, question);
  return { sentences: [sentence], question, steps: ledger.steps };
}

function drawShift(
  { random }: Scene,
  month: Month,
  hasWeeks: boolean,
  hasDays: boolean,
  crosses: boolean,
): Shift {
  const weeks = hasWeeks ? random.int(2, crosses ? 5 : 3) : 0;
  const extra = hasDays ? random.int(2, hasWeeks ? 6 : 29) : 0;
  const earlier = !crosses && random.chance(0.35);
  const date = random.int(1, month.days);
  const told = [...(hasWeeks ? [`${weeks} weeks`] : []), ...(hasDays ? [`${extra} days`] : [])].join(" and ");
  return { month, date, weeks, extra, earlier, length: weeks * 7 + extra, told };
}

function tell(scene: Scene, event: string, { month, date, told, earlier }: Shift): string {
  const way = earlier ? "before" : "after";
  return scene.phrase(
    [
      `A party is on ${month.name} ${date}. A ${event} is ${told} ${way} the party.`,
      `A ${event} starts ${told} ${way} ${month.name} ${date}.`,
      `Today is ${month.name} ${date}. A ${event} ${earlier ? `was ${told} ago` : `starts in ${told}`}.`,
    ],
    [
      `A letter is dated ${month.name} ${date}. Exactly ${told} ${earlier ? "earlier" : "later"} there ${earlier ? "was" : "is"} a ${event}.`,
      `Take the date ${month.name} ${date}. A ${event} takes place ${told} ${earlier ? "earlier than" : "past"} that.`,
    ],
  );
}

const ask = (scene: Scene, event: string, target: Month): string =>
  scene.phrase(
    [
      `On which day of ${target.name} is the ${event}?`,
      `What day of ${target.name} is that?`,
      `Which day of ${target.name} is the ${event}?`,
    ],
    [
      `Which number in ${target.name} does the ${event} have on the calendar?`,
      `In ${target.name}, the ${event} falls on what day?`,
    ],
  );

/** Returns the day counted from the start of the date's month, even where that month ends before. */
function addShift(ledger: Ledger, { month, date, weeks, extra, earlier, told }: Shift): Operand {
  let days: Operand = extra;
  if (weeks > 0) days = ledger.add(weeks, "*", 7, "A week has 7 days", `How many days are ${weeks} weeks?`);
  if (weeks > 0 && extra > 0)
    days = ledger.add(days, "+", extra, `Add ${extra} days`, `How many days are ${told}?`);
  const way = earlier ? "before" : "after";
  return ledger.add(
    date,
    earlier ? "-" : "+",
    days,
    `It is ${ledger.valueOf(days)} days ${way} ${month.name} ${date}`,
    `Which day is ${told} ${way} ${month.name} ${date}, counted from the start of ${month.name}?`,
  );
}
