import { type AlmanacQuestion, drawAlmanacQuestion } from "../../datasets/generate/almanac/almanac.ts";
import { almanacExemplar, almanacTrajectory } from "../../datasets/generate/almanac/worked.ts";
import type { Wanted } from "../../datasets/generate/problems/problem.ts";
import type { Random } from "../../datasets/generate/random.ts";
import { findStrategy } from "../../strategies/spec/parse-strategy.ts";
import type { Format, Source } from "./formats.ts";
import { misspelt, type SaidStep } from "./misspelt.ts";
import { type Author, playStrategy } from "./play-strategy.ts";
import { type Segment, trainedTexts } from "./trained-text.ts";

/** Pages on the way to the answer of a question that is shown as an example. */
const EXAMPLE_HOPS = [1, 1, 2];
/** Share of the questions in which a title is misspelt once. */
const MISSPELT_SHARE = 0.15;

/** What a model that knows the pages says at each step. */
export function lookingUp(question: AlmanacQuestion): Author {
  return saying(almanacTrajectory(question));
}

/** The same where some of the steps may be slips, which are shown and not taught. */
export const saying = (steps: readonly SaidStep[]): Author => {
  return (call) => {
    const step = steps[call];
    if (step === undefined) return "";
    const text = `${step.thought}\nAction ${call + 1}: ${step.action}[${step.input}]`;
    return step.isSlip === true ? { shown: text } : text;
  };
};

/** By name, the strategies that need documents, as AUTHORS has the others. */
export const DOCUMENTED_AUTHORS: Readonly<Record<string, (question: AlmanacQuestion) => Author>> = {
  "react-docstore": lookingUp,
};

/** Whether a format is about the pages of an almanac and not about the families of problems. */
export const needsDocuments = ({ strategy }: Pick<Format, "strategy">): boolean =>
  strategy in DOCUMENTED_AUTHORS;

/** The training texts of one question about an almanac, in a format of a strategy that needs documents. */
export async function almanacTexts(
  random: Random,
  { strategy: name, shots, steps, teachesExamples }: Format,
  { side, wanted }: Pick<Source, "side" | "wanted">,
  easier: Pick<Wanted, "steps">,
): Promise<readonly (readonly Segment[])[]> {
  const draw = (hops: number) => drawAlmanacQuestion(random, side, { hops, ...wanted });
  const question = draw(Math.min(random.pick(steps), easier.steps ?? Number.POSITIVE_INFINITY));
  const count = random.pick(shots);
  const exemplars = Array.from({ length: count }, () => almanacExemplar(draw(random.pick(EXAMPLE_HOPS))));
  const strategy = findStrategy(name);
  const options = { ...strategy.defaults, shots: count };
  const hasStepLeft = almanacTrajectory(question).length < Number(strategy.defaults["maxSteps"]);
  const author =
    hasStepLeft && random.chance(MISSPELT_SHARE)
      ? saying(misspelt(random, question))
      : DOCUMENTED_AUTHORS[name]!(question);
  const calls = await playStrategy({ strategy, options }, question, exemplars, author);
  return trainedTexts(calls, () => teachesExamples);
}
