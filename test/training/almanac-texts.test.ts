import { describe, expect, test } from "vitest";
import { drawAlmanacQuestion } from "../../datasets/generate/almanac/almanac.ts";
import { evaluationAlmanac } from "../../datasets/generate/evaluation.ts";
import { almanacExemplar, almanacTrajectory } from "../../datasets/generate/almanac/worked.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { hopDrill, pageDrill } from "../../training/transcripts/almanac-drills.ts";
import { FORMATS } from "../../training/transcripts/formats.ts";
import type { Segment } from "../../training/transcripts/trained-text.ts";
import { DOCUMENTED_AUTHORS, lookingUp, needsDocuments } from "../../training/transcripts/almanac-texts.ts";
import { AUTHORS } from "../../training/transcripts/correct-replies.ts";
import { misspelt } from "../../training/transcripts/misspelt.ts";
import { type Author, playStrategy } from "../../training/transcripts/play-strategy.ts";
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
  const { questions, documents } = evaluationAlmanac("trained");
  for (const question of questions.slice(0, 40)) {
    const calls = await playStrategy(
      "react-docstore",
      { ...question, documents },
      [example],
      lookingUp(question),
    );
    expect(calls).toHaveLength(almanacTrajectory(question).length);
  }
});

test("a misspelt title finds no page, is not taught, and the search after it has it right", async () => {
  for (const question of questions) {
    const steps = misspelt(random, question);
    const at = steps.findIndex(({ isSlip }) => isSlip === true);
    const author: Author = (call) => {
      const text = `${steps[call]!.thought}\nAction ${call + 1}: ${steps[call]!.action}[${steps[call]!.input}]`;
      return call === at ? { shown: text } : text;
    };
    const calls = await playStrategy("react-docstore:shots=0,maxSteps=8", question, [], author);
    expect(observed(calls)[at]).toMatch(/^Could not find /);
    expect(calls.map(({ isTaught }) => isTaught)).toEqual(steps.map((_, index) => index !== at));
    expect(steps.filter((_, index) => index !== at).map(({ input }) => input)).toEqual(
      almanacTrajectory(question).map(({ input }) => input),
    );
  }
});

test("every strategy has an author, in one of the two lists", () => {
  const known = [...Object.keys(AUTHORS), ...Object.keys(DOCUMENTED_AUTHORS)];
  expect(known.toSorted()).toEqual(strategies.map(({ name }) => name).toSorted());
});

test("a strategy that needs documents is about pages, the others are not", () => {
  expect(FORMATS.filter(needsDocuments).map(({ strategy }) => strategy)).toEqual(["react-docstore"]);
});

describe("the drills", () => {
  const taught = (segments: readonly Segment[]) =>
    segments.filter(({ isReply }) => isReply).map(({ text }) => text.trim());
  const random = seededRandom(29);
  const pages = Array.from({ length: 60 }, () => pageDrill(random));
  const hops = Array.from({ length: 60 }, () => hopDrill(random));

  test("of pages teach a sentence of the page that is shown, or that it does not say", () => {
    for (const segments of pages) {
      let shown = "";
      for (const { text, isReply } of segments) {
        if (/^\s*Page \d: /.test(text)) shown = text;
        else if (isReply && text !== " It does not say here.") expect(shown).toContain(text.trim());
      }
    }
    const silent = pages.flatMap(taught).filter((text) => text === "It does not say here.");
    expect(silent.length).toBeGreaterThan(10);
    expect(silent.length).toBeLessThan(pages.flatMap(taught).length / 3);
  });

  test("of hops teach what is needed after each, and the end after the last", () => {
    for (const segments of hops) {
      const ends = taught(segments).filter((text) => text === "Finish.");
      expect(ends).toHaveLength(6);
      const found = segments
        .filter(({ text }) => text.startsWith(" It is "))
        .map(({ text }) => text.slice(7, -1));
      const needed = taught(segments).filter((text) => text.startsWith("I need "));
      expect(found).toHaveLength(needed.length);
    }
  });
});
