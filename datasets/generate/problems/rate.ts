import { type Ledger, newLedger } from "./ledger.ts";
import { amount, type Draft, factors, type Scene, type Tier } from "./scene.ts";
import { Infeasible, type Operand } from "./step.ts";

const MAKERS = "machine printer robot worker team".split(" ");
const UNSEEN_MAKERS = "press crew studio".split(" ");
const PERIODS = "hour day minute".split(" ");
const UNSEEN_PERIODS = "week shift".split(" ");

/** What all templates draw from. */
interface Job {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly things: string;
}

/** A solved problem that can go on: with money paid or with the rest of an order. */
interface Solved {
  readonly sentences: readonly string[];
  readonly question: string;
  readonly total: Operand;
  /** The sentence that stands for the question when the problem goes on. */
  readonly instead: string;
}

interface Template {
  readonly steps: number;
  readonly solve: (job: Job) => Solved;
  readonly goOn?: (job: Job, solved: Solved) => Omit<Draft, "steps">;
}

const TEMPLATES: readonly Template[] = [
  { steps: 1, solve: unitPrice },
  { steps: 2, solve: bulkPrice, goOn: change },
  { steps: 4, solve: twoPrices, goOn: change },
  { steps: 1, solve: output, goOn: order },
  { steps: 1, solve: timeNeeded },
  { steps: 2, solve: outputFromTotal, goOn: order },
  { steps: 2, solve: together, goOn: order },
  { steps: 3, solve: twoSpeeds, goOn: order },
  { steps: 4, solve: togetherFromTotals, goOn: order },
];

/** Unit prices and rates of work; 1 to 5 steps. */
export function rate(scene: Scene, steps: number): Draft {
  const fitting = TEMPLATES.filter(
    (one) => one.steps === steps || (one.goOn !== undefined && one.steps + 1 === steps),
  );
  if (fitting.length === 0) throw new Infeasible(`${steps} steps`);
  const template = scene.random.pick(fitting);
  const [things = ""] = scene.things(1);
  const job: Job = { scene, ledger: newLedger(), things };
  const solved = template.solve(job);
  const { sentences, question } =
    template.steps === steps || template.goOn === undefined ? solved : template.goOn(job, solved);
  return { sentences, question, steps: job.ledger.steps };
}

/** Factors of a dividend of at most 200. */
function smallFactors({ random, tier }: { random: Scene["random"]; tier: Tier }): readonly [number, number] {
  const count = random.int(2, 9);
  return [count, tier === 0 ? random.int(2, 9) : random.int(11, Math.floor(200 / count))];
}

/** A number of things or hours other than the one that the rate was told for. */
function other({ random, tier }: Scene, than: number): number {
  const drawn = random.int(2, tier === 0 ? 12 : 30);
  return drawn === than ? drawn + 1 : drawn;
}

const money = (scene: Scene): string => scene.phrase(["dollars"], ["euros"]);

/** The step from "6 pens cost 18 dollars" to the price of one. */
function priceOfOne({ scene, ledger, things }: Job, unit: string) {
  const [count, each] = smallFactors(scene);
  const total = count * each;
  const sentence = scene.phrase(
    [
      `${count} ${things} cost ${total} ${unit}.`,
      `The price of ${count} ${things} is ${total} ${unit}.`,
      `A shop sells ${count} ${things} for ${total} ${unit}.`,
    ],
    [
      `One pays ${total} ${unit} for ${count} ${things}.`,
      `At the market, ${total} ${unit} buy ${count} ${things}.`,
    ],
  );
  const price = ledger.add(
    total,
    "/",
    count,
    `${count} ${things} cost ${total} ${unit}`,
    `How much does one of the ${things} cost?`,
  );
  return { count, sentence, price };
}

function unitPrice(job: Job): Solved {
  const { scene, things } = job;
  const unit = money(scene);
  const { sentence, price } = priceOfOne(job, unit);
  const question = scene.phrase(
    [
      `How much does one of the ${things} cost?`,
      `How many ${unit} does one of the ${things} cost?`,
      `What is the price of one of the ${things}?`,
    ],
    [
      `What does a single one of these ${things} cost?`,
      `How many ${unit} is that for each of the ${things}?`,
    ],
  );
  return { sentences: [sentence], question, total: price, instead: "" };
}

