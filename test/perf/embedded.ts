import type { ChatRequest, Model } from "../../src/contract/index.ts";
import { createEmbeddedModel } from "../../src/models/embedded/embedded-model.ts";

/** A kind of load: one prompt for each question, asked `samples` times. */
interface Mix {
  readonly name: string;
  readonly prompt: (question: string) => string;
  readonly temperature: number;
  readonly samples: number;
  readonly stop: readonly string[];
}

const COT = (question: string) => `Q: ${question}\nA: Let's think step by step.`;
const EXAMPLES = [
  "Q: Yara buys 4 shirts for 5 dollars each. She pays with 30 dollars. How much change does Yara get?\n" +
    "A: 4 shirts cost 5 dollars each, so 4 * 5 = 20. Yara pays 30 dollars, so 30 - 20 = 10. The answer is 10.\n\n",
  "Q: Oscar starts with 9 shells. He buys 8 packs with 2 shells each. How many shells does Oscar have in the end?\n" +
    "A: 8 packs with 2 shells each, so 8 * 2 = 16. Oscar adds them, so 9 + 16 = 25. The answer is 25.\n\n",
].join("");

const MIXES: readonly Mix[] = [
  { name: "self-consistency, 10 samples", prompt: COT, temperature: 0.7, samples: 10, stop: [] },
  { name: "zero-shot CoT", prompt: COT, temperature: 0, samples: 1, stop: [] },
  {
    name: "few-shot CoT",
    prompt: (question) => `${EXAMPLES}Q: ${question}\nA:`,
    temperature: 0,
    samples: 1,
    stop: ["\n"],
  },
  { name: "direct", prompt: (question) => `Q: ${question}\nA:`, temperature: 0, samples: 1, stop: ["\n"] },
];

/** Questions of the model's own family, all different. */
const QUESTIONS = Array.from({ length: 60 }, (_, i) => {
  const [a, b, c] = [12 + i, 3 + (i % 7), 4 + (i % 5)];
  return i % 2 === 0
    ? `Tom has ${a} apples. He buys ${b} bags with ${c} apples each. How many apples does Tom have in the end?`
    : `Kate buys ${b} books. One book costs ${c} dollars. She pays with ${a + 60} dollars. How much change does Kate get?`;
});

/** Prints how fast the embedded model loads and decodes, as a run uses it: in its thread, many calls at once. */
export async function embeddedPerf(print: (line: string) => void): Promise<void> {
  const startedAt = performance.now();
  const model = await createEmbeddedModel();
  await model.generate(
    toRequest("Q: 1\nA:", { temperature: 0, stop: [] }, 1, 0),
    new AbortController().signal,
  );
  print(`embedded: loaded, first token after ${Math.round(performance.now() - startedAt)} ms`);
  for (const mix of MIXES) await runMix(model, mix, print);
  print(`embedded: resident memory ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`);
  await model.close();
}

async function runMix(model: Model, mix: Mix, print: (line: string) => void): Promise<void> {
  const { signal } = new AbortController();
  const requests = QUESTIONS.flatMap((question) =>
    Array.from({ length: mix.samples }, (_, seed) => toRequest(mix.prompt(question), mix, 220, seed)),
  );
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  const replies = await Promise.all(requests.map((request) => model.generate(request, signal)));
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const tokens = replies.reduce((sum, { usage }) => sum + (usage.completionTokens ?? 0), 0);
  const perCpuSecond = tokens / ((cpu.user + cpu.system) / 1e6);
  print(
    `embedded: ${mix.name}: ${tokens} tokens in ${seconds.toFixed(2)} s, ` +
      `${Math.round(tokens / seconds)} tokens/s (${Math.round(perCpuSecond)} per CPU second)`,
  );
}

function toRequest(
  content: string,
  { temperature, stop }: Pick<Mix, "temperature" | "stop">,
  maxTokens: number,
  seed: number,
): ChatRequest {
  return { messages: [{ role: "user", content }], temperature, maxTokens, stop, seed, reasoningEffort: null };
}
