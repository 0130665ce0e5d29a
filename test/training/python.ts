import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Debian's own: the one that its python3-torch is for. */
export const PYTHON = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

function hasTorch(): boolean {
  try {
    execFileSync(PYTHON, ["-c", "import torch"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const isRequired = process.env["CI"] !== undefined;

/** Whether what needs PyTorch is passed over: it is not there, and this is not CI. */
export const isSkipped = !isRequired && !hasTorch();
if (isSkipped)
  console.warn("No PyTorch here: the training recipe is not tested (apt install python3-torch).");
