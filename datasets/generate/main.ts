import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "./generated-files.ts";

// Run by `npm run datasets:generate`: writes the rows of the generated datasets again.
for (const { path, content } of generatedFiles()) {
  const target = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}
