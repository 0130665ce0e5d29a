import { ProviderError, UsageError } from "../../contract/index.ts";
import { createModel } from "../../models/create-model.ts";
import { measuredLatencyText } from "../../report/measured-latency.ts";
import { renderNotesText, renderSectionText } from "../../report/sections/render-section.ts";
import { measureLatency, type ShapeLatency } from "../../run/measure-latency.ts";
import { EXIT } from "../exit-codes.ts";
import { terminalOf } from "../terminal.ts";
import { loadEnvironment } from "../settle.ts";

export interface LatencyFlags {
  readonly model: string;
  readonly baseUrl?: string;
  readonly repeat: number;
  readonly json?: boolean;
}

/** cotbench latency: how long calls of well-known sizes take at an endpoint. Returns the exit code. @throws {UsageError} */
export async function latencyCommand({ model: id, baseUrl, repeat, json }: LatencyFlags): Promise<number> {
  const model = await createModel({ id, baseUrl }, loadEnvironment());
  let shapes: ShapeLatency[];
  try {
    shapes = await measureLatency(model, repeat, new AbortController().signal);
  } catch (cause) {
    if (cause instanceof ProviderError) throw new UsageError(cause.message, { cause });
    throw cause;
  } finally {
    await model.close();
  }
  if (json === true)
    console.log(JSON.stringify({ model: model.id, endpoint: model.endpoint, shapes }, null, 2));
  else {
    const { width } = terminalOf(process.stdout, process.env);
    const notes = model.caveat === null ? [] : [model.caveat];
    const text = renderSectionText(measuredLatencyText(model.id, shapes), width);
    console.log(renderNotesText(notes, width) + text);
  }
  return shapes.every(({ failed }) => failed === 0) ? EXIT.ok : EXIT.someFailed;
}
