import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { KERNEL_WASM } from "./shipped.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The command line of the script build:kernel, without where the result goes. */
const SOURCE = "src/models/embedded/kernel/kernel.ts";
const FLAGS = [
  "-O3",
  "--runtime",
  "stub",
  "--noAssert",
  "--enable",
  "simd",
  "--importMemory",
  "--use",
  "abort=",
];

test("The committed kernel is what its source compiles to, byte for byte", () => {
  const folder = mkdtempSync(join(tmpdir(), "cotbench-kernel-"));
  try {
    const out = join(folder, "kernel.wasm");
    const compiler = join(ROOT, "node_modules/assemblyscript/bin/asc.js");
    execFileSync(process.execPath, [compiler, SOURCE, "-o", out, ...FLAGS], { cwd: ROOT });
    expect(readFileSync(out).equals(KERNEL_WASM)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
