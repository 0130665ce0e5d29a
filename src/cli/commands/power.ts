import { largestDifference, planComparison, type ComparisonPlan } from "../../analysis/plan-comparison.ts";
import { UsageError, type Comparison } from "../../contract/index.ts";
import { hundredths } from "../../report/format.ts";
import { powerNotes, powerSentence, type Planned } from "../../report/power-sentences.ts";
import { noteLines } from "../../report/run-header.ts";
import { renderNotesText } from "../../report/sections/render-section.ts";
import { readManifest } from "../../run/run-manifest.ts";
import { summarizeRun } from "../../run/summarize-run.ts";
import { EXIT } from "../exit-codes.ts";
import { terminalOf } from "../terminal.ts";

/** Points and percent (0-100) as on the command line; `power` is 0-1. */
export interface PowerFlags {
  readonly difference?: number;
  readonly questions?: number;
  readonly accuracy?: number;
  readonly discordance?: number;
  readonly power: number;
  readonly strategies?: number;
  readonly json?: boolean;
}

/** What a plan from a run asks for where --difference does not say. */
const USUAL_DIFFERENCE = 0.05;

/**
 * cotbench power: the questions that a difference needs, the smallest difference that questions show, or both, from
 * flags or from the discordance that a run saw, whose notes stand above it as text. Asks no model. Returns the exit code.
 * @throws {UsageError}
 */
export function powerCommand(dir: string | undefined, flags: PowerFlags): number {
  const { plans, notes } =
    dir === undefined ? { plans: [planFromFlags(flags)], notes: [] } : plansFromRun(dir, flags);
  const planned = plans.map(({ of, plan }): Planned => ({ of, plan, result: planComparison(plan) }));
  if (flags.json === true) {
    console.log(JSON.stringify({ plans: planned }, null, 2));
    return EXIT.ok;
  }
  process.stdout.write(renderNotesText(notes, terminalOf(process.stdout, process.env).width));
  for (const one of planned) console.log(powerSentence(one));
  for (const note of powerNotes(planned)) console.log(note);
  return EXIT.ok;
}

const share = (percent: number | undefined): number | null => (percent === undefined ? null : percent / 100);

/** A plan and what it is of, without its result. */
type Unsolved = Pick<Planned, "of" | "plan">;

function planFromFlags(flags: PowerFlags): Unsolved {
  const plan: ComparisonPlan = {
    discordance: share(flags.discordance),
    accuracy: share(flags.accuracy),
    questions: flags.questions ?? null,
    difference: share(flags.difference),
    power: flags.power,
    comparisons: (flags.strategies ?? 2) - 1,
  };
  if (plan.difference === null && plan.questions === null) {
    throw new UsageError("cotbench power needs --difference POINTS, --questions N, or a run folder.");
  }
  if (plan.discordance === null && plan.accuracy === null) {
    throw new UsageError("cotbench power needs --discordance PERCENT, --accuracy PERCENT, or a run folder.");
  }
  checkPossible(plan);
  return { of: null, plan };
}

/** @throws {UsageError} for shares that no two strategies can have. */
function checkPossible(plan: ComparisonPlan): void {
  const { discordance, accuracy, difference } = plan;
  if (difference === null) return;
  if (difference > largestDifference(plan) + 1e-9) {
    const most = hundredths(largestDifference(plan));
    throw new UsageError(
      `--difference: above ${hundredths(accuracy ?? 0)}% accuracy there are ${most} points at most.`,
    );
  }
  if (discordance !== null && difference > discordance) {
    throw new UsageError(
      `--difference ${hundredths(difference)} is more than --discordance ${hundredths(discordance)} allows: strategies differ in accuracy by no more than the share of questions they differ on.`,
    );
  }
  if (discordance === null || accuracy === null) return;
  const [wins, losses] = [(discordance + difference) / 2, (discordance - difference) / 2];
  if (wins > 1 - accuracy + 1e-9 || losses > accuracy + 1e-9) {
    throw new UsageError(
      `--accuracy ${hundredths(accuracy)} and --discordance ${hundredths(discordance)} do not go together: with this difference ${hundredths(wins)}% of questions would be won and ${hundredths(losses)}% lost.`,
    );
  }
}

/** A plan for each comparison of the run, and what a reader of the run's table must know. */
function plansFromRun(
  dir: string,
  flags: PowerFlags,
): { plans: readonly Unsolved[]; notes: readonly string[] } {
  if (flags.accuracy !== undefined || flags.discordance !== undefined) {
    throw new UsageError(
      "With a run folder, --accuracy and --discordance come from the run; leave them out.",
    );
  }
  const manifest = readManifest(dir);
  const { trials, reference } = manifest.config;
  if (typeof trials === "number" && trials > 1) {
    throw new UsageError(
      `${dir} has ${trials} trials a question; cotbench power plans for one. Give --discordance instead.`,
    );
  }
  const summary = summarizeRun(dir, manifest, typeof reference === "string" ? reference : null);
  const known = summary.comparisons.filter(({ questions }) => questions > 0);
  if (known.length === 0) throw new UsageError(`${dir} has no two strategies with questions in common.`);
  const plans = known.map((one) => ({ of: namesOf(one), plan: planFrom(one, known, flags) }));
  return { plans, notes: noteLines(summary) };
}

const namesOf = ({ model, dataset, strategy, reference }: Comparison) => ({
  model,
  dataset,
  strategy,
  reference,
});

function planFrom(one: Comparison, all: readonly Comparison[], flags: PowerFlags): ComparisonPlan {
  const family = all.filter(({ model, dataset }) => model === one.model && dataset === one.dataset);
  return {
    discordance: (one.wins + one.losses) / one.questions,
    accuracy: null,
    questions: flags.questions ?? one.questions,
    difference: share(flags.difference) ?? USUAL_DIFFERENCE,
    power: flags.power,
    comparisons: flags.strategies === undefined ? family.length : flags.strategies - 1,
  };
}
