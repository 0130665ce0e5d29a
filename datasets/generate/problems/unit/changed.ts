import type { Ledger } from "../ledger.ts";
import { amount, type Draft, type Scene } from "../scene.ts";
import { change, type Measure } from "./change.ts";
import { convert, type Unit, unitCount } from "./units.ts";

/**
 * A time, length or number in two units, and up to two changes to it; 2 to 4 steps.
 * @throws {Infeasible} where a change takes too much.
 */
export function changed(scene: Scene, ledger: Ledger, unitDrawn: Unit, steps: number): Draft {
  const { many, small } = unitDrawn;
  const [count, extra] = [unitCount(scene), amount(scene)];
  const sentences = [statement(scene, unitDrawn, `${count} ${many} and ${extra} ${small}`)];
  const measure: Measure = { scene, ledger, sentences, small };
  let now = convert(ledger, unitDrawn, count);
  now = ledger.add(now, "+", extra, `Add ${extra} ${small}`, `How many ${small} is that with ${extra} more?`);
  // A change told in the larger unit takes a conversion besides: both steps that are left of four.
  const isByUnit = steps === 4 && scene.random.chance(0.5);
  if (isByUnit) {
    const part = scene.random.int(2, Math.max(2, count - 1));
    change(measure, now, convert(ledger, unitDrawn, part), `${part} ${many}`);
  } else {
    for (let index = 2; index < steps; index += 1) {
      const part = amount(scene);
      now = change(measure, now, part, `${part} ${small}`);
    }
  }
  return { sentences, question: askSmall(scene, small), steps: ledger.steps };
}

function statement(scene: Scene, { measures }: Unit, words: string): string {
  const [name] = scene.people(1);
  if (measures === "time") {
    return scene.phrase(
      [`${name} works for ${words}.`, `A trip takes ${words}.`, `${name} has ${words} of time.`],
      [`The plan of ${name} lasts ${words}.`, `A repair needs ${words}.`],
    );
  }
  if (measures === "length") {
    return scene.phrase(
      [`A rope is ${words} long.`, `${name} has a rope of ${words}.`, `A wall is ${words} long.`],
      [`The garden of ${name} measures ${words} from end to end.`, `A hedge has a length of ${words}.`],
    );
  }
  return scene.phrase(
    [`${name} has ${words}.`, `${name} buys ${words}.`, `A store has ${words}.`],
    [`The pantry of ${name} contains ${words}.`, `A barn contains ${words}.`],
  );
}

const askSmall = (scene: Scene, small: string): string =>
  scene.phrase(
    [
      `How many ${small} is that now?`,
      `How many ${small} is that in the end?`,
      `How many ${small} does that make?`,
    ],
    [`Express the final amount in ${small}.`, `What does this come to, counted in ${small}?`],
  );
