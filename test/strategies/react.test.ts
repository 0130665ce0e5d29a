import { describe, expect, test } from "vitest";
import { play } from "../support/scripted-context.ts";
import { penExemplars as exemplars } from "../support/pen-exemplars.ts";

const REPLIES = [
  "First the packs.\nAction 1: Calculator[3 * 4]",
  "Now all of them.\nAction 2: Calculator[6 + 12]",
  "She has 18 pens.\nAction 3: Finish[18]",
];
const documents = [
  { title: "Pen", text: "A pen writes. It holds ink. Old pens were quills. Ink is dark." },
  { title: "Pencil", text: "A pencil holds graphite." },
];

describe("the prompts", () => {
  test("alternate the model's thoughts and actions with observations", async () => {
    const { prompts, settings } = await play("react", { replies: REPLIES });
    expect(settings[0]).toEqual({ stop: ["\nObservation"] });
    expect(prompts.at(-1)).toMatchInlineSnapshot(`
      "[system]
      Solve the question in alternating steps of Thought, Action and Observation.
      A Thought reasons about what is known and what is still missing. An Action is one line of one of these forms:
      - Calculator[input]: evaluates an arithmetic expression of numbers with + - * / ^ and parentheses, such as (12 + 5) * 3; 17 % 5 is a remainder, 20% a percentage.
      - Finish[answer]: gives the final answer and ends the task.
      Write one Thought and then one Action, such as "Action 1: Calculator[input]", and wait for its Observation.
      The form of the final answer: Finish with one sentence of the form "The answer is N.", where N is a number. Here the answer alone goes into Finish[answer], without the sentence.
      [user]
      Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
      Thought 1:
      [assistant]
      First the packs.
      Action 1: Calculator[3 * 4]
      [user]
      Observation 1: 12
      Thought 2:
      [assistant]
      Now all of them.
      Action 2: Calculator[6 + 12]
      [user]
      Observation 2: 18
      Thought 3:"
    `);
  });

  test("show worked trajectories", async () => {
    const { prompts } = await play("react", { exemplars, replies: REPLIES });
    expect(prompts[0]?.slice(prompts[0].indexOf("[user]"))).toMatchInlineSnapshot(`
      "[user]
      Q: Otto has 5 marbles and gets 2 bags of 3 marbles each. How many marbles has he now?
      Thought 1:
      [assistant]
      First the bags.
      Action 1: Calculator[2 * 3]
      [user]
      Observation 1: 6
      Thought 2:
      [assistant]
      He has 11 marbles.
      Action 2: Finish[11]
      [user]
      Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
      Thought 1:"
    `);
  });

  test("name the tools of the dataset's documents where it has some", async () => {
    const { prompts } = await play("react", { documents, replies: ["Action 1: Finish[18]"] });
    expect(prompts[0]).toMatch(/- Search\[input\]: .*\n- Lookup\[input\]: /);
  });

  test("show no trajectory with a tool that is not there", async () => {
    const searched = {
      question: "What does a pen hold?",
      answer: "ink",
      trajectory: [
        { thought: "Search.", action: "Search", input: "Pen", observation: "It holds ink." },
        { thought: "Ink.", action: "Finish", input: "ink", observation: null },
      ],
    };
    const without = await play("react", { exemplars: [searched], replies: ["Action 1: Finish[18]"] });
    const withIt = await play("react", {
      exemplars: [searched],
      documents,
      replies: ["Action 1: Finish[18]"],
    });
    expect(without.prompts[0]).not.toContain("What does a pen hold?");
    expect(withIt.prompts[0]).toContain("[assistant]\nSearch.\nAction 1: Search[Pen]");
  });
});

test("Finish holds the answer, and the record keeps the steps", async () => {
  const { solution } = await play("react", { replies: REPLIES });
  expect(solution).toEqual({
    output: REPLIES[2],
    answer: { lenient: "18", strict: "18" },
    details: {
      stoppedBy: "finish",
      steps: [
        { thought: "First the packs.", action: "Calculator", input: "3 * 4", observation: "12" },
        { thought: "Now all of them.", action: "Calculator", input: "6 + 12", observation: "18" },
        { thought: "She has 18 pens.", action: "Finish", input: "18", observation: null },
      ],
    },
  });
});

describe("a reply", () => {
  test("is cut before an observation that the model makes up", async () => {
    const invented = `${REPLIES[0]}\nObservation 1: 99\nThought 2: 99 pens.\nAction 2: Finish[99]`;
    const { prompts, solution } = await play("react", { replies: [invented, ...REPLIES.slice(1)] });
    expect(prompts[1]).toContain("Observation 1: 12\n");
    expect(prompts[1]).not.toContain("99");
    expect(solution.answer.strict).toBe("18");
  });

  test("keeps its place in the conversation up to its first action only", async () => {
    const twoActions = "Thought 1: Packs.\nAction 1: Calculator[3 * 4]\nAction 2: Finish[99]";
    const { prompts } = await play("react", { replies: [twoActions, "Action 2: Finish[18]"] });
    expect(prompts[1]).toContain(
      "[assistant]\nPacks.\nAction 1: Calculator[3 * 4]\n[user]\nObservation 1: 12",
    );
  });
});

