import { z } from "zod";
import { benchFile } from "./run-config.ts";

/** bench.schema.json: what editors check a bench.yaml against. */
export function benchSchemaText(): string {
  const schema = z.toJSONSchema(benchFile, { io: "input" });
  return `${JSON.stringify({ ...schema, title: "cotbench bench.yaml" }, null, 2)}\n`;
}
