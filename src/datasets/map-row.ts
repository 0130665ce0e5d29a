import type { DatasetRow } from "../contract/index.ts";
import { listChoices, readOptions } from "./choices.ts";
import type { Options } from "./choices.ts";
import { questionId } from "./content-hash.ts";
import type { FormatYaml } from "./dataset-yaml.ts";
import { asText, getField } from "./field-path.ts";
import { readHistory } from "./history.ts";
import type { RawRow } from "./raw-rows.ts";
import { readAliases, readReference } from "./row-answer.ts";
import { readStem } from "./row-text.ts";
import type { Complain } from "./row-text.ts";

const NO_OPTIONS: Options = { choices: [], ownLabels: [] };

/** A row read through a mapping: the row, or everything that is wrong with it. */
export type MappedRow =
  | { readonly row: DatasetRow; readonly problems: readonly [] }
  | { readonly row: null; readonly problems: readonly string[] };

/** Reads one raw row. Never throws for bad data: what is wrong comes back as `problems`. */
export function mapRow({ fields, line }: RawRow, mapping: FormatYaml): MappedRow {
  const problems: string[] = [];
  const row = toRow(fields, line, mapping, (message) => problems.push(message));
  return problems.length === 0 ? { row, problems: [] } : { row: null, problems };
}

function toRow(fields: unknown, line: number, mapping: FormatYaml, complain: Complain): DatasetRow {
  const stem = readStem(fields, mapping, complain);
  const options = mapping.answerType === "choice" ? readOptions(fields, stem, mapping, complain) : NO_OPTIONS;
  const reference = readReference(fields, mapping, options, complain);
  const text = mapping.fields.choices === undefined ? stem : `${stem}\n${listChoices(options.choices)}`;
  const question = {
    text,
    answerType: mapping.answerType,
    choices: options.choices,
    labels: mapping.labels ?? [],
  };
  const history = readHistory(fields, mapping, complain);
  return {
    question: { id: questionId({ question, reference, history }), ...question },
    reference,
    aliases: readAliases(fields, reference, mapping, options, complain),
    cluster: readCluster(fields, mapping),
    line,
    history,
  };
}

/** An empty cluster cell means that the row stands alone. */
function readCluster(fields: unknown, mapping: FormatYaml): string | null {
  const path = mapping.fields.cluster;
  return (path === undefined ? null : asText(getField(fields, path))?.trim()) || null;
}
