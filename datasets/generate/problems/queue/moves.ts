import { quoted } from "../quoted.ts";
import { below } from "../below.ts";
import { amount } from "../scene.ts";
import { Infeasible } from "../step.ts";
import type { Line } from "./line.ts";

/**
 * Someone else, so many places further back or further ahead; one step.
 * @throws {Infeasible} where the front is too near, or the place is taken.
 */
export function neighbor(line: Line, name: string): Line {
  const { scene, ledger, sentences } = line;
  const ahead = scene.random.chance(0.4);
  const distance = ahead ? below(scene, ledger.valueOf(line.place) - 1) : amount(scene);
  const way = ahead ? "ahead of" : "behind";
  const told = scene.phrase(
    [
      `${name} stands ${distance} places ${way} ${line.name}.`,
      `${name} is ${distance} places ${way} ${line.name}.`,
      `${name} waits ${distance} places ${ahead ? "in front of" : "behind"} ${line.name}.`,
    ],
    [
      `One finds ${name} ${distance} places ${ahead ? "nearer to the front" : "further back"} than ${line.name}.`,
      `Compared to ${line.name}, ${name} is ${distance} places ${ahead ? "closer to the front" : "closer to the end"}.`,
    ],
  );
  sentences.push(told);
  const place = ledger.add(
    line.place,
    ahead ? "-" : "+",
    distance,
    quoted(told),
    `What number is ${name}?`,
  );
  const value = ledger.valueOf(place);
  if (line.taken.includes(value)) throw new Infeasible(`two people in place ${value}`);
  return { ...line, name, place, taken: [...line.taken, value] };
}

/**
 * People at the front leave, so everyone behind moves up; one step.
 * @throws {Infeasible} where too few are ahead.
 */
export function leave(line: Line): Line {
  const { scene, ledger, sentences, name } = line;
  const count = below(scene, ledger.valueOf(line.place) - 1);
  const told = scene.phrase(
    [
      `Then the first ${count} people leave the line.`,
      `The ${count} people at the front leave.`,
      `The first ${count} people are served and go.`,
    ],
    [
      `Next, ${count} people are let in from the front.`,
      `At the front, ${count} people finish and walk away.`,
    ],
  );
  sentences.push(told);
  const place = ledger.add(
    line.place,
    "-",
    count,
    quoted(told),
    `${told} What number is ${name} then?`,
  );
  return { ...line, place };
}
