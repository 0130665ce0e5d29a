import { type ChatReply, UNKNOWN_USAGE } from "../contract/index.ts";
import { asObject, readErrorBody } from "./error-body.ts";

const FILTER_CODES = /^(content_filter|content_policy_violation|ResponsibleAIPolicyViolation)$/;

/** Azure and OpenAI answer a prompt that their filter stops with HTTP 400 and one of these codes. */
export function isContentFiltered(errorBody: unknown): boolean {
  return FILTER_CODES.test(readErrorBody(errorBody).code) || isFlagged(errorBody);
}

/** OpenRouter answers a prompt that its moderation flags with HTTP 403 and what was flagged. */
function isFlagged(errorBody: unknown): boolean {
  const outer = asObject(errorBody);
  const metadata = asObject(asObject(outer["error"] ?? outer)["metadata"]);
  return metadata["flagged_input"] !== undefined || Array.isArray(metadata["reasons"]);
}

/** A refusal says something about the model as it is served, so it is a reply and not a failure. */
export function refusedByFilter(latencyMs: number): ChatReply {
  return {
    text: "",
    reasoning: null,
    finishReason: "refusal",
    usage: UNKNOWN_USAGE,
    providerUsage: null,
    latencyMs,
    rateLimit: null,
  };
}
