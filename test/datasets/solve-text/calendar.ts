import { numbersIn, sentencesOf } from "./read-text.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAY_MS = 24 * 60 * 60 * 1000;
const DATE = new RegExp(`(${MONTHS.join("|")}) (\\d+)`, "g");

/** Dates by the calendar of a common year: days between two of them, the day of a later or earlier one, or a length. */
export function solveCalendar(question: string): number {
  const text = sentencesOf(question).join(" ");
  const dates = [...text.matchAll(DATE)].map(([, month = "", day]) =>
    Date.UTC(2023, MONTHS.indexOf(month), Number(day)),
  );
  const [from = 0, to = 0] = new Set(dates);
  if (new Set(dates).size === 2) return (to - from) / DAY_MS;
  const days = lengthDays(text);
  if (dates.length === 0) return days;
  const sign = /before|ago|earlier/.test(text) ? -1 : 1;
  const found = new Date(from + sign * days * DAY_MS);
  const asked = text.slice(text.lastIndexOf(". ") + 2);
  return asked.includes(MONTHS[found.getUTCMonth()] ?? "") ? found.getUTCDate() : Number.NaN;
}

/** All weeks and days told, less those that are over. */
function lengthDays(text: string): number {
  return text.split(/(?<=[.?]) /).reduce((sum, sentence) => {
    const isOver = /are over|have passed|gone by|lie in the past|has been going on/.test(sentence);
    const [weeks, days] = [/\d+ weeks/g, /\d+ days/g].map((unit) =>
      numbersIn((sentence.match(unit) ?? []).join(" ")).reduce((all, count) => all + count, 0),
    );
    return sum + (isOver ? -1 : 1) * (7 * (weeks ?? 0) + (days ?? 0));
  }, 0);
}