describe("the loop ends", () => {
  const stepsOf = async (spec: string, replies: Parameters<typeof play>[1]["replies"]) => {
    const { solution, prompts } = await play(spec, { replies, documents });
    return { answer: solution.answer, calls: prompts.length, stoppedBy: solution.details?.["stoppedBy"] };
  };
  const none = { lenient: null, strict: null };

  test("at the step cap", async () => {
    const ended = await stepsOf("react:maxSteps=3", (call) => `More.\nAction: Calculator[${call} + 1]`);
    expect(ended).toEqual({ answer: none, calls: 3, stoppedBy: "steps" });
  });

  test("when an action repeats the one before and brings nothing new", async () => {
    const ended = await stepsOf("react", () => "Again.\nAction: Calculator[1 + 1]");
    expect(ended).toEqual({ answer: none, calls: 2, stoppedBy: "repeated action" });
  });

  test("but not while a repeated Lookup still finds further sentences", async () => {
    const replies = ["Action: Search[Pen]", ...Array<string>(5).fill("Action: Lookup[ink]")];
    const ended = await stepsOf("react", replies);
    expect(ended).toEqual({ answer: none, calls: 5, stoppedBy: "repeated action" });
  });

  test("at the second reply without an action; the first is told what was expected", async () => {
    const replies = ["I have to think.", "Hm.", "never asked"];
    const { prompts } = await play("react", { replies });
    expect(prompts[1]).toContain(
      '[assistant]\nI have to think.\n[user]\nObservation 1: No action found. Write a line such as "Action 2: Calculator[input]".\nThought 2:',
    );
    expect(await stepsOf("react", replies)).toEqual({ answer: none, calls: 2, stoppedBy: "no action" });
  });

  test("without an action: the numbers of the steps are no answers", async () => {
    const ended = await stepsOf("react", ["Hm.", "Thought 2: hard to say.\nAction 2: think again"]);
    expect(ended).toEqual({ answer: none, calls: 2, stoppedBy: "no action" });
  });

  test("without an action, with the answer that a careful reader finds", async () => {
    const ended = await stepsOf("react", ["Hm.", "Thought 2: So she has 18 pens."]);
    expect(ended).toEqual({ answer: { lenient: "18", strict: null }, calls: 2, stoppedBy: "no action" });
  });

  test("at a marked final answer that stands there without an action", async () => {
    const ended = await stepsOf("react", ["That makes 18 pens.\nThe answer is 18."]);
    expect(ended).toEqual({ answer: { lenient: "18", strict: "18" }, calls: 1, stoppedBy: "answer" });
  });

  test("at a reply that was cut off before its action", async () => {
    const ended = await stepsOf("react", [{ text: "It makes 18\nAction 1: Fin", finishReason: "length" }]);
    expect(ended).toEqual({ answer: none, calls: 1, stoppedBy: "cut off" });
  });

  test("at a reply that was cut off within its answer: 1 may be the beginning of 18", async () => {
    const ended = await stepsOf("react", [{ text: "It is 18.\nAction 1: Finish[1", finishReason: "length" }]);
    expect(ended).toEqual({ answer: none, calls: 1, stoppedBy: "cut off" });
  });

  test("with the answer of a reply that was cut off behind it", async () => {
    const cut = { text: "It is 18.\nAction 1: Finish[18]\nThat is beca", finishReason: "length" } as const;
    const ended = await stepsOf("react", [cut]);
    expect(ended).toEqual({ answer: { lenient: "18", strict: "18" }, calls: 1, stoppedBy: "finish" });
  });

  test.each([
    { text: "", finishReason: "refusal", why: "refused" },
    { text: " \n", finishReason: "stop", why: "white space" },
    { text: "Thought 1:", finishReason: "stop", why: "a label alone" },
  ] as const)("at an empty reply: $why", async (reply) => {
    const ended = await stepsOf("react", [reply]);
    expect(ended).toEqual({ answer: none, calls: 1, stoppedBy: "no action" });
  });
});

describe("an action that fails is an observation", () => {
  test.each([
    {
      action: "Google[pens]",
      observation: "There is no action Google. Known: Calculator, Finish.",
      why: "no tool",
    },
    { action: "Calculator[3 * four]", observation: 'Error: cannot read "four".', why: "bad input" },
  ])("$why", async ({ action, observation }) => {
    const { prompts, solution } = await play("react", {
      replies: [`Action 1: ${action}`, "Action 2: Finish[18]"],
    });
    expect(prompts[1]).toContain(`Observation 1: ${observation}\nThought 2:`);
    expect(solution.answer.strict).toBe("18");
  });
});
