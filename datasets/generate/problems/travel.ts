import { type Ledger, newLedger } from "./ledger.ts";
import { amount, type Draft, factors, type Scene } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";

const VEHICLES = "train bus truck boat car ship".split(" ");
const UNSEEN_VEHICLES = "ferry tram van taxi".split(" ");
const LARGEST_DIVIDED = 200;

/** A trip in the making. */
interface Trip {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly sentences: string[];
  /** The traveller when first named, and after that: "a train", "the train". */
  readonly first: string;
  readonly later: string;
}

const opening = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A trip at one to three speeds, whose length, remainder or way back is asked; 1 to 6 steps. */
export function travel(scene: Scene, steps: number): Draft {
  if (steps < 1 || steps > 6) throw new Infeasible(`${steps} steps`);
  const trip = openTrip(scene);
  const { ledger, sentences } = trip;
  if (steps === 1 && scene.random.chance(0.3)) {
    const question = hoursOfDistance(trip);
    return { sentences, question, steps: ledger.steps };
  }
  const way = go(trip, Math.ceil(steps / 2));
  const isBack = steps === 2 && scene.random.chance(0.3);
  const question = steps % 2 === 1 ? askDistance(trip) : (isBack ? askBack : askRest)(trip, way);
  return { sentences, question, steps: ledger.steps };
}

function openTrip(scene: Scene): Trip {
  const [name = ""] = scene.people(1);
  const vehicle = scene.phrase(VEHICLES, UNSEEN_VEHICLES);
  const [first, later] = scene.random.chance(0.5) ? [name, name] : [`a ${vehicle}`, `the ${vehicle}`];
  return { scene, ledger: newLedger(), sentences: [], first, later };
}

/** One sentence for every part of the way. Returns its length in miles. */
function go({ scene, ledger, sentences, first, later }: Trip, parts: number): Operand {
  const distances = Array.from({ length: parts }, (_, index) => {
    const [hours, speed] = factors(scene);
    const start = scene.phrase(
      [
        `${opening(first)} goes ${speed} miles per hour for ${hours} hours.`,
        `${opening(first)} travels for ${hours} hours at ${speed} miles per hour.`,
        `For ${hours} hours, ${first} goes ${speed} miles per hour.`,
      ],
      [
        `${opening(first)} covers ${speed} miles in every one of ${hours} hours.`,
        `The speed of ${first} is ${speed} miles per hour during a ride of ${hours} hours.`,
      ],
    );
    const next = scene.phrase(
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
    sentences.push(index === 0 ? start : next);
    const ask = parts === 1 ? `How far does ${later} go in ${hours} hours?` : `How far is part ${index + 1}?`;
    return ledger.add(speed, "*", hours, `${hours} hours at ${speed} miles per hour`, ask);
  });
  return distances.reduce((sum: Operand, distance, index) => {
    const say = `Add the ${ledger.valueOf(distance)} miles of part ${index + 1}`;
    return ledger.add(sum, "+", distance, say, `How far is it up to the end of part ${index + 1}?`);
  });
}

const askDistance = ({ scene, later }: Trip): string =>
  scene.phrase(
    [
      `How many miles does ${later} go in total?`,
      `How many miles is that in total?`,
      `How far does ${later} go, in miles?`,
      `How many miles does ${later} travel?`,
    ],
    [`What distance does ${later} cover, in miles?`, `Find the length of the way of ${later} in miles.`],
  );

function askRest({ scene, ledger, sentences, later }: Trip, way: Operand): string {
  const whole = ledger.valueOf(way) + amount(scene);
  sentences.push(
    scene.phrase(
      [
        `The whole trip is ${whole} miles.`,
        `The trip is ${whole} miles long.`,
        `In all, ${later} has to go ${whole} miles.`,
      ],
      [`The goal lies ${whole} miles from the start.`, `From start to end it is ${whole} miles.`],
    ),
  );
  const question = scene.phrase(
    [`How many miles are left?`, `How many miles are still to go?`, `How many miles of the trip are left?`],
    [`What distance remains, in miles?`, `How many miles must ${later} still cover?`],
  );
  ledger.add(whole, "-", way, `The whole trip is ${whole} miles`, question);
  return question;
}

/** The same way back at another speed. */
function askBack({ scene, ledger, sentences, later }: Trip, way: Operand): string {
  const speed = speedFor(scene, ledger.valueOf(way));
  sentences.push(
    scene.phrase(
      [
        `Then ${later} goes the same way back at ${speed} miles per hour.`,
        `On the same way back, the speed is ${speed} miles per hour.`,
        `After that, ${later} travels the same way back at ${speed} miles per hour.`,
      ],
      [
        `Returning along the same road, ${later} covers ${speed} miles in every hour.`,
        `The speed of the return along the same road is ${speed} miles per hour.`,
      ],
    ),
  );
  const question = scene.phrase(
    [
      `How many hours does the way back take?`,
      `How many hours is ${later} on the way back?`,
      `For how many hours does ${later} travel back?`,
    ],
    [`How long is the return, in hours?`, `Find the hours that ${later} needs to return.`],
  );
  ledger.add(way, "/", speed, `The way back is at ${speed} miles per hour`, question);
  return question;
}

/** A distance and a speed are given. Returns the question for the hours. */
function hoursOfDistance({ scene, ledger, sentences, first, later }: Trip): string {
  const distance = scene.tier === 0 ? scene.random.int(6, 60) : scene.random.int(24, LARGEST_DIVIDED);
  const speed = speedFor(scene, distance);
  sentences.push(
    scene.phrase(
      [
        `${opening(first)} goes ${distance} miles at ${speed} miles per hour.`,
        `${opening(first)} travels ${distance} miles. The speed is ${speed} miles per hour.`,
        `At ${speed} miles per hour, ${first} goes ${distance} miles.`,
      ],
      [
        `${opening(first)} covers ${speed} miles in every hour of a ride of ${distance} miles.`,
        `The road is ${distance} miles long, and the speed of ${first} is ${speed} miles per hour.`,
      ],
    ),
  );
  const question = scene.phrase(
    [
      `How many hours does that take?`,
      `How many hours does ${later} travel?`,
      `For how many hours does ${later} go?`,
    ],
    [`How long is the ride, in hours?`, `Find the hours that ${later} needs.`],
  );
  ledger.add(distance, "/", speed, `${distance} miles at ${speed} miles per hour`, question);
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
