export { checkDataset } from "./check-dataset.ts";
export type { CheckDeps } from "./check-dataset.ts";
export { formatFinding } from "./finding.ts";
export { listDatasets, loadDataset } from "./load-dataset.ts";
export type { DatasetRoots } from "./read-dataset.ts";
