import { describe, expect, test } from "vitest";
import { drawSequences, FORMAT_NAMES, type Wish } from "../../training/shards/draw-sequences.ts";
import { openVocabulary } from "../../training/tokens/open-vocabulary.ts";
import { SOURCE, smallVocabulary } from "./small-vocabulary.ts";

const tokenizer = openVocabulary(await smallVocabulary());
const WISH: Wish = { seed: 9, count: 200, isWarmUp: () => false };
const draw = async (wish: Partial<Wish>) =>
  (await drawSequences(tokenizer, SOURCE, { ...WISH, ...wish })).sequences;

const drillsIn = (sequences: readonly { readonly format: string }[]): number =>
  sequences.filter(({ format }) => format.endsWith("drill")).length;

describe("sequences for training", () => {
  test("are a function of the seed", async () => {
    const [one, same, other] = await Promise.all([
      draw({ count: 30 }),
      draw({ count: 30 }),
      draw({ count: 30, seed: 10 }),
    ]);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test("are as many as wished or a few more, each with a format, a target for each token and at most 768 of them", async () => {
    const sequences = await draw({ count: 2000 });
    expect(sequences.length).toBeGreaterThanOrEqual(2000);
    // The last transcript may fall into six texts.
    expect(sequences.length).toBeLessThan(2006);
    const wrong = sequences.filter(
      ({ ids, targets, format }) =>
        ids.length > 768 || ids.length !== targets.length || !FORMAT_NAMES.includes(format),
    );
    expect(wrong).toEqual([]);
    expect(new Set(sequences.map(({ format }) => format))).toEqual(new Set(FORMAT_NAMES));
  });

  test("have more drills at first, more where more are wished, and none where none are", async () => {
    const [first, later, more, none] = await Promise.all([
      draw({ isWarmUp: () => true }),
      draw({}),
      draw({ drillShare: 0.7 }),
      draw({ drillShare: 0 }),
    ]);
    expect(drillsIn(first)).toBeGreaterThan(50);
    expect(drillsIn(later)).toBeLessThan(drillsIn(first));
    expect(drillsIn(later)).toBeGreaterThan(25);
    expect(drillsIn(later)).toBeLessThan(60);
    expect(drillsIn(more)).toBeGreaterThan(60);
    expect(drillsIn(none)).toBe(0);
  });

  test("begin with short problems", async () => {
    const longest = async (isWarmUp: boolean) => {
      const sequences = await draw({ count: 600, isWarmUp: () => isWarmUp, drillShare: 0 });
      const lists = sequences
        .filter(({ format }) => format === "least-to-most")
        .map(({ ids }) => tokenizer.decode(ids))
        .filter((text) => !text.includes("Sub 1:"));
      return Math.max(
        ...lists.map((text) => text.slice(text.lastIndexOf("\nQ:")).match(/^\d+\. /gm)?.length ?? 0),
      );
    };
    expect(await longest(true)).toBeLessThanOrEqual(3);
    expect(await longest(false)).toBeGreaterThan(3);
  });
});
