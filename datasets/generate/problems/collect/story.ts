import type { Ledger } from "../ledger.ts";
import type { Scene } from "../scene.ts";
import type { Operand } from "../step.ts";
import { pronoun } from "../words.ts";

/** One collection: who has what, and how much of it by now. */
export interface Story {
  readonly scene: Scene;
  readonly name: string;
  readonly friend: string;
  readonly things: string;
  readonly ledger: Ledger;
  readonly sentences: string[];
  current: Operand;
  /** A question that an event brings with it; null = the usual one. */
  question: string | null;
}

/** Adds one event to the story, or nothing when it does not fit. `left` = steps still wanted. */
export type Event = (story: Story, left: number) => void;

/**
 * Adds a sentence about the owner. A pronoun stays in one piece with the sentence before, so that no other
 * person comes between.
 * @param sentence gets the owner as its subject ("She", "Ana") and the same after "Then" ("Then she")
 * @returns the sentence as told
 */
export function tell(story: Story, sentence: (who: string, then: string) => string): string {
  const { scene, name, friend, sentences } = story;
  const previous = sentences.at(-1) ?? "";
  const isClear = !previous.includes(friend) || pronoun(friend) !== pronoun(name);
  if (isClear && scene.random.chance(0.6)) {
    const who = pronoun(name);
    const told = sentence(who, `Then ${who.toLowerCase()}`);
    sentences[sentences.length - 1] = `${previous} ${told}`;
    return told;
  }
  const told = sentence(name, `Then ${name}`);
  sentences.push(told);
  return told;
}
