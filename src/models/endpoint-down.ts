import { ProviderError } from "../contract/index.ts";

/** No connection could be opened: nobody listens, the name does not resolve, the network is away. */
export class CannotConnectError extends ProviderError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("connection", message, options);
  }
}

/**
 * Nobody could be reached for the whole length of a call's retries, or what answers has never been a
 * chat-completions endpoint: the run stops and can be resumed.
 */
export class EndpointDownError extends ProviderError {
  constructor(error: ProviderError, attempts: number) {
    super(error.kind, `${error.message} Gave up after ${attempts} attempts.`, { cause: error });
  }

  override get isRetryable(): boolean {
    return false;
  }

  override get isFatal(): boolean {
    return true;
  }
}
