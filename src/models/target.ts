/** Whom a request goes to, as errors and parameters need to know it. */
export interface Target {
  /** Model name as the endpoint knows it. */
  readonly name: string;
  readonly provider: string;
  /** Base URL without credentials. */
  readonly endpoint: string;
  readonly keyVariable: string;
  /** Blanks our key out of what the endpoint wrote. */
  readonly redact: (text: string) => string;
}
