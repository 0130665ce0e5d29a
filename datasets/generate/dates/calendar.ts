/** A day of the Gregorian calendar; month and day count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const MONTHS: readonly string[] =
  "January February March April May June July August September October November December".split(" ");

export const WEEKDAYS: readonly string[] = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(
  " ",
);

/** Every fourth year, but of the century years only every fourth: 1900 is none, 2000 is one. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day `count` days later; earlier when negative. */
export function addDays(from: Day, count: number): Day {
  let { year, month } = from;
  let day = from.day + count;
  while (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day += daysInMonth(year, month);
  }
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return { year, month, day };
}

/** The same day of a later month (earlier when negative). @throws {RangeError} when that month has no such day. */
export function addMonths(from: Day, count: number): Day {
  const months = from.year * 12 + (from.month - 1) + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  if (from.day > daysInMonth(year, month)) throw new RangeError(`No day ${from.day} in ${month}/${year}.`);
  return { year, month, day: from.day };
}

/** 0 = Monday to 6 = Sunday; counted on from 1 January 1900, a Monday. */
export function weekday({ year, month, day }: Day): number {
  let days = day - 1;
  for (let earlier = 1900; earlier < year; earlier += 1) days += isLeapYear(earlier) ? 366 : 365;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days % 7;
}

const padded = (value: number): string => String(value).padStart(2, "0");

/** "02/29/2024", the form of every answer. */
export const asAnswer = ({ year, month, day }: Day): string => `${padded(month)}/${padded(day)}/${year}`;

/** "29/02/2024", day before month. */
export const dayFirst = ({ year, month, day }: Day): string => `${padded(day)}/${padded(month)}/${year}`;

/** "2024-02-29" */
export const asIso = ({ year, month, day }: Day): string => `${year}-${padded(month)}-${padded(day)}`;

/** "February 29, 2024" */
export const inWords = ({ year, month, day }: Day): string => `${MONTHS[month - 1]} ${day}, ${year}`;
