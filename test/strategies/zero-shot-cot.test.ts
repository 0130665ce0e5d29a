import { describe, expect, test } from "vitest";
import { play } from "../support/scripted-context.ts";

const CHAIN = "3 packs of 4 pens are 12 pens. With the 6 she has that makes 18 pens.";

test("asks for the reasoning, then for the answer to it", async () => {
  const { prompts, settings } = await play("zero-shot-cot", { replies: [`${CHAIN}\n`, "18"] });
  expect(settings).toEqual([{ stop: ["\nQ:"] }, { stop: ["\nQ:"] }]);
  expect(prompts.join("\n---\n")).toMatchInlineSnapshot(`
    "[system]
    Finish with one sentence of the form "The answer is N.", where N is a number.
    [user]
    Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
    A: Let's think step by step.
    ---
    [system]
    Finish with one sentence of the form "The answer is N.", where N is a number.
    [user]
    Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
    A: Let's think step by step.
    [assistant]
    3 packs of 4 pens are 12 pens. With the 6 she has that makes 18 pens.
    [user]
    Therefore, the answer (arabic numerals) is"
  `);
});

describe("the answer", () => {
  test.each([
    { reply: "18", answer: "18", why: "the cue is the marker" },
    { reply: " 18.", answer: "18", why: "white space and full stop" },
    { reply: "18 pens.", answer: "18", why: "a unit" },
    { reply: "The answer is 18.", answer: "18", why: "the sentence again" },
    { reply: "Therefore, the answer (arabic numerals) is 18.", answer: "18", why: "the cue again" },
    { reply: "not known", answer: null, why: "no number" },
  ])("of a second reply $reply is $answer: $why", async ({ reply, answer }) => {
    const { solution } = await play("zero-shot-cot", { replies: [CHAIN, reply] });
    expect(solution.answer).toEqual({ lenient: answer, strict: answer });
  });

  test("is not that of a further question the model invents", async () => {
    const runsOn = "\n\nQ: What is 1 + 1?\nA: The answer is 2.";
    const replies = [`${CHAIN}${runsOn}`, `18.${runsOn}`];
    const { prompts, solution } = await play("zero-shot-cot", { replies });
    expect(prompts[1]).not.toContain("1 + 1");
    expect(solution.answer).toEqual({ lenient: "18", strict: "18" });
  });

  test("stands in the output behind its cue", async () => {
    const { solution } = await play("zero-shot-cot", { replies: [CHAIN, " 18."] });
    expect(solution.output).toBe("Therefore, the answer (arabic numerals) is 18.");
  });
});

test("reasoning that was cut off still gets its second stage, and the record says so", async () => {
  const cut = { text: "3 packs of 4 pens are", finishReason: "length" } as const;
  const { solution, prompts } = await play("zero-shot-cot", { replies: [cut, "18"] });
  expect(prompts).toHaveLength(2);
  expect(solution.details).toEqual({ reasoningTruncated: true });
});

test("empty reasoning ends it: there is nothing to conclude from", async () => {
  const refused = { text: " ", finishReason: "refusal" } as const;
  const { solution, prompts } = await play("zero-shot-cot", { replies: [refused] });
  expect(prompts).toHaveLength(1);
  expect(solution.answer).toEqual({ lenient: null, strict: null });
});
