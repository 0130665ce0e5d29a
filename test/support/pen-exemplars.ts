import type { Exemplar } from "../../src/contract/index.ts";

/** Worked examples with every part that a strategy may want. */
export const penExemplars: readonly Exemplar[] = [
  {
    question: "Otto has 5 marbles and gets 2 bags of 3 marbles each. How many marbles has he now?",
    reasoning: "Otto starts with 5 marbles. 2 bags of 3 marbles are 6 marbles. 5 + 6 = 11.",
    answer: "11",
    subquestions: [
      { question: "How many marbles are in the bags?", answer: "2 * 3 = 6. The answer is 6." },
      { question: "How many marbles has he now?", answer: "5 + 6 = 11. The answer is 11." },
    ],
    trajectory: [
      { thought: "First the bags.", action: "Calculator", input: "2 * 3", observation: "6" },
      { thought: "He has 11 marbles.", action: "Finish", input: "11", observation: null },
    ],
  },
  { question: "What is 2 + 2?", reasoning: "2 and 2 make 4.", answer: "4" },
  { question: "What is 9 - 1?", answer: "8" },
];
