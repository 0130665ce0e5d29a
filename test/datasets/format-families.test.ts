import { join } from "node:path";
import { expect, test } from "vitest";
import { FormatYaml } from "../../src/datasets/dataset-yaml.ts";
import { formatNames } from "../../src/datasets/formats.ts";
import { readYaml } from "../../src/datasets/yaml-file.ts";
import { exemplarSets } from "../../strategies/exemplars/index.ts";
import { ROOTS } from "./temp-folder.ts";

test.each(await formatNames(ROOTS.formatsDir))(
  "format %s names a family that has worked examples, or none",
  async (name) => {
    const { family } = await readYaml(join(ROOTS.formatsDir, `${name}.yaml`), FormatYaml);
    expect([undefined, ...exemplarSets.map((set) => set.family)]).toContain(family);
  },
);
