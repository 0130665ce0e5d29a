/** Something an agent may call. `run` reports a bad input as text: it is an observation, not a crash. */
export interface Tool {
  /** As the model writes it, e.g. "Calculator". */
  readonly name: string;
  /** One sentence for the prompt: what goes in, what comes out. */
  readonly description: string;
  run(input: string, signal: AbortSignal): string | Promise<string>;
}
