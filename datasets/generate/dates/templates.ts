import { PEOPLE } from "../people.ts";
import type { Random } from "../random.ts";
import { type Day, dayFirst, daysInMonth, inWords, MONTHS, weekday, WEEKDAYS } from "./calendar.ts";

/** A question about the day that lies `days` or `months` after the start; negative = before it. */
export interface DateQuestion {
  readonly text: string;
  readonly start: Day;
  readonly days?: number;
  readonly months?: number;
}

export type Template = (random: Random) => DateQuestion;

const [FIRST_YEAR, LAST_YEAR] = [1900, 2036];

/** A day on which little goes wrong by luck: a third lie just before the end of February, some in century years. */
function drawDay(random: Random, lastDay = 31): Day {
  const atFebruaryEnd = random.chance(0.35);
  const year =
    atFebruaryEnd && random.chance(0.4) ? random.pick([1900, 2000, 2024]) : random.int(FIRST_YEAR, LAST_YEAR);
  const month = atFebruaryEnd ? 2 : random.int(1, 12);
  const length = Math.min(lastDay, daysInMonth(year, month));
  return { year, month, day: atFebruaryEnd ? random.int(20, length) : random.int(1, length) };
}

const ahead: Template = (random) => {
  const [start, days] = [drawDay(random), random.int(5, 75)];
  return {
    text: `Today is ${inWords(start)}. What is the date ${days} days from today in MM/DD/YYYY?`,
    start,
    days,
  };
};

const weeksLater: Template = (random) => {
  const [start, weeks, name] = [drawDay(random), random.int(2, 12), random.pick(PEOPLE)];
  const text =
    `${name} planted garlic on ${inWords(start)} and saw the first shoots exactly ${weeks} weeks later. ` +
    `On which date was that, in MM/DD/YYYY?`;
  return { text, start, days: weeks * 7 };
};

const afterTomorrow: Template = (random) => {
  const [start, later] = [drawDay(random), random.int(2, 20)];
  const text = `Yesterday was ${inWords(start)}. What is the date ${later} days after tomorrow in MM/DD/YYYY?`;
  return { text, start, days: later + 2 };
};

const sentBefore: Template = (random) => {
  const [start, days, name] = [drawDay(random), random.int(3, 60), random.pick(PEOPLE)];
  const text =
    `A parcel reached ${name} on ${inWords(start)}, ${days} days after it was sent. ` +
    `On which date was it sent, in MM/DD/YYYY?`;
  return { text, start, days: -days };
};

const monthsLater: Template = (random) => {
  const [start, months, name] = [drawDay(random, 28), random.int(2, 20), random.pick(PEOPLE)];
  const text =
    `The concert that ${name} wanted to hear on ${inWords(start)} was put off by exactly ${months} months. ` +
    `What is its new date in MM/DD/YYYY?`;
  return { text, start, months };
};

const writtenDayFirst: Template = (random) => {
  const [start, days, name] = [drawDay(random), random.int(2, 30), random.pick(PEOPLE)];
  const earlier = random.chance(0.5);
  const text =
    `${name}, who writes the day before the month, notes an exam on ${dayFirst(start)}. It is then held ${days} days ` +
    `${earlier ? "earlier" : "later"}. On which date is it held, in MM/DD/YYYY?`;
  return { text, start, days: earlier ? -days : days };
};

const hoursLater: Template = (random) => {
  const [start, hour, hours] = [drawDay(random), random.int(1, 11), random.int(10, 90)];
  const afternoon = random.chance(0.6);
  const text =
    `It is ${hour} ${afternoon ? "p.m." : "a.m."} on ${inWords(start)}, and the ferry leaves in ${hours} hours. ` +
    `On which date does it leave, in MM/DD/YYYY?`;
  return { text, start, days: Math.floor((hour + (afternoon ? 12 : 0) + hours) / 24) };
};

const fromMonthEnd: Template = (random) => {
  const { year, month } = drawDay(random);
  const start = { year, month, day: daysInMonth(year, month) };
  const days = random.pick([-40, -33, -30, 1, 7, 30, 45]);
  const when = days < 0 ? `What was the date ${-days} days ago` : `What will the date be in ${plural(days)}`;
  return {
    text: `Today is the last day of ${MONTHS[month - 1]} ${year}. ${when}, in MM/DD/YYYY?`,
    start,
    days,
  };
};

const plural = (days: number): string => (days === 1 ? "1 day" : `${days} days`);

const nthEntry: Template = (random) => {
  const [start, entries, name] = [drawDay(random), random.int(15, 100), random.pick(PEOPLE)];
  const text =
    `${name} has written one diary entry a day, the first of them on ${inWords(start)}. ` +
    `On which date was entry number ${entries} written, in MM/DD/YYYY?`;
  return { text, start, days: entries - 1 };
};

const nextWeekday: Template = (random) => {
  const [start, wanted, nth] = [drawDay(random), random.int(0, 6), random.int(1, 3)];
  const first = ((wanted - weekday(start) + 6) % 7) + 1;
  const ordinal = ["first", "second", "third"][nth - 1];
  const text =
    `${inWords(start)} falls on a ${WEEKDAYS[weekday(start)]}. ` +
    `What is the date of the ${ordinal} ${WEEKDAYS[wanted]} after that day in MM/DD/YYYY?`;
  return { text, start, days: first + (nth - 1) * 7 };
};

const birthday: Template = (random) => {
  const [born, age, name] = [drawDay(random, 28), random.int(18, 55), random.pick(PEOPLE)];
  const start = { ...born, year: born.year > 1980 ? born.year - 60 : born.year };
  const text =
    `${name} was born on ${inWords(start)}. ` +
    `What is the date one day after ${name} turns ${age} in MM/DD/YYYY?`;
  return { text, start, months: age * 12, days: 1 };
};

export const TEMPLATES: readonly Template[] = [
  ahead,
  weeksLater,
  afterTomorrow,
  sentBefore,
  monthsLater,
  writtenDayFirst,
  hoursLater,
  fromMonthEnd,
  nthEntry,
  nextWeekday,
  birthday,
];
