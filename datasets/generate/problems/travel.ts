import type { Draft, Scene } from "./scene.ts";
import { Infeasible } from "./step.ts";
import { askDistance, askRest } from "./travel/distance-questions.ts";
import { go } from "./travel/go.ts";
import { askBack, hoursOfDistance } from "./travel/hour-questions.ts";
import { openTrip } from "./travel/trip.ts";

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
