import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { onAbort } from "../../src/models/on-abort.ts";

test("any number of callbacks share one listener", () => {
  const controller = new AbortController();
  const called: number[] = [];
  for (let index = 0; index < 100; index++) onAbort(controller.signal, () => called.push(index));
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  controller.abort();
  expect(called).toHaveLength(100);
});

test("who unsubscribed is not called", () => {
  const controller = new AbortController();
  const called: string[] = [];
  onAbort(controller.signal, () => called.push("gone"))();
  onAbort(controller.signal, () => called.push("there"));
  controller.abort();
  expect(called).toEqual(["there"]);
});

test("a signal that has fired calls back at once", () => {
  const called: string[] = [];
  onAbort(AbortSignal.abort(), () => called.push("now"));
  expect(called).toEqual(["now"]);
});
