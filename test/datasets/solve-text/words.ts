import { sentencesOf } from "./read-text.ts";

const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const DAY_MS = 24 * 60 * 60 * 1000;
// January 7, 2024 was a Sunday.
const A_SUNDAY_MS = Date.UTC(2024, 0, 7);

/** The last letters of the names listed, in their order. */
export function solveLetters(question: string): string {
  const list = /"(.+)"/.exec(question)?.[1] ?? question.slice(question.search(/ of [A-Z]/) + 4);
  return (list.match(/\b[A-Z]\w*/g) ?? []).map((name) => name.slice(-1)).join("");
}

/** Heads after an even number of flips. */
export function solveCoin(question: string): string {
  const acts = sentencesOf(question).filter((sentence) => /^\w+ (flips|turns|reverses) /.test(sentence));
  return acts.length % 2 === 0 ? "yes" : "no";
}

/** The weekday so many days from another, by the calendar. */
export function solveWeekday(question: string): string {
  const today = DAYS.findIndex((day) => question.includes(day));
  const days = Number(/(\d+) days/.exec(question)?.[1]) * (/ago|before|back/i.test(question) ? -1 : 1);
  return DAYS[new Date(A_SUNDAY_MS + (today + days) * DAY_MS).getUTCDay()] ?? "";
}
