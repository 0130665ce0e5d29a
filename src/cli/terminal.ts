/** What the terminal can show. */
export interface Terminal {
  readonly width: number;
  readonly colour: boolean;
}

const WIDTH_IN_A_PIPE = 120;
const NARROWEST = 60;

/** Width and colour of a stream; a pipe has no colour and room for a full table. NO_COLOR and FORCE_COLOR count. */
export function terminalOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Terminal {
  const columns = Number(env["COLUMNS"]) || stream.columns || WIDTH_IN_A_PIPE;
  return { width: Math.max(NARROWEST, columns), colour: hasColour(stream, env) };
}

function hasColour(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "0") return true;
  return stream.isTTY;
}