function bulkPrice(job: Job): Solved {
  const { scene, ledger, things } = job;
  const unit = money(scene);
  const { count, sentence, price } = priceOfOne(job, unit);
  const wanted = other(scene, count);
  const total = ledger.add(
    price,
    "*",
    wanted,
    `${wanted} ${things} are bought`,
    `How much do ${wanted} ${things} cost?`,
  );
  const question = scene.phrase(
    [
      `How much do ${wanted} ${things} cost?`,
      `How many ${unit} do ${wanted} ${things} cost?`,
      `What is the price of ${wanted} ${things}?`,
    ],
    [`At that rate, what must one pay for ${wanted} ${things}?`, `What would ${wanted} ${things} cost then?`],
  );
  return { sentences: [sentence], question, total, instead: `${wanted} ${things}` };
}

function twoPrices(job: Job): Solved {
  const { scene, ledger, things } = job;
  const unit = money(scene);
  const [others = ""] = scene.things(1);
  if (others === things) throw new Infeasible("the same things twice");
  const { count, sentence, price } = priceOfOne(job, unit);
  const [wanted, [many, each]] = [other(scene, count), factors(scene)];
  const second = scene.phrase(
    [
      `The ${others} cost ${each} ${unit} each.`,
      `Each of the ${others} costs ${each} ${unit}.`,
      `One of the ${others} costs ${each} ${unit}.`,
    ],
    [
      `For any of the ${others} the price is ${each} ${unit}.`,
      `A single one of the ${others} is ${each} ${unit}.`,
    ],
  );
  const cost = ledger.add(
    price,
    "*",
    wanted,
    `${wanted} ${things} are bought`,
    `How much do ${wanted} ${things} cost?`,
  );
  const more = ledger.add(
    each,
    "*",
    many,
    `${many} ${others} cost ${each} ${unit} each`,
    `How much do ${many} ${others} cost?`,
  );
  const total = ledger.add(
    cost,
    "+",
    more,
    `Add the cost of the ${others}`,
    `How much do they cost together?`,
  );
  const goods = `${wanted} ${things} and ${many} ${others}`;
  const question = scene.phrase(
    [
      `How much do ${goods} cost?`,
      `How many ${unit} do ${goods} cost together?`,
      `What is the price of ${goods}?`,
    ],
    [`What must one pay for ${goods}?`, `What would ${goods} cost in all?`],
  );
  return { sentences: [sentence, second], question, total, instead: goods };
}

/** Someone buys the goods and gets change. */
function change({ scene, ledger }: Job, { sentences, total, instead }: Solved): Omit<Draft, "steps"> {
  const [name = ""] = scene.people(1);
  const unit = money(scene);
  const paid = ledger.valueOf(total) + amount(scene);
  const purchase = scene.phrase(
    [
      `${name} buys ${instead} and pays with ${paid} ${unit}.`,
      `${name} has ${paid} ${unit} and buys ${instead}.`,
      `${name} buys ${instead}. ${name} gives the seller ${paid} ${unit}.`,
    ],
    [
      `With ${paid} ${unit} in hand, ${name} takes ${instead}.`,
      `${name} hands over ${paid} ${unit} for ${instead}.`,
    ],
  );
  const question = scene.phrase(
    [
      `How much change does ${name} get?`,
      `How many ${unit} does ${name} get back?`,
      `How many ${unit} does ${name} have left after paying?`,
    ],
    [`What amount of money comes back to ${name}?`, `What does ${name} keep of the money after paying?`],
  );
  ledger.add(paid, "-", total, `${name} pays with ${paid} ${unit}`, question);
  return { sentences: [...sentences, purchase], question };
}

interface Maker {
  readonly maker: string;
  readonly period: string;
}

const drawMaker = (scene: Scene): Maker => ({
  maker: scene.phrase(MAKERS, UNSEEN_MAKERS),
  period: scene.phrase(PERIODS, UNSEEN_PERIODS),
});

