import type { ChatMessage } from "../../src/contract/index.ts";
import type { Random } from "../../datasets/generate/random.ts";
import type { PlayedCall } from "./play-strategy.ts";

/** Share of the texts in which a cue is worded otherwise, so that a small edit of a prompt does not break the model. */
const REWORDED_SHARE = 0.12;

/** Cues of the strategies and other wordings that ask for the same. */
const CUES: readonly (readonly [cue: string, others: readonly string[]])[] = [
  [
    "Let's think step by step.",
    [
      "Let's work this out step by step.",
      "Let's solve this step by step.",
      "Let's think about this one step at a time.",
      "Let's work this out in a step by step way to be sure we have the right answer.",
      "Think step by step.",
    ],
  ],
  [
    "Therefore, the answer (arabic numerals) is",
    ["Therefore, the answer is", "So the answer is", "The final answer is"],
  ],
  ["Therefore, the answer (Yes or No) is", ["Therefore, the answer is", "So the answer is"]],
  ["Subquestions:\n", ["Sub-questions:\n", "Simpler questions:\n"]],
];

/** The same calls, now and then with one cue in another wording throughout. */
export function reworded(random: Random, calls: readonly PlayedCall[]): readonly PlayedCall[] {
  if (!random.chance(REWORDED_SHARE)) return calls;
  const present = CUES.filter(([cue]) =>
    calls.some(({ messages }) =>
      messages.some(({ role, content }) => role === "user" && content.includes(cue)),
    ),
  );
  if (present.length === 0) return calls;
  const [cue, others] = random.pick(present);
  const other = random.pick(others);
  const reword = (message: ChatMessage): ChatMessage =>
    message.role === "user" ? { ...message, content: message.content.replaceAll(cue, other) } : message;
  return calls.map((call) => ({ ...call, messages: call.messages.map(reword) }));
}
