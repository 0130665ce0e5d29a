import type { Summary } from "../../src/contract/index.ts";
import { sampleSummary } from "./sample-summary.ts";

/** A small sample in which everything that a model, a file or a user names bears this name. */
export function namedSummary(name: string): Summary {
  const summary = sampleSummary({ questions: 20, strategies: ["direct", "react"] });
  const strategyOf = (strategy: string): string => (strategy === "direct" ? strategy : name);
  const names = { model: name, dataset: name };
  return {
    ...summary,
    run: { ...summary.run, id: name, notes: [name] },
    rows: summary.rows.map((row) => ({ ...row, ...names, strategy: strategyOf(row.strategy) })),
    comparisons: summary.comparisons.map((one) => ({
      ...one,
      ...names,
      strategy: strategyOf(one.strategy),
    })),
  };
}

/** Names that would break a page or an XML file, and how they must read there. */
export const HOSTILE_NAMES: readonly { name: string; shown: string; why: string }[] = [
  { name: "<script>alert(1)</script>", shown: "<script>alert(1)</script>", why: "a script" },
  { name: "</style></title><img src=x>", shown: "</style></title><img src=x>", why: "the end of an element" },
  { name: `" onload="x' y='`, shown: `" onload="x' y='`, why: "the end of an attribute" },
  { name: "a & b &lt; c", shown: "a & b &lt; c", why: "an entity is text too" },
  { name: "]]><!-- <![CDATA[", shown: "]]><!-- <![CDATA[", why: "comments and sections" },
  { name: "\u001b[31mred\u0000\u0008", shown: "\u241b[31mred\u2400\u2408", why: "controls that XML forbids" },
  { name: "x\ufffey\uffff", shown: "x\ufffdy\ufffd", why: "non-characters that XML forbids" },
  { name: "half \ud83d", shown: "half \ufffd", why: "half a surrogate pair" },
  { name: "日本語 👩‍👩‍👧", shown: "日本語 👩‍👩‍👧", why: "ordinary text of any script" },
];
