import { expect, test } from "vitest";
import { createSharing } from "../../src/models/sharing.ts";
import { NEVER, rejection } from "./requests.ts";
import { settled } from "./virtual-time.ts";

/** Work that ends when the test says so. */
function controlled() {
  const started: { finish: (value: string) => void; fail: (error: Error) => void; signal: AbortSignal }[] =
    [];
  const work = (signal: AbortSignal) =>
    new Promise<string>((finish, fail) => {
      started.push({ finish, fail, signal });
    });
  return { started, work };
}

test("equal keys under way share one piece of work", async () => {
  const { started, work } = controlled();
  const sharing = createSharing<string>();
  const both = Promise.all([sharing.share("a", NEVER, work), sharing.share("a", NEVER, work)]);
  started[0]?.finish("done");
  expect(await both).toEqual(["done", "done"]);
  expect(started).toHaveLength(1);
});

test("other keys, and the same key later, do work of their own", async () => {
  const sharing = createSharing<number>();
  let runs = 0;
  const work = async () => ++runs;
  expect(await Promise.all([sharing.share("a", NEVER, work), sharing.share("b", NEVER, work)])).toEqual([
    1, 2,
  ]);
  expect(await sharing.share("a", NEVER, work)).toBe(3);
});

test("a failure reaches everybody who shares it", async () => {
  const { started, work } = controlled();
  const sharing = createSharing<string>();
  const waiters = [sharing.share("a", NEVER, work), sharing.share("a", NEVER, work)];
  const seen = Promise.all(waiters.map(rejection));
  started[0]?.fail(new Error("broken"));
  expect((await seen).map(String)).toEqual(["Error: broken", "Error: broken"]);
});

test("one waiter may leave without stopping the work for the others", async () => {
  const { started, work } = controlled();
  const sharing = createSharing<string>();
  const leaving = new AbortController();
  const left = rejection(sharing.share("a", leaving.signal, work));
  const staying = sharing.share("a", NEVER, work);
  leaving.abort();
  expect(await left).toMatchObject({ kind: "aborted" });
  expect(started[0]?.signal.aborted).toBe(false);
  started[0]?.finish("done");
  expect(await staying).toBe("done");
});

test("the work stops when every waiter has left, and the key is free again", async () => {
  const { started, work } = controlled();
  const sharing = createSharing<string>();
  const leaving = new AbortController();
  const left = [sharing.share("a", leaving.signal, work), sharing.share("a", leaving.signal, work)].map(
    rejection,
  );
  leaving.abort();
  await Promise.all(left);
  expect(started[0]?.signal.aborted).toBe(true);
  const anew = sharing.share("a", NEVER, work);
  started[0]?.fail(new Error("late"));
  await settled();
  started[1]?.finish("second");
  expect(await anew).toBe("second");
});

test("who comes with a signal that has fired starts nothing", async () => {
  const { started, work } = controlled();
  expect(await rejection(createSharing<string>().share("a", AbortSignal.abort(), work))).toMatchObject({
    kind: "aborted",
  });
  expect(started).toHaveLength(0);
});
