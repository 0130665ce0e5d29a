import { afterEach, expect } from "vitest";
import { type Model, ProviderError } from "../../src/contract/index.ts";
import { createModel } from "../../src/models/create-model.ts";
import { type FaultHandler, type FaultServer, startFaultServer } from "../support/fault-server.ts";
import { ask, NEVER, rejection } from "./requests.ts";

export const KEY = "k3y-that-nobody-may-see";

/** A model with a real server behind it. */
interface ServedModel {
  readonly server: FaultServer;
  readonly model: Model;
}

const started: ServedModel[] = [];

/** Starts both; they are closed after the test. */
export async function serve(
  handler: FaultHandler,
  { id = "openai/test-model", timeoutMs = 60_000 } = {},
): Promise<ServedModel> {
  const server = await startFaultServer(handler);
  const model = await createModel({ id, baseUrl: server.url, timeoutMs }, { OPENAI_API_KEY: KEY });
  started.push({ server, model });
  return { server, model };
}

/** The error that a model ends its call with. */
export async function failureOf(model: Model): Promise<ProviderError> {
  const error = await rejection(model.generate(ask("hi"), NEVER));
  expect(error).toBeInstanceOf(ProviderError);
  return error as ProviderError;
}

afterEach(async () => {
  for (const { server, model } of started.splice(0)) {
    await model.close();
    await server.close();
  }
});
