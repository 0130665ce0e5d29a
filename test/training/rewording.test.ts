import { describe, expect, test } from "vitest";
import { type Random, seededRandom } from "../../datasets/generate/random.ts";
import { renderChat } from "../../src/models/embedded/chat-template.ts";
import type { PlayedCall } from "../../training/transcripts/play-strategy.ts";
import { reworded } from "../../training/transcripts/rewording.ts";
import { trainedTexts } from "../../training/transcripts/trained-text.ts";
import { play } from "./played.ts";

/** Rewords whenever there is a cue. */
const willing = (seed: number): Random => ({ ...seededRandom(seed), chance: () => true });

const wholeText = ({ messages, reply }: PlayedCall): string =>
  renderChat([...messages, { role: "assistant", content: reply }]).trimEnd();

const cases = [
  { strategy: "zero-shot-cot", family: "shop", cue: "Let's think step by step.", wordings: 5 },
  {
    strategy: "zero-shot-cot",
    family: "shop",
    cue: "Therefore, the answer (arabic numerals) is",
    wordings: 3,
  },
  { strategy: "zero-shot-cot", family: "coin", cue: "Therefore, the answer (Yes or No) is", wordings: 2 },
  { strategy: "least-to-most", family: "shop", cue: "Subquestions:\n", wordings: 2 },
] as const;

/** The same calls, reworded with many seeds. */
const variants = (calls: readonly PlayedCall[]) =>
  Array.from({ length: 60 }, (_, seed) => reworded(willing(seed), calls));

describe.each(cases)("$strategy without $cue", ({ strategy, family, cue, wordings }) => {
  test("goes on where it stopped, in as many texts", async () => {
    const { calls } = await play(strategy, family, 21, 3);
    for (const other of variants(calls)) {
      const texts = trainedTexts(other, () => false);
      expect(texts).toHaveLength(strategy === "least-to-most" ? 2 : 1);
      expect(
        texts
          .at(-1)!
          .map(({ text }) => text)
          .join(""),
      ).toBe(wholeText(other.at(-1)!));
    }
  });

  test("has one of a few other wordings in every call", async () => {
    const { calls } = await play(strategy, family, 22, 3);
    const had = (all: readonly PlayedCall[]) =>
      all.map(({ messages }) => messages.filter(({ content }) => content.includes(cue)).length);
    const without = variants(calls).filter((other) => had(other).every((count) => count === 0));
    const texts = new Set(without.map((other) => JSON.stringify(other)));
    expect(had(calls).some((count) => count > 0)).toBe(true);
    expect(texts.size).toBe(wordings);
  });
});

test("only what the user says changes, and only in its cue", async () => {
  const { calls } = await play("zero-shot-cot", "travel", 23, 2);
  for (const other of variants(calls)) {
    expect(other.map(({ reply }) => reply)).toEqual(calls.map(({ reply }) => reply));
    for (const [index, { messages }] of other.entries()) {
      const before = calls[index]!.messages;
      expect(messages.map(({ role }) => role)).toEqual(before.map(({ role }) => role));
      const isOf = (who: string) => (message: { role: string }) => message.role === who;
      expect(messages.filter(isOf("system"))).toEqual(before.filter(isOf("system")));
      expect(messages.filter(isOf("assistant"))).toEqual(before.filter(isOf("assistant")));
      const question = before.find(isOf("user"))!.content.split("\n")[0];
      expect(messages.find(isOf("user"))!.content.split("\n")[0]).toBe(question);
    }
  }
});

test.each(["direct", "few-shot", "few-shot-cot", "react"])(
  "%s has no cue and stays as it is",
  async (strategy) => {
    const { calls } = await play(strategy, "legs", 24, 2);
    expect(reworded(willing(1), calls)).toBe(calls);
  },
);

test("about one text in eight is reworded", async () => {
  const { calls } = await play("zero-shot-cot", "unit", 25, 2);
  const random = seededRandom(26);
  const changed = Array.from({ length: 1000 }, () => reworded(random, calls)).filter((one) => one !== calls);
  expect(changed.length).toBeGreaterThan(80);
  expect(changed.length).toBeLessThan(160);
});
