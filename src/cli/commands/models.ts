import { PROVIDERS } from "../../models/providers.ts";
import { EXIT } from "../exit-codes.ts";
import { loadEnvironment } from "../settle.ts";

/** cotbench models: what may stand in --model, and whether its key is set (never the key itself). */
export async function modelsCommand(): Promise<number> {
  const env = await Promise.resolve(loadEnvironment());
  console.log(
    "embedded               ships with cotbench; no key, no network (a specialist: see the README)",
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
