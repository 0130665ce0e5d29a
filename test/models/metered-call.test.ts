import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Model } from "../../src/contract/index.ts";
import { BudgetExceededError } from "../../src/models/budget.ts";
import { systemClock } from "../../src/models/clock.ts";
import { createModel } from "../../src/models/create-model.ts";
import {
  type Caller,
  type CallerOptions,
  createCaller,
  type PaidCall,
} from "../../src/models/metered-call.ts";
import { createPriceBook, type PriceBook } from "../../src/models/price-book.ts";
import { createScriptedModel } from "../../src/models/scripted-model.ts";
import * as faults from "../support/fault-replies.ts";
import { type FaultHandler, type FaultServer, startFaultServer } from "../support/fault-server.ts";
import { ask, NEVER, rejection } from "./requests.ts";
import { createVirtualTime, settled } from "./virtual-time.ts";

let prices: PriceBook;
beforeAll(async () => {
  prices = await createPriceBook({ "openai/priced": { input: 1000, output: 1000 } }, new Date("2026-11-21"));
});

interface Rig {
  readonly server: FaultServer;
  readonly model: Model;
  readonly caller: Caller;
  readonly paid: readonly PaidCall[];
}

const rigs: Rig[] = [];

/** A caller against a real server; waits between attempts take no time. */
async function rig(handler: FaultHandler, options: Partial<CallerOptions> = {}): Promise<Rig> {
  const server = await startFaultServer(handler);
  const model = await createModel({ id: "openai/priced", baseUrl: server.url, timeoutMs: 2000 }, {});
  const paid: PaidCall[] = [];
  const caller = createCaller({
    concurrency: 8,
    prices,
    clock: createVirtualTime({ jumps: true }),
    random: () => 0.5,
    onCompleted: (call) => void paid.push(call),
    ...options,
  });
  const made = { server, model, caller, paid };
  rigs.push(made);
  return made;
}

afterEach(async () => {
  for (const { server, model, caller } of rigs.splice(0)) {
    caller.close();
    await model.close();
    await server.close();
  }
});

test("a call returns its reply with what it took and what it cost", async () => {
  const { caller, model } = await rig(({ index }) =>
    index === 0 ? faults.SERVER_ERROR : faults.completion("42"),
  );
  const call = await caller.call(model, ask("6*7?"), "key", NEVER);
  expect(call).toMatchObject({ reply: { text: "42" }, backoffMs: 250, retries: 1, costUsd: 0.03 });
  expect(caller.stats()).toMatchObject({ completed: 1, retries: 1, inFlight: 0, backingOff: 0 });
});

test("a call is written down before anybody sees its reply, once for all who share it", async () => {
  const seen: string[] = [];
  const { caller, model, server } = await rig(() => faults.completion("42"), {
    onCompleted: ({ key }) => void seen.push(`written ${key}`),
  });
  const both = [1, 2].map(async (waiter) => {
    await caller.call(model, ask("6*7?"), "same", NEVER);
    seen.push(`waiter ${waiter}`);
  });
  await Promise.all(both);
  expect(seen).toEqual(["written same", "waiter 1", "waiter 2"]);
  expect(server.requests).toHaveLength(1);
});

test("a call that cannot be written down fails with the reason", async () => {
  const full = new Error("disk full");
  const { caller, model } = await rig(() => faults.completion("42"), {
    onCompleted: () => {
      throw full;
    },
  });
  expect(await rejection(caller.call(model, ask("hi"), "key", NEVER))).toBe(full);
});

test("at 20% faults of every kind no call is lost and none is counted twice", async () => {
  const kinds = [
    faults.tooMany(),
    faults.tooMany("1"),
    faults.SERVER_ERROR,
    faults.RESET,
    faults.CUT_OFF_BODY,
    faults.GARBAGE,
    faults.CUT_OFF_JSON,
    faults.HTML_PAGE,
    faults.EMPTY_CHOICES,
  ];
  const { caller, model, paid, server } = await rig(({ index, body }) => {
    const fault = index % 5 === 0 ? kinds[(index / 5) % kinds.length] : undefined;
    return fault ?? faults.completion(body.messages[0]?.content ?? "");
  });
  const questions = Array.from({ length: 200 }, (_, index) => `question ${index}`);
  const calls = await Promise.all(questions.map((text) => caller.call(model, ask(text), text, NEVER)));
  expect(calls.map(({ reply }) => reply.text)).toEqual(questions);
  expect(paid.map(({ key }) => key).sort()).toEqual([...questions].sort());
  expect(calls.reduce((sum, { retries }) => sum + retries, 0)).toBe(server.requests.length - 200);
  expect(server.busiest()).toBeLessThanOrEqual(8);
});

