import { PEOPLE } from "../people.ts";
import type { Scene } from "./scene.ts";

/**
 * `count` different people: those of the built-in datasets half of the time, otherwise those of the scene.
 * The unseen wording has none of the built-in ones.
 */
export function drawPeople(scene: Scene, count: number): readonly string[] {
  const builtIn = scene.phrase(["may"], ["may not"]) === "may" && scene.random.chance(0.5);
  return builtIn ? scene.random.sample(PEOPLE, count) : scene.people(count);
}
