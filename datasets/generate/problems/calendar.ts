import { newLedger } from "./ledger.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";

interface Month {
  readonly name: string;
  readonly days: number;
}

// No span runs over the end of February: its length depends on the year.
const MONTHS: readonly Month[] = [
  ["January", 31],
  ["February", 28],
  ["March", 31],
  ["April", 30],
  ["May", 31],
  ["June", 30],
  ["July", 31],
  ["August", 31],
  ["September", 30],
  ["October", 31],
  ["November", 30],
  ["December", 31],
].map(([name, days]) => ({ name: String(name), days: Number(days) }));

const EVENTS = "camp trip fair course show visit".split(" ");
const UNSEEN_EVENTS = "festival cruise workshop tournament".split(" ");

/** Days between dates, dates after so many days, and lengths in weeks; 1 to 4 steps. */
export function calendar(scene: Scene, steps: number): Draft {
  if (steps > 4) throw new Infeasible(`${steps} steps`);
  const draw = scene.random.pick([between, dateAfter, duration]);
  return draw(scene, steps, scene.phrase(EVENTS, UNSEEN_EVENTS));
}

/** So many months in a row whose lengths may be used, except that of the last. */
function drawMonths({ random }: Scene, count: number): readonly Month[] {
  const first = random.int(0, MONTHS.length - count);
  const months = MONTHS.slice(first, first + count);
  if (months.slice(0, -1).some(({ name }) => name === "February")) throw new Infeasible("February");
  return months;
}

