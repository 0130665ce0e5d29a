import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../contract/index.ts";
import type { Dataset, DatasetRow } from "../contract/index.ts";
import { bareMapping } from "./bare-mapping.ts";
import { datasetFingerprint, numberRepeats } from "./content-hash.ts";
import { DatasetYaml } from "./dataset-yaml.ts";
import type { FormatYaml } from "./dataset-yaml.ts";
import type { Finding } from "./finding.ts";
import { formatNames, readFormat } from "./formats.ts";
import { insideFolder, isFile, locateDataset } from "./locate.ts";
import type { Location } from "./locate.ts";
import { mapRow } from "./map-row.ts";
import type { LineUnit, RawRows } from "./raw-rows.ts";
import { readDocuments } from "./read-documents.ts";
import { readExemplars } from "./read-exemplars.ts";
import { readRows, ROWS_EXTENSIONS } from "./read-rows.ts";
import { readYaml } from "./yaml-file.ts";

/** What to load: `--dataset REF` and, for a rows file, `--format NAME`. */
export interface DatasetSpec {
  /** A built-in name, a folder with a dataset.yaml, or a csv, jsonl or json file. */
  readonly ref: string;
  /** How to read a rows file: a name in `formatsDir` or the path of a yaml file. */
  readonly format?: string;
}

/** Where the built-in datasets and the format files lie. */
export interface DatasetRoots {
  readonly builtinDir: string;
  readonly formatsDir: string;
}

/** A dataset as far as its rows could be read, and what is wrong with the others. */
export interface ReadDataset {
  readonly dataset: Dataset;
  /** The rows file. */
  readonly file: string;
  readonly unit: LineUnit;
  readonly problems: readonly Finding[];
}

/** Reads a dataset; bad rows come back as problems. Throws UsageError for what keeps all rows from being read. */
export async function readDataset(spec: DatasetSpec, roots: DatasetRoots): Promise<ReadDataset> {
  const location = await locateDataset(spec.ref, roots.builtinDir);
  if (location.kind === "folder") return readFolder(location, spec.format);
  const { name, path } = location;
  if (spec.format === undefined) {
    const rows = await readRows(path, undefined);
    return assemble(name, bareMapping(rows, await formatNames(roots.formatsDir)), rows, NO_EXTRAS);
  }
  const format = await readFormat(spec.format, roots.formatsDir);
  return assemble(name, format, await readRows(path, format.records), NO_EXTRAS);
}

type Extras = Pick<Dataset, "documents" | "exemplars">;

const NO_EXTRAS: Extras = { documents: [], exemplars: null };

async function readFolder(
  { path: folder, name }: Location,
  format: string | undefined,
): Promise<ReadDataset> {
  const yaml = join(folder, "dataset.yaml");
  if (!(await isFile(yaml)))
    throw new UsageError(
      `${folder}: no dataset.yaml in it; a dataset folder has one. A rows file can be named alone.`,
    );
  if (format !== undefined)
    throw new UsageError(`--format ${format} is for a rows file; ${yaml} already says how to read its rows.`);
  const settings = await readYaml(yaml, DatasetYaml);
  const { documents, exemplars } = settings;
  return assemble(name, settings, await readRows(await rowsFile(folder, settings), settings.records), {
    documents:
      documents === undefined ? [] : await readDocuments(insideFolder(folder, documents, "documents")),
    exemplars:
      exemplars === undefined ? null : await readExemplars(insideFolder(folder, exemplars, "exemplars")),
  });
}

async function rowsFile(folder: string, { rows }: DatasetYaml): Promise<string> {
  if (rows !== undefined) return insideFolder(folder, rows, "rows");
  const candidates = ROWS_EXTENSIONS.map((extension) => `rows${extension}`);
  const present = (await readdir(folder)).filter((file) => candidates.includes(file));
  const [only] = present;
  if (only !== undefined && present.length === 1) return join(folder, only);
  const found = present.length === 0 ? `none of ${candidates.join(", ")}` : present.join(" and ");
  throw new UsageError(
    `${folder}: ${found} in it; put one there, or name the file as \`rows:\` in dataset.yaml.`,
  );
}

function assemble(
  name: string,
  mapping: FormatYaml,
  { file, unit, rows }: RawRows,
  extras: Extras,
): ReadDataset {
  const problems: Finding[] = [];
  const good: DatasetRow[] = [];
  for (const raw of rows) {
    const mapped = mapRow(raw, mapping);
    if (mapped.row !== null) good.push(mapped.row);
    for (const message of mapped.problems)
      problems.push({ severity: "error", file, line: raw.line, unit, message });
  }
  const content = { answerType: mapping.answerType, rows: numberRepeats(good), ...extras };
  const dataset: Dataset = {
    name,
    title: mapping.title ?? name,
    source: mapping.source ?? null,
    licence: mapping.licence ?? null,
    split: mapping.split ?? null,
    family: mapping.family ?? null,
    ...content,
    fingerprint: datasetFingerprint(content),
  };
  return { dataset, file, unit, problems };
}
