import { ProviderError } from "../contract/index.ts";

/** We stopped the call ourselves: neither the model's fault nor the endpoint's. */
export function aborted(): ProviderError {
  return new ProviderError("aborted", "The call was stopped.");
}
