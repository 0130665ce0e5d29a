import { describe, expect, test } from "vitest";
import { createModel } from "../../src/models/create-model.ts";
import { isContentFiltered } from "../../src/models/content-filter.ts";
import { parseEndpoint } from "../../src/models/endpoint.ts";
import { readErrorBody } from "../../src/models/error-body.ts";

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
  {
    body: { error: { code: 403, metadata: { reasons: ["violence"], flagged_input: "..." } } },
    flagged: true,
  },
  { body: { code: 403, metadata: { flagged_input: "..." } }, flagged: true },
  { body: { error: { code: "content_filter" } }, flagged: true },
  { body: { error: { code: 403, message: "Key may not use this model" } }, flagged: false },
])("a moderated prompt is a refusal, a refused key is not: $flagged", ({ body, flagged }) => {
  expect(isContentFiltered(body)).toBe(flagged);
});
