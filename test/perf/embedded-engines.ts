import { fileURLToPath } from "node:url";
import { evaluationProblems } from "../../datasets/generate/evaluation.ts";
import type { ChatRequest } from "../../src/contract/index.ts";
import { createEmbeddedModel } from "../../src/models/embedded/embedded-model.ts";
import { atLeast } from "./verdict.ts";

const MODEL = fileURLToPath(new URL("../../training/model/model.f16.gguf", import.meta.url));
const PROBLEMS = 200;
const MAX_TOKENS = 300;
/** Not a literal in the import below, so that the compiler does not look for the package. */
const PACKAGE: string = "node-llama-cpp";

/** The part of node-llama-cpp 3.x that is used here: plain completion, without its chat templates. */
interface LlamaCpp {
  getLlama(options: object): Promise<{
    loadModel(
      options: object,
    ): Promise<{ createContext(options: object): Promise<{ getSequence(): Sequence }> }>;
    dispose(): Promise<void>;
  }>;
  readonly LlamaCompletion: new (options: { contextSequence: Sequence }) => {
    generateCompletion(prompt: string, options: object): Promise<string>;
  };
}

interface Sequence {
  readonly tokenMeter: { readonly usedOutputTokens: number };
  clearHistory(): Promise<void>;
}

/** Replies of one engine to the same prompts, greedy. */
interface Answers {
  readonly texts: readonly string[];
  readonly tokens: number;
  readonly cpuSeconds: number;
}

/**
 * Whether a well-known engine, where it is installed, gives the same greedy replies with the same file (f16) as the
 * built-in decoder, and how fast each of them is.
 */
export async function enginesPerf(print: (line: string) => void): Promise<void> {
  const library = (await import(PACKAGE).catch(() => null)) as LlamaCpp | null;
  if (library === null) {
    print(
      `embedded: ${PACKAGE} is not installed, so no other engine was compared (npm install --no-save -D ${PACKAGE}@3)`,
    );
    return;
  }
  const prompts = evaluationProblems("trained")
    .slice(0, PROBLEMS)
    .map(({ question }) => `Q: ${question}\nA: Let's think step by step.`);
  const own = await builtIn(prompts);
  const other = await llamaCpp(library, prompts);
  const equal = own.texts.filter((text, index) => text === other.texts[index]).length;
  print(
    `embedded: greedy replies equal to ${PACKAGE} on ${equal} of ${PROBLEMS} problems (f16): ` +
      atLeast((equal / PROBLEMS) * 100, 99, 1, "%"),
  );
  const [fast, slow] = [own, other].map(({ tokens, cpuSeconds }) => tokens / cpuSeconds);
  print(
    `embedded: ${Math.round(fast!)} tokens per CPU second, ${PACKAGE} ${Math.round(slow!)} ` +
      `(one sequence at a time): ${(fast! / slow!).toFixed(2)} times`,
  );
}

async function builtIn(prompts: readonly string[]): Promise<Answers> {
  const model = await createEmbeddedModel({ path: MODEL });
  const request = (content: string): ChatRequest => ({
    messages: [{ role: "user", content }],
    temperature: 0,
    maxTokens: MAX_TOKENS,
    stop: [],
    seed: 0,
    reasoningEffort: null,
  });
  try {
    const before = process.cpuUsage();
    const { signal } = new AbortController();
    const replies = await Promise.all(prompts.map((prompt) => model.generate(request(prompt), signal)));
    const tokens = replies.reduce((sum, { usage }) => sum + (usage.completionTokens ?? 0), 0);
    return { texts: replies.map(({ text }) => text.trim()), tokens, cpuSeconds: cpuSecondsSince(before) };
  } finally {
    await model.close();
  }
}

async function llamaCpp(library: LlamaCpp, prompts: readonly string[]): Promise<Answers> {
  const llama = await library.getLlama({ logLevel: "error", gpu: false, build: "never", maxThreads: 1 });
  try {
    const model = await llama.loadModel({ modelPath: MODEL });
    const sequence = (await model.createContext({ contextSize: 768, threads: 1 })).getSequence();
    const completion = new library.LlamaCompletion({ contextSequence: sequence });
    const before = process.cpuUsage();
    const texts: string[] = [];
    for (const prompt of prompts) {
      await sequence.clearHistory();
      const settings = { temperature: 0, maxTokens: MAX_TOKENS, repeatPenalty: false };
      texts.push((await completion.generateCompletion(prompt, settings)).trim());
    }
    return { texts, tokens: sequence.tokenMeter.usedOutputTokens, cpuSeconds: cpuSecondsSince(before) };
  } finally {
    await llama.dispose();
  }
}

function cpuSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
