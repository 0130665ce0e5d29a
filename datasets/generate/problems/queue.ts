import { type Ledger, newLedger } from "./ledger.ts";
import { amount, type Draft, type Scene } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";
import { below } from "./stock.ts";

/** The line while it is told; places count from the front, which is place 1. */
interface Line {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly sentences: string[];
  /** Whose place is known last. */
  readonly name: string;
  readonly place: Operand;
  /** All places told or computed so far, as they were before anyone left. */
  readonly taken: readonly number[];
}

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
  const [first = ""] = names;
  const place = amount(scene, 3);
  const opening = scene.phrase(
    [
      `${first} is number ${place} in a line.`,
      `${first} stands in a line and is number ${place} from the front.`,
      `People stand in a line. ${first} is number ${place} from the front.`,
    ],
    [
      `In a waiting line, ${first} holds position ${place}, counted from the front.`,
      `Counted from the front of a waiting line, ${first} is in place ${place}.`,
    ],
  );
  let line: Line = { scene, ledger: newLedger(), sentences: [opening], name: first, place, taken: [place] };
  const moves = steps - ending.steps;
  for (let move = 0; move < moves; move += 1) {
    const leaves = move === moves - 1 && ending.afterLeaving && scene.random.chance(0.4);
    line = leaves ? leave(line) : neighbor(line, names[move + 1] ?? "");
  }
  const question = ending.finish(line);
  return { sentences: line.sentences, question, steps: line.ledger.steps };
}

/** Someone else, so many places further back or further ahead. */
function neighbor(line: Line, name: string): Line {
  const { scene, ledger, sentences } = line;
  const ahead = scene.random.chance(0.4);
  const distance = ahead ? below(scene, ledger.valueOf(line.place) - 1) : amount(scene);
  const way = ahead ? "ahead of" : "behind";
  sentences.push(
    scene.phrase(
      [
        `${name} stands ${distance} places ${way} ${line.name}.`,
        `${name} is ${distance} places ${way} ${line.name}.`,
        `${name} waits ${distance} places ${ahead ? "in front of" : "behind"} ${line.name}.`,
      ],
      [
        `One finds ${name} ${distance} places ${ahead ? "nearer to the front" : "further back"} than ${line.name}.`,
        `Compared to ${line.name}, ${name} is ${distance} places ${ahead ? "closer to the front" : "closer to the end"}.`,
      ],
    ),
  );
  const place = ledger.add(
    line.place,
    ahead ? "-" : "+",
    distance,
    `${name} is ${distance} places ${way} ${line.name}`,
    `What number is ${name}?`,
  );
  const value = ledger.valueOf(place);
  if (line.taken.includes(value)) throw new Infeasible(`two people in place ${value}`);
  return { ...line, name, place, taken: [...line.taken, value] };
}

/** People at the front leave, so everyone behind moves up. */
function leave(line: Line): Line {
  const { scene, ledger, sentences, name } = line;
  const count = below(scene, ledger.valueOf(line.place) - 1);
  sentences.push(
    scene.phrase(
      [
        `Then the first ${count} people leave the line.`,
        `The ${count} people at the front leave.`,
        `The first ${count} people are served and go.`,
      ],
      [
        `Next, ${count} people are let in from the front.`,
        `At the front, ${count} people finish and walk away.`,
      ],
    ),
  );
  const place = ledger.add(
    line.place,
    "-",
    count,
    `${count} people leave the front`,
    `What number is ${name} after ${count} people leave the front?`,
  );
  return { ...line, place };
}

/** How long the line is, told when the question needs it. */
function tellSize({ scene, ledger, sentences, place, taken }: Line): number {
  const size = ledger.valueOf(place) + amount(scene);
  if (size < Math.max(...taken)) throw new Infeasible("someone behind the end of the line");
  sentences.push(
    scene.phrase(
      [
        `There are ${size} people in the line.`,
        `The line has ${size} people.`,
        `In total ${size} people are in the line.`,
      ],
      [`The whole line is made up of ${size} people.`, `Altogether ${size} people are waiting.`],
    ),
  );
  return size;
}

function askPlace({ scene, name }: Line): string {
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

function askAhead({ scene, ledger, name, place }: Line): string {
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

function askBehind(line: Line): string {
  const { scene, ledger, name, place } = line;
  const size = tellSize(line);
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
  ledger.add(size, "-", place, `There are ${size} people in the line`, question);
  return question;
}

function askSize({ scene, ledger, sentences, name, place, taken }: Line): string {
  const after = amount(scene);
  // Who was in the line at first is still in it, so its end must lie behind them all.
  if ((taken.at(-1) ?? 0) + after < Math.max(...taken))
    throw new Infeasible("someone behind the end of the line");
  sentences.push(
    scene.phrase(
      [
        `There are ${after} people behind ${name}.`,
        `Behind ${name} there are ${after} people.`,
        `${after} people stand behind ${name}.`,
      ],
      [`Further back than ${name} one counts ${after} people.`, `${name} is followed by ${after} people.`],
    ),
  );
  const question = scene.phrase(
    [
      `How many people are in the line now?`,
      `How many people are in the whole line?`,
      `How many people does the line have?`,
    ],
    [`What is the length of the line in people?`, `Altogether, how many are waiting?`],
  );
  ledger.add(place, "+", after, `There are ${after} people behind ${name}`, question);
  return question;
}

function askFromBack(line: Line): string {
  const { scene, ledger, name, place } = line;
  const size = tellSize(line);
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
    `There are ${size} people in the line`,
    `How many people are behind ${name}?`,
  );
  ledger.add(behind, "+", 1, `${name} counts too`, question);
  return question;
}

/** The people between someone new and the last one told. */
function askBetween({ scene, ledger, sentences, name, place, taken }: Line): string {
  const other = scene.people(5).find((one) => !sentences.join(" ").includes(one));
  if (other === undefined) throw new Infeasible("no other person");
  const far = ledger.valueOf(place) + 1 + amount(scene);
  if (taken.includes(far)) throw new Infeasible(`two people in place ${far}`);
  sentences.push(
    scene.phrase(
      [
        `${other} is number ${far} from the front.`,
        `${other} has number ${far}.`,
        `In the same line, ${other} is number ${far}.`,
      ],
      [
        `In position ${far} from the front waits ${other}.`,
        `The place of ${other} is ${far}, counted from the front.`,
      ],
    ),
  );
  const question = scene.phrase(
    [
      `How many people are between ${name} and ${other}?`,
      `How many people stand between ${name} and ${other}?`,
      `Between ${name} and ${other}, how many people are there?`,
    ],
    [
      `What number of people separates ${name} from ${other}?`,
      `Not counting ${name} and ${other}, how many people wait from one to the other?`,
    ],
  );
  const distance = ledger.add(
    far,
    "-",
    place,
    `${other} is number ${far}`,
    `How many places is ${other} behind ${name}?`,
  );
  ledger.add(distance, "-", 1, `${other} does not count`, question);
  return question;
}
