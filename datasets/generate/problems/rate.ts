import { newLedger } from "./ledger.ts";
import { change, order } from "./rate/endings.ts";
import type { Job, Solved } from "./rate/job.ts";
import { output, outputFromTotal, timeNeeded } from "./rate/one-maker.ts";
import { bulkPrice, unitPrice } from "./rate/one-price.ts";
import { together, togetherFromTotals } from "./rate/two-makers.ts";
import { twoPrices } from "./rate/two-prices.ts";
import { twoSpeeds } from "./rate/two-speeds.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible } from "./step.ts";

/** A shape of problem, and how it goes on where one step more is wanted. */
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
