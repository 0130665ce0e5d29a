import { existsSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StorageError } from "./storage-error.ts";

const RESERVE_BYTES = 2 << 20;

/**
 * Space kept back in the run folder. When the disk fills up in mid-run it is given back, so that the calls
 * still under way, already paid, find room in the journal.
 */
export interface DiskReserve {
  /** Frees the space; false when it was free before. */
  release(): boolean;
  /** Frees the space because a write found none, and tells so; false when it was free before. */
  spend(): boolean;
}

/** @throws {StorageError} when even the reserve does not fit. */
export function createDiskReserve(folder: string, onSpent: () => void): DiskReserve {
  const path = join(folder, "reserve.bin");
  try {
    writeFileSync(path, Buffer.alloc(RESERVE_BYTES, 1));
  } catch (cause) {
    if (existsSync(path)) unlinkSync(path);
    throw new StorageError(path, cause);
  }
  let isHeld = true;
  function release(): boolean {
    if (!isHeld) return false;
    isHeld = false;
    unlinkSync(path);
    return true;
  }
  return {
    release,
    spend() {
      const isFreed = release();
      if (isFreed) onSpent();
      return isFreed;
    },
  };
}
