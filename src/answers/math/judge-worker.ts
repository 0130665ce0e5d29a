import self from "node:process";
import { equalByEngine } from "./engine-equality.ts";

/** What the judge asks; answered by a `boolean | null`. */
export interface JudgeRequest {
  readonly left: string;
  readonly right: string;
}

/** The first message: whether the optional engine is installed. */
export type JudgeGreeting = "ready" | "absent";

const loaded = await import("@cortex-js/compute-engine").catch(() => null);
const engine = loaded === null ? null : new loaded.ComputeEngine();

/** The first comparison compiles the engine's rules, which takes longer than any later one. */
verdict("(x+1)^2", "x^2+2x+1");

self.on("message", ({ left, right }: JudgeRequest) => {
  self.send?.({ verdict: verdict(left, right) });
});
self.send?.({ greeting: (engine === null ? "absent" : "ready") satisfies JudgeGreeting });

/** null also where the engine trips over its input: an answer it cannot read is one it cannot judge. */
function verdict(left: string, right: string): boolean | null {
  try {
    return engine === null ? null : equalByEngine(engine, left, right);
  } catch {
    return null;
  }
}
