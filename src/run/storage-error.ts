/** The run folder cannot be written (disk full, read-only, removed). The run stops; what was written stays. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  readonly path: string;

  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Cannot write ${path}: ${reason}`, { cause });
    this.path = path;
  }
}
