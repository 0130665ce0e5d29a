import type { Extraction } from "./answer.ts";
import type { ChatMessage, ChatReply } from "./chat.ts";
import type { Exemplar } from "./exemplar.ts";
import type { Question } from "./question.ts";
import type { Tool } from "./tool.ts";

/** A plain string is one user message. */
export type Prompt = string | readonly ChatMessage[];

/** What a strategy may ask of a single call; anything left out takes the run's setting. */
export interface AskSettings {
  readonly temperature?: number;
  readonly maxTokens?: number;
  readonly stop?: readonly string[];
}

/** The part of a reply that a strategy may use. No clock, no price. */
export type Reply = Pick<ChatReply, "text" | "finishReason">;

export type OptionValue = string | number | boolean;
export type Options = Readonly<Record<string, OptionValue>>;

/** Everything a strategy may touch while it solves one question. */
export interface SolveContext<O extends Options = Options> {
  readonly options: O;
  /** Asks the model. Rejects when the call finally failed; strategies let that pass. */
  readonly ask: (prompt: Prompt, settings?: AskSettings) => Promise<Reply>;
  /**
   * Reads the final answer of a reply by the dataset's scorer. A reply that was cut off yields only an
   * explicitly marked answer: half a thought is never graded.
   */
  readonly extract: (reply: Reply) => Extraction;
  /** Reads a text that is nothing but the answer, such as what stands in Finish[...]. */
  readonly readAnswer: (text: string) => Extraction;
  /** Equal answers have equal canonical forms. */
  readonly canonical: (answer: string) => string;
  /** The scorer's sentence that asks for the final answer. */
  readonly answerInstruction: string;
  /** The scorer's opening of a second-stage answer. */
  readonly answerCue: string;
  /** Worked examples of the dataset's family, best first; may be empty. */
  readonly exemplars: readonly Exemplar[];
  /** Fresh for each job, so a tool may keep state. */
  readonly tools: readonly Tool[];
}

/** What a strategy returns. */
export interface Solution {
  /** The text that holds the answer (the last reply, the winning sample). */
  readonly output: string;
  readonly answer: Extraction;
  /** Facts worth keeping in the record, e.g. { voteShare: 0.8 } or the agent's steps. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** How many calls a question costs: exact when min equals max. */
export interface CallBound {
  readonly min: number;
  readonly max: number;
}

export type StrategyFamily = "baseline" | "chain" | "vote" | "decompose" | "agent";

/** A reasoning strategy: a deterministic function of the question and the replies. */
export interface Strategy<O extends Options = Options> {
  readonly name: string;
  /** Raised whenever a prompt or the procedure changes. */
  readonly version: number;
  readonly family: StrategyFamily;
  /** One sentence. */
  readonly summary: string;
  /** Link to the paper that proposed it. */
  readonly paper: string;
  readonly defaults: O;
  /** One line per option: meaning, unit, range. */
  readonly optionHelp: { readonly [K in keyof O]: string };
  /** @throws {UsageError} when an option is out of its range. */
  readonly checkOptions?: (options: O) => void;
  readonly calls: (options: O) => CallBound;
  readonly solve: (question: Question, context: SolveContext<O>) => Promise<Solution>;
}

/** A strategy whose option types are no longer known, as the list and the runner hold it. */
export type AnyStrategy = Strategy;

/** Checks nothing at run time; it lets the options' types flow from `defaults` into `solve`. */
export function defineStrategy<O extends Options>(strategy: Strategy<O>): AnyStrategy {
  return strategy as unknown as AnyStrategy;
}
