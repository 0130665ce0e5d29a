import { type Ledger, newLedger } from "../ledger.ts";
import type { Draft, Scene } from "../scene.ts";
import { Infeasible } from "../step.ts";
import { drawMonths, type Month } from "./months.ts";

/** A day of a month, and how it is written: "March 7". */
interface Day {
  readonly month: Month;
  readonly date: number;
  readonly written: string;
}

/** How many days from one date to another; each further step is a further month. */
export function between(scene: Scene, steps: number, event: string): Draft {
  const { random } = scene;
  const ledger = newLedger();
  const months = drawMonths(scene, steps);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new Infeasible("no month");
  const start = random.int(1, first.days - 1);
  const end = random.int(steps === 1 ? start + 1 : 1, last.days);
  if (end === start + 1 && steps === 1) throw new Infeasible("one day");
  const [from, to] = [dayOf(first, start), dayOf(last, end)];
  const sentence = tell(scene, event, from.written, to.written);
  const question = ask(scene, from.written, to.written);
  if (steps === 1) {
    ledger.add(end, "-", start, `It goes from day ${start} to day ${end} of ${first.name}`, question);
  } else {
    countDays(ledger, from, months.slice(1, -1), to, question);
  }
  return { sentences: [sentence], question, steps: ledger.steps };
}

const dayOf = (month: Month, date: number): Day => ({ month, date, written: `${month.name} ${date}` });

const tell = (scene: Scene, event: string, from: string, to: string): string =>
  scene.phrase(
    [
      `A ${event} starts on ${from} and ends on ${to}.`,
      `The first day of a ${event} is ${from}. The last day is ${to}.`,
      `A ${event} begins on ${from} and is over on ${to}.`,
    ],
    [
      `From ${from} until ${to} there is a ${event}.`,
      `The opening of a ${event} is on ${from}, and its closing is on ${to}.`,
    ],
  );

const ask = (scene: Scene, from: string, to: string): string =>
  scene.phrase(
    [
      `How many days after ${from} is ${to}?`,
      `How many days later than ${from} is ${to}?`,
      `The end comes how many days after the start?`,
    ],
    [
      `What number of days separates the end from the start?`,
      `Counting from ${from}, in how many days is it ${to}?`,
    ],
  );

/** The rest of the first month, then month by month, then the days of the last one. */
function countDays(ledger: Ledger, from: Day, whole: readonly Month[], to: Day, question: string): void {
  const { month: first, date: start } = from;
  let days = ledger.add(
    first.days,
    "-",
    start,
    `${first.name} has ${first.days} days and ${start} ${start === 1 ? "is" : "are"} over`,
    `How many days of ${first.name} are left after ${from.written}?`,
  );
  for (const month of whole) {
    days = ledger.add(
      days,
      "+",
      month.days,
      `${month.name} has ${month.days} days`,
      `How many days is it to the end of ${month.name}?`,
    );
  }
  ledger.add(days, "+", to.date, `Then it is ${to.date} ${to.date === 1 ? "day" : "days"} to ${to.written}`, question);
}
