import { describe, expect, test } from "vitest";
import type { Batch } from "../../../src/models/embedded/batch.ts";
import { createNetwork, type Network } from "../../../src/models/embedded/network.ts";
import { createTokenizer } from "../../../src/models/embedded/tokenizer.ts";
import { referenceLogits } from "./reference-network.ts";
import { networkOf, readModel, SHIPPED } from "./shipped.ts";
import { createRandom, tinyModel } from "./tiny-model.ts";

interface Row {
  token: number;
  slot: number;
  position: number;
  /** The slot its first `shared` positions lie in; its own unless given. */
  donor?: number;
  shared?: number;
}

function batchOf(rows: readonly Row[]): Batch {
  return {
    size: rows.length,
    tokens: Int32Array.from(rows, ({ token }) => token),
    slots: Int32Array.from(rows, ({ slot }) => slot),
    positions: Int32Array.from(rows, ({ position }) => position),
    donors: Int32Array.from(rows, ({ slot, donor = slot }) => donor),
    shared: Int32Array.from(rows, ({ shared = 0 }) => shared),
  };
}

function run(network: Network, rows: readonly Row[], wanted: readonly number[]): number[][] {
  return network.forward(batchOf(rows), wanted).map((logits) => [...logits]);
}

function inSlot(slot: number, tokens: readonly number[], from = 0): Row[] {
  return tokens.map((token, i) => ({ token, slot, position: from + i }));
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  expect(a).toHaveLength(b.length);
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));
}

const random = createRandom();
const TOKENS = Array.from({ length: 37 }, () => Math.floor((random() + 1) * 128));

describe.each(["f32", "f16", "q8_0"] as const)("A %s model with grouped-query attention", (type) => {
  const model = readModel(tinyModel({ type }));
  const reference = referenceLogits(model.gguf, model.bytes, model.shape, TOKENS);

  test.each(["wasm", "js"] as const)("gives the logits of the formulas in the %s engine", (engine) => {
    const network = networkOf(model, { slots: 2, maxRows: 64, engine });
    expect(network.engine).toBe(engine);
    const [logits] = run(network, inSlot(1, TOKENS), [TOKENS.length - 1]);
    // Logits are of the order of 1; activations have 13 bits beside f32 and f16 weights, 15 beside q8_0.
    expect(largestDifference(logits!, reference)).toBeLessThan(3e-3);
  });
});

/** Prompts as the model reads them. On noise, which no training text has, it makes forty times as much of a rounding. */
const PROMPTS = [
  "Q: Nina has 15 pillows. Tina has three times as many pillows as Nina. How many pillows does Tina have?\nA:",
  "Q: One ring costs 7 dollars. Frank buys 3 rings. Frank buys 7 lamps for 9 dollars each. How much does Frank pay in total?\nA:",
  "Q: A child counts 6 dogs and 3 pigs. How many legs are there in total?\nA:",
];

test.each(PROMPTS)(
  "The shipped model gives the logits of the formulas, and both engines agree on them: %s",
  (prompt) => {
    const tokens = createTokenizer(SHIPPED.gguf).encode(prompt);
    const options = { slots: 1, maxRows: 64 };
    const last = [tokens.length - 1];
    const [wasm] = run(networkOf(SHIPPED, { ...options, engine: "wasm" }), inSlot(0, tokens), last);
    const [js] = run(networkOf(SHIPPED, { ...options, engine: "js" }), inSlot(0, tokens), last);
    const reference = referenceLogits(SHIPPED.gguf, SHIPPED.bytes, SHIPPED.shape, tokens);
    // How large the logits are differs from one training to the next: the bounds are shares of the largest.
    const largest = Math.max(...reference.map(Math.abs));
    // The plain engine keeps attention weights as floats, the other rounds them to 16 bits.
    expect(largestDifference(wasm!, js!) / largest).toBeLessThan(3e-4);
    expect(largestDifference(wasm!, reference) / largest).toBeLessThan(3e-4);
  },
);

