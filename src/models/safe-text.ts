/** Control characters, invisible marks and direction overrides: nothing a terminal or a log should obey. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

const EXCERPT_CHARS = 200;

/** What somebody else wrote, as one harmless line of at most 200 characters. */
export function excerpt(text: string): string {
  const line = text.slice(0, 4000).replace(UNSAFE, " ").replace(/\s+/g, " ").trim();
  return line.length <= EXCERPT_CHARS ? line : `${line.slice(0, EXCERPT_CHARS)}…`;
}

/** Anything that looks like a credential, should a server echo one that is not ours. */
const KEY_SHAPES =
  /\b(bearer|basic)\s+[\w.~+/*=-]{4,}|\b(sk|gsk|pk|tgp|hf)[-_][\w*.-]{5,}[\w*]|\bAIza[\w-]{10,}/gi;

/** What people set where a server wants a key but looks at none: ordinary words, nothing to hide. */
const PLACEHOLDER = /^(.{0,3}|none|null|dummy|empty|test|local|ollama|lm-studio|no-key)$/i;

/** Returns a function that blanks the given secrets, and whatever has the shape of a key, out of a text. */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => !PLACEHOLDER.test(secret)).sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const secret of known) clean = clean.replaceAll(secret, "[key]");
    return clean.replace(KEY_SHAPES, "[key]");
  };
}
