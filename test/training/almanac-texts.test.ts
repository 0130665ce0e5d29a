import { expect, test } from "vitest";
import { drawAlmanacQuestion } from "../../datasets/generate/almanac/almanac.ts";
import { evaluationAlmanac } from "../../datasets/generate/evaluation.ts";
import { almanacExemplar, almanacTrajectory } from "../../datasets/generate/almanac/worked.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { DOCUMENTED_AUTHORS, lookingUp } from "../../training/transcripts/almanac-texts.ts";
import { AUTHORS } from "../../training/transcripts/correct-replies.ts";
import { playStrategy } from "../../training/transcripts/play-strategy.ts";
import { strategies } from "../../strategies/index.ts";

const random = seededRandom(23);
const questions = Array.from({ length: 60 }, (_, index) =>
  drawAlmanacQuestion(random, "train", { hops: 1 + (index % 3) }),
);
const example = almanacExemplar(questions[1]!);

/** The observations in the prompts, in order. */
const observed = (calls: Awaited<ReturnType<typeof playStrategy>>): readonly string[] =>
  (calls.at(-1)?.messages ?? []).flatMap(
    ({ content }) => /^Observation \d+: (.*)$/m.exec(content)?.[1] ?? [],
  );

test("the worked trajectory is what the strategy's own tools show", async () => {
  for (const question of questions) {
    const calls = await playStrategy("react-docstore:shots=0", question, [], lookingUp(question));
    const trajectory = almanacTrajectory(question);
    expect(calls).toHaveLength(trajectory.length);
    expect(observed(calls)).toEqual(trajectory.slice(0, -1).map(({ observation }) => observation));
  }
});

test("it is found among the pages of all worlds too", async () => {
  for (const question of evaluationAlmanac("trained").questions.slice(0, 40)) {
    const { documents } = evaluationAlmanac("trained");
    const calls = await playStrategy(
      "react-docstore",
      { ...question, documents },
      [example],
      lookingUp(question),
    );
    expect(calls).toHaveLength(almanacTrajectory(question).length);
  }
});

test("every strategy has an author, in one of the two lists", () => {
  const known = [...Object.keys(AUTHORS), ...Object.keys(DOCUMENTED_AUTHORS)];
  expect(known.toSorted()).toEqual(strategies.map(({ name }) => name).toSorted());
});
