import { createDocumentStore, documentTools } from "../tools/document-store.ts";
import { calculator } from "../tools/calculator.ts";
import type { Dataset, Exemplar, Extraction, Question, Reply, Scorer, Tool } from "../contract/index.ts";
import { NO_ANSWER } from "../contract/index.ts";
import type { StaticContext } from "./probe-strategy.ts";

/** Builds, for one dataset, what its questions bring to a strategy: scorer, exemplars, tools. */
export function staticContexts(
  dataset: Dataset,
  scorer: Scorer,
  familyExemplars: readonly Exemplar[],
): (question: Question) => StaticContext {
  const toolsForJob = toolFactory(dataset);
  return (question) => ({
    extract: (reply) => extractFrom(reply, question, scorer),
    readAnswer: (text) => marked(scorer.readAnswer(text, question)),
    canonical: (answer) => scorer.canonical(answer, question),
    answerInstruction: scorer.instruction(question),
    answerCue: scorer.cue(question),
    exemplars: dataset.exemplars ?? familyExemplars,
    tools: toolsForJob(),
  });
}

/** The word a reply was cut in; a closing bracket ends a word, so that \boxed{18} is whole and "The answer is 1" is not. */
const LAST_WORD = /[^\s)\]}]{1,200}$/;

/**
 * A reply that was cut off counts only for what it marks explicitly, and not for the word it was cut in: half a
 * thought is never graded, nor half a number.
 */
function extractFrom(reply: Reply, question: Question, scorer: Scorer): Extraction {
  if (reply.finishReason === "refusal") return NO_ANSWER;
  if (reply.finishReason !== "length") return scorer.extract(reply.text, question);
  return marked(scorer.extract(reply.text.replace(LAST_WORD, ""), question).strict);
}

function marked(answer: string | null): Extraction {
  return { lenient: answer, strict: answer };
}

/** Tools are made anew for each job, since Lookup remembers the last page; the index is built once. */
function toolFactory(dataset: Dataset): () => readonly Tool[] {
  if (dataset.documents.length === 0) return () => [calculator];
  const store = createDocumentStore(dataset.documents);
  return () => [calculator, ...documentTools(store)];
}
