import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generatedFiles } from "../../datasets/generate/generated-files.ts";
import { ROOTS } from "./temp-folder.ts";

test.each(generatedFiles().map((file) => [file.path, file.content] as const))(
  "%s is what its script makes, byte for byte",
  async (path, content) => {
    expect(await readFile(join(ROOTS.builtinDir, "..", path), "utf8")).toBe(content);
  },
);
