import { describe, expect, test } from "vitest";
import { createVirtualClock } from "../../src/run/virtual-clock.ts";

const timed = (durationMs: number) => () => Promise.resolve({ value: null, durationMs });

describe("the time line of a job", () => {
  test("is unknown before anything ran", () => {
    expect(createVirtualClock().elapsedMs()).toBeNull();
  });

  test("adds up calls one after another", async () => {
    const clock = createVirtualClock();
    await clock.live(timed(100));
    await clock.live(timed(50));
    expect(clock.elapsedMs()).toBe(150);
  });

  test("takes the longest of calls asked together, live and replayed alike", async () => {
    const live = createVirtualClock();
    await Promise.all([live.live(timed(100)), live.live(timed(300)), live.live(timed(200))]);
    const replayed = createVirtualClock();
    await Promise.all([100, 300, 200].map((durationMs) => replayed.replay(null, durationMs)));
    expect(live.elapsedMs()).toBe(300);
    expect(replayed.elapsedMs()).toBe(300);
  });

  test("replays chains side by side in the order in which they would have ended", async () => {
    const clock = createVirtualClock();
    const chain = async () => {
      await clock.replay(null, 100);
      await clock.replay(null, 100);
    };
    await Promise.all([chain(), clock.replay(null, 300)]);
    expect(clock.elapsedMs()).toBe(300);
  });

  test("a failed call leaves the time line as it was", async () => {
    const clock = createVirtualClock();
    await clock.live(timed(10));
    await expect(clock.live(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(clock.elapsedMs()).toBe(10);
  });
});
