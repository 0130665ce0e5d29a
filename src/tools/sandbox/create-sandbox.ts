import { UsageError } from "../../contract/index.ts";
import { openBubblewrap } from "./bubblewrap/open-bubblewrap.ts";
import { openMonty } from "./monty/open-monty.ts";
import { pythonDecides } from "./python-decides.ts";
import { DEFAULT_LIMITS, type Sandbox, type SandboxLimits } from "./sandbox.ts";

export type SandboxChoice = "auto" | "monty" | "bubblewrap";
export const SANDBOX_CHOICES: readonly SandboxChoice[] = ["auto", "monty", "bubblewrap"];

/** @returns the sandbox, or why there is none here. */
type Open = (limits: SandboxLimits) => Promise<Sandbox | string>;

const BACKENDS: Readonly<Record<"monty" | "bubblewrap", Open>> = {
  monty: openMonty,
  bubblewrap: openBubblewrap,
};

const INSTALL =
  "Install monty (npm install @pydantic/monty, with -D in a checkout of cotbench), or on Linux bubblewrap and Python 3 (apt install bubblewrap python3).";

/**
 * The sandbox of this machine, tried before it is returned.
 * @param choice "auto" = monty and, for what it cannot run, bubblewrap; or the one of them that works. Without any,
 * the sandbox is named "none" and refuses every program.
 * @param backends what there is to choose from; a test gives others
 * @throws {UsageError} when the one that was asked for does not work here.
 */
export async function createSandbox(
  choice: SandboxChoice = "auto",
  limits: SandboxLimits = DEFAULT_LIMITS,
  backends = BACKENDS,
): Promise<Sandbox> {
  if (choice !== "auto") {
    const opened = await backends[choice](limits);
    if (typeof opened === "string") throw new UsageError(absence([opened]));
    return opened;
  }
  const [monty, bubblewrap] = await Promise.all([backends.monty(limits), backends.bubblewrap(limits)]);
  if (typeof monty === "string") {
    return typeof bubblewrap === "string" ? refusingSandbox(absence([monty, bubblewrap])) : bubblewrap;
  }
  return typeof bubblewrap === "string" ? monty : pythonDecides(monty, bubblewrap);
}

const absence = (reasons: readonly string[]): string =>
  `No sandbox for Python programs: ${reasons.join("; ")}. ${INSTALL}`;

const refusingSandbox = (message: string): Sandbox => ({
  name: "none",
  missing: message,
  run: () => Promise.reject(new UsageError(message)),
  close: () => Promise.resolve(),
});
