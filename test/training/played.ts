import type { Exemplar } from "../../src/contract/index.ts";
import { drawAlmanacQuestion } from "../../datasets/generate/almanac/almanac.ts";
import { exemplarOf } from "../../datasets/generate/problems/exemplar-of.ts";
import type { Family } from "../../datasets/generate/problems/families.ts";
import { drawProblem, type Problem } from "../../datasets/generate/problems/problem.ts";
import type { Manner } from "../../datasets/generate/problems/solution-text.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { DOCUMENTED_AUTHORS } from "../../training/transcripts/almanac-texts.ts";
import { AUTHORS } from "../../training/transcripts/correct-replies.ts";
import { type PlayedCall, playStrategy } from "../../training/transcripts/play-strategy.ts";
import { findStrategy } from "../../strategies/spec/parse-strategy.ts";
import { ALL_FAMILIES, STEPS } from "../datasets/problem-draws.ts";

/** A strategy's calls on a problem, its examples before it. */
export interface Played {
  readonly strategy: string;
  readonly problem: Problem;
  readonly calls: readonly PlayedCall[];
}

/** As on the command line: with so many examples, where the strategy shows any. */
export const specOf = (strategy: string, shots: number): string =>
  "shots" in findStrategy(strategy).defaults ? `${strategy}:shots=${shots}` : strategy;

export function problemAndExamples(family: Family, seed: number, steps = 0) {
  const random = seededRandom(seed);
  const wanted = steps === 0 ? random.pick(STEPS[family]) : steps;
  const problem = drawProblem(random, "train", { families: [family], steps: wanted });
  const manner: Manner = random.chance(0.5) ? "told" : "bare";
  const examples: readonly Exemplar[] = [2, 3].map((count) =>
    exemplarOf(random, drawProblem(random, "train", { families: ["collect"], steps: count }), manner),
  );
  return { random, problem, manner, examples };
}

/** A strategy with correct replies on a problem of this family. */
export async function play(strategy: string, family: Family, seed: number, steps = 0): Promise<Played> {
  const { random, problem, manner, examples } = problemAndExamples(family, seed, steps);
  const author = AUTHORS[strategy]!({ random, problem, manner });
  return { strategy, problem, calls: await playStrategy(specOf(strategy, 2), problem, examples, author) };
}

/** A strategy on two problems of every family. */
export function playAll(strategy: string): Promise<readonly Played[]> {
  const seeds = ALL_FAMILIES.flatMap((family, index) => [
    { family, seed: index },
    { family, seed: index + 100 },
  ]);
  return Promise.all(seeds.map(({ family, seed }) => play(strategy, family, seed)));
}

/** A strategy's calls on what it is trained on: two problems of every family, or ten questions about pages. */
export async function playedCalls(strategy: string): Promise<readonly (readonly PlayedCall[])[]> {
  const author = DOCUMENTED_AUTHORS[strategy];
  if (author === undefined) return (await playAll(strategy)).map(({ calls }) => calls);
  const random = seededRandom(8);
  const questions = Array.from({ length: 10 }, (_, index) =>
    drawAlmanacQuestion(random, "train", { hops: 1 + (index % 3) }),
  );
  return Promise.all(
    questions.map((question) => playStrategy(specOf(strategy, 0), question, [], author(question))),
  );
}
