import { expect, test } from "vitest";
import { readModelCard } from "../../src/models/embedded/model-card.ts";
import { strategies } from "../../strategies/index.ts";
import { promptForm } from "../../training/card/prompt-forms.ts";

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

test("a changed cue changes the form of the strategies that send it, and of no other", async () => {
  const forms = await Promise.all(strategies.map(async (one) => [one.name, await promptForm(one)] as const));
  const changed = await Promise.all(
    strategies.map(async ({ solve, ...one }) => {
      const shouting = {
        ...one,
        solve: ((question, context) =>
          solve(question, {
            ...context,
            ask: (prompt, settings) =>
              context.ask(
                typeof prompt === "string"
                  ? prompt
                  : prompt.map((message) => ({
                      ...message,
                      content: message.content.replace("step by step.", "STEP BY STEP."),
                    })),
                settings,
              ),
          })) satisfies typeof solve,
      };
      return [one.name, await promptForm(shouting)] as const;
    }),
  );
  const different = changed.filter(([name, form]) => form !== new Map(forms).get(name)).map(([name]) => name);
  expect(different).toEqual(["zero-shot-cot", "step-back", "re2", "multi-agent-debate"]);
});
