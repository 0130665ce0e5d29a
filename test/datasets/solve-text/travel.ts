import { readText } from "./read-text.ts";

/** Speed times hours of every part; or what is left of the whole, or the hours at the speed told last. */
export function solveTravel(question: string): number {
  let way = 0;
  let whole: number | null = null;
  let lastSpeed: number | null = null;
  readText(question, [
    [/\?$|^Find/, () => {}],
    [/way back|return/i, ([speed]) => (lastSpeed = speed)],
    [
      /per hour (for|during) |every one of|speed is \d+ miles per hour for/,
      ([speed, hours]) => (way += speed * hours),
    ],
    [/^For \d+ hours|travels for \d+ hours|^During|^A ride/, ([hours, speed]) => (way += speed * hours)],
    [/goes \d+ miles at/, ([miles, speed]) => ([way, lastSpeed] = [miles, speed])],
    [/^The road is/, ([miles, speed]) => ([way, lastSpeed] = [miles, speed])],
    [/of a ride of|^At \d+ miles/, ([speed, miles]) => ([way, lastSpeed] = [miles, speed])],
    [/travels \d+ miles\.$/, ([miles]) => (way = miles)],
    [/^The speed is \d+ miles per hour\.$/, ([speed]) => (lastSpeed = speed)],
    [/whole trip|trip is|has to go|goal|^From start/, ([miles]) => (whole = miles)],
  ]);
  if (lastSpeed !== null) return way / lastSpeed;
  return whole === null ? way : whole - way;
}
