import { exactSum } from "./exact-sum.ts";
import { student95 } from "./student.ts";
import { wilson, type Interval } from "./wilson.ts";

/** The finished jobs of one cluster (a question's trials, or the questions of one cluster). */
export interface ClusterCount {
  readonly correct: number;
  readonly finished: number;
}

/**
 * 95% interval of correct / finished; null when nothing finished.
 * Independent jobs (every cluster holds one): Wilson. Otherwise Wilson over the effective number of
 * jobs, accuracy (1 - accuracy) / SE², with the cluster-robust SE of Miller 2024 (arXiv 2411.00640,
 * section 2.2) times the small-sample factor G / (G - 1), and Student's t with G - 1 degrees of freedom for
 * the normal quantile; unlike accuracy ± 1.96 SE it stays within 0-1 and does not collapse at 0 or 1,
 * where each cluster counts as one job. One cluster alone says nothing: 0 to 1.
 */
export function accuracyInterval(clusters: readonly ClusterCount[]): Interval | null {
  const filled = clusters.filter((cluster) => cluster.finished > 0);
  const finished = filled.reduce((sum, cluster) => sum + cluster.finished, 0);
  if (finished === 0) return null;
  const accuracy = filled.reduce((sum, cluster) => sum + cluster.correct, 0) / finished;
  if (filled.length === finished) return wilson(accuracy, finished);
  if (filled.length === 1) return { low: 0, high: 1 };
  const effective = effectiveJobs(filled, accuracy, finished);
  return wilson(accuracy, effective, student95(filled.length - 1));
}

function effectiveJobs(clusters: readonly ClusterCount[], accuracy: number, finished: number): number {
  const spread = accuracy * (1 - accuracy);
  if (spread === 0) return clusters.length;
  const squares = clusters.map((cluster) => (cluster.correct - accuracy * cluster.finished) ** 2);
  const factor = clusters.length / (clusters.length - 1);
  const variance = (factor * exactSum(squares)) / finished ** 2;
  return variance === 0 ? finished : Math.min(finished, spread / variance);
}
