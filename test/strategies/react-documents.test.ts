import { expect, test } from "vitest";
import { play } from "../support/scripted-context.ts";

const documents = [
  { title: "Pen", text: "A pen writes. It holds ink. Old pens were quills. Ink is dark." },
  { title: "Pencil", text: "A pencil holds graphite." },
];

test("checks a claim with search and lookup, as the paper's FEVER prompts do", async () => {
  const { prompts, solution } = await play("react", {
    documents,
    question: {
      text: "Old pens were pencils.",
      answerType: "label",
      labels: ["SUPPORTS", "REFUTES", "NOT ENOUGH INFO"],
    },
    replies: [
      "I need to search for old pens.\nAction 1: Search[old pens]",
      "The article is called Pen.\nAction 2: search[pen]",
      "I look for what old pens were.\nAction 3: Lookup[quill]",
      "They were quills, not pencils.\nAction 4: Finish[REFUTES]",
    ],
  });
  expect(prompts[3]?.slice(prompts[3].indexOf("[user]"))).toMatchInlineSnapshot(`
    "[user]
    Q: Old pens were pencils.
    Thought 1:
    [assistant]
    I need to search for old pens.
    Action 1: Search[old pens]
    [user]
    Observation 1: Could not find old pens. Similar: [Pen].
    Thought 2:
    [assistant]
    The article is called Pen.
    Action 2: search[pen]
    [user]
    Observation 2: (Pen) A pen writes. It holds ink. Old pens were quills. Ink is dark.
    Thought 3:
    [assistant]
    I look for what old pens were.
    Action 3: Lookup[quill]
    [user]
    Observation 3: (Result 1 / 1) Old pens were quills.
    Thought 4:"
  `);
  expect(solution.answer).toEqual({ lenient: "REFUTES", strict: "REFUTES" });
});
