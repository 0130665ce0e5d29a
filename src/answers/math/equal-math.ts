import { isWords, normalLatex } from "./normal-latex.ts";
import { type MathStructure, mathStructure } from "./math-structure.ts";
import { rationalOf } from "./rational.ts";

/** Decides whether two expressions are equal; null = it cannot tell. */
export type JudgeExpressions = (left: string, right: string) => Promise<boolean | null>;

/** Deeper nesting is compared as text. */
const DEEPEST = 4;

/**
 * Whether two mathematical answers in LaTeX are equal. First as normalised strings, then as exact numbers,
 * then part by part (tuples and intervals in order with their brackets, sets and lists in any order, matrices
 * by cell, equations up to swapped sides), and only single expressions that are still open go to `judge`.
 */
export async function equalMath(
  answer: string,
  reference: string,
  judge: JudgeExpressions,
): Promise<boolean> {
  return equalNormal(normalLatex(answer), normalLatex(reference), judge, 0);
}

async function equalNormal(
  left: string,
  right: string,
  judge: JudgeExpressions,
  depth: number,
): Promise<boolean> {
  if (left === right) return true;
  if (left === "" || right === "" || depth > DEEPEST) return false;
  if (isWords(left) || isWords(right)) return left.toLowerCase() === right.toLowerCase();
  const [a, b] = [mathStructure(left), mathStructure(right)];
  const equal = (x: string, y: string): Promise<boolean> => equalNormal(x, y, judge, depth + 1);
  if (a.kind === "expression" && b.kind === "expression") return equalExpression(a.latex, b.latex, judge);
  return equalStructure(a, b, equal, judge);
}

async function equalExpression(left: string, right: string, judge: JudgeExpressions): Promise<boolean> {
  if (left === right) return true;
  const [a, b] = [rationalOf(left), rationalOf(right)];
  if (a !== null && b !== null) return a.equals(b);
  return (await judge(left, right)) ?? false;
}

type Equal = (left: string, right: string) => Promise<boolean>;

async function equalStructure(
  a: MathStructure,
  b: MathStructure,
  equal: Equal,
  judge: JudgeExpressions,
): Promise<boolean> {
  if (a.kind === "matrix" && b.kind === "matrix") return equalRows(a.rows, b.rows, equal);
  if (a.kind === "group" && b.kind === "group") {
    if (a.open !== b.open || a.close !== b.close) return false;
    return a.open === "\\{"
      ? equalInAnyOrder(a.items, b.items, equal)
      : equalInOrder(a.items, b.items, equal);
  }
  if (a.kind === "equation" && b.kind === "equation") return equalEquations(a.items, b.items, judge);
  const [left, right] = [unordered(a), unordered(b)];
  return left !== null && right !== null && (a.kind === "union") === (b.kind === "union")
    ? equalInAnyOrder(left, right, equal)
    : false;
}

/** The items whose order does not matter: a union, a bare list, or a set written with braces. */
function unordered(structure: MathStructure): readonly string[] | null {
  if (structure.kind === "union" || structure.kind === "list") return structure.items;
  return structure.kind === "group" && structure.open === "\\{" ? structure.items : null;
}

async function equalRows(
  a: readonly (readonly string[])[],
  b: readonly (readonly string[])[],
  equal: Equal,
): Promise<boolean> {
  if (a.length !== b.length) return false;
  for (const [index, row] of a.entries()) if (!(await equalInOrder(row, b[index] ?? [], equal))) return false;
  return true;
}

async function equalInOrder(a: readonly string[], b: readonly string[], equal: Equal): Promise<boolean> {
  if (a.length !== b.length) return false;
  for (const [index, item] of a.entries()) if (!(await equal(item, b[index] ?? ""))) return false;
  return true;
}

async function equalInAnyOrder(a: readonly string[], b: readonly string[], equal: Equal): Promise<boolean> {
  if (a.length !== b.length) return false;
  const left = [...b];
  for (const item of a) {
    let found = left.indexOf(item);
    for (let at = 0; found < 0 && at < left.length; at += 1)
      if (await equal(item, left[at] ?? "")) found = at;
    if (found < 0) return false;
    left.splice(found, 1);
  }
  return true;
}

/** l = r and L = R say the same when l - r is L - R or its opposite. */
async function equalEquations(
  a: readonly string[],
  b: readonly string[],
  judge: JudgeExpressions,
): Promise<boolean> {
  const [left, right] = [a, b].map(([l, r]) => `(${l ?? ""})-(${r ?? ""})`);
  if (left === undefined || right === undefined) return false;
  return ((await judge(left, right)) ?? false) || ((await judge(left, `-(${right})`)) ?? false);
}
