import { KEY_GROUP } from "./kernels.ts";
import type { Network } from "./network.ts";
import { commonPrefix } from "./placement.ts";
import type { Sequence, Waiting } from "./sequence.ts";
import type { Shelf } from "./shelf.ts";
import { fetchPrefix } from "./shelving.ts";
import type { SlotTable } from "./slots.ts";

/** Waiting jobs looked at per pass, at most; the rest keep their turn. */
const ADMISSION_WINDOW = 256;

/** Jobs wait for a prompt in progress when it will spare them at least this many more tokens. */
const WORTH_WAITING = 8;

export interface Admission {
  readonly admitted: readonly Sequence[];
  /** Those left, in their order. */
  readonly waiting: Waiting[];
}

/**
 * Gives slots to waiting jobs, first come first served, as far as slots and rows reach. A job whose prompt
 * begins like one that is just being computed waits a pass or two and then takes that part over; what no slot has of
 * it comes from the shelf. A job that will draw its next token from the same logits as a running one needs no slot yet.
 * @param sharesPrefixes false = nothing is taken over and nobody waits for it
 */
export function admit(
  waiting: Waiting[],
  active: readonly Sequence[],
  { table, shelf }: { readonly table: SlotTable; readonly shelf: Shelf },
  network: Network,
  { nowMs, sharesPrefixes }: { readonly nowMs: () => number; readonly sharesPrefixes: boolean },
): Admission {
  const admitted: Sequence[] = [];
  const postponed: Waiting[] = [];
  let rows = active.reduce((sum, sequence) => sum + tokensToRun(sequence), 0);
  let next = 0;
  for (; next < waiting.length && next < ADMISSION_WINDOW && rows < network.maxRows; next++) {
    const job = waiting[next]!;
    const running = [...active, ...admitted];
    if (job.beginning !== null && running.some((other) => other.beginning === job.beginning)) {
      postponed.push(job);
      continue;
    }
    const tokens = job.tokens.subarray(0, job.known);
    const placement = table.place(tokens);
    if (placement === null) break;
    const { slot, reused, copies } = placement;
    const shelved = shelf.find(tokens, job.known - 1);
    const spared = Math.max(reused, shelved.length * KEY_GROUP);
    if (sharesPrefixes && running.some((other) => sparesMoreSoon(other, tokens, spared))) {
      postponed.push(job);
      continue;
    }
    for (const { from, to, first, end } of copies) network.copy(from.index, to.index, first, end);
    table.take(placement, tokens);
    fetchPrefix(shelved, network, slot);
    const sequence = { ...job, slot, tokens: slot.tokens, startedAtMs: job.startedAtMs ?? nowMs() };
    admitted.push(sequence);
    rows += tokensToRun(sequence);
  }
  return { admitted, waiting: next === 0 ? waiting : [...postponed, ...waiting.slice(next)] };
}

function tokensToRun({ known, slot }: Sequence): number {
  return known - slot.computed;
}

/** Whether a prompt being computed right now will soon offer a clearly longer prefix than the cache does. */
function sparesMoreSoon({ slot, prompt: other }: Sequence, prompt: Int32Array, reused: number): boolean {
  if (slot.computed >= other.length) return false;
  const shared = commonPrefix(other, prompt, Math.min(other.length, prompt.length - 1));
  return shared >= reused + WORTH_WAITING && shared > slot.computed;
}
