import type { AnyStrategy, Dataset, DatasetRow, Model, Options } from "../contract/index.ts";

/** A strategy with its options settled, as the plan runs it. */
export interface StrategyVariant {
  readonly strategy: AnyStrategy;
  readonly options: Options;
  /** Name plus the options that differ from the defaults. */
  readonly label: string;
}

/** strategy × question × model × trial. */
export interface Job {
  /** Hash of everything that identifies the job; equal ids may be resumed onto each other. */
  readonly id: string;
  readonly variant: StrategyVariant;
  readonly dataset: Dataset;
  readonly row: DatasetRow;
  readonly model: Model;
  /** 0-based. */
  readonly trial: number;
}
