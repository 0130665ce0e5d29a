import { UsageError } from "../../contract/index.ts";
import { readModelCard } from "../../models/embedded/model-card.ts";
import { PROVIDERS } from "../../models/providers.ts";
import { modelCardText } from "../model-card-text.ts";
import { EXIT } from "../exit-codes.ts";
import { loadEnvironment } from "../settle.ts";

/** cotbench models: what may stand in --model, and whether its key is set (never the key itself). */
export async function modelsCommand(): Promise<number> {
  const env = await Promise.resolve(loadEnvironment());
  console.log(
    "embedded               ships with cotbench; no key, no network (a specialist: cotbench models show embedded)",
  );
  console.log("gguf:PATH              a model file in this process\n");
  for (const { name, baseUrl, keyVariable, needsKey } of PROVIDERS) {
    const isSet = (env[keyVariable] ?? "") !== "";
    const key = needsKey ? `${keyVariable} (${isSet ? "set" : "not set"})` : "no key needed";
    console.log(`${`${name}/NAME`.padEnd(22)} ${baseUrl.padEnd(60)} ${key}`);
  }
  console.log("\nAny other OpenAI-compatible endpoint: --model openai/NAME --base-url URL");
  return EXIT.ok;
}

/**
 * cotbench models show NAME: where the model comes from and what it can do.
 * @throws {UsageError} for any model but the one that ships with cotbench: nobody else's card is at hand.
 */
export function showModelCommand(name: string, { json }: { readonly json?: boolean }): number {
  if (name !== "embedded") {
    throw new UsageError(`No card of the model "${name}". Known: embedded.`);
  }
  const card = readModelCard();
  console.log(json === true ? JSON.stringify(card, null, 2) : modelCardText(card));
  return EXIT.ok;
}
