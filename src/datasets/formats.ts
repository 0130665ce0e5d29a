import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../contract/index.ts";
import { FormatYaml } from "./dataset-yaml.ts";
import { isFile } from "./locate.ts";
import { readYaml } from "./yaml-file.ts";

/** The names `--format` knows, sorted. */
export async function formatNames(formatsDir: string): Promise<string[]> {
  const files = await readdir(formatsDir).catch(() => []);
  return files
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
}

/**
 * Reads a format by its name, or from a yaml file of the user's own when the name is a path (it holds a slash or ends
 * in .yaml). Throws UsageError that names the known formats.
 */
export async function readFormat(format: string, formatsDir: string): Promise<FormatYaml> {
  if (/[\\/]|\.ya?ml$/.test(format)) return readYaml(format, FormatYaml);
  const file = join(formatsDir, `${format}.yaml`);
  if (!(await isFile(file))) {
    const known = (await formatNames(formatsDir)).join(", ");
    throw new UsageError(`Unknown format "${format}". Known: ${known}. Or name a yaml file of your own.`);
  }
  return readYaml(file, FormatYaml);
}
