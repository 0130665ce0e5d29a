import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Model, UsageError } from "../../src/contract/index.ts";
import {
  BudgetExceededError,
  type BudgetGuard,
  checkPriced,
  createBudgetGuard,
} from "../../src/models/budget.ts";
import { createScriptedModel } from "../../src/models/scripted-model.ts";
import { ask, NEVER, rejection } from "./requests.ts";
import { settled } from "./virtual-time.ts";

/** One USD per thousand tokens, in and out. */
const prices = {
  costUsd: (_: unknown, usage: { promptTokens: number | null; completionTokens: number | null }) =>
    usage.promptTokens === null || usage.completionTokens === null
      ? null
      : (usage.promptTokens + usage.completionTokens) / 1000,
};
const noPrices = { costUsd: () => null };

const model: Model = createScriptedModel(() => "x", { id: "openai/priced", billing: "tokens" });
const request = ask("x".repeat(100), { maxTokens: 100 });

function tokens(promptTokens: number, completionTokens: number) {
  return { promptTokens, completionTokens, cachedPromptTokens: null, reasoningTokens: null };
}

/** Makes a call of the given size under the guard. */
async function spend(guard: BudgetGuard, prompt: number, completion: number): Promise<void> {
  const reservation = await guard.reserve(model, request, NEVER);
  await settled();
  const usage = tokens(prompt, completion);
  reservation.settle(prices.costUsd(model, usage), usage);
}

test("the first call is held to its token limit", async () => {
  // 100 characters are taken for 50 + 8 tokens, and 100 more may follow: 0.158 USD.
  expect(await rejection(spend(createBudgetGuard(0.157, prices, 0), 25, 10))).toBeInstanceOf(
    BudgetExceededError,
  );
  await spend(createBudgetGuard(0.159, prices, 0), 25, 10);
});

test("then the cap is used up to the last call like those seen", async () => {
  const guard = createBudgetGuard(0.2, prices, 0);
  for (let calls = 0; calls < 5; calls++) await spend(guard, 25, 15);
  expect(guard.spentUsd()).toBeCloseTo(0.2, 10);
  const refused = (await rejection(spend(guard, 25, 15))) as BudgetExceededError;
  expect(refused).toBeInstanceOf(BudgetExceededError);
  expect(refused.message).toBe(
    "--max-cost $0.2 reached: $0.2 spent, and the next call may cost up to $0.04. " +
      "Raise --max-cost to go on, or lower --max-tokens.",
  );
});

test("a call waits for those in flight rather than be refused too early", async () => {
  const guard = createBudgetGuard(0.2, prices, 0);
  const first = await guard.reserve(model, request, NEVER);
  let isLetThrough = false;
  const second = guard.reserve(model, request, NEVER).then((reservation) => {
    isLetThrough = true;
    return reservation;
  });
  await settled();
  expect(isLetThrough).toBe(false);
  first.settle(0.03, tokens(20, 10));
  (await second).release();
});

test("a call that is stopped while it waits leaves", async () => {
  const guard = createBudgetGuard(0.2, prices, 0);
  await guard.reserve(model, request, NEVER);
  const stop = new AbortController();
  const stopped = rejection(guard.reserve(model, request, stop.signal));
  await settled();
  stop.abort();
  expect(await stopped).toMatchObject({ kind: "aborted" });
});

test("a failed call gives its money back", async () => {
  const guard = createBudgetGuard(0.2, prices, 0);
  (await guard.reserve(model, request, NEVER)).release();
  expect(guard.spentUsd()).toBe(0);
  await spend(guard, 20, 10);
});

test("a reply without usage counts as what was set aside for it", async () => {
  const guard = createBudgetGuard(1, prices, 0);
  const reservation = await guard.reserve(model, request, NEVER);
  reservation.settle(null, { ...tokens(0, 0), promptTokens: null, completionTokens: null });
  expect(guard.spentUsd()).toBeCloseTo(0.158, 10);
});

test("what a resumed run has paid before counts", async () => {
  expect(await rejection(spend(createBudgetGuard(1, prices, 0.99), 25, 10))).toBeInstanceOf(
    BudgetExceededError,
  );
});

test("a local model costs nothing and is never refused", async () => {
  const local = createScriptedModel(() => "x", { billing: "local" });
  const guard = createBudgetGuard(0, noPrices, 0);
  (await guard.reserve(local, request, NEVER)).settle(null, tokens(10, 10));
  expect(guard.spentUsd()).toBe(0);
});

describe("a model without a price", () => {
  test("is refused before the run, with the way to give one", () => {
    expect(() => checkPriced(model, noPrices)).toThrow(UsageError);
    expect(() => checkPriced(model, noPrices)).toThrow(/price for openai\/priced.*bench\.yaml/);
  });

  test("passes when it runs on the user's own machine", () => {
    expect(() =>
      checkPriced(
        createScriptedModel(() => "x"),
        noPrices,
      ),
    ).not.toThrow();
  });
});

test("however calls overlap, the bill never passes the cap", async () => {
  const call = fc.record({
    completion: fc.integer({ min: 0, max: 100 }),
    turns: fc.integer({ min: 0, max: 4 }),
  });
  const plan = fc.record({
    calls: fc.array(call, { minLength: 1, maxLength: 20 }),
    capUsd: fc.double({ min: 0.16, max: 2, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(plan, async ({ calls, capUsd }) => {
      const guard = createBudgetGuard(capUsd, prices, 0);
      let longest = 0;
      let billedUsd = 0;
      let isWithinEstimate = true;
      const make = async ({ completion, turns }: { completion: number; turns: number }) => {
        const reservation = await guard.reserve(model, request, NEVER);
        for (let turn = 0; turn < turns; turn++) await settled();
        const usage = tokens(25, completion);
        // A call made alone, near the cap, is taken to be no longer than those before it.
        if (billedUsd > 0 && completion > longest) isWithinEstimate = false;
        longest = Math.max(longest, completion);
        const costUsd = prices.costUsd(model, usage) ?? 0;
        billedUsd += costUsd;
        reservation.settle(costUsd, usage);
      };
      const ends = await Promise.allSettled(calls.map(make));
      const wrong = ends.filter(
        (end) => end.status === "rejected" && !(end.reason instanceof BudgetExceededError),
      );
      expect(wrong).toEqual([]);
      expect(guard.spentUsd()).toBeCloseTo(billedUsd, 9);
      // So one such reply may pass the cap by what it is longer (0.1 at most); nothing else may.
      expect(billedUsd).toBeLessThanOrEqual(capUsd + (isWithinEstimate ? 1e-9 : 0.1));
    }),
    { numRuns: 100 },
  );
});
