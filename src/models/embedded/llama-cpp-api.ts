import { UsageError } from "../../contract/index.ts";

/** The part of node-llama-cpp 3.x that is used; the package is an optional peer, so its own types may be absent. */
export interface LlamaCppApi {
  getLlama(options: { logLevel: "error" }): Promise<{
    loadModel(options: { modelPath: string }): Promise<LoadedModel>;
    dispose(): Promise<void>;
  }>;
  readonly LlamaChatSession: new (options: { contextSequence: ContextSequence }) => ChatSession;
}

export interface LoadedModel {
  createContext(): Promise<{ readonly contextSize: number; getSequence(): ContextSequence }>;
  tokenize(text: string): readonly number[];
}

export interface ContextSequence {
  /** Running totals. */
  readonly tokenMeter: { readonly usedInputTokens: number; readonly usedOutputTokens: number };
  clearHistory(): Promise<void>;
}

export type HistoryItem =
  | { readonly type: "system" | "user"; readonly text: string }
  | { readonly type: "model"; readonly response: readonly string[] };

export interface PromptOptions {
  readonly signal: AbortSignal;
  readonly temperature: number;
  readonly seed: number;
  readonly maxTokens?: number;
  readonly customStopTriggers: readonly string[];
  readonly repeatPenalty: false;
}

export interface ChatSession {
  setChatHistory(history: readonly HistoryItem[]): void;
  promptWithMeta(
    prompt: string,
    options: PromptOptions,
  ): Promise<{
    readonly responseText: string;
    readonly response: readonly (string | { readonly type: string; readonly text?: string })[];
    readonly stopReason: string;
  }>;
  dispose(options: { disposeSequence: boolean }): void;
}

/** Not a literal in the import below, so that the compiler does not look for the package. */
const PACKAGE: string = "node-llama-cpp";

/**
 * @param file the model that needs the package, and `reason` why, for the message
 * @throws {UsageError} when the package is not installed or cannot be loaded.
 */
export async function importLlamaCpp(file: string, reason: string): Promise<LlamaCppApi> {
  try {
    return (await import(PACKAGE)) as LlamaCppApi;
  } catch (cause) {
    const isAbsent = (cause as { code?: unknown }).code === "ERR_MODULE_NOT_FOUND";
    const problem = isAbsent ? "which is not installed" : `which failed to load: ${(cause as Error).message}`;
    throw new UsageError(
      `${file} is not for the built-in decoder (${reason}); it needs the package ${PACKAGE}, ${problem}. ` +
        `Install it beside cotbench: npm install ${PACKAGE}@3, with -D in a checkout of cotbench`,
      { cause },
    );
  }
}
