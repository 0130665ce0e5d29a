import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addUp } from "../../datasets/generate/problems/add-up.ts";
import { type Family, FAMILIES } from "../../datasets/generate/problems/families.ts";
import { newLedger } from "../../datasets/generate/problems/ledger.ts";
import { drawProblem, type Problem } from "../../datasets/generate/problems/problem.ts";
import type { Manner } from "../../datasets/generate/problems/solution-text.ts";
import type { Operand } from "../../datasets/generate/problems/step.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { scorerFor } from "../../src/answers/index.ts";
import type { Sandbox } from "../../src/tools/sandbox/sandbox.ts";
import { programFor } from "../../training/transcripts/program-replies.ts";
import { openBackend, suites } from "../tools/sandbox/backends.ts";

const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];
const MANNERS: readonly Manner[] = ["told", "bare"];

function drawn(family: Family, count: number, seed = 3): readonly Problem[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => drawProblem(random, "train", { families: [family] }));
}

test("a program says and computes one step after the other", () => {
  const families: readonly Family[] = ["shop", "coin", "letters", "weekday", "order", "facts"];
  const texts = families.map((family) => {
    const steps = family === "letters" || family === "shop" ? 3 : 2;
    const problem = drawProblem(seededRandom(2), "train", { families: [family], steps, tier: 0 });
    return `${problem.question}\n${programFor(problem)}`;
  });
  expect(texts.join("\n\n")).toMatchInlineSnapshot(`
    "One ring costs 7 dollars. Frank buys 3 rings. Frank buys 7 lamps for 9 dollars each. How much does Frank pay in total?
    def solution():
        # One ring costs 7 dollars. Frank buys 3 rings
        a = 3 * 7  # the rings come to a dollars
        # Frank buys 7 lamps for 9 dollars each
        b = 7 * 9  # the lamps come to b dollars
        # The rings come to a dollars and the lamps come to b dollars
        c = a + b
        return c

    A coin is heads up. Elena flips it. Iris does not flip it. Is it heads up now?
    def solution():
        heads = True
        # Elena flips
        heads = not heads
        # Iris does not flip
        return heads

    Take the last letters of Elena Iris and join them.
    def solution():
        return "Elena"[-1] + "Iris"[-1]

    It is Tuesday today. What day of the week will it be in 19 days?
    def solution():
        days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
        return days[(days.index("Tuesday") + 19) % 7]

    Elena is a little older than Iris. Iris is older than Hana. Who is the youngest?
    def solution():
        # Iris is younger than Elena
        a = "Iris"
        # Hana is younger than Iris
        b = "Hana"
        return b

    Each lumb is a dap. All daps are tall. We know that Tom is a lumb. Is Tom tall?
    def solution():
        # Tom is a lumb, so Tom is a dap
        a = True
        # Tom is a dap, so Tom is tall
        b = True
        return b"
  `);
});

test("a sum names what it adds, however equal the numbers", () => {
  const ledger = newLedger();
  const amounts = ["violins", "guitars", "cellos"].map((of, index) => ({
    of: `the ${of}`,
    is: ledger.add(12, "*", index + 1, `${12 * (index + 1)} ${of}`, ""),
  }));
  addUp(ledger, amounts, { verb: "come", unit: "strings", ask: () => "" });
  const program = programFor({ ...drawn("legs", 1)[0]!, steps: ledger.steps });
  expect(program).toContain(
    "# The violins come to a strings and the guitars come to b strings\n    d = a + b\n",
  );
  expect(program).toContain("# The cellos come to c strings\n    e = d + c\n");
});

test("bare programs are the told ones without their comments", () => {
  const code = (line: string): string => line.split("#")[0]!.trimEnd();
  for (const problem of FAMILY_NAMES.flatMap((family) => drawn(family, 10))) {
    const told = programFor(problem, "told").split("\n");
    expect(programFor(problem, "bare").split("\n")).toEqual(told.map(code).filter((line) => line !== ""));
  }
});

test("no comment tells what an earlier step has computed", () => {
  const told = FAMILY_NAMES.flatMap((family) => drawn(family, 60)).flatMap(({ steps, ...problem }) => {
    const lines = programFor({ steps, ...problem }).split("\n");
    return steps.flatMap(({ equation }, index) => {
      const comment = lines[1 + 2 * index] ?? "";
      const operands: readonly Operand[] = equation?.operands ?? [];
      const computed = [equation?.x ?? 0, equation?.y ?? 0].filter(
        (value, side) => typeof operands[side] === "object" && !operands.includes(value),
      );
      return computed.filter((value) => new RegExp(`\\b${value}\\b`).test(comment)).map(() => comment);
    });
  });
  // "part 2" is the name of a part.
  expect(told.filter((comment) => !/ part \d/.test(comment))).toEqual([]);
});

const suite = suites.find(({ isSkipped }) => !isSkipped) ?? suites[0]!;

describe.skipIf(suite.isSkipped)("run in the sandbox", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openBackend(suite.backend);
  });
  afterAll(() => sandbox?.close());

  test.each(FAMILY_NAMES)("20 programs of the family %s give their problems' answers", async (family) => {
    for (const problem of drawn(family, 20)) {
      const question = {
        id: "",
        text: problem.question,
        answerType: problem.answerType,
        choices: [],
        labels: [],
      };
      const scorer = scorerFor(problem.answerType);
      for (const manner of MANNERS) {
        const result = await sandbox.run(`${programFor(problem, manner)}\nsolution()`);
        expect(result.status).toBe("finished");
        const value = result.status === "finished" ? (result.value ?? "") : "";
        expect(scorer.readAnswer(value, question)).not.toBeNull();
        expect(scorer.canonical(value, question), problem.question).toBe(
          scorer.canonical(problem.answer, question),
        );
      }
    }
  });
});
