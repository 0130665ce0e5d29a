import type { Exemplar } from "../../src/contract/index.ts";
import type { AlmanacQuestion } from "../../datasets/generate/almanac/almanac.ts";
import { almanacExemplar } from "../../datasets/generate/almanac/worked.ts";
import { exemplarOf } from "../../datasets/generate/problems/exemplar-of.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { DOCUMENTED_AUTHORS } from "./almanac-texts.ts";
import { AUTHORS } from "./correct-replies.ts";
import type { Asked, Author } from "./play-strategy.ts";

/** A question with its examples, and the correct replies to what a strategy asks about it. */
export interface Probe {
  readonly asked: Asked;
  readonly exemplars: readonly Exemplar[];
  readonly author: Author;
}

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

const PROBES = [
  { problem: PROBLEM, examples: [EXAMPLE, PROBLEM] },
  { problem: FACT_PROBLEM, examples: [EXAMPLE, PROBLEM] },
  { problem: WORD_PROBLEM, examples: [EXAMPLE, PROBLEM] },
  { problem: PROBLEM, examples: [] },
];

/** Two look-ups, the first on a page that begins with other things. */
const FERRY: AlmanacQuestion = {
  question: "Where was the builder of the ferry born?",
  answerType: "text",
  answer: "Port Sallow",
  hops: [
    {
      title: "Ferry",
      wanted: "the builder of Ferry",
      sentence: "Ann Vane built it.",
      term: "built",
      result: "Ann Vane",
    },
    {
      title: "Ann Vane",
      wanted: "the birthplace of Ann Vane",
      sentence: "She was born in Port Sallow.",
      term: "born",
      result: "Port Sallow",
    },
  ],
  documents: [
    {
      title: "Ferry",
      text: "Ferry is a boat. It is red. It is slow. It is old. Geese follow it. Ann Vane built it.",
    },
    { title: "Ann Vane", text: "Ann Vane was a smith. She was born in Port Sallow." },
  ],
  key: "probe",
};

/**
 * What a strategy is tried on: every kind of answer with examples, and a question without any, where it may go without; pages
 * where it needs documents. null = the embedded model was not trained for it.
 */
export function probesFor(strategy: string): readonly Probe[] | null {
  const author = AUTHORS[strategy];
  const documented = DOCUMENTED_AUTHORS[strategy];
  if (documented !== undefined) {
    return [[almanacExemplar(FERRY)], []].map((exemplars) => ({
      asked: FERRY,
      exemplars,
      author: documented(FERRY),
    }));
  }
  if (author === undefined) return null;
  return PROBES.map(({ problem, examples }) => {
    const random = seededRandom(1);
    const exemplars = examples.map((example) => exemplarOf(random, example, "told"));
    return { asked: problem, exemplars, author: author({ random, problem, manner: "told" }) };
  });
}
