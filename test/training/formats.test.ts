import { describe, expect, test } from "vitest";
import { arithmeticExemplars, arithmeticProblems } from "../../datasets/generate/arithmetic.ts";
import { evaluationProblems } from "../../datasets/generate/evaluation.ts";
import { COMPUTED, SYMBOLIC } from "../../datasets/generate/problems/families.ts";
import { wordsOf } from "../../datasets/generate/problems/words.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { strategies } from "../../strategies/index.ts";
import { exemplarSets } from "../../strategies/exemplars/index.ts";
import { DOCUMENTED_AUTHORS } from "../../training/transcripts/almanac-texts.ts";
import { AUTHORS } from "../../training/transcripts/correct-replies.ts";
import { drawFrom, FORMATS, type Source, textsOf } from "../../training/transcripts/formats.ts";
import { standingExamples } from "../../training/transcripts/standing-examples.ts";
import type { Segment } from "../../training/transcripts/trained-text.ts";
import { SOURCE } from "./small-vocabulary.ts";

const STANDING = new Set(
  [...standingExamples(), ...exemplarSets.flatMap(({ exemplars }) => exemplars)].map(
    ({ question }) => question,
  ),
);

const named = (strategy: string) => FORMATS.find((format) => format.strategy === strategy)!;

/** The texts of 40 problems in one format. */
async function textsIn(strategy: string, source: Source = SOURCE): Promise<readonly (readonly Segment[])[]> {
  const random = seededRandom(71);
  const texts = [];
  for (let index = 0; index < 40; index += 1) {
    texts.push(...(await textsOf(random, named(strategy), source, { steps: random.pick([1, 2, 3]) })));
  }
  return texts;
}

/** The questions in a text, in order. */
const questionsIn = (segments: readonly Segment[]): readonly string[] =>
  [
    ...segments
      .map(({ text }) => text)
      .join("")
      .matchAll(/^Q(?:uestion)?: (.*)$/gm),
  ].map(([, question = ""]) => question);

const isStanding = (segments: readonly Segment[]): boolean => {
  const [first = "", second] = questionsIn(segments);
  return second !== undefined && STANDING.has(first);
};

test("every format is a strategy with an author, and none comes twice", () => {
  const names = FORMATS.map(({ strategy }) => strategy);
  expect(
    names.filter((name) => AUTHORS[name] === undefined && DOCUMENTED_AUTHORS[name] === undefined),
  ).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  const known = strategies.map(({ name }) => name);
  expect(Object.keys(AUTHORS).filter((name) => !known.includes(name))).toEqual([]);
});

test("a tenth of the problems ask for a word, and no family is left out", () => {
  const random = seededRandom(5);
  const drawn = Array.from(
    { length: 2000 },
    () => drawFrom(random, named("zero-shot-cot"), { side: "train" }).family,
  );
  expect([...COMPUTED, ...SYMBOLIC].filter((family) => !drawn.includes(family))).toEqual([]);
  const symbolic = drawn.filter((family) => SYMBOLIC.includes(family)).length / drawn.length;
  expect(symbolic).toBeGreaterThan(0.07);
  expect(symbolic).toBeLessThan(0.13);
});

describe.each(FORMATS.map(({ strategy }) => strategy))("the texts of %s", (strategy) => {
  test("end in a reply that is taught", async () => {
    const texts = await textsIn(strategy);
    expect(texts.length).toBeGreaterThanOrEqual(40);
    expect(texts.filter((segments) => segments.at(-1)?.isReply !== true)).toEqual([]);
    expect(texts.flat().filter(({ text }) => text === "")).toEqual([]);
  });

  test("have as many examples as the format says", async () => {
    const counts = new Set(
      (await textsIn(strategy)).map((segments) => new Set(questionsIn(segments)).size - 1),
    );
    const allowed = [...named(strategy).shots, 4];
    expect([...counts].filter((count) => !allowed.includes(count))).toEqual([]);
    expect(counts.size > 1).toBe(new Set(named(strategy).shots).size > 1);
  });
});

/** Which of the examples' replies in a few-shot text are taught: its turns are prompts and replies in turn. */
const taughtExamples = (segments: readonly Segment[]): readonly boolean[] =>
  segments
    .filter((_, index) => index % 2 === 1)
    .map(({ isReply }) => isReply)
    .slice(0, -1);

test("few-shot-cot's first example is not taught: it reads like a question of another strategy", async () => {
  const beside = (await textsIn("few-shot-cot")).filter((segments) => !isStanding(segments));
  const taught = beside.map(taughtExamples);
  expect(taught.map(([first]) => first)).not.toContain(true);
  expect(taught.flatMap((list) => list.slice(1))).not.toContain(false);
  expect(taught.filter((list) => list.length > 1).length).toBeGreaterThan(10);
});

test("few-shot's examples are all taught", async () => {
  const beside = (await textsIn("few-shot")).filter((segments) => !isStanding(segments));
  expect(beside.flatMap(taughtExamples)).not.toContain(false);
});

test.each(["few-shot", "few-shot-cot"])("standing examples of %s are never taught", async (strategy) => {
  const standing = (await textsIn(strategy)).filter(isStanding);
  expect(standing.length).toBeGreaterThan(0);
  expect(standing.flatMap(taughtExamples)).not.toContain(true);
});

test("what is held out in unseen words has no name of the training data, but in standing examples", async () => {
  const unseen: Source = { ...SOURCE, side: "held-out", wanted: { wording: "unseen" } };
  const names = new RegExp(`\\b(${wordsOf("trained").names.join("|")})\\b`);
  const texts = (await textsIn("least-to-most", unseen)).filter((segments) => !isStanding(segments));
  expect(texts.length).toBeGreaterThan(40);
  expect(texts.flat().filter(({ text }) => names.test(text))).toEqual([]);
});

test("the standing examples are those of no dataset, nor any question that measures", () => {
  const measured = [...arithmeticProblems(), ...evaluationProblems("trained"), ...arithmeticExemplars()];
  const asked = new Set(measured.map(({ question }) => question));
  expect(standingExamples()).toHaveLength(4);
  expect(standingExamples().filter(({ question }) => asked.has(question))).toEqual([]);
});
