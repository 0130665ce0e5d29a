import { describe, expect, test } from "vitest";
import { drawAlmanacQuestion } from "../../datasets/generate/almanac/almanac.ts";
import { evaluationAlmanac } from "../../datasets/generate/evaluation.ts";
import { almanacExemplar, almanacTrajectory } from "../../datasets/generate/almanac/worked.ts";
import type { Relation } from "../../datasets/generate/almanac/relation.ts";
import { RELATIONS } from "../../datasets/generate/almanac/world.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { hopDrill, pageDrill } from "../../training/transcripts/almanac-drills.ts";
import { FORMATS } from "../../training/transcripts/formats.ts";
import type { Segment } from "../../training/transcripts/trained-text.ts";
import {
  DOCUMENTED_AUTHORS,
  lookingUp,
  needsDocuments,
  saying,
} from "../../training/transcripts/almanac-texts.ts";
import { AUTHORS } from "../../training/transcripts/correct-replies.ts";
import { misspelt } from "../../training/transcripts/misspelt.ts";
import { playStrategy } from "../../training/transcripts/play-strategy.ts";
import { sentencesOf } from "../../src/tools/documents/text-parts.ts";
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
    const calls = await playStrategy("react-docstore:shots=0,maxSteps=8", question, [], saying(steps));
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

  test("of pages teach the sentence that tells what is wanted, or that it does not say", () => {
    let silent = 0;
    for (const segments of pages) {
      let shown = "";
      for (const [index, { text, isReply }] of segments.entries()) {
        if (/^\s*Page \d: /.test(text)) shown = text;
        if (!isReply) continue;
        const term = termOf(segments[index - 1]!.text);
        const telling = sentencesOf(shown).filter((sentence) => sentence.toLowerCase().includes(term));
        expect([text.trim()]).toEqual(telling.length === 0 ? ["It does not say here."] : telling);
        silent += telling.length === 0 ? 1 : 0;
      }
    }
    const asked = pages.flatMap(taught).length;
    expect(silent).toBeGreaterThan(asked / 30);
    expect(silent).toBeLessThan(asked / 3);
  });

  test("of hops name the result before in what is needed next, and finish after the last", () => {
    for (const segments of hops) {
      expect(taught(segments).filter((text) => text === "Finish.")).toHaveLength(6);
      for (const [index, { text, isReply }] of segments.entries()) {
        const before = segments[index - 1]?.text ?? "";
        const isFound = before.startsWith(" It is ");
        if (text.startsWith(" I need ") && isFound) expect(text).toContain(before.slice(7, -1));
        if (text === " Finish.") expect([isFound, isReply]).toEqual([true, true]);
        if (text.startsWith(" It is ")) expect(isReply).toBe(false);
      }
    }
  });
});

/** What Lookup would look for when this is needed: " I need the spouse of Ann Vane." */
function termOf(needed: string): string {
  const terms = Object.values<Relation>(RELATIONS).filter(({ nouns }) => {
    const [before = "", after = ""] = nouns.trained[0].split("{}");
    return needed.startsWith(` I need ${before}`) && needed.endsWith(`${after}.`);
  });
  expect(terms.map(({ term }) => term).filter((term, at, all) => all.indexOf(term) === at)).toHaveLength(1);
  return terms[0]!.term;
}
