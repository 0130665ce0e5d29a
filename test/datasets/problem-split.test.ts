import { describe, expect, test } from "vitest";
import type { Exemplar } from "../../src/contract/index.ts";
import { arithmeticExemplars, arithmeticProblems } from "../../datasets/generate/arithmetic.ts";
import { evaluationProblems } from "../../datasets/generate/evaluation.ts";
import { logicExemplars, logicProblems } from "../../datasets/generate/logic.ts";
import type { Family } from "../../datasets/generate/problems/families.ts";
import { isHeldOut, problemKey } from "../../datasets/generate/problems/held-out.ts";
import { drawProblem, type Problem, type Side } from "../../datasets/generate/problems/problem.ts";
import type { Operator, Step } from "../../datasets/generate/problems/step.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { builtinRows } from "./builtin-rows.ts";
import { ALL_FAMILIES, draws, STEPS } from "./problem-draws.ts";
import { SOLVERS } from "./solve-text/index.ts";

describe("the side of a key", () => {
  // As Python 3.11 gives it: int(md5(key).hexdigest(), 16) % 8 == 0.
  test.each([
    { key: "legs: 3*4", heldOut: false, why: "one step" },
    { key: "legs: 4*4", heldOut: true, why: "one step" },
    { key: "unit: 2*60", heldOut: true, why: "a conversion" },
    { key: "compare: 8/2", heldOut: false, why: "a division" },
    { key: "collect: 9-2, 8*2, 7+16", heldOut: true, why: "three steps" },
    { key: "shop: 4*5, 30-20", heldOut: false, why: "two steps" },
    { key: "weekday: Monday + 9", heldOut: true, why: "told by its words" },
    { key: "order: Tom is taller than Ana", heldOut: true, why: "told by its solution" },
    { key: "facts: Tom is a wug, so Tom is green", heldOut: false, why: "told by its solution" },
    { key: "letters: Abebe Asel Amara Aiko", heldOut: false, why: "told by its names" },
    { key: "coin: Ben flips, Ana leaves", heldOut: true, why: "told by its names and flips" },
  ])("of $key is held out: $heldOut ($why)", ({ key, heldOut }) => {
    expect(isHeldOut(key)).toBe(heldOut);
  });

  test("is held out for one key in eight", () => {
    const keys = Array.from({ length: 8000 }, (_, index) => `collect: ${index}+2`);
    const share = keys.filter(isHeldOut).length / keys.length;
    expect(share).toBeGreaterThan(0.11);
    expect(share).toBeLessThan(0.14);
  });
});

const step = (x: number, operator: Operator, y: number): Step => ({
  say: "",
  ask: "",
  result: "",
  equation: { x, operator, y, value: 0, operands: [x, y] },
  uses: [],
});

test("the key of a computed problem is its family and its equations", () => {
  expect(problemKey("shop", [step(4, "*", 5), step(30, "-", 20)])).toBe("shop: 4*5, 30-20");
  const problems = draws("travel", "trained", 12).map(({ problem }) => problem);
  expect(problems.map(({ key }) => key)).toEqual(problems.map(({ steps }) => problemKey("travel", steps)));
});

describe.each(ALL_FAMILIES)("problems of the family %s", (family) => {
  test("lie on the side that is wanted", () => {
    const train = draws(family, "trained", 60).map(({ problem }) => problem.key);
    const heldOut = draws(family, "trained", 30, "held-out").map(({ problem }) => problem.key);
    expect(train.filter(isHeldOut)).toEqual([]);
    expect(heldOut.filter((key) => !isHeldOut(key))).toEqual([]);
    expect([...train, ...heldOut].filter((key) => !key.startsWith(`${family}: `))).toEqual([]);
  });
});

/** The key of a question about a coin or last letters, read from its words. */
function keyOf(question: string): string {
  const list = /"([^"]+)" and concatenate/.exec(question)?.[1];
  if (list !== undefined) return `letters: ${list}`;
  const acts = [...question.matchAll(/(\w+) (flips|does not flip) the coin\./g)];
  return `coin: ${acts.map(([, name, act]) => `${name} ${act === "flips" ? "flips" : "leaves"}`).join(", ")}`;
}

