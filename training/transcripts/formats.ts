import type { Exemplar } from "../../src/contract/index.ts";
import { exemplarsFor } from "../../strategies/exemplars/index.ts";
import { findStrategy } from "../../strategies/spec/parse-strategy.ts";
import { exemplarOf } from "../../datasets/generate/problems/exemplar-of.ts";
import { COMPUTED, SYMBOLIC } from "../../datasets/generate/problems/families.ts";
import {
  drawProblem,
  type Problem,
  type Side,
  type Wanted,
} from "../../datasets/generate/problems/problem.ts";
import type { Manner } from "../../datasets/generate/problems/solution-text.ts";
import type { Random } from "../../datasets/generate/random.ts";
import { almanacTexts, needsDocuments } from "./almanac-texts.ts";
import { AUTHORS } from "./correct-replies.ts";
import { playStrategy } from "./play-strategy.ts";
import { programFor } from "./program-replies.ts";
import { reworded } from "./rewording.ts";
import { drawTrained } from "./trained-families.ts";
import { type Segment, trainedTexts } from "./trained-text.ts";

/** How one format of the training data is made. */
export interface Format {
  readonly strategy: string;
  /** Share among the problems, in parts. */
  readonly share: number;
  /** Numbers of worked examples, each equally likely; 0 = the strategy has none or may go without. */
  readonly shots: readonly number[];
  /**
   * Numbers of steps, each equally likely; problems whose answer is a word keep their own mix. Of a strategy that needs documents:
   * numbers of pages to be looked up.
   */
  readonly steps: readonly number[];
  /** Options that are not the strategy's own defaults, such as fewer samples than would fit. */
  readonly options?: Readonly<Record<string, string | number>>;
  /** Whether the examples' replies are taught too: not where a first example reads like another strategy's question. */
  readonly teachesExamples: boolean;
}

const MOSTLY_SHORT = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 5, 6];
const ALL_LENGTHS = [1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6];

/** Strategies whose later calls are about solutions: these are shown, for the chains themselves are taught elsewhere. */
const JUDGED = { shots: [0], steps: ALL_LENGTHS, teachesExamples: false };
const ZERO_SHOT = { prompt: "zero-shot-cot" };

/**
 * The mix, by problems. Examples that are taught make a few-shot text worth several others. The formats that answer at once see
 * short problems more often: on long ones there is little to be learnt in one breath. The others see long ones more often than
 * the problems' own mix has them, for there is more to be read in these.
 * self-consistency, adaptive-consistency and complexity-voting send what few-shot-cot sends, conversational-react what
 * zero-shot-react sends; of tool-calling and native-reasoning the model reads what direct sends.
 */
export const FORMATS: readonly Format[] = [
  { strategy: "direct", share: 140, shots: [0], steps: MOSTLY_SHORT, teachesExamples: false },
  { strategy: "few-shot", share: 14, shots: [1, 2, 3, 4, 4, 4], steps: MOSTLY_SHORT, teachesExamples: true },
  { strategy: "zero-shot-cot", share: 64, shots: [0], steps: ALL_LENGTHS, teachesExamples: false },
  {
    strategy: "few-shot-cot",
    share: 22,
    shots: [1, 2, 3, 4, 4, 4],
    steps: ALL_LENGTHS,
    teachesExamples: true,
  },
  { strategy: "least-to-most", share: 75, shots: [0, 0, 1, 1, 2], steps: ALL_LENGTHS, teachesExamples: true },
  { strategy: "react", share: 44, shots: [0, 0, 1, 2, 2], steps: ALL_LENGTHS, teachesExamples: true },
  { strategy: "pal", share: 60, shots: [0, 0, 0, 0, 1, 2], steps: ALL_LENGTHS, teachesExamples: true },
  { strategy: "self-ask", share: 10, shots: [0, 1, 2, 4], steps: ALL_LENGTHS, teachesExamples: false },
  { strategy: "plan-and-solve", share: 5, shots: [0], steps: ALL_LENGTHS, teachesExamples: false },
  { strategy: "chain-of-draft", share: 14, shots: [0], steps: ALL_LENGTHS, teachesExamples: false },
  { strategy: "program-of-thoughts", share: 8, shots: [0], steps: ALL_LENGTHS, teachesExamples: false },
  { strategy: "zero-shot-react", share: 4, shots: [0], steps: ALL_LENGTHS, teachesExamples: false },
  { strategy: "step-back", share: 3, shots: [0], steps: ALL_LENGTHS, teachesExamples: false },
  { strategy: "re2", share: 4, shots: [0], steps: ALL_LENGTHS, teachesExamples: false },
  { strategy: "self-refine", share: 5, options: ZERO_SHOT, ...JUDGED },
  { strategy: "chain-of-verification", share: 5, options: ZERO_SHOT, ...JUDGED },
  { strategy: "multi-agent-debate", share: 6, ...JUDGED },
  { strategy: "best-of-n", share: 4, options: { ...ZERO_SHOT, samples: 2 }, ...JUDGED },
  { strategy: "universal-self-consistency", share: 2, options: { ...ZERO_SHOT, samples: 3 }, ...JUDGED },
  { strategy: "tree-of-thoughts", share: 5, options: { breadth: 1 }, ...JUDGED },
  {
    strategy: "react-docstore",
    share: 60,
    shots: [0, 0, 1, 1, 2, 2],
    steps: [1, 2, 2, 2, 3, 3],
    teachesExamples: true,
  },
];

