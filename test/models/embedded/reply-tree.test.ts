import { expect, test } from "vitest";
import { createReplyTree, nextBeginning } from "../../../src/models/embedded/reply-tree.ts";

const LOGITS = Float32Array.of(1, 2, 3);

test("Replies to one prompt that begin with the same tokens are one beginning, others are not", () => {
  const tree = createReplyTree(4, 3);
  const first = nextBeginning(nextBeginning(tree.of("a"), 7), 8);
  expect(nextBeginning(nextBeginning(tree.of("a"), 7), 8)).toBe(first);
  expect(nextBeginning(nextBeginning(tree.of("a"), 8), 7)).not.toBe(first);
  expect(nextBeginning(nextBeginning(tree.of("b"), 7), 8)).not.toBe(first);
});

test("Logits are kept as they were", () => {
  const tree = createReplyTree(4, 3);
  const given = LOGITS.slice();
  tree.learn(tree.of("a"), given);
  given.fill(0);
  expect(tree.of("a").logits).toEqual(LOGITS);
  expect(nextBeginning(tree.of("a"), 7).logits).toBeNull();
});

test("The logits learned longest ago leave first, and with those after a prompt all of its replies", () => {
  const tree = createReplyTree(2, 3);
  const a = tree.of("a");
  const next = nextBeginning(a, 7);
  tree.learn(a, LOGITS);
  tree.learn(next, LOGITS);
  expect(tree.of("a")).toBe(a);
  tree.learn(
    tree.of("b"),
    LOGITS.map((logit) => 2 * logit),
  );
  expect(a.logits).toBeNull();
  expect(next.logits).toEqual(LOGITS);
  expect(tree.of("a")).not.toBe(a);
  expect(tree.of("b").logits).toEqual(Float32Array.of(2, 4, 6));
});
