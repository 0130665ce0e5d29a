import { expect, test } from "vitest";
import { widthOf } from "../../src/report/text-width.ts";
import { openBench } from "../support/open-bench.ts";
import { playedModel } from "../support/played-model.ts";

const widest = (text: string): number => Math.max(...text.split("\n").map(widthOf));

test.each([
  { columns: "72", room: 72 },
  { columns: "", room: 120 },
])("cotbench analyze keeps within COLUMNS=$columns", async ({ columns, room }) => {
  const bench = await openBench(playedModel(1), { questions: 4, env: { COLUMNS: columns } });
  await bench.run("--strategy", "direct,zero-shot-cot,self-consistency:samples=3", "--out", "run");
  const { code, stdout } = await bench.cli("analyze", "run");
  expect(code).toBe(0);
  expect(widest(stdout)).toBeGreaterThan(room / 2);
  expect(widest(stdout)).toBeLessThanOrEqual(room);
  const { stdout: markdown } = await bench.cli("analyze", "run", "--format", "markdown");
  expect(widest(markdown)).toBeGreaterThan(room);
});
