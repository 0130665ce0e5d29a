import { quoted } from "../quoted.ts";
import { amount } from "../scene.ts";
import type { Operand } from "../step.ts";
import type { Trip } from "./trip.ts";

/** Asks for the length of the way told; no step of its own. */
export const askDistance = ({ scene, later }: Trip): string =>
  scene.phrase(
    [
      `How many miles does ${later} go in total?`,
      `How many miles is that in total?`,
      `How far does ${later} go, in miles?`,
      `How many miles does ${later} travel?`,
    ],
    [`What distance does ${later} cover, in miles?`, `Find the length of the way of ${later} in miles.`],
  );

/** Tells the length of the whole trip and asks what is left of it after `way`; one step. */
export function askRest({ scene, ledger, sentences, later }: Trip, way: Operand): string {
  const whole = ledger.valueOf(way) + amount(scene);
  const told = scene.phrase(
    [
      `The whole trip is ${whole} miles.`,
      `The trip is ${whole} miles long.`,
      `In all, ${later} has to go ${whole} miles.`,
    ],
    [`The goal lies ${whole} miles from the start.`, `From start to end it is ${whole} miles.`],
  );
  sentences.push(told);
  const question = scene.phrase(
    [`How many miles are left?`, `How many miles are still to go?`, `How many miles of the trip are left?`],
    [`What distance remains, in miles?`, `How many miles must ${later} still cover?`],
  );
  ledger.add(whole, "-", way, quoted(told), question);
  return question;
}
