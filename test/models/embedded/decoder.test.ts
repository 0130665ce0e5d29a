import { describe, expect, test } from "vitest";
import type { DecodeJob, DecodeResult } from "../../../src/models/embedded/sequence.ts";
import { decodeAll, decoderOf, QUESTIONS, readModel, SHIPPED } from "./shipped.ts";
import { TINY, tinyModel } from "./tiny-model.ts";

function job(id: number, prompt: string, rest: Partial<DecodeJob> = {}): DecodeJob {
  return { id, prompt, maxTokens: null, temperature: 0, seed: 0, stop: [], ...rest };
}

function only(results: readonly DecodeResult[]): Extract<DecodeResult, { kind: "reply" }> {
  const [result] = results;
  if (results.length !== 1 || result?.kind !== "reply") throw new Error(JSON.stringify(results));
  return result;
}

const TEMPLATES: readonly ((question: string) => string)[] = [
  (question) => `Q: ${question}\nA: Let's think step by step.`,
  (question) => `Q: ${QUESTIONS[0]}\nA: The answer is 27.\n\nQ: ${question}\nA:`,
];

/**
 * Samples of the same prompts, prompts with a common header, greedy and not: all that sharing can touch. The model is so sure of
 * itself that its samples are the greedy reply but for high temperatures.
 */
const MIX: readonly DecodeJob[] = TEMPLATES.flatMap((template) =>
  QUESTIONS.flatMap((question) =>
    [0, 0, 0.7, 1, 1.2, 1.2, 1.6, 1.6].map((temperature) => [template(question), temperature] as const),
  ),
).map(([prompt, temperature], id) => job(id, prompt, { temperature, seed: 1000 + id, maxTokens: 36 }));

describe("A reply depends on its job alone", () => {
  const alone = MIX.flatMap((each) =>
    decodeAll(decoderOf(SHIPPED, { slots: 1, maxRows: 256, sharesPrefixes: false }), [each]),
  );
  const shuffled = [...MIX].sort((a, b) => ((a.id * 13) % 64) - ((b.id * 13) % 64));

  test.each([
    {
      slots: 1,
      maxRows: 256,
      sharesPrefixes: true,
      why: "one after the other, each taking over what it can",
    },
    { slots: 64, maxRows: 192, sharesPrefixes: true, why: "64 at once" },
    { slots: 64, maxRows: 192, sharesPrefixes: false, why: "64 at once, nothing shared" },
    { slots: 5, maxRows: 7, sharesPrefixes: true, why: "prompts in small pieces, slots reused" },
  ])("$why", ({ slots, maxRows, sharesPrefixes }) => {
    expect(decodeAll(decoderOf(SHIPPED, { slots, maxRows, sharesPrefixes }), shuffled)).toEqual(alone);
  });

  test("and samples with different seeds do differ", () => {
    const sampled = alone.filter(({ id }) => id % 8 >= 2);
    const texts = sampled.map((result) => (result.kind === "reply" ? result.text : ""));
    expect(new Set(texts).size).toBeGreaterThan(texts.length / 2);
  });
});

describe("A reply ends", () => {
  const decoder = decoderOf(SHIPPED, { slots: 4, maxRows: 64 });
  const prompt = TEMPLATES[0]!(QUESTIONS[0]!);
  const whole = only(decodeAll(decoder, [job(0, prompt)]));

  test("by itself, with the answer and the count of its tokens", () => {
    expect(whole.finishReason).toBe("stop");
    expect(whole.text).toMatch(/The answer is \S+\.$/);
    expect(whole.completionTokens).toBeGreaterThan(10);
  });

  test("after the given number of tokens", () => {
    const cut = only(decodeAll(decoder, [job(0, prompt, { maxTokens: 9 })]));
    expect(cut).toMatchObject({ finishReason: "length", completionTokens: 9 });
    expect(whole.text.startsWith(cut.text)).toBe(true);
  });

  test.each([
    { stop: ["The answer"], why: "a stop of several tokens" },
    { stop: ["never", "The answer", "answer is"], why: "the one that begins first counts" },
    { stop: [" "], why: "a single character inside a token" },
    { stop: ["", "The answer"], why: "an empty stop is none" },
  ])("before a stop string ($why)", ({ stop }) => {
    const cut = only(decodeAll(decoder, [job(0, prompt, { stop })]));
    const ends = stop
      .filter((text) => text !== "" && whole.text.includes(text))
      .map((text) => whole.text.indexOf(text));
    expect(cut.text).toBe(whole.text.slice(0, Math.min(...ends)));
    expect(cut.finishReason).toBe("stop");
  });
});

describe("The context", () => {
  const model = readModel(tinyModel());
  const decoder = decoderOf(model, { slots: 2, maxRows: 16 });

  test("is filled to its end by a reply that does not stop", () => {
    const result = only(decodeAll(decoder, [job(0, "x".repeat(10), { temperature: 1, seed: 3, stop: [] })]));
    expect(result).toMatchObject({
      finishReason: "length",
      promptTokens: 10,
      completionTokens: TINY.context - 10,
    });
  });

  test("holds a prompt that leaves room for one token", () => {
    const result = only(decodeAll(decoder, [job(0, "x".repeat(TINY.context - 1))]));
    expect(result).toMatchObject({ promptTokens: TINY.context - 1, completionTokens: 1 });
  });

  test("overflows with a prompt of its own length", () => {
    expect(decodeAll(decoder, [job(7, "x".repeat(TINY.context))])).toEqual([
      { id: 7, kind: "overflow", promptTokens: TINY.context, context: TINY.context },
    ]);
  });
});

