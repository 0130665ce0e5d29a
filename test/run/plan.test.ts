import { describe, expect, test } from "vitest";
import type { Dataset, DatasetRow, Model } from "../../src/contract/index.ts";
import { drawRows, planJobs, planSize, promptHashKey, type PlanInput } from "../../src/run/plan.ts";
import { strategies } from "../../strategies/index.ts";

const rows: readonly DatasetRow[] = Array.from({ length: 20 }, (_, index) => ({
  question: { id: `q${index}`, text: `${index}?`, answerType: "number", choices: [], labels: [] },
  reference: String(index),
  aliases: [],
  cluster: null,
  line: index + 1,
  history: [],
}));
const dataset = { name: "d", fingerprint: "f", rows } as unknown as Dataset;
const model = { id: "p/m", endpoint: "local", fingerprint: "" } as unknown as Model;
const variants = strategies.slice(0, 2).map((strategy) => ({
  strategy,
  options: strategy.defaults,
  label: strategy.name,
}));
const input: PlanInput = {
  models: [model],
  datasets: [dataset],
  variants,
  limit: 5,
  trials: 2,
  seed: 0,
  parameters: { temperature: 0 },
  promptHashes: new Map(variants.map(({ label }) => [promptHashKey(label, "d"), "prompt"])),
};

const idsOf = (plan: PlanInput) => [...planJobs(plan, plan.models[0] ?? model)].map(({ id }) => id);

describe("the plan", () => {
  test("has every strategy × question × trial once, as many as it says", () => {
    expect(new Set(idsOf(input)).size).toBe(20);
    expect(planSize(input)).toBe(20);
  });

  test("loops questions outermost, so that a run cut short compares strategies on equal questions", () => {
    const asked = [...planJobs(input, model)].map(({ row }) => row.question.id);
    const perQuestion = variants.length * input.trials;
    for (let start = 0; start < asked.length; start += perQuestion) {
      expect(new Set(asked.slice(start, start + perQuestion)).size).toBe(1);
    }
  });

  test.each([
    { change: { parameters: { temperature: 1 } }, why: "a parameter" },
    { change: { datasets: [{ ...dataset, fingerprint: "g" }] }, why: "the dataset's content" },
    {
      change: { promptHashes: new Map(variants.map(({ label }) => [promptHashKey(label, "d"), "x"])) },
      why: "a prompt",
    },
    { change: { models: [{ ...model, endpoint: "http://127.0.0.1:1" }] }, why: "the endpoint" },
    { change: { models: [{ ...model, fingerprint: "w" }] }, why: "the weights" },
    {
      change: {
        variants: variants.map((one) => ({ ...one, strategy: { ...one.strategy, version: 99 } })),
      },
      why: "a strategy's version",
    },
  ])("gives no job its old id after a change of $why", ({ change }) => {
    const before = new Set(idsOf(input));
    expect(idsOf({ ...input, ...change }).filter((id) => before.has(id))).toEqual([]);
  });
});

describe("drawing questions under a limit", () => {
  test("does not depend on the order of the rows", () => {
    expect(drawRows(rows.toReversed(), 7, 3)).toEqual(drawRows(rows, 7, 3));
  });

  test("takes a subset of what a larger limit takes, so that calls are shared", () => {
    expect(drawRows(rows, 12, 3).slice(0, 7)).toEqual(drawRows(rows, 7, 3));
  });

  test("differs by seed", () => {
    expect(drawRows(rows, 7, 3)).not.toEqual(drawRows(rows, 7, 4));
  });
});
