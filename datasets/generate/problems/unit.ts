import { type Ledger, newLedger } from "./ledger.ts";
import { amount, type Draft, type Scene } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";

interface Unit {
  readonly one: string;
  readonly many: string;
  readonly small: string;
  readonly factor: number;
  readonly measures: "time" | "length" | "number";
}

const UNITS: readonly Unit[] = [
  { one: "hour", many: "hours", small: "minutes", factor: 60, measures: "time" },
  { one: "minute", many: "minutes", small: "seconds", factor: 60, measures: "time" },
  { one: "week", many: "weeks", small: "days", factor: 7, measures: "time" },
  { one: "day", many: "days", small: "hours", factor: 24, measures: "time" },
  { one: "year", many: "years", small: "months", factor: 12, measures: "time" },
  { one: "foot", many: "feet", small: "inches", factor: 12, measures: "length" },
  { one: "yard", many: "yards", small: "feet", factor: 3, measures: "length" },
  { one: "meter", many: "meters", small: "centimeters", factor: 100, measures: "length" },
  { one: "dozen", many: "dozen", small: "eggs", factor: 12, measures: "number" },
];
const LARGEST_DIVIDED = 200;

/** A conversion to the smaller unit, with up to three steps of change after it, or one to the larger unit. */
export function unit(scene: Scene, steps: number): Draft {
  if (steps < 1 || steps > 4) throw new Infeasible(`${steps} steps`);
  const drawn = scene.random.pick(UNITS);
  const chosen = drawn.measures === "number" ? { ...drawn, small: scene.things(1)[0] ?? drawn.small } : drawn;
  const ledger = newLedger();
  if (steps === 1) {
    const question = (scene.random.chance(0.3) ? toLarger : toSmaller)(scene, ledger, chosen);
    return { sentences: [], question, steps: ledger.steps };
  }
  return changed(scene, ledger, chosen, steps);
}

function toSmaller(scene: Scene, ledger: Ledger, unitDrawn: Unit): string {
  const { many, small } = unitDrawn;
  const count = unitCount(scene);
  convert(ledger, unitDrawn, count);
  return scene.phrase(
    [
      `How many ${small} are in ${count} ${many}?`,
      `How many ${small} are ${count} ${many}?`,
      `${count} ${many} is how many ${small}?`,
    ],
    [`Write ${count} ${many} as a number of ${small}.`, `What number of ${small} makes up ${count} ${many}?`],
  );
}

function toLarger(scene: Scene, ledger: Ledger, { one, many, small, factor }: Unit): string {
  const most = Math.floor(LARGEST_DIVIDED / factor);
  const count = scene.random.int(2, Math.max(2, most));
  const given = count * factor;
  ledger.add(
    given,
    "/",
    factor,
    `One ${one} has ${factor} ${small}`,
    `How many ${many} are ${given} ${small}?`,
  );
  return scene.phrase(
    [
      `How many ${many} are ${given} ${small}?`,
      `${given} ${small} is how many ${many}?`,
      `How many ${many} are in ${given} ${small}?`,
    ],
    [
      `Write ${given} ${small} as a number of ${many}.`,
      `What number of ${many} do ${given} ${small} make up?`,
    ],
  );
}

function convert(ledger: Ledger, { many, small, factor }: Unit, count: number): Operand {
  const ask = `How many ${small} are in ${count} ${many}?`;
  return ledger.add(count, "*", factor, `${count} ${many} have ${factor} ${small} each`, ask);
}

/** A time, length or number in two units, and one or two changes to it. */
function changed(scene: Scene, ledger: Ledger, unitDrawn: Unit, steps: number): Draft {
  const { small } = unitDrawn;
  const [count, extra] = [unitCount(scene), amount(scene)];
  const sentences = [statement(scene, unitDrawn, `${count} ${unitDrawn.many} and ${extra} ${small}`)];
  let now = convert(ledger, unitDrawn, count);
  now = ledger.add(now, "+", extra, `Add ${extra} ${small}`, `How many ${small} is that with ${extra} more?`);
  const isByUnit = steps === 4 && scene.random.chance(0.5);
  if (isByUnit) {
    const part = scene.random.int(2, Math.max(2, count - 1));
    now = change(
      scene,
      ledger,
      sentences,
      small,
      now,
      convert(ledger, unitDrawn, part),
      `${part} ${unitDrawn.many}`,
    );
  } else {
    for (let index = 2; index < steps; index += 1) {
      const part = amount(scene);
      now = change(scene, ledger, sentences, small, now, part, `${part} ${small}`);
    }
  }
  const question = scene.phrase(
    [
      `How many ${small} is that now?`,
      `How many ${small} is that in the end?`,
      `How many ${small} does that make?`,
    ],
    [`Express the final amount in ${small}.`, `What does this come to, counted in ${small}?`],
  );
  return { sentences, question, steps: ledger.steps };
}

/** Something is added to the amount or taken from it. @throws {Infeasible} where too much is taken. */
function change(
  scene: Scene,
  ledger: Ledger,
  sentences: string[],
  small: string,
  now: Operand,
  part: Operand,
  partWords: string,
): Operand {
  const value = ledger.valueOf(part);
  if (scene.random.chance(0.4)) {
    sentences.push(
      scene.phrase(
        [
          `Then ${partWords} are added.`,
          `Then it is ${partWords} more.`,
          `After that, ${partWords} come on top.`,
        ],
        [`This grows by ${partWords}.`, `An increase of ${partWords} follows.`],
      ),
    );
    return ledger.add(
      now,
      "+",
      part,
      `Add ${value} ${small}`,
      `How many ${small} is that after adding ${value}?`,
    );
  }
  if (value >= ledger.valueOf(now)) throw new Infeasible(`${value} taken away`);
  sentences.push(
    scene.phrase(
      [
        `Then ${partWords} are taken away.`,
        `Then it is ${partWords} less.`,
        `After that, ${partWords} are cut off.`,
      ],
      [`This shrinks by ${partWords}.`, `A decrease of ${partWords} follows.`],
    ),
  );
  return ledger.add(
    now,
    "-",
    part,
    `Take away ${value} ${small}`,
    `How many ${small} is that after taking away ${value}?`,
  );
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

function unitCount({ random, tier }: Scene): number {
  if (tier === 0) return random.int(2, 9);
  return tier === 1 ? random.int(2, 30) : random.int(12, 99);
}
