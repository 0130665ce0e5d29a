import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const FILE = join(import.meta.dirname, "../../../shared/data/replies/gsm8k-200.jsonl");
const isThere = existsSync(FILE);

interface PublishedReply {
  readonly reference: string;
  readonly model: string;
  readonly strategy: string;
  readonly reply: string;
  /** A careful reader's verdict; null = the reply states no answer. */
  readonly correct: boolean | null;
}

/** Prose only: the pal rows are programs, whose result no reader of texts can know. */
const replies = isThere
  ? readFileSync(FILE, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as PublishedReply)
      .filter((row) => row.strategy !== "pal")
  : [];

const scorer = scorerFor("number");
const question = questionOf("number");

function verdict(answer: string | null, reference: string): boolean | null {
  return answer === null ? null : (scorer.matches(answer, reference, question) as boolean);
}

if (!isThere) console.warn("SKIPPED: ../shared/data/replies is absent, so no published reply is read.");

describe.skipIf(!isThere)(isThere ? "published replies" : "SKIPPED, ../shared/data/replies is absent", () => {
  test("the lenient rule agrees with a careful reader on at least 99%", () => {
    const disagreements = replies.filter((row) => {
      const found = verdict(scorer.extract(row.reply, question).lenient, row.reference);
      return row.correct === null ? found !== null : (found ?? false) !== row.correct;
    });
    expect(replies.length).toBe(1200);
    expect(1 - disagreements.length / replies.length).toBeGreaterThanOrEqual(0.99);
  });

  test("the strict rule misses right answers that carry no marker", () => {
    const rows = replies.filter((row) => row.model === "gpt-4" && row.strategy === "few_shot_cot");
    const found = rows.map((row) => scorer.extract(row.reply, question));
    const share = (answers: readonly (string | null)[]): number =>
      answers.filter((answer, at) => verdict(answer, rows[at]?.reference ?? "") === true).length /
      rows.length;
    expect(share(found.map((one) => one.strict))).toBeCloseTo(0.68, 2);
    expect(share(found.map((one) => one.lenient))).toBeCloseTo(0.97, 2);
  });
});
