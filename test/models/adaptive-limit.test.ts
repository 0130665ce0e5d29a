import { describe, expect, test } from "vitest";
import type { RateLimitHint } from "../../src/contract/index.ts";
import { type AdaptiveLimit, createAdaptiveLimit, type Slot } from "../../src/models/adaptive-limit.ts";
import { NEVER, rejection } from "./requests.ts";
import { createVirtualTime, settled, type VirtualTime } from "./virtual-time.ts";

type Verdict = (limit: AdaptiveLimit, slot: Slot) => void;

const succeed: Verdict = (limit, slot) => limit.succeeded(slot, null);
const refuse: Verdict = (limit, slot) => limit.rateLimited(slot, null);
const fault: Verdict = (limit) => limit.faulted(null);

function create(initial: number, ceiling = 256): { limit: AdaptiveLimit; time: VirtualTime } {
  const time = createVirtualTime({ jumps: false });
  return { limit: createAdaptiveLimit({ initial, ceiling, clock: time }), time };
}

/** Fills all slots at once, with one call more waiting, and ends every call with the verdict. */
async function window(limit: AdaptiveLimit, verdict: Verdict): Promise<void> {
  const calls = limit.stats().limit;
  let go: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (go = resolve));
  const running = Array.from({ length: calls }, () =>
    limit.run(NEVER, async (slot) => {
      await all;
      verdict(limit, slot);
    }),
  );
  await settled();
  go();
  await Promise.all(running);
  await settled();
}

/** Like window, but the calls run one by one. */
async function alone(limit: AdaptiveLimit, calls: number): Promise<void> {
  for (let index = 0; index < calls; index++) {
    await limit.run(NEVER, async (slot) => limit.succeeded(slot, null));
  }
}

describe("the limit", () => {
  test("holds back what is more than it allows", async () => {
    const { limit } = create(2, 2);
    let running = 0;
    let most = 0;
    const task = async () => {
      most = Math.max(most, ++running);
      await settled();
      running--;
    };
    await Promise.all(Array.from({ length: 10 }, () => limit.run(NEVER, task)));
    expect(most).toBe(2);
  });

  test("doubles with every window of successes until the first 429", async () => {
    const { limit } = create(4);
    const limits: number[] = [];
    for (let round = 0; round < 3; round++) {
      await fullWindows(limit, succeed);
      limits.push(limit.stats().limit);
    }
    expect(limits).toEqual([8, 16, 32]);
  });

  test("halves once for all the 429s of a window, then rises by one", async () => {
    const { limit } = create(16);
    await window(limit, refuse);
    expect(limit.stats().limit).toBe(8);
    await fullWindows(limit, succeed);
    expect(limit.stats().limit).toBe(9);
  });

  test("halves again when calls that began under the lower limit are refused", async () => {
    const { limit } = create(16);
    for (let round = 0; round < 3; round++) await window(limit, refuse);
    expect(limit.stats().limit).toBe(2);
  });

  test("never falls below one", async () => {
    const { limit, time } = create(2);
    for (let round = 0; round < 4; round++) {
      const refused = window(limit, refuse);
      await time.advance(60_000);
      await refused;
    }
    expect(limit.stats().limit).toBe(1);
  });

  test("neither grows nor shrinks on server errors", async () => {
    const { limit } = create(4);
    for (let round = 0; round < 5; round++) await window(limit, fault);
    expect(limit.stats().limit).toBe(4);
  });

  test("never rises above its ceiling", async () => {
    const { limit } = create(4, 4);
    for (let round = 0; round < 3; round++) await fullWindows(limit, succeed);
    expect(limit.stats().limit).toBe(4);
  });

  test("does not grow while it is not used up", async () => {
    const { limit } = create(4);
    await alone(limit, 50);
    expect(limit.stats().limit).toBe(4);
  });
});

/** Until one window's worth of calls that ran with every slot taken has succeeded. */
async function fullWindows(limit: AdaptiveLimit, verdict: Verdict): Promise<void> {
  const before = limit.stats().limit;
  const calls = Array.from({ length: before * 2 - 1 }, () =>
    limit.run(NEVER, async (slot) => {
      await settled();
      if (limit.stats().limit === before) verdict(limit, slot);
    }),
  );
  await Promise.all(calls);
}