const pace = ({ scene, things }: Job, { maker, period }: Maker, each: number, article = "A"): string =>
  scene.phrase(
    [
      `${article} ${maker} makes ${each} ${things} every ${period}.`,
      `${article} ${maker} makes ${each} ${things} in one ${period}.`,
      `${article} ${maker} makes ${each} ${things} each ${period}.`,
    ],
    [
      `${article} ${maker} turns out ${each} ${things} per ${period}.`,
      `${article} ${maker} has an output of ${each} ${things} per ${period}.`,
    ],
  );

/** "A machine makes 24 cups in 4 hours." */
const told = (
  { scene, things }: Job,
  { maker, period }: Maker,
  total: number,
  time: number,
  article = "A",
): string =>
  scene.phrase(
    [
      `${article} ${maker} makes ${total} ${things} in ${time} ${period}s.`,
      `${article} ${maker} needs ${time} ${period}s to make ${total} ${things}.`,
      `In ${time} ${period}s, ${article.toLowerCase()} ${maker} makes ${total} ${things}.`,
    ],
    [
      `${article} ${maker} turns out ${total} ${things} within ${time} ${period}s.`,
      `It takes ${article.toLowerCase()} ${maker} ${time} ${period}s to produce ${total} ${things}.`,
    ],
  );

const howMany = ({ scene, things }: Job, time: string, they: string, by: string): string =>
  scene.phrase(
    [
      `How many ${things} ${they} make in ${time}?`,
      `How many ${things} ${they} make in ${time} in total?`,
      `In ${time}, how many ${things} ${they} make?`,
    ],
    [
      `After ${time}, what number of ${things} is finished by ${by}?`,
      `Find the number of ${things} that come from ${by} within ${time}.`,
    ],
  );

const works = (time: string, who: string): string => `${who} for ${time}.`;

function output(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const [hours, each] = factors(scene);
  const time = `${hours} ${who.period}s`;
  const question = howMany(job, time, `does the ${who.maker}`, `the ${who.maker}`);
  const total = ledger.add(each, "*", hours, `${each} ${things} every ${who.period} for ${time}`, question);
  return {
    sentences: [pace(job, who, each)],
    question,
    total,
    instead: works(time, `The ${who.maker} works`),
  };
}

function timeNeeded(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const [hours, each] = smallFactors(scene);
  const question = scene.phrase(
    [
      `How many ${who.period}s does the ${who.maker} need for ${hours * each} ${things}?`,
      `How many ${who.period}s does it take to make ${hours * each} ${things}?`,
      `In how many ${who.period}s does the ${who.maker} make ${hours * each} ${things}?`,
    ],
    [
      `What number of ${who.period}s must pass until ${hours * each} ${things} are ready?`,
      `For ${hours * each} ${things}, how many ${who.period}s of work are required?`,
    ],
  );
  const total = ledger.add(
    hours * each,
    "/",
    each,
    `The ${who.maker} makes ${each} ${things} every ${who.period}`,
    question,
  );
  return { sentences: [pace(job, who, each)], question, total, instead: "" };
}

function outputFromTotal(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const [hours, each] = smallFactors(scene);
  const wanted = other(scene, hours);
  const time = `${wanted} ${who.period}s`;
  const one = ledger.add(
    hours * each,
    "/",
    hours,
    `The ${who.maker} makes ${hours * each} ${things} in ${hours} ${who.period}s`,
    `How many ${things} does the ${who.maker} make in one ${who.period}?`,
  );
  const question = howMany(job, time, `does the ${who.maker}`, `the ${who.maker}`);
  const total = ledger.add(one, "*", wanted, `The ${who.maker} works for ${time}`, question);
  return {
    sentences: [told(job, who, hours * each, hours)],
    question,
    total,
    instead: works(time, `Then the ${who.maker} starts an order and works`),
  };
}