test("a stalled body times out and is tried again", async () => {
  const server = await startFaultServer(({ index }) =>
    index === 0 ? faults.STALLED_BODY : faults.completion("42"),
  );
  const model = await createModel({ id: "openai/priced", baseUrl: server.url, timeoutMs: 50 }, {});
  const { caller } = await rig(() => faults.RESET);
  expect(await caller.call(model, ask("hi"), "key", NEVER)).toMatchObject({
    retries: 1,
    reply: { text: "42" },
  });
  await model.close();
  await server.close();
});

describe("a call that is stopped", () => {
  test("in flight ends at once", async () => {
    const stop = new AbortController();
    const { caller, model } = await rig(() => {
      stop.abort();
      return new Promise<never>(() => undefined);
    });
    expect(await rejection(caller.call(model, ask("hi"), "key", stop.signal))).toMatchObject({
      kind: "aborted",
    });
  });

  test("in back-off ends at once, whatever Retry-After says", async () => {
    const time = createVirtualTime({ jumps: false });
    const { caller, model } = await rig(() => faults.tooMany("300"), { clock: time });
    const stop = new AbortController();
    const stopped = rejection(caller.call(model, ask("hi"), "key", stop.signal));
    while (caller.stats().backingOff === 0) await settled();
    stop.abort();
    expect(await stopped).toMatchObject({ kind: "aborted" });
    expect(caller.stats().backingOff).toBe(0);
  });

  test("by closing the caller ends at once, and no further one starts", async () => {
    const { caller, model, server } = await rig(() => new Promise<never>(() => undefined));
    const stopped = rejection(caller.call(model, ask("hi"), "key", NEVER));
    while (server.requests.length === 0) await settled();
    caller.close();
    expect(await stopped).toMatchObject({ kind: "aborted" });
    expect(await rejection(caller.call(model, ask("hi"), "other", NEVER))).toMatchObject({ kind: "aborted" });
  });
});

describe("--max-cost", () => {
  test("stops before the call that would pass it, with calls overlapping", async () => {
    // Each call costs 0.03 USD; the first is held to 0.508.
    const { caller, model, paid } = await rig(() => faults.completion("x"), { maxCostUsd: 1 });
    const request = ask("hi", { maxTokens: 500 });
    const calls = Array.from({ length: 60 }, (_, index) =>
      caller.call(model, request, `call ${index}`, NEVER),
    );
    const ends = await Promise.allSettled(calls);
    const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
    expect(paid).toHaveLength(33);
    expect(refused).toHaveLength(27);
    expect(refused.every((reason) => reason instanceof BudgetExceededError)).toBe(true);
  });

  test("is checked against the price before the run", async () => {
    const { caller, model } = await rig(() => faults.completion("x"), { maxCostUsd: 1 });
    expect(() => caller.checkPrice(model)).not.toThrow();
    const unknown = createScriptedModel(() => "x", { id: "openai/unheard-of", billing: "tokens" });
    expect(() => caller.checkPrice(unknown)).toThrow(/needs a price for openai\/unheard-of/);
  });
});

describe("calls at once", () => {
  async function busiestWith(
    concurrency: number | "auto",
    preferredConcurrency: number | null,
  ): Promise<number> {
    let running = 0;
    let most = 0;
    const model = createScriptedModel(
      async () => {
        most = Math.max(most, ++running);
        await settled();
        running--;
        return "x";
      },
      { preferredConcurrency },
    );
    const clock = systemClock;
    const caller = createCaller({
      concurrency,
      prices,
      clock,
      random: Math.random,
      onCompleted: () => undefined,
    });
    const calls = Array.from({ length: 100 }, (_, index) =>
      caller.call(model, ask("hi"), `call ${index}`, NEVER),
    );
    await Promise.all(calls);
    return most;
  }

  test.each([
    { concurrency: 3, preferred: null, most: 3, why: "the user's number" },
    { concurrency: 3, preferred: 5, most: 3, why: "the user's number wins" },
    { concurrency: "auto" as const, preferred: 5, most: 5, why: "what the model serves at once" },
  ])("are $most: $why", async ({ concurrency, preferred, most }) => {
    expect(await busiestWith(concurrency, preferred)).toBe(most);
  });

  test("grow by themselves where nothing is said", async () => {
    expect(await busiestWith("auto", null)).toBeGreaterThan(8);
  });
});
