/** Why a run ended before its plan did. */
export type StopCause = "interrupted" | "fatal" | "budget" | "storage";

/** The run is stopping: the job is not done and gets no record, so that a resume takes it up again. */
export class RunStopped extends Error {
  override readonly name = "RunStopped";
  readonly stopCause: StopCause;

  constructor(stopCause: StopCause, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.stopCause = stopCause;
  }
}
