import type { AlmanacQuestion } from "../../datasets/generate/almanac/almanac.ts";
import { almanacTrajectory } from "../../datasets/generate/almanac/worked.ts";
import type { Random } from "../../datasets/generate/random.ts";
import type { ExemplarStep } from "../../src/contract/index.ts";

/** A step of a trajectory, and whether it is a slip, which is shown and not taught. */
export interface SaidStep extends Pick<ExemplarStep, "thought" | "action" | "input"> {
  readonly isSlip?: boolean;
}

/**
 * The trajectory with one search for a title that is misspelt, in the action alone or in the thought too, and the search for the
 * right one after it: a model that copies names letter by letter errs there, and is to look again.
 */
export function misspelt(random: Random, question: AlmanacQuestion): readonly SaidStep[] {
  const steps = almanacTrajectory(question);
  const at = random.pick([...steps.keys()].filter((index) => steps[index]?.action === "Search"));
  const step = steps[at]!;
  const wrong = garbled(
    random,
    step.input,
    new Set(question.documents.map(({ title }) => title.toLowerCase())),
  );
  const slip = {
    ...step,
    thought: random.chance(0.5) ? step.thought : step.thought.replaceAll(step.input, wrong),
    input: wrong,
    isSlip: true,
  };
  const needed = step.thought.slice(step.thought.lastIndexOf("I need "));
  const again = { ...step, thought: `There is no such page. ${needed}` };
  return [...steps.slice(0, at), slip, again, ...steps.slice(at + 1)];
}

/**
 * The title with two letters of its longest word left out, or told twice, so that it is no other page's.
 * @param titles in lower case
 */
function garbled(random: Random, title: string, titles: ReadonlySet<string>): string {
  const words = title.split(" ");
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "");
  for (;;) {
    const at = random.int(1, Math.max(1, longest.length - 2));
    const [before, two, after] = [longest.slice(0, at), longest.slice(at, at + 2), longest.slice(at + 2)];
    const other = random.chance(0.5) ? `${before}${after}` : `${before}${two}${two}${after}`;
    const found = words.map((word) => (word === longest ? other : word)).join(" ");
    if (found !== title && !titles.has(found.toLowerCase())) return found;
  }
}
