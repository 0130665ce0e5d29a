import { createAggregator } from "../../src/analysis/aggregate.ts";
import { jobRecord } from "../analysis/job-record.ts";

const RECORDS = 100_000;
const STRATEGIES = [
  "direct",
  "few-shot",
  "zero-shot-cot",
  "few-shot-cot",
  "self-consistency",
  "least-to-most",
  "react",
];

/**
 * Aggregates 100,000 record lines and compares with parsing the same lines and doing nothing else. The lines
 * are made one by one, so that the memory measured is the aggregator's own.
 */
export async function reportPerf(print: (line: string) => void): Promise<void> {
  const making = timed(() => count(lines()));
  const parsing = timed(() => {
    let calls = 0;
    for (const line of lines()) calls += (JSON.parse(line) as { calls: number }).calls;
    return calls;
  });
  const before = heldBytes();
  const aggregator = createAggregator();
  const adding = timed(() => {
    for (const line of lines()) aggregator.add(JSON.parse(line));
  });
  const held = heldBytes() - before;
  const finishing = timed(() =>
    aggregator.finish({ reference: null, families: new Map(), billing: new Map(), rows: [] }),
  );
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
  print(`report: ${RECORDS} records of ${STRATEGIES.length} strategies`);
  print(`  JSON.parse alone      ${seconds(parsing - making)}`);
  print(`  parse and aggregate   ${seconds(adding - making)}`);
  print(`  table and comparisons ${seconds(finishing)}`);
  const note = globalThis.gc === undefined ? " (run with --expose-gc for a figure without garbage)" : "";
  print(`  memory held           ${(held / 2 ** 20).toFixed(1)} MiB${note}`);
}

function* lines(): Generator<string> {
  for (let i = 0; i < RECORDS; i++) {
    const question = Math.floor(i / STRATEGIES.length);
    yield JSON.stringify(
      jobRecord({
        strategy: STRATEGIES[i % STRATEGIES.length] ?? "direct",
        question: Math.imul(question, 0x9e3779b1).toString(16).padStart(16, "0"),
        outcome: (question * 31 + i) % 3 === 0 ? "incorrect" : "correct",
        latencyMs: 100 + (i % 977),
        costUsd: 0.0001 * (1 + (i % 13)),
      }),
    );
  }
}

function count(items: Iterable<string>): number {
  let total = 0;
  for (const item of items) total += item.length;
  return total;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