/** How many days from one date to another; each further step is a further month. */
function between(scene: Scene, steps: number, event: string): Draft {
  const { random } = scene;
  const ledger = newLedger();
  const months = drawMonths(scene, steps);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new Infeasible("no month");
  const start = random.int(1, first.days - 1);
  const end = random.int(steps === 1 ? start + 1 : 1, last.days);
  if (end === start + 1 && steps === 1) throw new Infeasible("one day");
  const [from, to] = [`${first.name} ${start}`, `${last.name} ${end}`];
  const sentence = scene.phrase(
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
  const question = scene.phrase(
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
  if (steps === 1) {
    ledger.add(end, "-", start, `It goes from day ${start} to day ${end} of ${first.name}`, question);
    return { sentences: [sentence], question, steps: ledger.steps };
  }
  let days = ledger.add(
    first.days,
    "-",
    start,
    `${first.name} has ${first.days} days and ${start} are over`,
    `How many days of ${first.name} are left after ${from}?`,
  );
  for (const month of months.slice(1, -1)) {
    days = ledger.add(
      days,
      "+",
      month.days,
      `${month.name} has ${month.days} days`,
      `How many days is it to the end of ${month.name}?`,
    );
  }
  ledger.add(days, "+", end, `Then it is ${end} days to ${to}`, question);
  return { sentences: [sentence], question, steps: ledger.steps };
}

/** Which days are told by number of steps: weeks, days besides the weeks, and whether the month ends before. */
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

/** On which day of a month something is that comes after (or, within a month, before) a date. */
function dateAfter(scene: Scene, steps: number, event: string): Draft {
  const { random } = scene;
  const ledger = newLedger();
  const [hasWeeks, hasDays, crosses] = random.pick(SHAPES[steps] ?? []);
  const [month, next] = drawMonths(scene, 2);
  if (month === undefined || next === undefined) throw new Infeasible("no month");
  const weeks = hasWeeks ? random.int(2, crosses ? 5 : 3) : 0;
  const extra = hasDays ? random.int(2, hasWeeks ? 6 : 29) : 0;
  const earlier = !crosses && random.chance(0.35);
  const length = weeks * 7 + extra;
  const date = random.int(1, month.days);
  const sum = earlier ? date - length : date + length;
  const fits = crosses ? sum > month.days && sum - month.days <= next.days : sum >= 1 && sum <= month.days;
  if (!fits) throw new Infeasible(`${length} days from ${date}`);
  const told = [...(hasWeeks ? [`${weeks} weeks`] : []), ...(hasDays ? [`${extra} days`] : [])].join(" and ");
  const way = earlier ? "before" : "after";
  const sentence = scene.phrase(
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
  const target = crosses ? next : month;
  const question = scene.phrase(
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
  let days: Operand = extra;
  if (hasWeeks) days = ledger.add(weeks, "*", 7, "A week has 7 days", `How many days are ${weeks} weeks?`);
  if (hasWeeks && hasDays)
    days = ledger.add(days, "+", extra, `Add ${extra} days`, `How many days are ${told}?`);
  const day = ledger.add(
    date,
    earlier ? "-" : "+",
    days,
    `It is ${ledger.valueOf(days)} days ${way} ${month.name} ${date}`,
    `Which day is ${length} days ${way} ${month.name} ${date}, counted from the start of ${month.name}?`,
  );
  if (crosses) ledger.add(day, "-", month.days, `${month.name} has ${month.days} days`, question);
  return { sentences: [sentence], question, steps: ledger.steps };
}

/** The length of something that lasts weeks and days, or what is left of it. */
function duration(scene: Scene, steps: number, event: string): Draft {
  const { random, tier } = scene;
  const ledger = newLedger();
  const span = () => (tier === 0 ? random.int(2, 12) : random.int(11, tier === 1 ? 40 : 140));
  const weeks = span();
  if (steps === 4) return twoParts(scene, event, [weeks, span()]);
  const extra = random.int(2, 6);
  const told = steps === 1 ? `${weeks} weeks` : `${weeks} weeks and ${extra} days`;
  const sentence = scene.phrase(
    [`A ${event} lasts ${told}.`, `A ${event} takes ${told}.`, `The length of a ${event} is ${told}.`],
    [`A ${event} goes on for ${told}.`, `It takes ${told} until a ${event} is over.`],
  );
  const whole = scene.phrase(
    [
      `How many days is that?`,
      `How many days does the ${event} last?`,
      `How many days long is the ${event}?`,
    ],
    [`What is this length in days?`, `Counted in days, how long is the ${event}?`],
  );
  const days = ledger.add(weeks, "*", 7, "A week has 7 days", `How many days are ${weeks} weeks?`);
  if (steps === 1) return { sentences: [sentence], question: whole, steps: ledger.steps };
  const sum = ledger.add(days, "+", extra, `Add ${extra} days`, `How many days are ${told}?`);
  if (steps === 2) return { sentences: [sentence], question: whole, steps: ledger.steps };
  const over = random.int(2, ledger.valueOf(sum) - 1);
  const passed = scene.phrase(
    [
      `${over} days of it are over.`,
      `${over} days of it have passed.`,
      `So far ${over} days of it have gone by.`,
    ],
    [`Of this time, ${over} days already lie in the past.`, `It has been going on for ${over} days.`],
  );
  const question = scene.phrase(
    [
      `How many days are left?`,
      `How many days of the ${event} are left?`,
      `How many more days does the ${event} last?`,
    ],
    [`What number of days remains?`, `After how many further days does the ${event} finish?`],
  );
  ledger.add(sum, "-", over, `${over} days are over`, question);
  return { sentences: [sentence, passed], question, steps: ledger.steps };
}

function twoParts(scene: Scene, event: string, [first, second]: readonly [number, number]): Draft {
  const ledger = newLedger();
  const extra = scene.random.int(2, 60);
  const sentence = scene.phrase(
    [
      `The first part of a ${event} lasts ${first} weeks. The second part lasts ${second} weeks and ${extra} days.`,
      `A ${event} lasts ${first} weeks. Then it goes on for ${second} weeks and ${extra} days.`,
      `A ${event} has a part of ${first} weeks and a part of ${second} weeks and ${extra} days.`,
    ],
    [
      `A ${event} is planned for ${first} weeks. Later it is made longer by ${second} weeks and ${extra} days.`,
      `After ${first} weeks, a ${event} is continued for ${second} weeks and ${extra} days until its end.`,
    ],
  );
  const question = scene.phrase(
    [
      `How many days is that in total?`,
      `How many days does the ${event} last in total?`,
      `How many days long is the whole ${event}?`,
    ],
    [`What is the full length in days?`, `Counted in days, how long is all of the ${event}?`],
  );
  const parts = [first, second].map((weeks) =>
    ledger.add(weeks, "*", 7, `${weeks} weeks of 7 days`, `How many days are ${weeks} weeks?`),
  );
  const both = parts.reduce((left, right) =>
    ledger.add(left, "+", right, "Add both parts", `How many days are ${first} weeks and ${second} weeks?`),
  );
  ledger.add(both, "+", extra, `Add ${extra} days`, question);
  return { sentences: [sentence], question, steps: ledger.steps };
}
