import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { expressionJudge } from "../../src/answers/math/expression-judge.ts";

/** Minutes of work for the engine. */
const ENDLESS = "\\sum_{k=1}^{100000000}\\frac{1}{k}+1000000!";

test("a pair that never ends is stopped at the deadline, and the next one is answered", async () => {
  const engine = expressionJudge(4000);
  expect(await engine.isAvailable()).toBe(true);
  expect(await engine.judge(ENDLESS, `${ENDLESS}+\\pi`)).toBeNull();
  expect(await engine.judge("(x+1)^2", "x^2+2x+1")).toBe(true);
  await engine.close();
});

test("pairs asked at once are answered each for itself", async () => {
  const engine = expressionJudge(20_000);
  const verdicts = await Promise.all([
    engine.judge("\\sqrt{4}", "2"),
    engine.judge("\\sqrt{4}", "3"),
    engine.judge("@@", "3"),
  ]);
  await engine.close();
  expect(verdicts).toEqual([true, false, null]);
});

test("an idle judge does not keep the process alive", () => {
  const scorers = new URL("../../dist/src/answers/index.js", import.meta.url).href;
  const program = `import { scorerFor } from ${JSON.stringify(scorers)};
    console.log(await scorerFor("math").matches("(x+1)^2", "x^2+2x+1"));`;
  const out = execFileSync(process.execPath, ["--input-type=module", "-e", program], { timeout: 25_000 });
  expect(out.toString().trim()).toBe("true");
});
