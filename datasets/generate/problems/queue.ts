import { newLedger } from "./ledger.ts";
import { askBetween } from "./queue/between-question.ts";
import type { Line } from "./queue/line.ts";
import { leave, neighbor } from "./queue/moves.ts";
import { askAhead, askBehind, askSize } from "./queue/people-questions.ts";
import { askFromBack, askPlace } from "./queue/place-questions.ts";
import { amount, type Draft, type Scene } from "./scene.ts";
import { Infeasible } from "./step.ts";

/** A question at the end, which may need one or two steps of its own. */
interface Ending {
  readonly steps: number;
  /** Whether people may have left the front before. */
  readonly afterLeaving: boolean;
  readonly finish: (line: Line) => string;
}

const ENDINGS: readonly Ending[] = [
  { steps: 0, afterLeaving: true, finish: askPlace },
  { steps: 1, afterLeaving: true, finish: askAhead },
  { steps: 1, afterLeaving: false, finish: askBehind },
  { steps: 1, afterLeaving: true, finish: askSize },
  { steps: 2, afterLeaving: false, finish: askFromBack },
  { steps: 2, afterLeaving: false, finish: askBetween },
];

/** Places in a line of people; 1 to 4 steps. */
export function queue(scene: Scene, steps: number): Draft {
  if (steps > 4) throw new Infeasible(`${steps} steps`);
  const ending = scene.random.pick(ENDINGS.filter((one) => one.steps <= steps && steps - one.steps <= 3));
  const names = scene.people(5);
  let line = openLine(scene, names[0] ?? "");
  const moves = steps - ending.steps;
  for (let move = 0; move < moves; move += 1) {
    const leaves = move === moves - 1 && ending.afterLeaving && scene.random.chance(0.4);
    line = leaves ? leave(line) : neighbor(line, names[move + 1] ?? "");
  }
  const question = ending.finish(line);
  return { sentences: line.sentences, question, steps: line.ledger.steps };
}

/** The first person's place is told. */
function openLine(scene: Scene, name: string): Line {
  const place = amount(scene, 3);
  const opening = scene.phrase(
    [
      `${name} is number ${place} in a line.`,
      `${name} stands in a line and is number ${place} from the front.`,
      `People stand in a line. ${name} is number ${place} from the front.`,
    ],
    [
      `In a waiting line, ${name} holds position ${place}, counted from the front.`,
      `Counted from the front of a waiting line, ${name} is in place ${place}.`,
    ],
  );
  return { scene, ledger: newLedger(), sentences: [opening], name, place, taken: [place] };
}
