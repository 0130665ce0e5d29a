/**
 * What stands in the last `\boxed{...}` of a solution, braces balanced (`\boxed 2` and `\fbox{...}` too); null when
 * there is none or it never closes. MATH keeps its answers so (Hendrycks et al. 2021, arXiv 2103.03874).
 */
export function lastBoxed(solution: string): string | null {
  const marks = [...solution.matchAll(/\\(?:boxed|fbox)(?![a-zA-Z])\s*/g)];
  const last = marks.at(-1);
  if (last === undefined) return null;
  const rest = solution.slice(last.index + last[0].length);
  if (!rest.startsWith("{")) return /^[^\s$.,]+/.exec(rest)?.[0] ?? null;
  return balanced(rest);
}

function balanced(text: string): string | null {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === "{") depth++;
    else if (text[index] === "}" && --depth === 0) return text.slice(1, index).trim();
  }
  return null;
}
