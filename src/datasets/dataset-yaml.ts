import { z } from "zod";
import { ANSWER_TYPES } from "../contract/index.ts";
import type { AnswerType } from "../contract/index.ts";

const text = z.string().trim().min(1);

/** YAML reads `24`, `true` and `"24"` as different things; an answer is a string in all three cases. */
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/**
 * Where the parts of a question stand in a row. A value is a field path (`question.stem`, `lSolutions.0`), or, where
 * it contains braces, a template of them (`{Body} {Question}`).
 */
const fields = z.strictObject({
  /** Path, template, or a list of either, joined with one blank. */
  question: z.union([text, z.array(text).min(1)]).default("question"),
  /** Path or template of the gold answer, or `{ constant: 24 }` when every row has the same one. */
  answer: z.union([text, z.strictObject({ constant: scalar })]).default("answer"),
  /** Further accepted answers: a path to a list, or to a text with `|` between them. */
  aliases: text.optional(),
  /**
   * The options. A path to a list of texts ("bank", "A)bank"), of `{ label, text }`, or to a text with `|` between the
   * options; or one path a letter: `{ A: optionA, B: optionB }`.
   */
  choices: z.union([text, z.record(z.string().regex(/^[A-Z]$/), text)]).optional(),
  /** Rows with the same value here are not independent. */
  cluster: text.optional(),
  /** Earlier turns: a path to a list of `{ role: user | assistant, content }`, oldest first. */
  history: text.optional(),
});

/** What the rows are and how to read them: all of a format file, and the larger part of a dataset.yaml. */
const mapping = {
  title: text.optional(),
  /** Paper, repository or script the rows come from. */
  source: text.optional(),
  licence: text.optional(),
  split: text.optional(),
  answerType: z.enum(ANSWER_TYPES as readonly [AnswerType, ...AnswerType[]]),
  /** The exemplar set that fits, e.g. "coin-flip"; absent = the one of the answer type. */
  family: text.optional(),
  /** Path to the list of rows inside a JSON file, e.g. `examples`; absent = the file is the list. */
  records: text.optional(),
  fields: fields.prefault({}),
  /** `question`: the options already stand in the question, one a line, as "(A) 12/24/1937". */
  choicesFrom: z.literal("question").optional(),
  /** Regular expression (m flag) with one group: what the group matches last in the raw answer is the answer. */
  answerPattern: text.optional(),
  /** `last-boxed`: the answer is what stands in the last \boxed{...} of the raw answer. */
  answerFrom: z.literal("last-boxed").optional(),
  /** Raw answer -> answer, applied after the pattern, e.g. `{ true: yes, false: no }`; others stay as they are. */
  answerMap: z.record(z.string(), scalar).optional(),
  /** The allowed answers; needed when answerType is label. */
  labels: z.array(scalar).min(2).optional(),
  /**
   * Fills placeholders in the question: `pattern` has one group, an index from 0 into the list at `values` (a list, or a
   * text with blanks between the values). SVAMP's masked form: `{ pattern: 'number(\d+)', values: Numbers }`.
   */
  substitute: z.strictObject({ pattern: text, values: text }).optional(),
};

type Mapping = z.infer<z.ZodObject<typeof mapping>>;

/** The file `datasets/formats/<name>.yaml`: how to read a published rows file. Unknown keys are refused. */
export const FormatYaml = z.strictObject(mapping).superRefine(checkMapping);

/** The file `dataset.yaml` of a dataset folder: the mapping and the files that go with it. Unknown keys are refused. */
export const DatasetYaml = z
  .strictObject({
    ...mapping,
    /** Rows file in the folder (csv, jsonl or json); absent = the one rows.csv, rows.jsonl or rows.json there. */
    rows: text.optional(),
    /** Document store in the folder: a jsonl or json file of `{ title, text }`, or a folder of *.md files. */
    documents: text.optional(),
    /** The dataset's own worked examples (jsonl, json or yaml); they replace the family's. */
    exemplars: text.optional(),
  })
  .superRefine(checkMapping);

export type FormatYaml = z.infer<typeof FormatYaml>;
export type DatasetYaml = z.infer<typeof DatasetYaml>;

function checkMapping(value: Mapping, context: z.RefinementCtx): void {
  const complain = (path: string, message: string): void => {
    context.addIssue({ code: "custom", path: [path], message });
  };
  if ((value.answerType === "label") !== (value.labels !== undefined))
    complain("labels", "belongs to answerType label, and label needs it");
  const choices = Number(value.fields.choices !== undefined) + Number(value.choicesFrom !== undefined);
  if (choices !== (value.answerType === "choice" ? 1 : 0))
    complain(
      "fields",
      "answerType choice needs either fields.choices or choicesFrom; other types have neither",
    );
  if (value.answerPattern !== undefined && value.answerFrom !== undefined)
    complain("answerFrom", "give either answerPattern or answerFrom");
  checkPattern(value.answerPattern, "answerPattern", complain);
  checkPattern(value.substitute?.pattern, "substitute", complain);
}

function checkPattern(
  pattern: string | undefined,
  path: string,
  complain: (path: string, message: string) => void,
): void {
  if (pattern === undefined) return;
  try {
    const groups = (new RegExp(`${pattern}|`).exec("")?.length ?? 1) - 1;
    if (groups !== 1) complain(path, `${pattern} has ${groups} groups, not one`);
  } catch (error) {
    complain(path, (error as Error).message);
  }
}
