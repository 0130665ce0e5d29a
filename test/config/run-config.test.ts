import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { settleConfig } from "../../src/config/run-config.ts";
import { benchSchemaText } from "../../src/config/schema-file.ts";

const defaults = { models: ["embedded"], strategies: ["direct"], datasetsFor: () => ["arithmetic"] };
const settle = (settings: unknown) => settleConfig(settings, "bench.yaml", defaults);
const fileOf = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

describe("the settings of a run", () => {
  test("are complete when nothing is given", () => {
    expect(settle({})).toMatchObject({
      models: [{ id: "embedded", baseUrl: null, prices: null }],
      datasets: [{ ref: "arithmetic", format: null }],
      strategies: ["direct"],
      limit: null,
      trials: 1,
      seed: 0,
      sendSeed: false,
      concurrency: "auto",
      maxCostUsd: null,
    });
  });

  test("take base URL and format for all that name none", () => {
    const config = settle({
      baseUrl: "http://127.0.0.1:1/v1",
      format: "gsm8k",
      models: ["openai/a", { id: "vllm/b", baseUrl: "http://127.0.0.1:2/v1" }],
      datasets: ["a.jsonl", { ref: "b.json", format: "math" }],
    });
    expect(config.models.map(({ baseUrl }) => baseUrl)).toEqual([
      "http://127.0.0.1:1/v1",
      "http://127.0.0.1:2/v1",
    ]);
    expect(config.datasets.map(({ format }) => format)).toEqual(["gsm8k", "math"]);
  });

  test("write options as a strategy name has them", () => {
    const strategies = [{ name: "self-consistency", options: { samples: 5, temperature: 0.5 } }];
    expect(settle({ strategies }).strategies).toEqual(["self-consistency:samples=5,temperature=0.5"]);
  });

  test("the example file is valid", () => {
    expect(settle(parse(fileOf("bench.example.yaml"))).strategies).toContain("react:maxSteps=6");
  });

  test.each([
    { settings: { limit: 0 }, says: /bench.yaml: limit: /, why: "no questions" },
    { settings: { limit: 2.5 }, says: /limit/, why: "half a question" },
    { settings: { temprature: 1 }, says: /temprature/, why: "misspelt setting" },
    { settings: { models: [] }, says: /models/, why: "empty list" },
    {
      settings: { models: [{ id: "a/b", apiKey: "k" }] },
      says: /models\.0/,
      why: "a key has no place in a file",
    },
    { settings: { reasoningEffort: "hard" }, says: /reasoningEffort.*low/, why: "names the valid values" },
    { settings: { concurrency: 0 }, says: /concurrency/, why: "nothing would ever run" },
    { settings: { maxCostUsd: -1 }, says: /maxCostUsd/, why: "negative money" },
    { settings: "direct", says: /bench.yaml: .*object/i, why: "not settings at all" },
  ])("are refused with their path: $why", ({ settings, says }) => {
    expect(() => settle(settings)).toThrow(says);
  });
});

test("bench.schema.json is what the settings are checked against (vitest -u renews it)", async () => {
  await expect(benchSchemaText()).toMatchFileSnapshot("../../bench.schema.json");
});
