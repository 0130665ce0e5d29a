import type { AnswerType } from "../../../src/contract/index.ts";
import type { Random } from "../random.ts";
import { distraction } from "./distraction.ts";
import { FAMILIES, type Family, STEP_MIX, TIER_MIX } from "./families.ts";
import { isHeldOut, problemKey } from "./held-out.ts";
import { type Draft, openScene, type Scene, type Tier, type Wording } from "./scene.ts";
import { Infeasible, type Step } from "./step.ts";

/** A finished problem of the embedded model's own kind. */
export interface Problem {
  readonly family: Family;
  readonly tier: Tier;
  readonly question: string;
  readonly answerType: AnswerType;
  readonly steps: readonly Step[];
  readonly answer: string;
  /** The key by which train and held-out problems are told apart. */
  readonly key: string;
}

export type Side = "train" | "held-out";

/** What a problem must have; anything left out is drawn from the mix of the training data. */
export interface Wanted {
  readonly families: readonly Family[];
  readonly steps?: number;
  readonly tier?: Tier;
  /** Left out = "trained". */
  readonly wording?: Wording;
}

/** Draws problems until one lies on the wanted side of the split. */
export function drawProblem(random: Random, side: Side, wanted: Wanted): Problem {
  for (;;) {
    const family = random.pick(wanted.families);
    const steps = wanted.steps ?? random.pick(STEP_MIX);
    const scene = openScene(random, wanted.tier ?? random.pick(TIER_MIX), wanted.wording ?? "trained");
    const draft = attempt(scene, family, steps);
    if (draft === null) continue;
    const problem = finish(draft, scene, family);
    if (isHeldOut(problem.key) === (side === "held-out")) return problem;
  }
}

/** A draft with exactly this many steps; null when the family has none (as a five-person comparison). */
function attempt(scene: Scene, family: Family, steps: number): Draft | null {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      const draft = FAMILIES[family].draft(scene, steps);
      if (draft.steps.length === steps && !repeatsItself(draft)) return draft;
    } catch (error) {
      if (!(error instanceof Infeasible)) throw error;
    }
  }
  return null;
}

/** The same computation twice in a row: an agent that asks its tool the same again counts as stuck. */
function repeatsItself({ steps }: Draft): boolean {
  const inputs = steps.map(({ equation }, index) =>
    equation === null ? String(index) : `${equation.x} ${equation.operator} ${equation.y}`,
  );
  return inputs.some((input, index) => input === inputs[index + 1]);
}

function finish(draft: Draft, scene: Scene, family: Family): Problem {
  const { steps, question } = draft;
  const { answerType, distractors } = FAMILIES[family];
  const sentences = [...draft.sentences];
  if (distractors && sentences.length > 0 && scene.random.chance(0.12)) {
    sentences.splice(scene.random.int(1, sentences.length), 0, distraction(scene, [...sentences, question].join(" ")));
  }
  return {
    family,
    tier: scene.tier,
    question: [...sentences, question].join(" "),
    answerType,
    steps: steps.map((step, index) =>
      index === steps.length - 1 ? { ...step, ask: lastAsk(step, sentences, question) } : step,
    ),
    answer: steps.at(-1)?.result ?? "",
    key: draft.key === undefined ? problemKey(family, steps) : `${family}: ${draft.key}`,
  };
}

/**
 * The last sub-question is the question itself, as in least-to-most; the sentences that its step quotes go before it, so that
 * a list of sub-questions goes through the text to its end.
 */
function lastAsk({ say }: Step, sentences: readonly string[], question: string): string {
  const told = `${say}.`;
  const text = sentences.join(" ");
  const isQuoted = told.split(/(?<=\.) /).every((sentence) => text.includes(sentence));
  return isQuoted ? `${told} ${question}` : question;
}
