import { quoted } from "../quoted.ts";
import { amount } from "../scene.ts";
import { Infeasible } from "../step.ts";
import { type Line, tellSize } from "./line.ts";

/** Asks how many people are nearer to the front; one step. */
export function askAhead({ scene, ledger, name, place }: Line): string {
  const question = scene.phrase(
    [
      `How many people are ahead of ${name}?`,
      `How many people are in front of ${name}?`,
      `How many people stand before ${name}?`,
    ],
    [
      `What number of people will get to the front earlier than ${name}?`,
      `For how many people does ${name} have to wait?`,
    ],
  );
  ledger.add(place, "-", 1, `${name} does not count`, question);
  return question;
}

/**
 * Tells how long the line is and asks how many people are further back; one step.
 * @throws {Infeasible} where the line is too short.
 */
export function askBehind(line: Line): string {
  const { scene, ledger, name, place } = line;
  const { size, told } = tellSize(line);
  const question = scene.phrase(
    [
      `How many people are behind ${name}?`,
      `How many people stand behind ${name}?`,
      `How many people are in the line after ${name}?`,
    ],
    [
      `What number of people is further back than ${name}?`,
      `Up to the end of the line, how many people follow ${name}?`,
    ],
  );
  ledger.add(size, "-", place, quoted(told), question);
  return question;
}

/**
 * Tells how many are further back and asks how long the line is; one step.
 * @throws {Infeasible} where it is too short.
 */
export function askSize({ scene, ledger, sentences, name, place, taken }: Line): string {
  const after = amount(scene);
  // Who was in the line at first is still in it, so its end must lie behind them all.
  if ((taken.at(-1) ?? 0) + after < Math.max(...taken))
    throw new Infeasible("someone behind the end of the line");
  const told = scene.phrase(
    [
      `There are ${after} people behind ${name}.`,
      `Behind ${name} there are ${after} people.`,
      `${after} people stand behind ${name}.`,
    ],
    [`Further back than ${name} one counts ${after} people.`, `${name} is followed by ${after} people.`],
  );
  sentences.push(told);
  const question = scene.phrase(
    [
      `How many people are in the line now?`,
      `How many people are in the whole line?`,
      `How many people does the line have?`,
    ],
    [`What is the length of the line in people?`, `Altogether, how many are waiting?`],
  );
  ledger.add(place, "+", after, quoted(told), question);
  return question;
}
