import { createServer } from "node:http";

/**
 * A chat-completions endpoint in a process of its own, for `npm run perf`: answers every request after a
 * fixed time. Prints its port as one line, and ends with its parent.
 *
 * Usage: node http-server LATENCY_MS
 */
const latencyMs = Number(process.argv[2] ?? 50);

const reply = Buffer.from(
  JSON.stringify({
    id: "chatcmpl-perf",
    object: "chat.completion",
    created: 1_700_000_000,
    model: "gpt-4o-mini",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: "6 times 7 is 42. The final answer is 42.", refusal: null },
        logprobs: null,
        finish_reason: "stop",
      },
    ],
    usage: {
      prompt_tokens: 60,
      completion_tokens: 14,
      total_tokens: 74,
      prompt_tokens_details: { cached_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
  }),
);

const server = createServer((request, response) => {
  request.resume();
  setTimeout(() => {
    response.writeHead(200, { "content-type": "application/json", "content-length": reply.length });
    response.end(reply);
  }, latencyMs);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") process.stdout.write(`${address.port}\n`);
});
process.stdin.resume();
process.stdin.on("end", () => process.exit());
