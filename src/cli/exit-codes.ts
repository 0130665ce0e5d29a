/** Exit codes; scripts and CI depend on them. */
export const EXIT = {
  /** All jobs scored (gate: passed). */
  ok: 0,
  /** Some jobs failed (gate: regression). */
  someFailed: 1,
  usage: 2,
  cannotTell: 3,
  /** Stopped by a fatal provider error, the budget or the disk. */
  stopped: 4,
  interrupted: 130,
} as const;
