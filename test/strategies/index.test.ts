import { describe, expect, test } from "vitest";
import { strategies } from "../../strategies/index.ts";

test("the seven strategies stand in the order of the tables", () => {
  expect(strategies.map(({ name, family }) => `${name} (${family})`)).toEqual([
    "direct (baseline)",
    "few-shot (baseline)",
    "zero-shot-cot (chain)",
    "few-shot-cot (chain)",
    "self-consistency (vote)",
    "least-to-most (decompose)",
    "react (agent)",
  ]);
});

describe.each(strategies)(
  "$name",
  ({ paper, summary, version, defaults, optionHelp, checkOptions, calls }) => {
    test("names its paper and says what it does in one sentence", () => {
      expect(paper).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}$/);
      expect(summary).toMatch(/^[A-Z][^.]*(?:\[[^\]]*\][^.]*)?\.$/);
      expect(version).toBeGreaterThanOrEqual(1);
    });

    test("explains every option, and its defaults are valid", () => {
      expect(Object.keys(optionHelp)).toEqual(Object.keys(defaults));
      expect(() => checkOptions?.(defaults)).not.toThrow();
    });

    test("bounds its calls", () => {
      const { min, max } = calls(defaults);
      expect(min).toBeGreaterThanOrEqual(1);
      expect(max).toBeGreaterThanOrEqual(min);
    });
  },
);