test("Where the compiled kernels cannot run, plain JavaScript takes over", () => {
  const { gguf, bytes, shape } = SHIPPED;
  const unreadable = Buffer.from("\0asm of another kind");
  expect(createNetwork(gguf, bytes, shape, { slots: 1, maxRows: 1, wasm: unreadable }).engine).toBe("js");
});

describe.each(["wasm", "js"] as const)("In the %s engine", (engine) => {
  const model = readModel(tinyModel({ type: "q8_0" }));
  const network = () => networkOf(model, { slots: 4, maxRows: 64, engine });
  const [alone] = run(network(), inSlot(0, TOKENS), [TOKENS.length - 1]);

  test("rows beside it change no bit of a row", () => {
    const crowded = network();
    const others = [...inSlot(1, TOKENS.slice(5, 14)), ...inSlot(3, TOKENS.slice(9, 20))];
    const rows = [...others, ...inSlot(0, TOKENS)];
    expect(run(crowded, rows, [rows.length - 1])).toEqual([alone]);
  });

  test("a prompt computed in pieces gives the same bits", () => {
    const pieces = network();
    for (let i = 0; i + 1 < TOKENS.length; i += 3)
      run(pieces, inSlot(2, TOKENS.slice(i, Math.min(i + 3, 36)), i), []);
    expect(run(pieces, inSlot(2, TOKENS.slice(36), 36), [0])).toEqual([alone]);
  });

  test.each([1, 17, 36])("a prefix of %i tokens copied from another slot gives the same bits", (length) => {
    const copied = network();
    run(
      copied,
      inSlot(
        3,
        TOKENS.map((token) => (token + 1) % 256),
      ),
      [],
    );
    run(copied, inSlot(1, [...TOKENS.slice(0, length), 7, 7]), []);
    copied.copy(1, 3, 0, length);
    const rest = TOKENS.slice(length);
    expect(run(copied, inSlot(3, rest, length), [rest.length - 1])).toEqual([alone]);
  });

  test("a prefix that has been on the shelf gives the same bits", () => {
    const shelved = network();
    expect(shelved.places).toBeGreaterThanOrEqual(9);
    run(shelved, inSlot(1, TOKENS), []);
    // In two runs, not in their order.
    shelved.shelve(1, 0, shelved.places - 5, 5);
    shelved.shelve(1, 5, 0, 4);
    shelved.fetch(0, 3, 5, 4);
    shelved.fetch(shelved.places - 5, 3, 0, 5);
    expect(run(shelved, inSlot(3, TOKENS.slice(36), 36), [0])).toEqual([alone]);
  });

  test.each([4, 20, 36])("%i tokens read from another slot give the same bits", (shared) => {
    const lent = network();
    run(lent, inSlot(1, [...TOKENS.slice(0, shared), 7, 7]), []);
    const rest = inSlot(3, TOKENS.slice(shared), shared).map((row) => ({ ...row, donor: 1, shared }));
    expect(run(lent, rest, [rest.length - 1])).toEqual([alone]);
  });

  test("rows with one donor and different parts of it, four at a time or not, give the same bits", () => {
    const lent = network();
    run(lent, inSlot(2, TOKENS.slice(0, 33)), []);
    const part = (slot: number, shared: number, first: number) =>
      inSlot(slot, TOKENS.slice(first), first).map((row) => ({ ...row, donor: 2, shared }));
    // The second copies what lies between; the third is the donor itself, which goes on.
    run(lent, part(0, 32, 32).slice(0, -1), []);
    lent.copy(2, 1, 16, 31);
    run(lent, part(1, 16, 31).slice(0, -1), []);
    run(lent, inSlot(2, TOKENS.slice(33, -1), 33), []);
    run(lent, part(3, 12, 12).slice(0, -1), []);
    const last = [part(0, 32, 36), part(1, 16, 36), inSlot(2, TOKENS.slice(36), 36), part(3, 12, 36)].flat();
    expect(run(lent, last, [0, 1, 2, 3])).toEqual([alone, alone, alone, alone]);
    expect(run(lent, last.slice(1), [0, 1, 2])).toEqual([alone, alone, alone]);
  });
});
