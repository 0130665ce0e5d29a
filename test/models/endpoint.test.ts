import { expect, test } from "vitest";
import { UsageError } from "../../src/contract/index.ts";
import { isLoopback, parseEndpoint } from "../../src/models/endpoint.ts";

test.each([
  { given: "http://127.0.0.1:8000/v1", url: "http://127.0.0.1:8000/v1", why: "as it should be" },
  { given: "https://host.example/v1///", url: "https://host.example/v1", why: "trailing slashes" },
  {
    given: "https://host.example/v1/chat/completions",
    url: "https://host.example/v1",
    why: "the whole path pasted",
  },
  { given: "https://joe:s3cret@host.example/v1", url: "https://host.example/v1", why: "credentials go" },
  { given: "https://host.example/v1?key=s3cret", url: "https://host.example/v1", why: "the query goes" },
])("stores $url for $given: $why", ({ given, url }) => {
  expect(parseEndpoint(given).url).toBe(url);
});

test("what may not be stored is kept apart, to be sent", () => {
  const { credentials, query } = parseEndpoint("https://joe:s%40cret@host.example/v1?api-version=1");
  expect({ credentials, query }).toEqual({ credentials: "joe:s@cret", query: { "api-version": "1" } });
});

test.each(["", "localhost:8000", "ftp://host/v1", "joe:s3cret@host/v1", "http://"])(
  "%j is refused as a base URL, without showing credentials",
  (given) => {
    expect(() => parseEndpoint(given)).toThrow(UsageError);
    expect(() => parseEndpoint(given)).not.toThrow(/s3cret/);
  },
);

test.each([
  { url: "http://localhost:1/v1", expected: true },
  { url: "http://127.0.0.1:1/v1", expected: true },
  { url: "http://[::1]:1/v1", expected: true },
  { url: "http://127.example.com/v1", expected: false },
])("$url is on this machine: $expected", ({ url, expected }) => {
  expect(isLoopback(url)).toBe(expected);
});
