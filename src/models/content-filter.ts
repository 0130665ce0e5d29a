import { type ChatReply, UNKNOWN_USAGE } from "../contract/index.ts";
import { asObject, readErrorBody } from "./error-body.ts";

const FILTER_CODES = /^(content_filter|content_policy_violation|ResponsibleAIPolicyViolation)$/;

/** Azure and OpenAI answer a prompt that their filter stops with HTTP 400 and one of these codes. */
export function isContentFiltered(status: number, errorBody: unknown): boolean {
  return FILTER_CODES.test(readErrorBody(errorBody).code) || (status === 403 && isFlagged(errorBody));
}

/** OpenRouter answers a prompt that its moderation flags with HTTP 403 and what was flagged. */
function isFlagged(errorBody: unknown): boolean {
  const outer = asObject(errorBody);
  const { flagged_input: input, reasons } = asObject(asObject(outer["error"] ?? outer)["metadata"]);
  return typeof input === "string" || (Array.isArray(reasons) && reasons.length > 0);
}

/** A refusal says something about the model as it is served, so it is a reply and not a failure. */
export const REFUSED_BY_FILTER: Omit<ChatReply, "latencyMs" | "rateLimit"> = {
  text: "",
  reasoning: null,
  finishReason: "refusal",
  usage: UNKNOWN_USAGE,
  providerUsage: null,
};
