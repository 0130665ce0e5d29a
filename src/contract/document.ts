/** An article of a dataset's document store. */
export interface Document {
  readonly title: string;
  readonly text: string;
}
