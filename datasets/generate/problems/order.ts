import type { Draft, Scene } from "./scene.ts";
import { Infeasible, type Step } from "./step.ts";

// Opposites: the comparative of one end and of the other.
const PAIRS = "taller/shorter older/younger faster/slower heavier/lighter".split(" ");
const UNSEEN_PAIRS = "richer/poorer louder/quieter stronger/weaker".split(" ");

/** Who is the tallest, given comparisons of two people each; one step per comparison (1 to 4). */
export function order(scene: Scene, steps: number): Draft {
  if (steps > 4) throw new Infeasible(`${steps} steps`);
  const { random } = scene;
  const pair = scene.phrase(PAIRS, UNSEEN_PAIRS).split("/");
  const [more = "", less = ""] = random.chance(0.5) ? pair : pair.toReversed();
  const [first = "", ...others] = scene.people(steps + 1);
  // The asked end so far: each new person passes it or stays below it, so it is known after every comparison.
  let top = first;
  const compared = others.map((name) => {
    const [winner, loser] = random.chance(0.75) ? [name, top] : [top, name];
    const sides: readonly [string, string] = [top, name];
    top = winner;
    return { winner, loser, sides };
  });
  const sentences = random
    .shuffled(compared)
    .map(({ winner, loser }) =>
      random.chance(0.5) ? compare(scene, winner, more, loser) : compare(scene, loser, less, winner),
    );
  const superlative = more.replace(/er$/, "est");
  const question = scene.phrase(
    [
      `Who is the ${superlative}?`,
      `Which of them is the ${superlative}?`,
      `Who is the ${superlative} of them all?`,
    ],
    [`Name the ${superlative} person.`, `Of all these people, the ${superlative} is who?`],
  );
  const solved = compared.map(({ winner, loser, sides }, index): Step => ({
    say: `${winner} is ${more} than ${loser}`,
    ask: `Who is ${more}, ${sides[0]} or ${sides[1]}?`,
    result: winner,
    equation: null,
    uses: index === 0 ? [] : [index - 1],
  }));
  return { sentences, question, steps: solved, key: solved.map(({ say }) => say).join(", ") };
}

const compare = (scene: Scene, left: string, comparative: string, right: string): string =>
  scene.phrase(
    [
      `${left} is ${comparative} than ${right}.`,
      `${left} is much ${comparative} than ${right}.`,
      `${left} is a little ${comparative} than ${right}.`,
    ],
    [
      `Compared with ${right}, ${left} is ${comparative}.`,
      `Of ${left} and ${right}, ${left} is the ${comparative} one.`,
    ],
  );
