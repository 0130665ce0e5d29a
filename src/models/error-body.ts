/** The parts of an error body that tell errors apart; "" = not sent. */
export interface ErrorBody {
  readonly code: string;
  readonly type: string;
  readonly message: string;
  /** Wait that the body itself asks for (Google's RetryInfo), in ms; null = none. */
  readonly retryDelayMs: number | null;
}

/**
 * Reads the error bodies seen in the wild: `{error: {message, code, type}}` (OpenAI), `{error: "text"}`
 * (Ollama), `{message}` or `{detail}` (Mistral, vLLM), `[{error}]` (Gemini), plain text or HTML.
 */
export function readErrorBody(body: unknown): ErrorBody {
  if (typeof body === "string") return { code: "", type: "", message: plain(body), retryDelayMs: null };
  const outer = asObject(Array.isArray(body) ? body[0] : body);
  const inner = typeof outer["error"] === "object" ? asObject(outer["error"]) : outer;
  return {
    code: word(inner["code"]) || word(outer["code"]),
    type: word(inner["type"]) || word(inner["status"]),
    message: messageOf(inner) || messageOf(outer),
    retryDelayMs: retryDelay(inner["details"]),
  };
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function messageOf(body: Readonly<Record<string, unknown>>): string {
  const said = [body["message"], body["error"], body["detail"]].find(
    (one) => one !== undefined && one !== null,
  );
  if (said === undefined) return "";
  return typeof said === "string" ? said : JSON.stringify(said);
}

function word(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** An HTML page says more by its title than by its markup. */
function plain(body: string): string {
  // What an endpoint sends may be megabytes made to keep these patterns busy.
  const head = body.slice(0, 4000);
  const title = /<title[^>]{0,200}>([^<]{1,200})/i.exec(head)?.[1];
  return title ?? head.replace(/<[^>]{0,1000}>/g, " ");
}

function retryDelay(details: unknown): number | null {
  if (!Array.isArray(details)) return null;
  for (const detail of details) {
    const seconds = /^(\d+(?:\.\d+)?)s$/.exec(word(asObject(detail)["retryDelay"]))?.[1];
    if (seconds !== undefined) return Number(seconds) * 1000;
  }
  return null;
}
