import { describe, expect, test } from "vitest";
import { ProviderError, type ProviderErrorKind } from "../../src/contract/index.ts";
import { createAdaptiveLimit } from "../../src/models/adaptive-limit.ts";
import { CannotConnectError } from "../../src/models/endpoint-down.ts";
import { createEndpointHealth } from "../../src/models/endpoint-health.ts";
import { callWithRetries, DEFAULT_RETRY, type EndpointState } from "../../src/models/retry.ts";
import { createScriptedModel } from "../../src/models/scripted-model.ts";
import { ask, NEVER, rejection } from "./requests.ts";
import { createVirtualTime, settled, type VirtualTime } from "./virtual-time.ts";

type Step = ProviderError | "ok";

const error = (kind: ProviderErrorKind, retryAfterMs: number | null = null) =>
  new ProviderError(kind, `${kind} happened.`, { retryAfterMs });

interface Setup {
  readonly time: VirtualTime;
  readonly endpoint: EndpointState;
}

function setUp(jumps = true): Setup {
  const time = createVirtualTime({ jumps });
  const limit = createAdaptiveLimit({ initial: 8, ceiling: 8, clock: time });
  return { time, endpoint: { limit, health: createEndpointHealth() } };
}

/** A call to a model that goes through the steps, the last one again and again. */
function call(steps: readonly Step[], { time, endpoint }: Setup, signal = NEVER, random = 1) {
  const model = createScriptedModel((_, index) => {
    const step = steps[Math.min(index, steps.length - 1)];
    if (step instanceof ProviderError) throw step;
    return "done";
  });
  const effects = { clock: time, random: () => random, onBackoff: () => undefined };
  return callWithRetries({ model, request: ask("hi"), signal }, endpoint, DEFAULT_RETRY, effects);
}

const RETRYABLE: ProviderErrorKind[] = ["rate-limit", "server", "connection", "timeout", "bad-reply"];
const FINAL: ProviderErrorKind[] = [
  "auth",
  "unknown-model",
  "quota",
  "rejected",
  "context-overflow",
  "aborted",
];

test.each(RETRYABLE)("a %s error is tried again", async (kind) => {
  const { reply, retries } = await call([error(kind), error(kind), "ok"], setUp());
  expect({ text: reply.text, retries }).toEqual({ text: "done", retries: 2 });
});

test.each(FINAL)("a %s error is not", async (kind) => {
  const setup = setUp();
  expect(await rejection(call([error(kind)], setup))).toMatchObject({ kind });
  expect(setup.time.slept).toEqual([]);
});

test("a mistake of ours is no provider error and ends the call", async () => {
  const { time, endpoint } = setUp();
  const model = createScriptedModel(() => {
    throw new TypeError("a bug");
  });
  const effects = { clock: time, random: () => 0, onBackoff: () => undefined };
  const made = callWithRetries(
    { model, request: ask("hi"), signal: NEVER },
    endpoint,
    DEFAULT_RETRY,
    effects,
  );
  expect(await rejection(made)).toBeInstanceOf(TypeError);
});

describe("the wait before a retry", () => {
  test("doubles, up to six times, then the last error is final", async () => {
    const setup = setUp();
    expect(await rejection(call([error("server")], setup))).toMatchObject({ kind: "server" });
    expect(setup.time.slept).toEqual([500, 1000, 2000, 4000, 8000, 16_000]);
  });

  test("is anything from zero to that", async () => {
    const setup = setUp();
    await call([error("server"), error("server"), "ok"], setup, NEVER, 0.25);
    expect(setup.time.slept).toEqual([125, 250]);
  });

  test("after 429s outlasts an allowance per minute, even with the shortest draws", async () => {
    const setup = setUp();
    await rejection(call([error("rate-limit")], setup, NEVER, 0));
    expect(setup.time.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(60_000);
  });

  test("is at least what Retry-After says", async () => {
    const setup = setUp();
    const { backoffMs } = await call([error("rate-limit", 30_000), "ok"], setup, NEVER, 0.5);
    expect(setup.time.slept[0]).toBe(30_375);
    expect(backoffMs).toBe(30_375);
  });

  test("is over at once when the call is stopped", async () => {
    const setup = setUp(false);
    const stop = new AbortController();
    const stopped = rejection(call([error("server")], setup, stop.signal));
    await settled();
    expect(setup.time.slept).toHaveLength(1);
    stop.abort();
    expect(await stopped).toMatchObject({ kind: "aborted" });
  });

  test("holds no slot", async () => {
    const setup = setUp(false);
    const stop = new AbortController();
    const stopped = rejection(call([error("server")], setup, stop.signal));
    await settled();
    expect(setup.endpoint.limit.stats()).toMatchObject({ inFlight: 0, queued: 0 });
    stop.abort();
    await stopped;
  });
});

test("a Retry-After of more than ten minutes ends the run", async () => {
  const setup = setUp();
  const failure = await rejection(call([error("rate-limit", 3_600_000)], setup));
  expect(failure).toMatchObject({ kind: "quota", isFatal: true });
  expect(String(failure)).toContain("wait 60 minutes");
  expect(setup.time.slept).toEqual([]);
});

test("429s do not use up the retries of a call while others get through", async () => {
  const setup = setUp();
  const turns = [...Array.from({ length: 20 }, () => error("rate-limit")), "ok" as const];
  const model = createScriptedModel((_, index) => {
    const turn = turns[index];
    // Somebody else's call succeeds between any two of ours.
    setup.endpoint.health.succeeded();
    if (turn instanceof ProviderError) throw turn;
    return "done";
  });
  const effects = { clock: setup.time, random: () => 0, onBackoff: () => undefined };
  const request = { model, request: ask("hi"), signal: NEVER };
  const { retries } = await callWithRetries(request, setup.endpoint, DEFAULT_RETRY, effects);
  expect(retries).toBe(20);
});

describe("an endpoint that cannot be reached", () => {
  const away = new CannotConnectError("Cannot connect to http://x/v1 (ECONNREFUSED).");

  test("and never could ends the run after four attempts", async () => {
    const setup = setUp();
    const failure = await rejection(call([away], setup));
    expect(failure).toMatchObject({ isFatal: true, kind: "connection" });
    expect(String(failure)).toContain("Gave up after 4 attempts");
    expect(setup.time.slept).toHaveLength(3);
  });

  test("any more ends the run when the retries are used up", async () => {
    const setup = setUp();
    await call(["ok"], setup);
    expect(await rejection(call([away], setup))).toMatchObject({ isFatal: true });
    expect(setup.time.slept).toHaveLength(6);
  });

  test("for a moment does not end the run", async () => {
    expect((await call([away, away, "ok"], setUp())).retries).toBe(2);
  });

  test("by one call only fails that call", async () => {
    const setup = setUp();
    const model = createScriptedModel(() => {
      setup.endpoint.health.answered();
      throw away;
    });
    const effects = { clock: setup.time, random: () => 0, onBackoff: () => undefined };
    const request = { model, request: ask("hi"), signal: NEVER };
    const made = callWithRetries(request, setup.endpoint, DEFAULT_RETRY, effects);
    expect(await rejection(made)).toMatchObject({ isFatal: false, kind: "connection" });
  });
});

test("time spent waiting for a slot is counted apart from back-off", async () => {
  const setup = setUp(false);
  await setup.endpoint.limit.run(NEVER, async (slot) => setup.endpoint.limit.rateLimited(slot, 700));
  const pending = call(["ok"], setup);
  await settled();
  await setup.time.advance(700);
  expect(await pending).toMatchObject({ queuedMs: 700, backoffMs: 0, retries: 0 });
});
