import { NO_ANSWER, defineStrategy } from "../src/contract/index.ts";
import type { Extraction, Question, Reply, SolveContext, Tool } from "../src/contract/index.ts";
import { askUntil } from "./prompt/ask-until.ts";
import { assistant } from "./prompt/messages.ts";
import { readAction, withoutLabel, withoutStepLabels, type ReactAction } from "./prompt/react-action.ts";
import { observationTurn, reactPrompt } from "./prompt/react-prompt.ts";
import { checkWholeNumber } from "./spec/check-whole-number.ts";

/** Thoughts and actions are the model's, observations are not. */
const OBSERVATION = ["\nObservation"] as const;

/** A strategy has no signal of its own: stopping a job is the harness's part. */
const NEVER_ABORTED = new AbortController().signal;

/** How the loop ended; "answer" = a marked final answer without an action. */
type StoppedBy = "finish" | "answer" | "steps" | "repeated action" | "no action" | "cut off";

/** One Thought / Action / Observation; null = there was none. */
interface Step {
  readonly thought: string;
  readonly action: string | null;
  readonly input: string | null;
  readonly observation: string | null;
}

interface Ending {
  readonly stoppedBy: StoppedBy;
  readonly answer: Extraction;
}

/**
 * Yao et al. 2022, section 2: the model thinks, acts and observes in turn until it finishes with an
 * answer. Each Thought and Action is a reply, each Observation a turn of the user.
 *
 * Three more ways to stop: after `maxSteps`; when an action, its input and its observation repeat the step before (so that
 * Lookup may step through its results); and at the second reply without an action in a job, the first
 * being answered by an observation that says what was expected.
 */
export default defineStrategy({
  name: "react",
  version: 1,
  family: "agent",
  summary: "Think, use a tool and observe its result in turn, until Finish[answer].",
  paper: "https://arxiv.org/abs/2210.03629",
  defaults: { maxSteps: 8, shots: 2 },
  optionHelp: {
    maxSteps: "steps of Thought and Action, 1-30 (paper: 7 for HotpotQA, 5 for FEVER)",
    shots: "worked trajectories shown, 0-16; fewer when the dataset's family has fewer (paper: 6 and 3)",
  },
  checkOptions({ maxSteps, shots }) {
    checkWholeNumber("maxSteps", maxSteps, 1, 30);
    checkWholeNumber("shots", shots, 0, 16);
  },
  calls: ({ maxSteps }) => ({ min: 1, max: maxSteps }),

  async solve(question, context) {
    const steps: Step[] = [];
    const { answer, stoppedBy, output } = await run(question, context, steps);
    return { output, answer, details: { steps, stoppedBy } };
  },
});

async function run(
  question: Question,
  context: SolveContext<{ maxSteps: number; shots: number }>,
  steps: Step[],
): Promise<Ending & { readonly output: string }> {
  const { tools, options } = context;
  const names = [...tools.map(({ name }) => name), "Finish"];
  const messages = [...reactPrompt(question, context, options.shots)];
  let output = "";
  for (let number = 1; number <= options.maxSteps; number++) {
    const reply = await askUntil(context.ask, [...messages], OBSERVATION);
    output = reply.text;
    const action = readAction(reply.text, names);
    const step = await take(reply, action, tools, number);
    const ending = endingOf(step, steps.at(-1), reply, steps.some(isWithoutAction), context);
    steps.push(step);
    if (ending !== null) return { ...ending, output };
    messages.push(assistant(action?.text ?? withoutLabel(reply.text)));
    messages.push(observationTurn(number, step.observation ?? ""));
  }
  return { stoppedBy: "steps", answer: NO_ANSWER, output };
}

/** Runs what the reply asks for. */
async function take(
  reply: Reply,
  action: ReactAction | null,
  tools: readonly Tool[],
  number: number,
): Promise<Step> {
  if (action === null) {
    const observation = `No action found. Write a line such as "Action ${number + 1}: ${tools[0]?.name ?? "Finish"}[input]".`;
    return { thought: withoutLabel(reply.text), action: null, input: null, observation };
  }
  const { thought, name, input } = action;
  if (name === "Finish") return { thought, action: name, input, observation: null };
  const tool = tools.find((one) => one.name === name);
  const known = [...tools.map((one) => one.name), "Finish"].join(", ");
  const observation = tool
    ? await tool.run(input, NEVER_ABORTED)
    : `There is no action ${name}. Known: ${known}.`;
  return { thought, action: name, input, observation };
}

/** null = the loop goes on. */
function endingOf(
  step: Step,
  before: Step | undefined,
  reply: Reply,
  wasToldBefore: boolean,
  { readAnswer, extract }: Pick<SolveContext, "readAnswer" | "extract">,
): Ending | null {
  if (step.action === "Finish") return { stoppedBy: "finish", answer: readAnswer(step.input ?? "") };
  if (isWithoutAction(step)) {
    const isCutOff = reply.finishReason === "length";
    // "Finish[1" may be the beginning of "Finish[18]".
    if (isCutOff && isWithinFinish(reply.text)) return { stoppedBy: "cut off", answer: NO_ANSWER };
    const answer = extract({ ...reply, text: withoutStepLabels(reply.text) });
    if (answer.strict !== null) return { stoppedBy: "answer", answer };
    if (isCutOff) return { stoppedBy: "cut off", answer };
    const isHopeless = wasToldBefore || reply.finishReason === "refusal" || step.thought === "";
    return isHopeless ? { stoppedBy: "no action", answer } : null;
  }
  const isRepeated =
    step.action === before?.action && step.input === before.input && step.observation === before.observation;
  return isRepeated ? { stoppedBy: "repeated action", answer: NO_ANSWER } : null;
}

const isWithinFinish = (text: string): boolean => /finish\s?\[/i.test(text.slice(text.lastIndexOf("]") + 1));

const isWithoutAction = (step: Step): boolean => step.action === null;
