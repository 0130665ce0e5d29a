import type { ChatRequest } from "../../src/contract/index.ts";

/** A request with one user message and nothing else set. */
export function ask(content: string, rest: Partial<ChatRequest> = {}): ChatRequest {
  return {
    messages: [{ role: "user", content }],
    temperature: null,
    maxTokens: null,
    stop: [],
    seed: null,
    reasoningEffort: null,
    ...rest,
  };
}

/** A signal that never fires. */
export const NEVER = new AbortController().signal;

/** What a promise rejects with; a promise that resolves fails the test. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("Expected a rejection.");
}
