import type { Choice } from "../contract/index.ts";
import type { FormatYaml } from "./dataset-yaml.ts";
import { asList, asText, getField } from "./field-path.ts";
import { isRecord } from "./raw-rows.ts";
import { readText } from "./row-text.ts";
import type { Complain } from "./row-text.ts";

/** The options of a question and how the dataset's own labels name them. */
export interface Options {
  readonly choices: readonly Choice[];
  /** The dataset's label of each option ("B", "2"), in the same order. */
  readonly ownLabels: readonly string[];
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

/** An option such as "A)21", "(B) bank" or "C. 10". */
const LETTERED = /^\s*(?:\(([A-Z])\)|([A-Z])[).:])\s*(.*)$/s;

/**
 * Reads the options of a row as the mapping says, lettered A, B, C ... in their order unless the dataset letters them
 * itself. Complains when there are fewer than two, more than 26, an empty one, or one letter twice.
 */
export function readOptions(row: unknown, stem: string, mapping: FormatYaml, complain: Complain): Options {
  const { choices } = mapping.fields;
  const found =
    typeof choices === "object" ? readLettered(row, choices, complain) : readList(row, stem, choices);
  if (found.length < 2 || found.length > ALPHABET.length)
    complain(`${found.length} options; a choice question has 2 to ${ALPHABET.length}.`);
  if (found.some(({ text }) => text === "")) complain("an option is empty.");
  const labels = found.map(({ label }) => label ?? "");
  const letters = labels.every((label) => /^[A-Z]$/.test(label)) ? labels : ALPHABET.slice(0, found.length);
  const repeated = letters.find((letter, index) => letters.indexOf(letter) !== index);
  if (repeated !== undefined) complain(`two options are called ${repeated}.`);
  return {
    choices: found.map(({ text }, index) => ({ letter: letters[index] ?? "", text })),
    ownLabels: found.map(({ label }, index) => label ?? letters[index] ?? ""),
  };
}

/** The options as the model reads them, one a line: "(A) bank". */
export function listChoices(choices: readonly Choice[]): string {
  return choices.map(({ letter, text }) => `(${letter}) ${text}`).join("\n");
}

interface Option {
  /** The dataset's own label; null = it has none. */
  readonly label: string | null;
  readonly text: string;
}

function readLettered(row: unknown, paths: Readonly<Record<string, string>>, complain: Complain): Option[] {
  return Object.entries(paths)
    .map(([label, path]) => ({ label, text: readText(row, path, complain) ?? "" }))
    .filter(({ text }) => text !== "");
}

function readList(row: unknown, stem: string, path: string | undefined): Option[] {
  if (path === undefined) return [...stem.matchAll(/^\(([A-Z])\) (.*)$/gm)].map(toOption);
  const value = getField(row, path);
  // The column form of some hubs: { label: ["A", "B"], text: ["bank", "library"] }.
  if (isRecord(value) && Array.isArray(value["text"]))
    return zip(value["text"], asList(value["label"], "|") ?? []);
  const items = (asList(value, "|") ?? []).map(fromItem);
  return stripLetters(items);
}

function toOption([, letter, text]: RegExpMatchArray): Option {
  return { label: letter ?? null, text: (text ?? "").trim() };
}

function fromItem(item: unknown): Option {
  if (!isRecord(item)) return { label: null, text: (asText(item) ?? "").trim() };
  return { label: asText(item["label"]), text: (asText(item["text"]) ?? "").trim() };
}

function zip(texts: readonly unknown[], labels: readonly unknown[]): Option[] {
  return texts.map((text, index) => ({ label: asText(labels[index]), text: (asText(text) ?? "").trim() }));
}

/** Takes the letters off "A)21", "B)23" ... only when every option has its own, in order: "A. Smith" stays a name. */
function stripLetters(items: readonly Option[]): Option[] {
  const matches = items.map(({ label, text }) => (label === null ? LETTERED.exec(text) : null));
  const areInOrder = matches.every((match, index) => (match?.[1] ?? match?.[2]) === ALPHABET[index]);
  if (!areInOrder) return [...items];
  return matches.map((match, index) => ({ label: ALPHABET[index] ?? null, text: (match?.[3] ?? "").trim() }));
}
