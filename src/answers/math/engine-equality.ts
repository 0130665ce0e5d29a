import type { ComputeEngine } from "@cortex-js/compute-engine";

type Expression = ReturnType<ComputeEngine["parse"]>;

/** Two numeric values are equal when they differ by at most this share of the larger one. */
const RELATIVE_TOLERANCE = 1e-10;
/** Where expressions with unknowns are compared; irrational-looking, one below zero and one above one. */
const SAMPLES: readonly number[] = [0.734_19, 1.618_31, -0.413_77, 2.236_53, -1.732_09];
const FEWEST_SAMPLES = 3;
/** Operators that bind their own variable: substituting for it would change the meaning. */
const BINDING = /"(?:Sum|Product|Integrate|NIntegrate|D|Limit|Function)"/;

/**
 * Whether two LaTeX expressions are equal: their difference simplifies to 0, or their values agree, at five
 * fixed points where they have unknowns. null = the engine does not understand one of them.
 * Values that vanish or overflow in floating point (1/2004!) prove nothing.
 */
export function equalByEngine(engine: ComputeEngine, left: string, right: string): boolean | null {
  const [a, b] = [engine.parse(left), engine.parse(right)];
  if (!a.isValid || !b.isValid) return null;
  if (engine.box(["Subtract", a, b]).simplify().is(0)) return true;
  const unknowns = [...new Set([...a.unknowns, ...b.unknowns])].toSorted((x, y) => x.localeCompare(y));
  if (unknowns.length === 0) return sameValue(a, b) ?? false;
  if (BINDING.test(JSON.stringify([a.json, b.json]))) return null;
  return agreeAtSamples(a, b, unknowns);
}

function agreeAtSamples(a: Expression, b: Expression, unknowns: readonly string[]): boolean | null {
  let compared = 0;
  for (const [index] of SAMPLES.entries()) {
    const point = Object.fromEntries(
      unknowns.map((name, at) => [name, (SAMPLES[(index + at) % SAMPLES.length] ?? 1) + at * 0.173_21]),
    );
    const same = sameValue(a.subs(point), b.subs(point));
    if (same === false) return false;
    if (same === true) compared += 1;
  }
  return compared >= FEWEST_SAMPLES ? true : null;
}

/** null = at least one value is not a number, or both vanished. */
function sameValue(a: Expression, b: Expression): boolean | null {
  const [x, y] = [a.N(), b.N()];
  const size = Math.max(Math.hypot(x.re, x.im), Math.hypot(y.re, y.im));
  if (!Number.isFinite(size) || size === 0) return null;
  return Math.hypot(x.re - y.re, x.im - y.im) <= RELATIVE_TOLERANCE * size;
}
