import OpenAI from "openai";
import pLimit from "p-limit";
import { questionText } from "./bench-folder.ts";

/**
 * The floor of a run: the same calls in a bare loop over `openai` and p-limit, in a process of its own that
 * starts as cold as the run does. Prints the wall and processor time of the loop alone as JSON.
 *
 * Usage: node bare-loop URL CALLS CONCURRENCY
 */
const [url = "", calls = "", concurrency = ""] = process.argv.slice(2);

const client = new OpenAI({ baseURL: url, apiKey: "perf" });
const limit = pLimit(Number(concurrency));
const system =
  "Reply with the final answer only, without any working.\n" +
  "End your reply with a line that gives the final number only, like this: The final answer is 7.";

const startMs = performance.now();
const cpuBefore = process.cpuUsage();
await Promise.all(
  Array.from({ length: Number(calls) }, (_, index) =>
    limit(() =>
      client.chat.completions.create({
        model: "m",
        messages: [
          { role: "system", content: system },
          { role: "user", content: `Q: ${questionText(index)}\nA:` },
        ],
        temperature: 0,
        max_tokens: 4096,
      }),
    ),
  ),
);
const { user, system: kernel } = process.cpuUsage(cpuBefore);
process.stdout.write(
  JSON.stringify({ seconds: (performance.now() - startMs) / 1000, cpuMs: (user + kernel) / 1000 }),
);
