import { type ChatReply, type ChatRequest, type Model, UNKNOWN_USAGE } from "../contract/index.ts";
import { aborted } from "./aborted.ts";

/** What a script answers: a text, or the parts of a reply that matter. */
export type ScriptedAnswer = string | Partial<ChatReply>;

/**
 * A model that answers from a function: for tests of everything above the endpoint.
 * @param answer gets the request and how many came before it; what it throws, the call throws.
 */
export function createScriptedModel(
  answer: (request: ChatRequest, index: number) => ScriptedAnswer | Promise<ScriptedAnswer>,
  traits: Partial<Omit<Model, "generate" | "close">> = {},
): Model {
  let calls = 0;
  return {
    id: "scripted/model",
    provider: "scripted",
    endpoint: "local",
    fingerprint: "",
    billing: "local",
    caveat: null,
    preferredConcurrency: null,
    ...traits,
    async generate(request, signal) {
      if (signal.aborted) throw aborted();
      const said = await answer(request, calls++);
      return { ...EMPTY_REPLY, ...(typeof said === "string" ? { text: said } : said) };
    },
    close: async () => undefined,
  };
}

const EMPTY_REPLY: ChatReply = {
  text: "",
  reasoning: null,
  finishReason: "stop",
  usage: UNKNOWN_USAGE,
  providerUsage: null,
  latencyMs: 0,
  rateLimit: null,
};
