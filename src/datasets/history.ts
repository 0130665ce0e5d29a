import { z } from "zod";
import type { ChatMessage } from "../contract/index.ts";
import type { FormatYaml } from "./dataset-yaml.ts";
import { asList, getField } from "./field-path.ts";
import type { Complain } from "./row-text.ts";

const History = z.array(z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() }));

/** The earlier turns of a row, oldest first; empty when the mapping names none or the row has none. */
export function readHistory(row: unknown, mapping: FormatYaml, complain: Complain): readonly ChatMessage[] {
  const path = mapping.fields.history;
  if (path === undefined) return [];
  const value = getField(row, path);
  if (value === undefined || value === null || value === "") return [];
  const parsed = History.safeParse(asList(value, "\n"));
  if (!parsed.success) complain(`"${path}" is not a list of { role: user | assistant, content }.`);
  return parsed.data ?? [];
}
