/** The questions of one dataset as dense numbers, so that every row keeps typed arrays instead of maps. */
export interface QuestionIndex {
  readonly questions: Map<string, number>;
  readonly clusters: Map<string, number>;
  /** Cluster number of each question; a question without a cluster has one of its own. */
  readonly clusterOf: number[];
  clusterCount: number;
}

export function createQuestionIndex(): QuestionIndex {
  return { questions: new Map(), clusters: new Map(), clusterOf: [], clusterCount: 0 };
}

/** The number of a question, given out in the order of first sight. */
export function questionNumber(index: QuestionIndex, id: string, cluster: string | null): number {
  const known = index.questions.get(id);
  if (known !== undefined) return known;
  const number = index.questions.size;
  index.questions.set(detached(id), number);
  index.clusterOf.push(cluster === null ? index.clusterCount++ : namedCluster(index, cluster));
  return number;
}

function namedCluster(index: QuestionIndex, name: string): number {
  const known = index.clusters.get(name);
  if (known !== undefined) return known;
  const number = index.clusterCount++;
  index.clusters.set(detached(name), number);
  return number;
}

/**
 * Question numbers in the order of their ids. Floating-point sums taken in this order do not depend on the
 * order in which the records came.
 */
export function canonicalOrder(index: QuestionIndex): number[] {
  const entries = [...index.questions].sort(([x], [y]) => (x < y ? -1 : 1));
  return entries.map(([, number]) => number);
}

/** A copy that shares no memory: a string cut from a line of a file would keep the whole line alive. */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
