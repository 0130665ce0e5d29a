import { expect, test } from "vitest";
import * as faults from "../support/fault-replies.ts";
import { failureOf, KEY, serve } from "./served-model.ts";

test.each([
  { reply: faults.KEY_REFUSED, kind: "auth", status: 401, says: "OPENAI_API_KEY" },
  { reply: faults.failure(403, { message: "no access" }), kind: "auth", status: 403, says: "no access" },
  { reply: faults.NO_SUCH_MODEL, kind: "unknown-model", status: 404, says: '"test-model"' },
  {
    reply: faults.raw("404 page not found", "text/plain", 404),
    kind: "unknown-model",
    status: 404,
    says: "/v1",
  },
  { reply: faults.json({ message: "gone" }, 404), kind: "unknown-model", status: 404, says: "gone" },
  { reply: faults.NO_CREDIT_LEFT, kind: "quota", status: 429, says: "credit" },
  {
    reply: faults.failure(402, { message: "Insufficient Balance" }),
    kind: "quota",
    status: 402,
    says: "Balance",
  },
  { reply: faults.tooMany(), kind: "rate-limit", status: 429, says: "Rate limit reached" },
  { reply: faults.SERVER_ERROR, kind: "server", status: 500, says: "HTTP 500" },
  {
    reply: faults.failure(529, { message: "overloaded" }),
    kind: "server",
    status: 529,
    says: "overloaded",
  },
  { reply: faults.failure(408, {}), kind: "server", status: 408, says: "HTTP 408" },
  {
    reply: faults.raw("<html><title>502 Bad</title>", "text/html", 502),
    kind: "server",
    status: 502,
    says: "502 Bad",
  },
  { reply: faults.PROMPT_TOO_LONG, kind: "context-overflow", status: 400, says: "128 tokens" },
  {
    reply: faults.failure(400, { message: "the request exceeds the available context size" }),
    kind: "context-overflow",
    status: 400,
    says: "context window",
  },
  {
    reply: faults.failure(400, { message: "temperature > 2" }),
    kind: "rejected",
    status: 400,
    says: "temperature",
  },
  { reply: faults.json({ detail: [{ msg: "extra" }] }, 422), kind: "rejected", status: 422, says: "extra" },
  {
    reply: faults.json(
      [{ error: { code: 400, message: "API key not valid.", status: "INVALID_ARGUMENT" } }],
      400,
    ),
    kind: "auth",
    status: 400,
    says: "API key not valid",
  },
  {
    reply: faults.json({ error: { message: "upstream", code: 429 } }),
    kind: "rate-limit",
    status: 429,
    says: "upstream",
  },
  { reply: faults.json({ error: "model runner died" }), kind: "server", status: 502, says: "runner died" },
  { reply: faults.HTML_PAGE, kind: "bad-reply", status: 200, says: "Welcome to nginx" },
  { reply: faults.GARBAGE, kind: "bad-reply", status: 200, says: "not JSON" },
  { reply: faults.CUT_OFF_JSON, kind: "bad-reply", status: 200, says: "not JSON" },
  { reply: faults.raw(""), kind: "bad-reply", status: 200, says: "empty body" },
  { reply: faults.raw("null"), kind: "bad-reply", status: 200, says: "without choices" },
  { reply: faults.EMPTY_CHOICES, kind: "bad-reply", status: 200, says: "empty list" },
  { reply: faults.json({ choices: [{}] }), kind: "bad-reply", status: 200, says: "without a message" },
  {
    reply: faults.completion("x", { finishReason: "error" }),
    kind: "bad-reply",
    status: 200,
    says: "broke off",
  },
  { reply: faults.RESET, kind: "connection", status: null, says: "broke" },
  { reply: faults.CUT_OFF_BODY, kind: "connection", status: null, says: "broke" },
] as const)("of kind $kind names the place and what it is: $says", async ({ reply, kind, status, says }) => {
  const { server, model } = await serve(() => reply);
  const error = await failureOf(model);
  expect(error).toMatchObject({ kind, status });
  expect(error.message).toContain(says);
  expect(error.message).toContain(server.url);
  expect(error.message).not.toMatch(/[\u0000-\u001f]/);
});

test.each([
  { reply: faults.tooMany("7"), retryAfterMs: 7000, why: "the header" },
  { reply: faults.tooMany(), retryAfterMs: null, why: "not said" },
  {
    reply: faults.json([{ error: { code: 429, details: [{ retryDelay: "28s" }] } }], 429),
    retryAfterMs: 28_000,
    why: "Google says it in the body",
  },
])("an error tells how long to wait: $why", async ({ reply, retryAfterMs }) => {
  const { model } = await serve(() => reply);
  expect((await failureOf(model)).retryAfterMs).toBe(retryAfterMs);
});

test("an error never shows the key, though the server echoes the header that carries it", async () => {
  const { server, model } = await serve(({ headers }) =>
    faults.failure(400, { message: `bad: ${headers.authorization} ${KEY}` }),
  );
  const error = await failureOf(model);
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(error.message).toContain("bad: ");
  expect(Object.values(error).concat(error.message, error.stack, String(error.cause)).join()).not.toContain(
    KEY,
  );
});

test("an error of a port where nobody listens says so", async () => {
  const { server, model } = await serve(() => faults.RESET);
  await server.close();
  const error = await failureOf(model);
  expect(error.kind).toBe("connection");
  expect(error.message).toBe(
    `Cannot connect to ${server.url} (ECONNREFUSED). Is the server running and the base URL right?`,
  );
});