test("A cancelled job frees its slot for the next one", () => {
  const decoder = decoderOf(SHIPPED, { slots: 1, maxRows: 64 });
  const [first, second] = MIX;
  decoder.submit(first!);
  decoder.submit(second!);
  decoder.step();
  decoder.cancel(first!.id);
  expect(decodeAll(decoder, []).map(({ id }) => id)).toEqual([second!.id]);
});

describe("Prompts with long beginnings in common, some of them cancelled midway", () => {
  const example = (i: number) => `Q: ${QUESTIONS[i]}\nA: The answer is ${10 + i}.\n\n`;
  const headers = [[0, 1, 2, 3], [0, 1, 3, 2], [3]].map((order) => order.map(example).join(""));
  const prompts = headers.flatMap((header) => QUESTIONS.map((question) => `${header}Q: ${question}\nA:`));
  const jobs = Array.from({ length: 60 }, (_, id) =>
    job(id, prompts[(id * 7 + (id >> 3)) % prompts.length]!, {
      temperature: 0.8,
      seed: id,
      maxTokens: 5 + (id % 30),
    }),
  );
  const isCancelled = ({ id }: { readonly id: number }) => id % 6 === 1;
  const alone = jobs
    .filter((each) => !isCancelled(each))
    .flatMap((each) =>
      decodeAll(decoderOf(SHIPPED, { slots: 1, maxRows: 256, sharesPrefixes: false }), [each]),
    );

  test.each([2, 4, 9, 32])("get the same replies from %i slots", (slots) => {
    const decoder = decoderOf(SHIPPED, { slots, maxRows: slots + 40 });
    const results: DecodeResult[] = [];
    // Twelve new jobs every thirty passes, so that slots are taken over in all states.
    for (let pass = 0; pass < 150 || !decoder.isIdle; pass++) {
      const wave = pass % 30 === 0 ? jobs.slice((pass / 30) * 12, (pass / 30) * 12 + 12) : [];
      for (const each of wave) expect(decoder.submit(each)).toBeNull();
      results.push(...decoder.step());
      if (pass % 30 === 9) for (const each of jobs.filter(isCancelled)) decoder.cancel(each.id);
    }
    expect(results.filter((result) => !isCancelled(result)).sort((a, b) => a.id - b.id)).toEqual(alone);
  });
});

test("Ten samples of a prompt compute it once", () => {
  const jobs = Array.from({ length: 10 }, (_, id) => job(id, TEMPLATES[1]!(QUESTIONS[1]!), { maxTokens: 1 }));
  const passes = (sharesPrefixes: boolean) => {
    const decoder = decoderOf(SHIPPED, { slots: 10, maxRows: 16, sharesPrefixes });
    for (const each of jobs) decoder.submit(each);
    let count = 0;
    for (; !decoder.isIdle; count++) decoder.step();
    return count;
  };
  expect(passes(true)).toBeLessThan(passes(false) / 5);
});

test("A prompt whose slot has gone to others is not computed again", () => {
  const decoder = decoderOf(SHIPPED, { slots: 1, maxRows: 16 });
  const [first, second] = [TEMPLATES[1]!(QUESTIONS[1]!), TEMPLATES[0]!(QUESTIONS[2]!)];
  const passes = (prompt: string) => {
    decoder.submit(job(0, prompt, { maxTokens: 1 }));
    let count = 0;
    for (; !decoder.isIdle; count++) decoder.step();
    return count;
  };
  expect(passes(first)).toBeGreaterThan(2);
  passes(second);
  expect(passes(first)).toBe(1);
});

describe("Samples of a prompt", () => {
  const sample = (id: number, temperature: number) =>
    job(id, TEMPLATES[1]!(QUESTIONS[1]!), { temperature, seed: id, maxTokens: 30 });

  test("take one slot and one computation as long as they draw the same tokens", () => {
    const passes = (count: number) => {
      const decoder = decoderOf(SHIPPED, { slots: 1, maxRows: 256 });
      for (let id = 0; id < count; id++) decoder.submit(sample(id, 0.001));
      let steps = 0;
      for (; !decoder.isIdle; steps++) decoder.step();
      return steps;
    };
    // All of them take the most likely token; the last one of a reply is drawn a pass later.
    expect(passes(10)).toBeLessThanOrEqual(passes(1) + 1);
  });

  test("go on without the one that computed for them", () => {
    const decoder = decoderOf(SHIPPED, { slots: 1, maxRows: 256 });
    for (const id of [1, 2, 3]) decoder.submit(sample(id, 0.7));
    for (let pass = 0; pass < 6; pass++) decoder.step();
    decoder.cancel(1);
    const alone = decoderOf(SHIPPED, { slots: 1, maxRows: 256, sharesPrefixes: false });
    expect(decodeAll(decoder, [])).toEqual([2, 3].map((id) => decodeAll(alone, [sample(id, 0.7)])[0]));
  });
});
