import { describe, expect, test } from "vitest";
import { createModel } from "../../src/models/create-model.ts";
import { isContentFiltered } from "../../src/models/content-filter.ts";
import { parseEndpoint } from "../../src/models/endpoint.ts";
import { readErrorBody } from "../../src/models/error-body.ts";
import { json } from "../support/fault-replies.ts";
import { ask, NEVER } from "./requests.ts";
import { serve } from "./served-model.ts";

describe("an error page made to keep patterns busy", () => {
  test.each(["<title", "<", "<title>"])("is read at once: a megabyte of %s", (piece) => {
    const { message } = readErrorBody(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    expect(message.length).toBeLessThanOrEqual(4000);
  });
});

test("a base URL whose password holds a bare % is taken as it stands", () => {
  expect(parseEndpoint("http://u:100%pw@127.0.0.1:1/v1")).toMatchObject({
    url: "http://127.0.0.1:1/v1",
    credentials: "u:100%pw",
  });
});

test("a proxy variable that is no URL is named without its value", async () => {
  const env = { OPENAI_API_KEY: "k", HTTPS_PROXY: "http://user:s3cret@proxy:99999" };
  const error: unknown = await createModel({ id: "openai/m" }, env).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "UsageError" });
  expect(String(error)).toContain("https_proxy");
  expect(JSON.stringify(error) + String(error)).not.toContain("s3cret");
});

test.each([
  { proxy: "joe:s3cret@proxy:8080", why: "no protocol" },
  { proxy: "http://joe:s3cret100%pw@proxy:8080", why: "a bare %" },
])("a proxy that cannot be used is refused without its value: $why", async ({ proxy }) => {
  const env = { OPENAI_API_KEY: "k", https_proxy: proxy };
  const error: unknown = await createModel({ id: "openai/m" }, env).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "UsageError" });
  expect(String(error)).not.toContain("s3cret");
});

test.each([
  {
    status: 403,
    body: { error: { code: 403, metadata: { reasons: ["violence"], flagged_input: "..." } } },
    flagged: true,
  },
  { status: 403, body: { code: 403, metadata: { flagged_input: "..." } }, flagged: true },
  { status: 400, body: { error: { code: "content_filter" } }, flagged: true },
  { status: 403, body: { error: { code: 403, message: "Key may not use this model" } }, flagged: false },
  { status: 403, body: { error: { metadata: { reasons: [], flagged_input: null } } }, flagged: false },
  { status: 502, body: { error: { metadata: { reasons: ["overloaded"] } } }, flagged: false },
])(
  "a moderated prompt is a refusal, a refused key is not: $status, $flagged",
  ({ status, body, flagged }) => {
    expect(isContentFiltered(status, body)).toBe(flagged);
  },
);

test.each([403, 200])("a prompt flagged under HTTP %i ends as a refusal", async (status) => {
  const error = { code: 403, message: "flagged", metadata: { reasons: ["violence"], flagged_input: "hi" } };
  const { model } = await serve(() => json({ error }, status));
  expect(await model.generate(ask("hi"), NEVER)).toMatchObject({ text: "", finishReason: "refusal" });
});
