import { expect, test } from "vitest";
import { readModelCard } from "../../src/models/embedded/model-card.ts";
import type { AnyStrategy } from "../../src/contract/index.ts";
import { strategies } from "../../strategies/index.ts";
import { promptForm } from "../../training/transcripts/prompt-forms.ts";

const trained = readModelCard().prompts;

test("no prompt has drifted from what the embedded model was trained on", async () => {
  const drifted: string[] = [];
  for (const strategy of strategies) {
    const known = trained[strategy.name];
    if (known !== undefined && (await promptForm(strategy)) !== known) drifted.push(strategy.name);
  }
  expect(drifted, `these strategies need a retrain of the embedded model (training/README.md)`).toEqual([]);
});

test("the card names only strategies that there are", () => {
  const names = strategies.map(({ name }) => name);
  expect(Object.keys(trained).filter((name) => !names.includes(name))).toEqual([]);
});

/** The strategy with the prompts that it sends changed on their way. */
function saying(strategy: AnyStrategy, change: (text: string) => string): AnyStrategy {
  const { solve, ...rest } = strategy;
  return {
    ...rest,
    solve: ((question, context) =>
      solve(question, {
        ...context,
        ask: (prompt, settings) =>
          context.ask(
            typeof prompt === "string"
              ? prompt
              : prompt.map((message) => ({ ...message, content: change(message.content) })),
            settings,
          ),
      })) satisfies typeof solve,
  };
}

test.each([
  { cue: "step by step.", names: ["zero-shot-cot", "step-back", "re2", "multi-agent-debate"] },
  { cue: "Therefore, the answer is", names: ["zero-shot-cot", "plan-and-solve", "re2"] },
])(
  "a changed '$cue' changes the form of the strategies that send it, and of no other",
  async ({ cue, names }) => {
    const change = (text: string) => text.replace(cue, cue.toUpperCase());
    const different: string[] = [];
    for (const strategy of strategies) {
      const [form, changed] = [await promptForm(strategy), await promptForm(saying(strategy, change))];
      if (form !== changed) different.push(strategy.name);
    }
    expect(different).toEqual(names);
  },
);
