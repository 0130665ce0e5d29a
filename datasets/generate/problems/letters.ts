import { drawPeople } from "./draw-people.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible, type Step } from "./step.ts";

/** The last letters of 2 to 4 names, joined; one step more than names. */
export function letters(scene: Scene, steps: number): Draft {
  if (steps < 3 || steps > 5) throw new Infeasible(`${steps} steps`);
  const names = drawPeople(scene, steps - 1);
  const [list, comma] = [names.join(" "), names.join(", ")];
  const question = scene.phrase(
    [
      `Take the last letters of each words in "${list}" and concatenate them.`,
      `Take the last letters of ${list} and join them.`,
      `What do you get when you join the last letters of ${comma}?`,
    ],
    [
      `Put the final letters of the words in "${list}" one after another.`,
      `Which string do the ending letters of ${comma} form, in this order?`,
    ],
  );
  const found = names.map((name, index): Step => ({
    say: `${name} ends with ${name.slice(-1)}`,
    ask: `What is the last letter of ${name}?`,
    result: name.slice(-1),
    equation: null,
    uses: index === 0 ? [] : [index - 1],
  }));
  const result = found.map((step) => step.result).join("");
  // "The answer is not." reads as the beginning of a denial.
  if (result === "not") throw new Infeasible(result);
  const join: Step = {
    say: `Joined they are ${result}`,
    ask: question,
    result,
    equation: null,
    uses: found.map((_, index) => index),
  };
  return { sentences: [], question, steps: [...found, join], key: list };
}
