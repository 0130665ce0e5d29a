import { addUp } from "../add-up.ts";
import { quoted } from "../quoted.ts";
import { factors } from "../scene.ts";
import type { Operand } from "../step.ts";
import { capital } from "../capital.ts";
import { type Trip } from "./trip.ts";

/** One sentence for every part of the way. Returns its length in miles. */
export function go(trip: Trip, parts: number): Operand {
  const { scene, ledger, sentences, later } = trip;
  const distances = Array.from({ length: parts }, (_, index) => {
    const [hours, speed] = factors(scene);
    const [start, next] = [tellStart(trip, hours, speed), tellNext(trip, hours, speed)];
    const told = index === 0 ? start : next;
    sentences.push(told);
    const ask = parts === 1 ? `How far does ${later} go in ${hours} hours?` : `How far is part ${index + 1}?`;
    return ledger.add(speed, "*", hours, quoted(told), ask);
  });
  return addUp(
    ledger,
    distances.map((is, index) => ({ of: `part ${index + 1}`, is })),
    {
      verb: "comes",
      unit: "miles",
      ask: (index) => `How far is it up to the end of part ${index + 1}?`,
    },
  );
}

const tellStart = ({ scene, first }: Trip, hours: number, speed: number): string =>
  scene.phrase(
    [
      `${capital(first)} goes ${speed} miles per hour for ${hours} hours.`,
      `${capital(first)} travels for ${hours} hours at ${speed} miles per hour.`,
      `For ${hours} hours, ${first} goes ${speed} miles per hour.`,
    ],
    [
      `${capital(first)} covers ${speed} miles in every one of ${hours} hours.`,
      `The speed of ${first} is ${speed} miles per hour during a ride of ${hours} hours.`,
    ],
  );

const tellNext = ({ scene, later }: Trip, hours: number, speed: number): string =>
  scene.phrase(
    [
      `Then ${later} goes ${speed} miles per hour for ${hours} hours.`,
      `Then the speed is ${speed} miles per hour for ${hours} hours.`,
      `After that, ${later} travels for ${hours} hours at ${speed} miles per hour.`,
    ],
    [
      `During the next ${hours} hours ${later} covers ${speed} miles in every hour.`,
      `A ride of ${hours} hours follows at a speed of ${speed} miles per hour.`,
    ],
  );
