import { defineStrategy } from "../src/contract/index.ts";
import type {
  ChatMessage,
  Exemplar,
  Extraction,
  Question,
  SolveContext,
  Tool,
} from "../src/contract/index.ts";
import { NO_ANSWER } from "../src/contract/index.ts";
import { askUntil } from "./prompt/ask-until.ts";
import { assistant, system, user } from "./prompt/messages.ts";
import { readAction, type Action } from "./prompt/read-action.ts";
import { checkWholeNumber } from "./spec/check-whole-number.ts";

/** The model must not make up what a tool would say. */
const OBSERVATION = ["\nObservation"] as const;

type StoppedBy = "finish" | "steps" | "repeated action" | "no action" | "cut off";

interface Step {
  readonly thought: string;
  readonly action: string | null;
  readonly input: string | null;
  readonly observation: string | null;
}

/**
 * Yao et al. 2022, section 3: the model thinks, acts and observes in turn until it finishes with an answer.
 * Each Thought / Action is a reply and each Observation a turn of the user. The loop also ends after
 * `maxSteps`, when an action is repeated with the same input right away (its observation would be the same),
 * and when a second reply in the job holds no action; the first such reply gets an observation that says so.
 */
export default defineStrategy({
  name: "react",
  version: 1,
  family: "agent",
  summary: "Think, use a tool, observe, until Finish[answer].",
  paper: "https://arxiv.org/abs/2210.03629",
  defaults: { maxSteps: 8, shots: 3 },
  optionHelp: {
    maxSteps: "Thought / Action steps, 1-30 (paper: 7 for HotpotQA, 5 for FEVER)",
    shots: "worked trajectories shown at most, 1-16; those of the dataset that have one",
  },
  checkOptions({ maxSteps, shots }) {
    checkWholeNumber("maxSteps", maxSteps, 1, 30);
    checkWholeNumber("shots", shots, 1, 16);
  },
  calls: ({ maxSteps }) => ({ min: 1, max: maxSteps }),

  async solve(question, context) {
    const steps: Step[] = [];
    const { answer, output, stoppedBy } = await loop(question, context, steps);
    return { output, answer, details: { steps, stoppedBy } };
  },
});

async function loop(
  question: Question,
  context: SolveContext<{ maxSteps: number; shots: number }>,
  steps: Step[],
): Promise<{ answer: Extraction; output: string; stoppedBy: StoppedBy }> {
  const messages = [...prompt(question, context)];
  const end = (stoppedBy: StoppedBy, output: string, answer = NO_ANSWER) => ({ answer, output, stoppedBy });
  let output = "";
  for (let number = 1; number <= context.options.maxSteps; number++) {
    const reply = await askUntil(context.ask, [...messages], OBSERVATION);
    output = reply.text;
    const action = readAction(reply.text);
    if (action === null && reply.finishReason === "length") return end("cut off", output);
    if (action === null && steps.some((step) => step.action === null)) return end("no action", output);
    if (action?.tool.toLowerCase() === "finish") {
      steps.push({ thought: action.thought, action: "Finish", input: action.input, observation: null });
      return end("finish", action.input, context.readAnswer(action.input));
    }
    const isRepeated = action !== null && isSame(action, steps.at(-1));
    const observation = isRepeated ? null : await observe(action, context.tools);
    steps.push(stepOf(reply.text, action, observation));
    if (observation === null) return end("repeated action", output);
    messages.push(assistant(reply.text.trim()));
    messages.push(user(`Observation ${number}: ${observation}\nThought ${number + 1}:`));
  }
  return end("steps", output);
}

function prompt(question: Question, context: SolveContext<{ maxSteps: number; shots: number }>) {
  const tools = context.tools.map(({ name, description }) => `- ${name}[input]: ${description}`);
  const instruction = [
    "Solve the question by turns of Thought, Action and Observation.",
    "A Thought reasons about what is known and what is missing. An Action is one line, as Action 1: Tool[input]:",
    ...tools,
    "- Finish[answer]: ends with the answer.",
    "Write one Thought and one Action, then wait for the Observation. " +
      `What Finish holds is the answer alone. ${context.answerInstruction}`,
  ].join("\n");
  const worked = context.exemplars.filter(({ trajectory }) => usable(trajectory, context.tools));
  const turns = worked.slice(0, context.options.shots).flatMap(workedTurns);
  return [system(instruction), ...turns, user(`Q: ${question.text}\nThought 1:`)];
}

/** A trajectory shows only what can be done here. */
function usable(trajectory: Exemplar["trajectory"], tools: readonly Tool[]): boolean {
  const known = new Set(["Finish", ...tools.map(({ name }) => name)]);
  return trajectory !== undefined && trajectory.every(({ action }) => known.has(action));
}

function workedTurns({ question, trajectory = [] }: Exemplar): readonly ChatMessage[] {
  return trajectory.flatMap((step, index) => {
    const before = trajectory[index - 1]?.observation ?? "";
    const opening = index === 0 ? `Q: ${question}\n` : `Observation ${index}: ${before}\n`;
    return [
      user(`${opening}Thought ${index + 1}:`),
      assistant(`${step.thought}\nAction ${index + 1}: ${step.action}[${step.input}]`),
    ];
  });
}

async function observe(action: Action | null, tools: readonly Tool[]): Promise<string> {
  const names = [...tools.map(({ name }) => name), "Finish"];
  if (action === null) return `No action found. Write one line as Action 1: ${names[0] ?? "Finish"}[input].`;
  const tool = tools.find(({ name }) => name.toLowerCase() === action.tool.toLowerCase());
  if (tool === undefined) return `Unknown action ${action.tool}. Known: ${names.join(", ")}.`;
  return tool.run(action.input, new AbortController().signal);
}

function isSame(action: Action, step: Step | undefined): boolean {
  return step !== undefined && step.action === action.tool && step.input === action.input;
}

function stepOf(text: string, action: Action | null, observation: string | null): Step {
  if (action === null) return { thought: text.trim(), action: null, input: null, observation };
  return { thought: action.thought, action: action.tool, input: action.input, observation };
}
