import { test } from "vitest";
import { expectRefusal, NOBODY, runOver, type Refusal } from "../support/refusal.ts";

const REFUSALS: readonly Refusal[] = [
  { why: "an unknown command", args: ["rnu"], says: /unknown command 'rnu'.*run, estimate, report/ },
  { why: "an unknown flag", args: ["run", "--modle", "x"], says: /unknown option '--modle'.*--model/ },
  { why: "a flag without its value", args: ["run", "--limit"], says: /'--limit <n>' argument missing/ },
  {
    why: "no whole number",
    args: runOver("sums.csv", "--limit", "1.5"),
    says: /--limit.*'1\.5'.*whole number, 1 or more/,
  },
  {
    why: "a number out of range",
    args: runOver("sums.csv", "--trials", "0"),
    says: /--trials.*'0'.*1 or more/,
  },
  {
    why: "neither auto nor a number",
    args: runOver("sums.csv", "--concurrency", "many"),
    says: /'many'.*"auto" or.*1 to 1024/,
  },
  {
    why: "an unknown effort",
    args: runOver("sums.csv", "--reasoning-effort", "huge"),
    says: /'huge'.*none, minimal, low/,
  },
  {
    why: "an unknown strategy",
    args: runOver("sums.csv", "--strategy", "selfconsistency"),
    says: /Unknown strategy "selfconsistency".*direct, few-shot/,
  },
  {
    why: "an unknown option",
    args: runOver("sums.csv", "--strategy", "react:steps=3"),
    says: /react has no option "steps".*Known: .*maxSteps/,
  },
  {
    why: "an option out of range",
    args: runOver("sums.csv", "--strategy", "self-consistency:samples=0"),
    says: /"samples" is 0.*1 to 100/,
  },
  {
    why: "a reference that does not take part",
    args: runOver("sums.csv", "--strategy", "direct", "--reference", "react"),
    says: /"react".*direct/,
  },
  { why: "an unknown dataset", args: runOver("gsm9k"), says: /Unknown dataset "gsm9k".*word-problems/ },
  {
    why: "an unknown format",
    args: runOver("sums.csv", "--format", "gsm9k"),
    says: /Unknown format "gsm9k".*gsm8k/,
  },
  {
    why: "an unknown provider",
    args: ["run", "--model", "opnai/m", "--dataset", "sums.csv"],
    says: /Unknown provider "opnai".*openai, openrouter/,
  },
  {
    why: "a model without a provider",
    args: ["run", "--model", "gpt", "--dataset", "sums.csv"],
    says: /"gpt" names no provider.*openai\/gpt/,
  },
  {
    why: "a model file that is not there",
    args: ["run", "--model", "gguf:no.gguf", "--dataset", "sums.csv"],
    says: /no\.gguf/,
  },
  {
    why: "a missing key",
    args: ["run", "--model", "groq/m", "--dataset", "sums.csv"],
    says: /set GROQ_API_KEY in the environment or in a \.env file/,
  },
  { why: "a model but no dataset", args: ["run", "--model", "vllm/m"], says: /Name a --dataset for vllm\/m/ },
  {
    why: "a base URL that is none",
    args: ["run", "--model", "vllm/m", "--base-url", "localhost", "--dataset", "sums.csv"],
    says: /"localhost" is not a base URL.*http:\/\/127/,
  },
  {
    why: "a base URL without a model",
    args: ["run", "--base-url", NOBODY],
    says: /--base-url needs a --model/,
  },
];

test.each(REFUSALS)("$why is refused in one line that says what would be valid", expectRefusal);
