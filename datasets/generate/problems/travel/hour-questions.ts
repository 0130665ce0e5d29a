import { quoted } from "../quoted.ts";
import type { Scene } from "../scene.ts";
import { Infeasible, type Operand } from "../step.ts";
import { capital } from "../capital.ts";
import { type Trip } from "./trip.ts";

const LARGEST_DIVIDED = 200;

/**
 * The same way back at another speed, and the question for its hours; one step.
 * @throws {Infeasible} where no speed fits.
 */
export function askBack({ scene, ledger, sentences, later }: Trip, way: Operand): string {
  const speed = speedFor(scene, ledger.valueOf(way));
  const told = scene.phrase(
    [
      `Then ${later} goes the same way back at ${speed} miles per hour.`,
      `On the same way back, the speed is ${speed} miles per hour.`,
      `After that, ${later} travels the same way back at ${speed} miles per hour.`,
    ],
    [
      `Returning along the same road, ${later} covers ${speed} miles in every hour.`,
      `The speed of the return along the same road is ${speed} miles per hour.`,
    ],
  );
  sentences.push(told);
  const question = scene.phrase(
    [
      `How many hours does the way back take?`,
      `How many hours is ${later} on the way back?`,
      `For how many hours does ${later} travel back?`,
    ],
    [`How long is the return, in hours?`, `Find the hours that ${later} needs to return.`],
  );
  ledger.add(way, "/", speed, quoted(told), question);
  return question;
}

/**
 * A distance and a speed are given. Returns the question for the hours; one step.
 * @throws {Infeasible} where no speed fits.
 */
export function hoursOfDistance({ scene, ledger, sentences, first, later }: Trip): string {
  const distance = scene.tier === 0 ? scene.random.int(6, 60) : scene.random.int(24, LARGEST_DIVIDED);
  const speed = speedFor(scene, distance);
  const told = scene.phrase(
    [
      `${capital(first)} goes ${distance} miles at ${speed} miles per hour.`,
      `${capital(first)} travels ${distance} miles. The speed is ${speed} miles per hour.`,
      `At ${speed} miles per hour, ${first} goes ${distance} miles.`,
    ],
    [
      `${capital(first)} covers ${speed} miles in every hour of a ride of ${distance} miles.`,
      `The road is ${distance} miles long, and the speed of ${first} is ${speed} miles per hour.`,
    ],
  );
  sentences.push(told);
  const question = scene.phrase(
    [
      `How many hours does that take?`,
      `How many hours does ${later} travel?`,
      `For how many hours does ${later} go?`,
    ],
    [`How long is the ride, in hours?`, `Find the hours that ${later} needs.`],
  );
  ledger.add(distance, "/", speed, quoted(told), question);
  return question;
}

/** A speed that takes a whole number of hours, at least two. @throws {Infeasible} where there is none. */
function speedFor(scene: Scene, distance: number): number {
  const speeds = Array.from({ length: 12 }, (_, index) => distance / (index + 2)).filter(
    (speed) => Number.isInteger(speed) && speed > 1,
  );
  if (distance > LARGEST_DIVIDED || speeds.length === 0) throw new Infeasible(`${distance} miles`);
  return scene.random.pick(speeds);
}
