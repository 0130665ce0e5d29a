import type { DecoderThreadData } from "./decoder-messages.ts";
import { createDecoderThread, type DecoderThread } from "./decoder-thread.ts";

/**
 * Several decoder threads that share the work. All jobs about one question go to the same thread, whose cache
 * holds their common beginnings; which thread decodes a job makes no difference to its reply. A thread
 * starts with its first job.
 *
 * @param threads at least 1; the slots are divided among them.
 */
export function createDecoderPool(data: DecoderThreadData, threads: number): DecoderThread {
  const slots = Math.max(1, Math.ceil(data.slots / threads));
  const pool = Array.from({ length: threads }, () => createDecoderThread({ ...data, slots }));
  return {
    decode(job, signal) {
      const thread = pool[hash(questionOf(job.prompt)) % pool.length];
      if (thread === undefined) throw new Error("A decoder pool has at least one thread");
      return thread.decode(job, signal);
    },
    async close() {
      await Promise.all(pool.map((thread) => thread.close()));
    },
  };
}

/** The line of the last question: worked examples before it are the same for all, what follows it grows. */
function questionOf(prompt: string): string {
  return prompt.slice(Math.max(0, prompt.lastIndexOf("Q: "))).split("\n", 1)[0] ?? "";
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
