import { quoted } from "../quoted.ts";
import { type Line, tellSize } from "./line.ts";

/** Asks for the place known last; no step of its own. */
export function askPlace({ scene, name }: Line): string {
  return scene.phrase(
    [
      `What number from the front is ${name} now?`,
      `Which number in the line is ${name}?`,
      `What is the number of ${name} in the line?`,
    ],
    [
      `Counted from the front, what position does ${name} hold?`,
      `Find the position of ${name}, counted from the front.`,
    ],
  );
}

/** Asks for the place counted from the back; two steps. @throws {Infeasible} where the line is too short. */
export function askFromBack(line: Line): string {
  const { scene, ledger, name, place } = line;
  const { size, told } = tellSize(line);
  const question = scene.phrase(
    [
      `What number from the back is ${name}?`,
      `Counting from the back, what number is ${name}?`,
      `What is the number of ${name} from the back?`,
    ],
    [
      `If the last person is number 1, which number does ${name} get?`,
      `Start at the end of the line: what position does ${name} hold?`,
    ],
  );
  const behind = ledger.add(
    size,
    "-",
    place,
    quoted(told),
    `How many people are behind ${name}?`,
  );
  ledger.add(behind, "+", 1, `${name} counts too`, question);
  return question;
}
