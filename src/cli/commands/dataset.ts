import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { stringify } from "yaml";
import { scorerFor } from "../../answers/index.ts";
import { UsageError } from "../../contract/index.ts";
import { checkDataset, formatFinding, listDatasets } from "../../datasets/index.ts";
import { formatNames } from "../../datasets/formats.ts";
import { mappingOf } from "../../datasets/mapping-of.ts";
import { defuse } from "../../report/defuse.ts";
import { EXIT } from "../exit-codes.ts";
import { builtinDir, datasetRoots, ownOrFamilyExemplars } from "../load-parts.ts";

/** cotbench dataset list. */
export async function datasetListCommand(): Promise<number> {
  const datasets = await listDatasets(builtinDir);
  const width = Math.max(...datasets.map(({ name }) => name.length));
  for (const { name, rows, answerType, title } of datasets) {
    console.log(`${name.padEnd(width)}  ${String(rows.length).padStart(4)} ${answerType.padEnd(8)} ${title}`);
  }
  const formats = await formatNames(datasetRoots.formatsDir);
  console.log(`\nFormats for published files (--dataset FILE --format NAME): ${formats.join(", ")}`);
  return EXIT.ok;
}

/** cotbench dataset check: 0 when no error was found, 1 otherwise. @throws {UsageError} when it cannot be read. */
export async function datasetCheckCommand(ref: string, flags: { format?: string }): Promise<number> {
  const spec = flags.format === undefined ? { ref } : { ref, format: flags.format };
  const { dataset, findings } = await checkDataset(spec, datasetRoots, {
    scorerFor,
    exemplarsFor: ownOrFamilyExemplars,
  });
  for (const finding of findings) console.log(`${finding.severity}: ${defuse(formatFinding(finding))}`);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  console.log(
    `${dataset.name}: ${dataset.rows.length} questions (${dataset.answerType}), ${errors} errors, ${warnings} warnings` +
      (errors === 0 ? "; every gold answer is recognised by the scorer." : "."),
  );
  return errors === 0 ? EXIT.ok : EXIT.someFailed;
}

/** cotbench dataset add: makes ./datasets/<name> from a file. @throws {UsageError} when it exists or is unreadable. */
export async function datasetAddCommand(
  file: string,
  flags: { name?: string; format?: string },
): Promise<number> {
  const spec = flags.format === undefined ? { ref: file } : { ref: file, format: flags.format };
  const { dataset } = await checkDataset(spec, datasetRoots, { scorerFor, exemplarsFor: () => [] });
  const name = flags.name ?? dataset.name;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    throw new UsageError(`--name "${name}" is not a folder name: lower-case letters, digits and hyphens.`);
  }
  const folder = join("datasets", name);
  if (existsSync(folder)) throw new UsageError(`${folder} exists. Give another --name.`);
  mkdirSync(folder, { recursive: true });
  const rows = `rows${extname(file)}`;
  copyFileSync(file, join(folder, rows));
  writeFileSync(join(folder, "dataset.yaml"), await datasetYaml(file, rows, flags.format));
  console.log(`${folder}/dataset.yaml: fill in source and licence. Run it with --dataset ${folder}`);
  return datasetCheckCommand(folder, {});
}

/** The mapping that reads the file, spelled out, for its owner to complete. */
async function datasetYaml(file: string, rows: string, format: string | undefined): Promise<string> {
  const mapping = await mappingOf(file, datasetRoots.formatsDir, format);
  return stringify({ title: basename(file), source: "fill in", licence: "fill in", ...mapping, rows });
}
