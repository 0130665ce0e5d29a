import { expect, test } from "vitest";
import { play } from "../support/scripted-context.ts";

test("asks once, for the answer only", async () => {
  const { prompts, settings } = await play("direct", { replies: ["The answer is 18."] });
  expect(settings).toEqual([{ stop: ["\nQ:"] }]);
  expect(prompts.join("\n---\n")).toMatchInlineSnapshot(`
    "[system]
    Reply with the final answer only, without any working.
    Finish with one sentence of the form "The answer is N.", where N is a number.
    [user]
    Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
    A:"
  `);
});

test("reads the answer of the reply", async () => {
  const { solution } = await play("direct", { replies: ["The answer is 18."] });
  expect(solution).toEqual({ output: "The answer is 18.", answer: { lenient: "18", strict: "18" } });
});

test("asks for the form that the question's answer type has", async () => {
  const question = { answerType: "label", labels: ["supports", "refutes"], text: "Pens are fruit." } as const;
  const { prompts, solution } = await play("direct", { question, replies: ["The answer is refutes."] });
  expect(prompts[0]).toContain("one of: supports, refutes.");
  expect(solution.answer.strict).toBe("refutes");
});
