import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ChatRequest } from "../../src/contract/index.ts";
import { callKey, openJournal, type CallIdentity, type JournalEntry } from "../../src/run/journal.ts";
import { journalTotals } from "../../src/run/journal-totals.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const request: ChatRequest = {
  messages: [{ role: "user", content: "Q: how many?\nA:" }],
  temperature: 0,
  maxTokens: 100,
  stop: [],
  seed: null,
  reasoningEffort: null,
};

const identity: CallIdentity = {
  model: "openai/m",
  endpoint: "http://127.0.0.1:1/v1",
  fingerprint: "",
  request,
  trial: 0,
  ordinal: 0,
};

function entry(key: string, changes: Partial<JournalEntry> = {}): JournalEntry {
  return {
    key,
    session: 1,
    costUsd: 0.25,
    model: "openai/m",
    endpoint: "http://127.0.0.1:1/v1",
    at: "2026-11-21T00:00:00.000Z",
    request,
    reply: {
      text: 'The answer is 18.\n"quoted" ünï 日本',
      reasoning: null,
      finishReason: "stop",
      usage: { promptTokens: 10, cachedPromptTokens: null, completionTokens: 5, reasoningTokens: 0 },
      providerUsage: { prompt_tokens: 10 },
      latencyMs: 12,
      rateLimit: null,
    },
    queuedMs: 0,
    backoffMs: 0,
    retries: 0,
    ...changes,
  };
}

describe("the journal", () => {
  test("yields a call as it was kept, in the same process and after a restart", () => {
    const path = join(temporaryFolder(), "calls.jsonl");
    const first = openJournal(path);
    first.append(entry("a"));
    first.append(entry("b", { costUsd: null }));
    expect(first.lookup("a")).toEqual(entry("a"));
    first.close();
    const second = openJournal(path);
    expect(second.lookup("b")).toEqual(entry("b", { costUsd: null }));
    expect(second.lookup("c")).toBeNull();
    second.close();
  });

  test("loses nothing but the torn line of a crash", () => {
    const path = join(temporaryFolder(), "calls.jsonl");
    const first = openJournal(path);
    first.append(entry("a"));
    first.close();
    appendFileSync(path, '{"key":"b","session":1,"costU');
    const second = openJournal(path);
    expect(second.lookup("a")).toEqual(entry("a"));
    expect(second.lookup("b")).toBeNull();
    second.append(entry("b"));
    second.close();
    expect(readFileSync(path, "utf8").trimEnd().split("\n")).toHaveLength(2);
  });

  test("names a damaged line and keeps the others", () => {
    const path = join(temporaryFolder(), "calls.jsonl");
    appendFileSync(path, `${JSON.stringify(entry("a"))}\nnot json\n${JSON.stringify(entry("c"))}\n`);
    const journal = openJournal(path);
    expect(journal.damagedLines).toEqual([2]);
    expect(journal.lookup("c")).toEqual(entry("c"));
    journal.close();
  });

  test("sums what was spent, by session, from the beginnings of the lines", () => {
    const path = join(temporaryFolder(), "calls.jsonl");
    const journal = openJournal(path);
    journal.append(entry("a", { costUsd: 1e-7 }));
    journal.append(entry("b", { session: 2 }));
    journal.close();
    expect(journalTotals(path, 2)).toEqual({
      callsEver: 2,
      billedEverUsd: 0.25 + 1e-7,
      callsInLastSession: 1,
      billedInLastSessionUsd: 0.25,
    });
  });

  test("an unknown cost makes the sum unknown, not smaller", () => {
    const path = join(temporaryFolder(), "calls.jsonl");
    const journal = openJournal(path);
    journal.append(entry("a"));
    journal.append(entry("b", { costUsd: null }));
    journal.close();
    expect(journalTotals(path, 1).billedEverUsd).toBeNull();
  });
});

describe("the key of a call", () => {
  test.each([
    { changes: { model: "openai/other" }, why: "another model" },
    { changes: { endpoint: "http://127.0.0.1:2/v1" }, why: "another endpoint" },
    { changes: { fingerprint: "f00" }, why: "other weights under the same name" },
    { changes: { trial: 1 }, why: "a repeat is a call of its own" },
    { changes: { ordinal: 1 }, why: "the second sample is not the first" },
    { changes: { request: { ...request, temperature: 0.7 } }, why: "another parameter" },
    { changes: { request: { ...request, messages: [] } }, why: "another prompt" },
  ])("differs for $why", ({ changes }) => {
    expect(callKey({ ...identity, ...changes })).not.toBe(callKey(identity));
  });

  test("does not depend on the order of members", () => {
    const reversed = Object.fromEntries(Object.entries(identity).toReversed()) as unknown as CallIdentity;
    expect(callKey(reversed)).toBe(callKey(identity));
  });
});
