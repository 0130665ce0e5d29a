import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { FaultHandler, FaultReply, ReceivedRequest } from "./fault-server.ts";

/** The text a played model answers with: the same for the same messages, right about every other time. */
export function playedText({ body }: ReceivedRequest): string {
  const said = JSON.stringify(body.messages);
  const question = /(\d+) \+ (\d+)/.exec(body.messages.at(-1)?.content ?? said);
  const sum = Number(question?.[1] ?? 0) + Number(question?.[2] ?? 0);
  const slip = digest(said) % 2;
  return `I add them: ${sum + slip}. The answer is ${sum + slip}.`;
}

/** A chat completion as an endpoint sends it, tokens counted by characters. */
export function completion(request: ReceivedRequest, text: string): FaultReply {
  const prompt_tokens = JSON.stringify(request.body.messages).length;
  const usage = { prompt_tokens, completion_tokens: text.length, total_tokens: prompt_tokens + text.length };
  const message = { role: "assistant", content: text };
  const body = JSON.stringify({ choices: [{ index: 0, finish_reason: "stop", message }], usage });
  return { action: "reply", status: 200, headers: { "content-type": "application/json" }, body };
}

/** A model that answers everything after `latencyMs`. */
export function playedModel(latencyMs: number): FaultHandler {
  return async (request) => {
    await delay(latencyMs);
    return completion(request, playedText(request));
  };
}

function digest(text: string): number {
  return createHash("sha256").update(text).digest()[0] ?? 0;
}
