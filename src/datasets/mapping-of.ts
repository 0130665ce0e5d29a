import { bareMapping } from "./bare-mapping.ts";
import type { FormatYaml } from "./dataset-yaml.ts";
import { formatNames, readFormat } from "./formats.ts";
import { readRows } from "./read-rows.ts";

/** The mapping by which a rows file is read: that of the format, or the one its columns speak for. */
export async function mappingOf(
  path: string,
  formatsDir: string,
  format: string | undefined,
): Promise<FormatYaml> {
  if (format !== undefined) return readFormat(format, formatsDir);
  return bareMapping(await readRows(path, undefined), await formatNames(formatsDir));
}
