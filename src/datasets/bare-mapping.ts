import { UsageError } from "../contract/index.ts";
import type { AnswerType } from "../contract/index.ts";
import type { FormatYaml } from "./dataset-yaml.ts";
import { asText } from "./field-path.ts";
import type { RawRows } from "./raw-rows.ts";
import { isBoolean } from "./row-answer.ts";

/** Columns that a bare file may have beside question and answer; each means what it means in a dataset.yaml. */
const OPTIONAL_COLUMNS = ["choices", "aliases", "cluster", "history"] as const;

/** A plain number: sign, thousands commas, decimals, exponent, or a fraction such as 3/4. */
const PLAIN_NUMBER = /^[-+]?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[-+]?\d+)?|\.\d+|\d+\/\d+)$/i;

/**
 * The mapping of a rows file that comes alone: columns `question` and `answer`, optionally `choices` ("A|B|C" or a
 * list), `aliases`, `cluster` and `history`. The answer type is choice when there are choices, number when every answer
 * is a plain number, boolean when every one is yes, no, true or false, else text.
 * Throws UsageError when a column is missing.
 */
export function bareMapping(rows: RawRows, formats: readonly string[]): FormatYaml {
  const columns = new Set(rows.rows.flatMap(({ fields }) => Object.keys(fields)));
  for (const column of ["question", "answer"]) {
    if (columns.has(column)) continue;
    throw new UsageError(
      `${rows.file}: no column "${column}" (columns: ${[...columns].join(", ")}). Name the columns question and answer, ` +
        `say how to read the file with --format NAME (${formats.join(", ")}), or write a dataset.yaml.`,
    );
  }
  const optional = OPTIONAL_COLUMNS.filter((column) => !isBlank(rows, column));
  const fields = Object.fromEntries(optional.map((column) => [column, column]));
  return { answerType: inferType(rows), fields: { question: "question", answer: "answer", ...fields } };
}

/** A column without a value in any row is as good as absent. */
function isBlank(rows: RawRows, column: string): boolean {
  return rows.rows.every(({ fields }) => {
    const value = fields[column] ?? "";
    return typeof value === "string" && value.trim() === "";
  });
}

function inferType(rows: RawRows): AnswerType {
  if (!isBlank(rows, "choices")) return "choice";
  const answers = rows.rows
    .map(({ fields }) => asText(fields["answer"])?.trim() ?? "")
    .filter((text) => text !== "");
  if (answers.every((answer) => PLAIN_NUMBER.test(answer))) return "number";
  return answers.every(isBoolean) ? "boolean" : "text";
}
