import { UsageError } from "../contract/index.ts";
import type { Dataset } from "../contract/index.ts";
import { formatFinding } from "./finding.ts";
import { builtinNames } from "./locate.ts";
import { readDataset } from "./read-dataset.ts";
import type { DatasetRoots, DatasetSpec } from "./read-dataset.ts";

/**
 * Loads a dataset whole. Throws UsageError for anything in the way: an unknown name, a file that cannot be read, a row
 * without question or answer (a run over the rest would be a result over other questions).
 */
export async function loadDataset(spec: DatasetSpec, roots: DatasetRoots): Promise<Dataset> {
  const { dataset, problems } = await readDataset(spec, roots);
  const [first, ...others] = problems;
  if (first === undefined) return dataset;
  const more =
    others.length === 0 ? "" : ` And ${others.length} more: cotbench dataset check ${spec.ref} lists them.`;
  throw new UsageError(`${formatFinding(first)}${more}`);
}

/** The built-in datasets in name order, loaded. Throws UsageError as loadDataset does. */
export async function listDatasets(builtinDir: string): Promise<Dataset[]> {
  const names = await builtinNames(builtinDir);
  return Promise.all(names.map((ref) => loadDataset({ ref }, { builtinDir, formatsDir: builtinDir })));
}
