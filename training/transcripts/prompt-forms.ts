import { createHash } from "node:crypto";
import { UsageError, type AnyStrategy } from "../../src/contract/index.ts";
import { renderChat } from "../../src/models/embedded/chat-template.ts";
import { exemplarOf } from "../../datasets/generate/problems/exemplar-of.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { strategies } from "../../strategies/index.ts";
import { AUTHORS } from "./correct-replies.ts";
import { playStrategy } from "./play-strategy.ts";

// Problems of their own, so that a hash changes with a strategy's prompts and with nothing else.
const computed = (question: string, x: number, y: number): Problem => ({
  family: "collect",
  tier: 0,
  question,
  answerType: "number",
  steps: [
    {
      say: "There are more of them",
      ask: question,
      result: String(x + y),
      equation: { x, operator: "+", y, value: x + y, operands: [x, y] },
      uses: [],
    },
  ],
  answer: String(x + y),
  key: "probe",
});
const PROBLEM = computed("There are 4 pens here and 3 there. How many are there?", 4, 3);
const EXAMPLE = computed("There are 2 cups here and 6 there. How many are there?", 2, 6);
const FACT_PROBLEM: Problem = {
  family: "coin",
  tier: 0,
  question: "A coin is heads up. Tom flips it. Is it heads up now?",
  answerType: "boolean",
  steps: [{ say: "Tom flips", ask: "Is it heads after Tom?", result: "no", equation: null, uses: [] }],
  answer: "no",
  key: "probe",
};
const WORD_PROBLEM: Problem = {
  family: "letters",
  tier: 0,
  question: "Take the last letters of Ann and Tom and write them together.",
  answerType: "text",
  steps: [
    { say: "Ann ends in n", ask: "What does Ann end in?", result: "n", equation: null, uses: [] },
    { say: "Tom ends in m", ask: "What does that make with Tom?", result: "nm", equation: null, uses: [0] },
  ],
  answer: "nm",
  key: "letters: Ann Tom",
};

/** Every kind of answer with examples, and a question without any where the strategy may go without. */
const PROBES = [
  { problem: PROBLEM, examples: [EXAMPLE, PROBLEM] },
  { problem: FACT_PROBLEM, examples: [EXAMPLE, PROBLEM] },
  { problem: WORD_PROBLEM, examples: [EXAMPLE, PROBLEM] },
  { problem: PROBLEM, examples: [] },
];

/** What `promptForm` gives for each strategy that the embedded model is trained for, by name. */
export async function promptForms(): Promise<Readonly<Record<string, string>>> {
  const forms: Record<string, string> = {};
  for (const strategy of strategies) {
    const form = await promptForm(strategy);
    if (form !== null) forms[strategy.name] = form;
  }
  return forms;
}

/**
 * Hash (16 hex digits) of everything that the embedded model reads when this strategy, with its default options, is
 * given correct replies; null for a strategy that it was not trained for.
 */
export async function promptForm(strategy: AnyStrategy): Promise<string | null> {
  const author = AUTHORS[strategy.name];
  if (author === undefined) return null;
  const hash = createHash("sha256");
  for (const probe of PROBES) {
    for (const prompt of await promptsOf(strategy, author, probe)) hash.update(`${prompt}\u0000`);
  }
  return hash.digest("hex").slice(0, 16);
}

async function promptsOf(
  strategy: AnyStrategy,
  author: (typeof AUTHORS)[string],
  { problem, examples }: (typeof PROBES)[number],
): Promise<readonly string[]> {
  const random = seededRandom(1);
  const exemplars = examples.map((example) => exemplarOf(random, example, "told"));
  try {
    const calls = await playStrategy(
      { strategy, options: strategy.defaults },
      problem,
      exemplars,
      author({ random, problem, manner: "told" }),
    );
    return calls.map(({ messages }) => renderChat(messages));
  } catch (error) {
    // A strategy that needs examples sends no prompt without them.
    if (error instanceof UsageError && examples.length === 0) return [];
    throw error;
  }
}
