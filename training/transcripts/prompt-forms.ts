import { createHash } from "node:crypto";
import { UsageError, type AnyStrategy } from "../../src/contract/index.ts";
import { renderChat } from "../../src/models/embedded/chat-template.ts";
import { strategies } from "../../strategies/index.ts";
import { playStrategy } from "./play-strategy.ts";
import { type Probe, probesFor } from "./prompt-probes.ts";

/** What `promptForm` gives for each strategy that the embedded model is trained for, by name. */
export async function promptForms(): Promise<Readonly<Record<string, string>>> {
  const forms: Record<string, string> = {};
  for (const strategy of strategies) {
    const form = await promptForm(strategy);
    if (form !== null) forms[strategy.name] = form;
  }
  return forms;
}

/**
 * Hash (16 hex digits) of everything that the embedded model reads when this strategy, with its default options, is
 * given correct replies; null for a strategy that it was not trained for.
 */
export async function promptForm(strategy: AnyStrategy): Promise<string | null> {
  const probes = probesFor(strategy.name);
  if (probes === null) return null;
  const hash = createHash("sha256");
  for (const probe of probes) {
    for (const prompt of await promptsOf(strategy, probe)) hash.update(`${prompt}\u0000`);
  }
  return hash.digest("hex").slice(0, 16);
}

async function promptsOf(
  strategy: AnyStrategy,
  { asked, exemplars, author }: Probe,
): Promise<readonly string[]> {
  try {
    const calls = await playStrategy({ strategy, options: strategy.defaults }, asked, exemplars, author);
    return calls.map(({ messages }) => renderChat(messages));
  } catch (error) {
    // A strategy that needs examples sends no prompt without them.
    if (error instanceof UsageError && exemplars.length === 0) return [];
    throw error;
  }
}
