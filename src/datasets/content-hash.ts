import { createHash } from "node:crypto";
import type { ChatMessage, Dataset, DatasetRow, Question } from "../contract/index.ts";

/** The first 16 hex digits of the SHA-256 of a value's JSON. */
function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}

/** What a question says: a row without its place in the file. */
interface Content {
  readonly question: Omit<Question, "id">;
  readonly reference: string;
  readonly history: readonly ChatMessage[];
}

/** The id of a question from what it says; an earlier conversation counts where there is one. */
export function questionId({ question, reference, history }: Content): string {
  const { text, choices, labels, answerType } = question;
  const turns = history.length === 0 ? {} : { history: history.map(({ role, content }) => [role, content]) };
  const options = choices.map((choice) => [choice.letter, choice.text]);
  return hash({ text, choices: options, labels, answerType, reference, ...turns });
}

/** Gives rows of equal content the ids X, X-2, X-3 in their order, so that every id is there once. */
export function numberRepeats(rows: readonly DatasetRow[]): DatasetRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const { id } = row.question;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? row : { ...row, question: { ...row.question, id: `${id}-${count}` } };
  });
}

/** Hash of all that can change a result: answer type, rows in any order, exemplars, documents. */
export function datasetFingerprint(
  dataset: Pick<Dataset, "answerType" | "rows" | "exemplars" | "documents">,
): string {
  const { answerType, rows, exemplars, documents } = dataset;
  const contents = rows.map((row) => hash([questionId(row), row.aliases, row.cluster])).sort();
  return hash({ answerType, rows: contents, exemplars, documents });
}
