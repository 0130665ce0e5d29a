import type { RunSide } from "../analysis/regression/run-side.ts";

/**
 * The notes of several runs or baselines, each once, not yet defused: a model's caveat, a limit. What only one of them
 * says bears its name.
 */
export function sideNotes(sides: readonly Pick<RunSide, "ref" | "notes">[]): string[] {
  const distinct = [...new Set(sides.flatMap(({ notes }) => notes))];
  return distinct.map((note) => {
    const [first, ...others] = sides.filter(({ notes }) => notes.includes(note));
    const isOfOne = sides.length > 1 && others.length === 0;
    return first !== undefined && isOfOne ? `${first.ref}: ${note}` : note;
  });
}