export interface Source {
  readonly side: Side;
  readonly wanted: Pick<Wanted, "wording">;
  /** Examples that many texts share, as those of a dataset do. */
  readonly standingExamples: readonly Exemplar[];
}

/** Share of the problems whose answer is a word and not a computed number. */
const SYMBOLIC_SHARE = 0.1;
const STANDING_SHARE = 0.12;
/** Families of the built-in datasets whose examples come from the library. */
const LIBRARY: Readonly<Record<string, string>> = { letters: "last-letters", coin: "coin-flip" };

/** A problem as a format wants it, or an easier one. */
export function drawFrom(
  random: Random,
  { steps }: Format,
  {
    side,
    wanted = {},
    easier = {},
  }: Pick<Source, "side"> & Partial<Pick<Source, "wanted">> & { easier?: Pick<Wanted, "steps"> },
): Problem {
  if (random.chance(SYMBOLIC_SHARE))
    return drawProblem(random, side, { families: SYMBOLIC, ...wanted, ...easier });
  return drawTrained(random, side, { steps: random.pick(steps), ...wanted, ...easier });
}

/** The training texts of one problem in one format. */
export async function textsOf(
  random: Random,
  format: Format,
  { side, wanted, standingExamples }: Source,
  easier: Pick<Wanted, "steps">,
): Promise<readonly (readonly Segment[])[]> {
  if (needsDocuments(format)) return almanacTexts(random, format, { side, wanted }, easier);
  const { strategy: name, shots, teachesExamples, options = {} } = format;
  const problem = drawFrom(random, format, { side, wanted, easier });
  const manner: Manner = random.chance(0.06) ? "bare" : "told";
  const count = random.pick(shots);
  const isStanding = count > 0 && name !== "pal" && random.chance(STANDING_SHARE);
  const exemplars = isStanding
    ? standing(problem, standingExamples)
    : Array.from({ length: count }, () => exampleBeside(random, problem, side, wanted, manner));
  const strategy = findStrategy(name);
  const shown = "shots" in strategy.defaults ? { shots: isStanding ? 4 : count } : {};
  const settled = { ...strategy.defaults, ...shown, ...options };
  const author = AUTHORS[name]!({ random, problem, manner });
  const calls = await playStrategy({ strategy, options: settled }, problem, exemplars, author);
  const firstReply = 2;
  const isTaught = (message: number) =>
    teachesExamples && !isStanding && (name !== "few-shot-cot" || message > firstReply);
  return trainedTexts(reworded(random, calls), isTaught);
}

function standing({ family }: Problem, ofArithmetic: readonly Exemplar[]): readonly Exemplar[] {
  const library = LIBRARY[family];
  return library === undefined ? ofArithmetic : exemplarsFor(library, "text");
}

/** An example of the same kind; where answers are words, as often of the same family as of another. */
function exampleBeside(
  random: Random,
  { family, answerType }: Problem,
  side: Side,
  wanted: Pick<Wanted, "wording">,
  manner: Manner,
): Exemplar {
  if (answerType === "number") {
    const steps = random.pick([1, 2, 2, 2, 3, 3, 4]);
    return worked(random, drawProblem(random, side, { families: COMPUTED, steps, ...wanted }), manner);
  }
  const families = random.chance(0.5) ? [family] : SYMBOLIC;
  return worked(random, drawProblem(random, side, { families, ...wanted }), manner);
}

const worked = (random: Random, problem: Problem, manner: Manner): Exemplar => ({
  ...exemplarOf(random, problem, manner),
  program: programFor(problem, manner),
});
