import { createHash } from "node:crypto";
import type { AnyStrategy } from "../../src/contract/index.ts";
import { renderChat } from "../../src/models/embedded/chat-template.ts";
import { exemplarOf } from "../../datasets/generate/problems/exemplar-of.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { AUTHORS } from "../transcripts/correct-replies.ts";
import { playStrategy } from "../transcripts/play-strategy.ts";

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
const WORD_PROBLEM: Problem = {
  family: "coin",
  tier: 0,
  question: "A coin is heads up. Tom flips it. Is it heads up now?",
  answerType: "boolean",
  steps: [{ say: "Tom flips", ask: "Is it heads after Tom?", result: "no", equation: null, uses: [] }],
  answer: "no",
  key: "probe",
};

/**
 * Hash (16 hex digits) of everything that the embedded model reads when this strategy, with its default options, is
 * given correct replies; null for a strategy that it was not trained for.
 */
export async function promptForm(strategy: AnyStrategy): Promise<string | null> {
  const author = AUTHORS[strategy.name];
  if (author === undefined) return null;
  const hash = createHash("sha256");
  for (const problem of [PROBLEM, WORD_PROBLEM]) {
    const random = seededRandom(1);
    const exemplars = [exemplarOf(random, EXAMPLE, "told"), exemplarOf(random, PROBLEM, "told")];
    const calls = await playStrategy(
      { strategy, options: strategy.defaults },
      problem,
      exemplars,
      author({ random, problem, manner: "told" }),
    );
    for (const { messages } of calls) hash.update(`${renderChat(messages)}\u0000`);
  }
  return hash.digest("hex").slice(0, 16);
}