describe("the endpoint's pause", () => {
  async function afterOne(verdict: Verdict) {
    const made = create(1, 1);
    await made.limit.run(NEVER, async (slot) => verdict(made.limit, slot));
    const started: number[] = [];
    const next = made.limit.run(NEVER, async () => void started.push(made.time.nowMs()));
    await settled();
    return { ...made, started, next };
  }

  const hint = (remainingRequests: number, resetMs: number | null): RateLimitHint => ({
    remainingRequests,
    remainingTokens: null,
    resetMs,
  });

  test.each<{ why: string; verdict: Verdict; pauseMs: number }>([
    { why: "Retry-After on a 429", verdict: (limit, slot) => limit.rateLimited(slot, 5000), pauseMs: 5000 },
    { why: "Retry-After on a 503", verdict: (limit) => limit.faulted(3000), pauseMs: 3000 },
    {
      why: "no requests left",
      verdict: (limit, slot) => limit.succeeded(slot, hint(0, 2000)),
      pauseMs: 2000,
    },
    {
      why: "a reset of hours is looked at after a minute",
      verdict: (limit, slot) => limit.succeeded(slot, hint(0, 7_200_000)),
      pauseMs: 60_000,
    },
    { why: "refused at a limit of one", verdict: refuse, pauseMs: 250 },
  ])("holds back every call: $why", async ({ verdict, pauseMs }) => {
    const { time, started, next, limit } = await afterOne(verdict);
    expect(limit.stats()).toMatchObject({ inFlight: 0, queued: 1 });
    await time.advance(pauseMs - 1);
    expect(started).toHaveLength(0);
    await time.advance(1);
    await next;
    expect(started).toHaveLength(1);
  });

  test.each<{ why: string; verdict: Verdict }>([
    { why: "requests are left", verdict: (limit, slot) => limit.succeeded(slot, hint(3, 2000)) },
    { why: "no reset is told", verdict: (limit, slot) => limit.succeeded(slot, hint(0, null)) },
    { why: "a plain server error", verdict: fault },
  ])("is not made: $why", async ({ verdict }) => {
    const { started } = await afterOne(verdict);
    expect(started).toHaveLength(1);
  });

  test("gets longer while a limit of one is still refused, and short again after a success", async () => {
    const { limit, time } = create(1, 1);
    const refused = () => limit.run(NEVER, async (slot) => refuse(limit, slot));
    await refused();
    for (const pauseMs of [250, 500]) {
      const next = refused();
      await settled();
      await time.advance(pauseMs);
      await next;
    }
    expect(time.slept).toEqual([250, 500]);
    const next = limit.run(NEVER, async (slot) => succeed(limit, slot));
    await settled();
    await time.advance(1000);
    await next;
    await refused();
    void rejection(refused());
    await settled();
    expect(time.slept.at(-1)).toBe(250);
  });
});

describe("a call that is stopped", () => {
  test("while it waits for a slot leaves at once, and its turn passes on", async () => {
    const { limit } = create(1, 1);
    let finish: () => void = () => undefined;
    const first = limit.run(NEVER, () => new Promise<void>((resolve) => (finish = resolve)));
    const stop = new AbortController();
    const ran: string[] = [];
    const stopped = rejection(limit.run(stop.signal, async () => void ran.push("stopped")));
    const third = limit.run(NEVER, async () => void ran.push("third"));
    await settled();
    stop.abort();
    expect(await stopped).toMatchObject({ kind: "aborted" });
    finish();
    await Promise.all([first, third]);
    expect(ran).toEqual(["third"]);
  });

  test("during the endpoint's pause leaves at once", async () => {
    const { limit } = create(1, 1);
    await limit.run(NEVER, async (slot) => limit.rateLimited(slot, 5000));
    const stop = new AbortController();
    const stopped = rejection(limit.run(stop.signal, async () => "never"));
    await settled();
    stop.abort();
    expect(await stopped).toMatchObject({ kind: "aborted" });
    await settled();
    expect(limit.stats()).toMatchObject({ inFlight: 0, queued: 0 });
  });
});
