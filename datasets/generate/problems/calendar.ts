import { between } from "./calendar/between.ts";
import { dateAfter } from "./calendar/date-after.ts";
import { duration } from "./calendar/duration.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible } from "./step.ts";

const EVENTS = "camp trip fair course show visit".split(" ");
const UNSEEN_EVENTS = "festival cruise workshop tournament".split(" ");

/** Days between dates, dates after so many days, and lengths in weeks; 1 to 4 steps. */
export function calendar(scene: Scene, steps: number): Draft {
  if (steps > 4) throw new Infeasible(`${steps} steps`);
  const draw = scene.random.pick([between, dateAfter, duration]);
  return draw(scene, steps, scene.phrase(EVENTS, UNSEEN_EVENTS));
}
