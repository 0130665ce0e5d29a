import { capital } from "../../datasets/generate/problems/capital.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import type { Manner } from "../../datasets/generate/problems/solution-text.ts";
import { type Equation, type Operand, owned, type Step } from "../../datasets/generate/problems/step.ts";

/**
 * A correct program in the manner of PAL: a function that computes one step a line and returns the last result.
 * @param manner "told": a comment before each step says what happens, and one behind it whose number its result is where
 * the step has an owner; "bare": the lines that compute alone.
 */
export function programFor(problem: Problem, manner: Manner = "told"): string {
  const lines = OWN_LINES[problem.family]?.(parts(problem)) ?? stepLines(problem.steps);
  const kept = manner === "told" ? lines : lines.map(withoutComment).filter((line) => line !== "");
  return ["def solution():", ...kept.map((line) => `    ${line}`)].join("\n");
}

/** What a symbolic problem's key says after its family: "Tom flips, Ann leaves". */
const parts = ({ family, key }: Problem): string => key.slice(`${family}: `.length);

const WEEK = '"Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()';

/** Families that Python computes in another way than the steps say. */
const OWN_LINES: Readonly<Partial<Record<Problem["family"], (parts: string) => readonly string[]>>> = {
  coin: (acts) => ["heads = True", ...acts.split(", ").flatMap(coinLines), "return heads"],
  letters: (names) => [
    `return ${names
      .split(" ")
      .map((name) => `"${name}"[-1]`)
      .join(" + ")}`,
  ],
  weekday: (change) => {
    const [start = "", way = "", count = ""] = change.split(" ");
    return [`days = ${WEEK}`, `return days[(days.index("${start}") ${way} ${count}) % 7]`];
  },
};

function coinLines(act: string): readonly string[] {
  const [name = "", verb] = act.split(" ");
  return verb === "flips" ? [`# ${name} flips`, "heads = not heads"] : [`# ${name} does not flip`];
}

function stepLines(steps: readonly Step[]): readonly string[] {
  return [
    ...steps.flatMap((step, index) => [
      `# ${comment(step, steps)}`,
      `${nameOf(index)} = ${valueOf(step)}${whose(step, nameOf(index))}`,
    ]),
    `return ${nameOf(steps.length - 1)}`,
  ];
}

const withoutComment = (line: string): string => line.replace(/(^| +)# .*/, "");

const whose = ({ owner }: Step, name: string): string =>
  owner === undefined ? "" : `  # ${owned(owner, name)}`;

const nameOf = (step: number): string => String.fromCodePoint("a".codePointAt(0)! + step);

/** What happens, without the values of earlier steps: to know them is the interpreter's part. */
function comment({ say, equation }: Step, steps: readonly Step[]): string {
  if (equation === null) return say;
  const [left, right] = equation.operands;
  const told = [left, right].reduce((text: string, operand) => ownerNamed(text, operand, steps), say);
  return valueNamed(valueNamed(told, left, right, steps), right, left, steps);
}

/** The name of an earlier step in place of its value, in the words that said whose it is. */
function ownerNamed(say: string, operand: Operand, steps: readonly Step[]): string {
  if (typeof operand === "number") return say;
  const { owner, result } = steps[operand.step]!;
  if (owner === undefined) return say;
  const [was, is] = [owned(owner, result), owned(owner, nameOf(operand.step))];
  return say.replace(was, is).replace(capital(was), capital(is));
}

/** The name of an earlier step in place of its value, unless the value is also the problem's other number. */
function valueNamed(say: string, operand: Operand, other: Operand, steps: readonly Step[]): string {
  if (typeof operand === "number") return say;
  const { result } = steps[operand.step]!;
  if (other === Number(result)) return say;
  return say.replace(new RegExp(`\\b${result}\\b`), nameOf(operand.step));
}

function valueOf({ equation, result }: Step): string {
  if (equation !== null) return computation(equation);
  if (result === "yes") return "True";
  return result === "no" ? "False" : `"${result}"`;
}

/** Every division of a problem is without remainder. */
function computation({ operator, operands: [left, right] }: Equation): string {
  return `${operandText(left)} ${operator === "/" ? "//" : operator} ${operandText(right)}`;
}

const operandText = (operand: Operand): string =>
  typeof operand === "number" ? String(operand) : nameOf(operand.step);
