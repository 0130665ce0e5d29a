import { givenGroup, relatedGroup } from "./compare/group.ts";
import { ASK, type Asked } from "./compare/questions.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible } from "./step.ts";

/**
 * How many relations a question takes, by number of steps; a fraction or 0 where there is no such problem.
 */
const RELATIONS: Readonly<Record<Asked, (steps: number) => number>> = {
  last: (steps) => steps,
  everybody: (steps) => steps / 2,
  pair: (steps) => steps - 1,
  difference: (steps) => steps - 1,
  given: (steps) => steps,
};
const MOST_RELATIONS: Readonly<Record<Asked, number>> = {
  last: 5,
  everybody: 3,
  pair: 5,
  difference: 5,
  given: 3,
};

/** Several people, each with more, fewer, several times or half as many as an earlier one. */
export function compare(scene: Scene, steps: number): Draft {
  const asked = scene.random.pick<Asked>([
    "last",
    "last",
    "last",
    "everybody",
    "everybody",
    "pair",
    "difference",
    "given",
  ]);
  const relations = RELATIONS[asked](steps);
  if (!Number.isInteger(relations) || relations < 1 || relations > MOST_RELATIONS[asked])
    throw new Infeasible(`${relations} relations for ${asked}`);
  const group =
    asked === "given" ? givenGroup(scene, relations) : relatedGroup(scene, relations, asked === "everybody");
  const question = ASK[asked](group);
  const { sentences, ledger } = group;
  // Drawn for "given" too, so that what is drawn after it stays the same.
  const told = scene.random.chance(0.3) ? reordered(scene, sentences) : sentences;
  // Numbers that are all given are added up as they come, so another order would only be another problem.
  return { sentences: asked === "given" ? sentences : told, question, steps: ledger.steps };
}

/** The later sentences in another order, the first one before them or second. */
function reordered({ random }: Scene, sentences: readonly string[]): readonly string[] {
  const first = sentences.slice(0, 1);
  const rest = random.shuffled(sentences.slice(1));
  return random.chance(0.5) ? [...rest.slice(0, 1), ...first, ...rest.slice(1)] : [...first, ...rest];
}
