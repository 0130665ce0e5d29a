import { expect, test } from "vitest";
import { modelCardText } from "../../src/cli/model-card-text.ts";
import { readModelCard, type MeasuredAccuracy } from "../../src/models/embedded/model-card.ts";

const row = (split: string, byNumbers: MeasuredAccuracy["byNumbers"]): MeasuredAccuracy => ({
  split,
  strategy: "react",
  correct: 3,
  asked: 4,
  low: 0.301,
  high: 0.954,
  bySteps: { "1": [1, 2], "2": [2, 2] },
  byNumbers,
  byFamily: {},
});

test("what has no numbers, as questions about pages, has no columns for their size", () => {
  const accuracy = [row("sums", { small: [1, 1], big: [2, 3] }), row("pages", {})];
  const lines = modelCardText({ ...readModelCard(), accuracy }).split("\n");
  const after = (heading: string) => {
    const at = lines.findIndex((line) => line === heading);
    return lines.slice(at + 1, at + 3).map((line) => line.trim().split(/ {2,}/));
  };
  expect(after("Accuracy on 4 problems, sums, in %: all, by steps, by size of the numbers")).toEqual([
    ["strategy", "accuracy", "95% interval", "1 st.", "2 st.", "small", "big"],
    ["react", "75.0", "30.1-95.4", "50", "100", "100", "67"],
  ]);
  expect(after("Accuracy on 4 problems, pages, in %: all, by steps")).toEqual([
    ["strategy", "accuracy", "95% interval", "1 st.", "2 st."],
    ["react", "75.0", "30.1-95.4", "50", "100"],
  ]);
});
