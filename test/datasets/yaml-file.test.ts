import { join } from "node:path";
import { expect, test } from "vitest";
import { DatasetYaml } from "../../src/datasets/dataset-yaml.ts";
import { readYaml } from "../../src/datasets/yaml-file.ts";
import { folderOf } from "./temp-folder.ts";

async function messageOf(yaml: string): Promise<string> {
  const folder = await folderOf({ "dataset.yaml": yaml });
  const error = await readYaml(join(folder, "dataset.yaml"), DatasetYaml).then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason as Error,
  );
  return `${error.name}: ${error.message.replace(`${folder}/`, "")}`;
}

test.each([
  {
    why: "malformed",
    yaml: "title: a\nfields: [question\nanswer: b\n",
    message: /^UsageError: dataset\.yaml line 3: not YAML \(/,
  },
  {
    why: "a key twice",
    yaml: "title: a\nanswerType: number\ntitle: b\n",
    message: /^UsageError: dataset\.yaml line 3: not YAML \(Map keys must be unique/,
  },
  {
    why: "a misspelt key, which also leaves one missing",
    yaml: "title: a\nanswrType: number\n",
    message:
      /^UsageError: dataset\.yaml line 2: unknown key "answrType"\. Known: title, source, .*answerType, /,
  },
  {
    why: "a misspelt key below fields",
    yaml: "answerType: number\nfields:\n  question: q\n  anwser: a\n",
    message:
      /^UsageError: dataset\.yaml line 4: unknown key "anwser"\. Known: question, answer, aliases, choices, cluster, history\.$/,
  },
  {
    why: "an answer type that is none",
    yaml: "title: a\nanswerType: nmber\n",
    message: /^UsageError: dataset\.yaml line 2: answerType: .*"number"\|"choice"\|"boolean"/,
  },
  { why: "no answer type", yaml: "title: a\n", message: /^UsageError: dataset\.yaml line 1: answerType: / },
  {
    why: "label without labels",
    yaml: "answerType: label\n",
    message: /line 1: labels: belongs to answerType label, and label needs it\.$/,
  },
  {
    why: "labels without label",
    yaml: "answerType: text\nlabels: [a, b]\n",
    message: /line 2: labels: belongs to answerType label/,
  },
  {
    why: "choice without choices",
    yaml: "answerType: choice\n",
    message: /line 1: fields: answerType choice needs either fields\.choices or choicesFrom/,
  },
  {
    why: "choices twice",
    yaml: "answerType: choice\nchoicesFrom: question\nfields:\n  choices: c\n",
    message: /fields: answerType choice needs either/,
  },
  {
    why: "choices of a number",
    yaml: "answerType: number\nfields: { choices: c }\n",
    message: /line 2: fields: answerType choice needs either .*; other types have neither\.$/,
  },
  {
    why: "a broken pattern",
    yaml: "answerType: number\nanswerPattern: '#### (.+'\n",
    message: /line 2: answerPattern: Invalid regular expression/,
  },
  {
    why: "a pattern without a group",
    yaml: "answerType: number\nanswerPattern: '#### .+'\n",
    message: /line 2: answerPattern: #### \.\+ has 0 groups, not one\.$/,
  },
  {
    why: "two ways to find the answer",
    yaml: "answerType: math\nanswerPattern: '(.)'\nanswerFrom: last-boxed\n",
    message: /line 3: answerFrom: give either answerPattern or answerFrom\.$/,
  },
  {
    why: "fields of the wrong kind",
    yaml: "answerType: text\nfields:\n  question: { a: 1 }\n",
    message: /line 3: fields\.question: Invalid input: expected string, received object; or: /,
  },
  {
    why: "empty",
    yaml: "",
    message: /^UsageError: dataset\.yaml line 1: the file: Invalid input: expected object, received null\.$/,
  },
  {
    why: "a list",
    yaml: "- a\n",
    message: /^UsageError: dataset\.yaml line 1: the file: .*expected object, received array\.$/,
  },
  {
    why: "aliases that multiply",
    yaml: `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${Array(9).fill("*a").join()}]\nc: &c [${Array(9).fill("*b").join()}]\nd: [${Array(9).fill("*c").join()}]\n`,
    message: /^UsageError: dataset\.yaml: not YAML \(Excessive alias count/,
  },
])("a bad dataset.yaml is one clear line: $why", async ({ yaml, message }) => {
  const text = await messageOf(yaml);
  expect(text).toMatch(message);
  expect(text).not.toContain("\n");
});

test("what is left out has its default", async () => {
  const folder = await folderOf({ "dataset.yaml": "answerType: number\n" });
  expect(await readYaml(join(folder, "dataset.yaml"), DatasetYaml)).toEqual({
    answerType: "number",
    fields: { question: "question", answer: "answer" },
  });
});
