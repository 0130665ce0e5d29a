import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
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

test("without the optional package the judge says that it cannot tell", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cotbench-judge-"));
  const compiled = fileURLToPath(new URL("../../dist/src/answers/math/", import.meta.url));
  for (const file of ["expression-judge.js", "judge-worker.js", "engine-equality.js"])
    cpSync(join(compiled, file), join(folder, file));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const module = (await import(pathToFileURL(join(folder, "expression-judge.js")).href)) as {
    expressionJudge: typeof expressionJudge;
  };
  const engine = module.expressionJudge(20_000);
  const told = [await engine.isAvailable(), await engine.judge("\\sqrt{4}", "2")];
  await engine.close();
  rmSync(folder, { recursive: true });
  expect(told).toEqual([false, null]);
});
