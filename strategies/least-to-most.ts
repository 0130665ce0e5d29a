import { defineStrategy } from "../src/contract/index.ts";
import type { ChatMessage, Exemplar, Question, Reply, SolveContext } from "../src/contract/index.ts";
import { askUntil } from "./prompt/ask-until.ts";
import { assistant, system, user } from "./prompt/messages.ts";
import { numberedItems } from "./prompt/numbered-list.ts";
import { checkWholeNumber } from "./spec/check-whole-number.ts";

type Subquestions = NonNullable<Exemplar["subquestions"]>;

const DECOMPOSE =
  "Break the question down into simpler sub-questions that can be answered in order, each building on the ones " +
  "before it. Write them as a numbered list, one a line, without answering them. The last one asks the question itself.";
const SOLVE = "Answer each sub-question in turn, using the answers before it.";

/**
 * Zhou et al. 2022, section 2: decompose the question into sub-questions, then answer them in order,
 * each with the earlier answers in context. The final answer is the answer to the last sub-question,
 * which in the paper is the question itself; a model's list that ends otherwise is taken as it is.
 */
export default defineStrategy({
  name: "least-to-most",
  version: 1,
  family: "decompose",
  summary:
    "Break the question into sub-questions and answer them in order, each using the answers before it.",
  paper: "https://arxiv.org/abs/2205.10625",
  defaults: { maxSubquestions: 8, shots: 1 },
  optionHelp: {
    maxSubquestions: "sub-questions answered, 1-20; of a longer list the first ones and the last",
    shots: "worked examples shown in both stages, 0-16; fewer when the dataset's family has fewer",
  },
  checkOptions({ maxSubquestions, shots }) {
    checkWholeNumber("maxSubquestions", maxSubquestions, 1, 20);
    checkWholeNumber("shots", shots, 0, 16);
  },
  calls: ({ maxSubquestions }) => ({ min: 2, max: 1 + maxSubquestions }),

  async solve(question, context) {
    const { maxSubquestions, shots } = context.options;
    const examples = context.exemplars
      .flatMap(({ question: text, subquestions: subs = [] }) => (subs.length > 0 ? [{ text, subs }] : []))
      .slice(0, shots);
    const list = await askUntil(
      context.ask,
      [
        system(DECOMPOSE),
        ...examples.flatMap(({ text, subs }) => [decomposeTurn(text), assistant(asList(subs))]),
        decomposeTurn(question.text),
      ],
      ["\nQ:", "\nSub 1:"],
    );
    const proposed = numberedItems(list.text);
    const subquestions = keepLast(complete(proposed, list, question), maxSubquestions);

    const opening = [
      system(`${SOLVE}\n${context.answerInstruction}`),
      ...examples.flatMap(({ text, subs }) => workedTurns(text, subs)),
    ];
    const last = await solveInOrder(question, subquestions, opening, context.ask);
    return {
      output: last.text,
      answer: context.extract(last),
      details: { subquestions, proposed: proposed.length },
    };
  },
});

const decomposeTurn = (text: string): ChatMessage => user(`Q: ${text}\nSubquestions:\n`);

const asList = (subs: Subquestions): string => subs.map((sub, i) => `${i + 1}. ${sub.question}`).join("\n");

/** Without a list the question stands for itself; of one that was cut off it replaces the half last item. */
function complete(
  proposed: readonly string[],
  { finishReason }: Reply,
  { text }: Question,
): readonly string[] {
  if (proposed.length === 0) return [text];
  return finishReason === "length" ? [...proposed.slice(0, -1), text] : proposed;
}

/** The last sub-question asks for the final answer, so a list that is too long loses those before it. */
function keepLast(subquestions: readonly string[], max: number): readonly string[] {
  if (subquestions.length <= max) return subquestions;
  return [...subquestions.slice(0, max - 1), ...subquestions.slice(-1)];
}

/** One growing conversation. Ends early at an empty reply: there is nothing to build on. */
async function solveInOrder(
  question: Question,
  subquestions: readonly string[],
  opening: readonly ChatMessage[],
  ask: SolveContext["ask"],
): Promise<Reply> {
  const turns = [...opening];
  let reply: Reply = { text: "", finishReason: "unknown" };
  for (const [i, sub] of subquestions.entries()) {
    turns.push(subTurn(question.text, i, sub));
    reply = await askUntil(ask, [...turns], [`\nSub ${i + 2}:`, "\nQ:"]);
    const text = reply.text.trim();
    if (text === "") return reply;
    turns.push(assistant(text));
  }
  return reply;
}

function workedTurns(question: string, subs: Subquestions): readonly ChatMessage[] {
  return subs.flatMap((sub, i) => [subTurn(question, i, sub.question), assistant(sub.answer)]);
}

/** The first sub-question brings the question along. */
function subTurn(question: string, index: number, sub: string): ChatMessage {
  return user(`${index === 0 ? `Q: ${question}\n` : ""}Sub ${index + 1}: ${sub}\nA:`);
}
