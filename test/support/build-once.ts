import { execFileSync } from "node:child_process";

/** Builds dist/ once before the tests: worker threads and end-to-end tests run the compiled program. */
export default function setup(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
