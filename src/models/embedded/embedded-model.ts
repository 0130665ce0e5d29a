import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { ProviderError, type ChatReply, type ChatRequest, type Model } from "../../contract/index.ts";
import { renderChat } from "./chat-template.ts";
import { createDecoderPool } from "./decoder-pool.ts";
import type { DecoderThread } from "./decoder-thread.ts";
import type { Gguf } from "./gguf.ts";
import { cacheGroupBytes, KEY_GROUP } from "./kernels.ts";
import { createLlamaCppModel } from "./llama-cpp-model.ts";
import { shapeOf, type ModelShape } from "./model-shape.ts";
import { hashFile, openGguf } from "./open-gguf.ts";
import { SHELF } from "./room.ts";
import type { DecodeResult } from "./sequence.ts";
import { readTokenLists } from "./token-lists.ts";

export interface EmbeddedModelOptions {
  /** A GGUF file; left out = the model that ships with cotbench. */
  readonly path?: string;
  /** Seed of a request that samples without one: an integer in 0 .. 2^31 - 1. Default: random. */
  readonly randomSeed?: () => number;
}

/** Id of the model that ships with cotbench. */
export const SHIPPED_MODEL_ID = "embedded/arithmetic-2m";

const SHIPPED_PATH = fileURLToPath(new URL("./assets/model.gguf", import.meta.url));
const SHIPPED_CAVEAT =
  "a 2.3 M-parameter specialist trained on templated problems in the prompts of these strategies: " +
  "it shows that the harness works, not how language models in general behave (cotbench models show embedded).";

/** Part of the fingerprint: raised whenever the decoder may answer differently with the same weights. */
const DECODER_VERSION = 1;

const MOST_SLOTS = 64;
/** Samples that have drawn the same tokens share a slot, and calls that wait are there when one gets free. */
const CALLS_PER_SLOT = 2;
/** Slots, and with them memory, are divided among the threads. */
const MOST_THREADS = 4;
const CACHE_BUDGET_BYTES = 200 * 2 ** 20;

/**
 * A language model in this process: a file of the embedded model's shape in the built-in decoder, any other
 * GGUF file through the optional package node-llama-cpp. Weights are loaded with the first request.
 * @throws {UsageError} when the file is no readable GGUF, its tokenizer lacks lists or bytes, or node-llama-cpp is needed
 * and absent.
 */
export async function createEmbeddedModel(options: EmbeddedModelOptions = {}): Promise<Model> {
  const path = options.path ?? SHIPPED_PATH;
  const gguf = await openGguf(path);
  const verdict = shapeOf(gguf);
  const hash = (await hashFile(path)).slice(0, 16);
  const randomSeed = options.randomSeed ?? (() => randomInt(2 ** 31));
  const id = options.path === undefined ? SHIPPED_MODEL_ID : `gguf/${basename(path)}`;
  const caveat = caveatOf(id, gguf);
  if (!verdict.ours) {
    const model = await createLlamaCppModel({ id, path, hash, reason: verdict.reason, randomSeed });
    return { ...model, caveat };
  }
  // In the decoder's thread the same fault would end every call, as a failure that a retry might mend.
  readTokenLists(gguf);
  const slots = slotsFor(verdict.shape);
  const threads = Math.min(MOST_THREADS, slots, availableParallelism());
  const thread = createDecoderPool({ modelPath: path, slots }, threads);
  return {
    id,
    provider: options.path === undefined ? "embedded" : "gguf",
    endpoint: "local",
    fingerprint: `${hash}-d${DECODER_VERSION}`,
    billing: "local",
    caveat,
    preferredConcurrency: CALLS_PER_SLOT * slots,
    generate: (request, signal) => generate(thread, request, signal, randomSeed),
    close: () => thread.close(),
  };
}

/**
 * The shipped model stays what it is in another file, as with the f16 weights it was quantised from. Such a file is known
 * by the name it gives itself, and its caveat claims no more than that.
 */
function caveatOf(id: string, { metadata }: Gguf): string | null {
  if (id === SHIPPED_MODEL_ID) return `${id} is ${SHIPPED_CAVEAT}`;
  if (metadata.get("general.name") !== SHIPPED_MODEL_ID) return null;
  return `${id} calls itself ${SHIPPED_MODEL_ID}, ${SHIPPED_CAVEAT}`;
}

/** As many as the memory for keys and values allows, shelf included. */
function slotsFor({ layers, context, keyHeads, headSize }: ModelShape): number {
  const bytesPerSlot = 2 * layers * keyHeads * Math.ceil(context / KEY_GROUP) * cacheGroupBytes(headSize);
  return Math.max(1, Math.min(MOST_SLOTS, Math.floor(CACHE_BUDGET_BYTES / (bytesPerSlot * (1 + SHELF)))));
}

async function generate(
  thread: DecoderThread,
  request: ChatRequest,
  signal: AbortSignal,
  randomSeed: () => number,
): Promise<ChatReply> {
  const prompt = renderChat(request.messages);
  if (prompt === "") throw new ProviderError("rejected", "The request has no user message to answer.");
  const temperature = request.temperature ?? 0;
  const { maxTokens, stop } = request;
  const seed = request.seed ?? (temperature > 0 ? randomSeed() : 0);
  return toReply(await thread.decode({ prompt, maxTokens, temperature, seed, stop }, signal));
}

function toReply(result: DecodeResult): ChatReply {
  if (result.kind === "overflow") {
    throw new ProviderError(
      "context-overflow",
      `The prompt has ${result.promptTokens} tokens; the context holds ${result.context}, and the reply needs at least 1.`,
    );
  }
  const { promptTokens, completionTokens } = result;
  return {
    text: result.text.trimStart(),
    reasoning: null,
    finishReason: result.finishReason,
    // What the prefix cache spares depends on the requests around this one, so it is not reported.
    usage: { promptTokens, cachedPromptTokens: null, completionTokens, reasoningTokens: 0 },
    providerUsage: { promptTokens, completionTokens },
    latencyMs: result.latencyMs,
    rateLimit: null,
  };
}
