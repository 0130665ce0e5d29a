import type { FormatYaml } from "./dataset-yaml.ts";
import { asList, asText, getField } from "./field-path.ts";
import { isRecord, kindOf } from "./raw-rows.ts";

/** Takes a complaint about the row at hand; a row that got one is not used. */
export type Complain = (message: string) => void;

/** The text at a path, or of a template of paths (`{Body} {Question}`), trimmed; complains and gives null without one. */
export function readText(row: unknown, source: string, complain: Complain): string | null {
  if (!source.includes("{")) return readPath(row, source, complain);
  let isWhole = true;
  const text = source.replace(/\{([^{}]+)\}/g, (_, path: string) => {
    const part = readPath(row, path.trim(), complain);
    isWhole &&= part !== null;
    return part ?? "";
  });
  return isWhole ? text.trim() : null;
}

function readPath(row: unknown, path: string, complain: Complain): string | null {
  const value = getField(row, path);
  const text = asText(value);
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value))
    complain(`"${path}" has more digits than a JSON number keeps; write it as a text.`);
  if (text !== null) return text.trim();
  if (value === undefined) complain(`no field "${path}"${known(row)}.`);
  else complain(`"${path}" is ${kindOf(value)}, not a text or a number.`);
  return null;
}

function known(row: unknown): string {
  return isRecord(row) ? `; the row has ${Object.keys(row).join(", ")}` : "";
}

/**
 * The question of a row without its options: the parts joined with one blank, placeholders filled. Complains and gives
 * "" when a part is missing or nothing stands in any of them.
 */
export function readStem(row: unknown, mapping: FormatYaml, complain: Complain): string {
  const parts = [mapping.fields.question].flat().map((part) => readText(row, part, complain));
  if (parts.includes(null)) return "";
  const stem = parts.filter((part) => part !== "").join(" ");
  if (stem === "") complain("the question is empty.");
  return substitute(stem, row, mapping, complain);
}

function substitute(
  text: string,
  row: unknown,
  { substitute: rule }: FormatYaml,
  complain: Complain,
): string {
  if (rule === undefined) return text;
  const values = asList(getField(row, rule.values), /\s+/);
  if (values === null) complain(`no list of values in "${rule.values}".`);
  return text.replace(new RegExp(rule.pattern, "g"), (placeholder: string, index: string) => {
    const value = asText(values?.[Number(index)]);
    if (value === null) complain(`"${rule.values}" has no value for ${placeholder}.`);
    return value ?? placeholder;
  });
}