/** What measures the model: every problem's question and key. */
const measured: Readonly<Record<string, readonly Pick<Problem, "question" | "key">[]>> = {
  arithmetic: arithmeticProblems(),
  logic: logicProblems(),
  "evaluation, held out": evaluationProblems("trained"),
  "evaluation, unseen": evaluationProblems("unseen"),
  "coin-flip": await rowsByWords("coin-flip"),
  "last-letters": await rowsByWords("last-letters"),
};

async function rowsByWords(dataset: string) {
  const rows = await builtinRows(`${dataset}/rows.csv`);
  return rows.map(({ question }) => ({ question, key: keyOf(question) }));
}

test("a key read from the words of a question is the one that keeps it from the training", () => {
  const asBuiltIn = [...draws("coin", "trained", 90), ...draws("letters", "trained", 90)]
    .map(({ problem }) => problem)
    .filter(({ question }) => /here means "reverse"|concatenate them/.test(question));
  expect(asBuiltIn.length).toBeGreaterThan(30);
  expect(asBuiltIn.map(({ question }) => keyOf(question))).toEqual(asBuiltIn.map(({ key }) => key));
});

test.each(Object.entries(measured))("every row of %s is held out", (_, rows) => {
  expect(rows.length).toBeGreaterThanOrEqual(100);
  expect(rows.filter(({ key }) => !isHeldOut(key))).toEqual([]);
});

/** Problems of these families in turn. */
function drawMany(families: readonly Family[], side: Side, count: number): readonly Problem[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, index) => {
    const family = families[index % families.length] ?? "collect";
    return drawProblem(random, side, { families: [family], steps: random.pick(STEPS[family]) });
  });
}

const rows = Object.values(measured).flat();
const questions = new Set(rows.map(({ question }) => question));
const keys = new Set(rows.map(({ key }) => key));

test("no row is among 20,000 training problems, by its question or its key", () => {
  const training = drawMany(ALL_FAMILIES, "train", 20_000);
  expect(training.filter(({ question }) => questions.has(question))).toEqual([]);
  expect(training.filter(({ key }) => keys.has(key))).toEqual([]);
});

test("some rows do come up among a few that are held out, so the search would find them", () => {
  const heldOut = drawMany(["weekday", "unit"], "held-out", 500);
  expect(heldOut.filter(({ question }) => questions.has(question)).length).toBeGreaterThan(0);
  expect(heldOut.filter(({ key }) => keys.has(key)).length).toBeGreaterThan(20);
});

const ARITHMETIC_EXAMPLES: readonly Family[] = ["collect", "shop", "compare", "travel"];
const LOGIC_EXAMPLES: readonly Family[] = ["weekday", "order", "facts", "facts"];

/** The key of an example, put together from what it shows. */
function keyOfExample(family: Family, { question, reasoning = "", trajectory = [] }: Exemplar): string {
  if (family === "weekday") {
    const [, start] = /\b(\w+day)\b/.exec(question) ?? [];
    const [, days] = /(\d+) days/.exec(question) ?? [];
    return `weekday: ${start} ${/ago|before/.test(question) ? "-" : "+"} ${days}`;
  }
  const inputs = trajectory.flatMap(({ action, input }) =>
    action === "Calculator" ? [input.replaceAll(" ", "")] : [],
  );
  const spoken = reasoning.split(/\. ?/).slice(0, -1);
  return `${family}: ${(inputs.length > 0 ? inputs : spoken).join(", ")}`;
}

test.each([
  { dataset: "arithmetic", exemplars: arithmeticExemplars(), families: ARITHMETIC_EXAMPLES },
  { dataset: "logic", exemplars: logicExemplars(), families: LOGIC_EXAMPLES },
])("no example of $dataset is held out or a row", ({ exemplars, families }) => {
  // A family's solver answers no question of another, so these are the families.
  expect(exemplars.map(({ question }, index) => String(SOLVERS[families[index]!](question)))).toEqual(
    exemplars.map(({ answer }) => answer),
  );
  const exampleKeys = exemplars.map((one, index) => keyOfExample(families[index]!, one));
  expect(exampleKeys.filter(isHeldOut)).toEqual([]);
  expect(exemplars.filter(({ question }) => questions.has(question))).toEqual([]);
});
