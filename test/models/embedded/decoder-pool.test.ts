import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { createDecoderPool } from "../../../src/models/embedded/decoder-pool.ts";

const modelPath = fileURLToPath(new URL("../../../src/models/embedded/assets/model.gguf", import.meta.url));
const prompts = ["Ana", "Ben", "Eva"].flatMap((name) =>
  [3, 7].map(
    (count) =>
      `Q: ${name} has ${count} apples. She buys 5 more apples. How many apples does ${name} have now?\nA:`,
  ),
);

async function textsWith(threads: number): Promise<string[]> {
  const pool = createDecoderPool({ modelPath, slots: 8 }, threads);
  onTestFinished(() => pool.close());
  const { signal } = new AbortController();
  const results = await Promise.all(
    prompts.map((prompt, seed) =>
      pool.decode({ prompt, maxTokens: 24, temperature: 1, seed, stop: [] }, signal),
    ),
  );
  return results.map((result) => (result.kind === "overflow" ? "overflow" : result.text));
}

test("replies do not depend on how many threads share the work", async () => {
  const alone = await textsWith(1);
  expect(new Set(alone).size).toBeGreaterThan(1);
  expect(await textsWith(3)).toEqual(alone);
});