function together(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const [hours, each] = factors(scene);
  const second = amount(scene);
  const time = `${hours} ${who.period}s`;
  const both = ledger.add(
    each,
    "+",
    second,
    `One makes ${each} ${things} and the other makes ${second}`,
    `How many ${things} do they make in one ${who.period}?`,
  );
  const question = howMany(job, time, "do they", "both together");
  const total = ledger.add(both, "*", hours, `They work for ${time}`, question);
  return {
    sentences: [pace(job, who, each), pace(job, who, second, "Another")],
    question,
    total,
    instead: works(time, "Both work"),
  };
}

function twoSpeeds(job: Job): Solved {
  const { scene, ledger, things } = job;
  const { maker, period } = drawMaker(scene);
  const [[hours, each], [later, next]] = [factors(scene), factors(scene)];
  const phase = (who: string, count: number, time: number) =>
    scene.phrase(
      [
        `${who} makes ${count} ${things} every ${period} for ${time} ${period}s.`,
        `${who} makes ${count} ${things} each ${period} for ${time} ${period}s.`,
        `${who} works for ${time} ${period}s and makes ${count} ${things} every ${period}.`,
      ],
      [
        `${who} turns out ${count} ${things} per ${period} during ${time} ${period}s.`,
        `${who} spends ${time} ${period}s producing ${count} ${things} per ${period}.`,
      ],
    );
  const first = ledger.add(
    each,
    "*",
    hours,
    `${each} ${things} every ${period} for ${hours} ${period}s`,
    `How many ${things} are made in the first ${hours} ${period}s?`,
  );
  const rest = ledger.add(
    next,
    "*",
    later,
    `${next} ${things} every ${period} for ${later} ${period}s`,
    `How many ${things} are made in the next ${later} ${period}s?`,
  );
  const question = scene.phrase(
    [
      `How many ${things} does the ${maker} make in total?`,
      `How many ${things} does the ${maker} make altogether?`,
      `How many ${things} are made in total?`,
    ],
    [`What number of ${things} is ready in the end?`, `Find how many ${things} come out of both phases.`],
  );
  const total = ledger.add(first, "+", rest, "Add both parts", question);
  return {
    sentences: [phase(`A ${maker}`, each, hours), phase(`Then it`, next, later)],
    question,
    total,
    instead: "",
  };
}

function togetherFromTotals(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const makers = [smallFactors(scene), smallFactors(scene)].map(([hours, each], index) => {
    const total = hours * each;
    return {
      sentence: told(job, who, total, hours, index === 0 ? "A" : "Another"),
      one: ledger.add(
        total,
        "/",
        hours,
        `${total} ${things} are made in ${hours} ${who.period}s`,
        `How many ${things} does ${index === 0 ? "the first" : "the other"} ${who.maker} make in one ${who.period}?`,
      ),
    };
  });
  const both = makers
    .map(({ one }) => one)
    .reduce((left, right) =>
      ledger.add(left, "+", right, "Both work", `How many ${things} do they make in one ${who.period}?`),
    );
  const time = `${other(scene, 0)} ${who.period}s`;
  const question = howMany(job, time, "do they", "both together");
  const total = ledger.add(both, "*", Number.parseInt(time, 10), `They work for ${time}`, question);
  return {
    sentences: makers.map(({ sentence }) => sentence),
    question,
    total,
    instead: works(time, "Then both work together on an order"),
  };
}

/** What is still missing of an order after the work. */
function order({ scene, ledger, things }: Job, { sentences, total, instead }: Solved): Omit<Draft, "steps"> {
  const size = ledger.valueOf(total) + amount(scene);
  const ordered = scene.phrase(
    [
      `A customer orders ${size} ${things}.`,
      `The order is for ${size} ${things}.`,
      `A shop wants ${size} ${things}.`,
    ],
    [`The client has asked for ${size} ${things}.`, `What has to be delivered is ${size} ${things}.`],
  );
  const question = scene.phrase(
    [
      `How many ${things} are still missing after that?`,
      `How many more ${things} are needed then?`,
      `How many ${things} are left to make after that?`,
    ],
    [`By how many ${things} does the work fall short?`, `What number of ${things} must still be made?`],
  );
  ledger.add(size, "-", total, `The order is for ${size} ${things}`, question);
  return { sentences: [...sentences, ...(instead === "" ? [] : [instead]), ordered], question };
}
