import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnswerType } from "../../src/contract/index.ts";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const FILE = join(import.meta.dirname, "../../../shared/extraction-cases.jsonl");
const isThere = existsSync(FILE);
const LABELS = ["SUPPORTS", "REFUTES", "NOT ENOUGH INFO"];

interface Case {
  readonly type: AnswerType;
  readonly reference: string;
  readonly output: string;
  readonly choices?: readonly string[];
  readonly finishReason?: string;
  readonly expect: string;
  readonly answer: string | null;
  readonly why: string;
}

const cases = isThere
  ? readFileSync(FILE, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Case)
  : [];

if (!isThere) console.warn("SKIPPED: ../shared/extraction-cases.jsonl is absent.");

describe.skipIf(!isThere)(
  isThere ? "shared cases" : "SKIPPED, ../shared/extraction-cases.jsonl is absent",
  () => {
    test("the table is not empty", () => {
      expect(cases.length).toBeGreaterThan(50);
    });

    test.each(cases)(
      "$type, $expect: $why",
      async ({ type, reference, output, choices, finishReason, ...row }) => {
        const scorer = scorerFor(type);
        const question = questionOf(type, type === "label" ? LABELS : choices);
        const found = scorer.extract(output, question);
        const answer = finishReason === "length" ? found.strict : found.lenient;
        if (row.answer !== null)
          expect(answer === null ? null : scorer.canonical(answer, question)).toBe(
            scorer.canonical(row.answer, question),
          );
        const isGraded = row.expect === "correct" || row.expect === "incorrect";
        expect(answer !== null).toBe(isGraded);
        if (answer !== null)
          expect(await scorer.matches(answer, reference, question)).toBe(row.expect === "correct");
      },
    );
  },
);
