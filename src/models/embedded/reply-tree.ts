/** A prompt and the first tokens of its reply. */
export interface Beginning {
  /** The logits of the next token, once a sequence has computed them and as long as there is room. */
  logits: Float32Array | null;
  /** The prompt, where the reply has no token yet; else null. */
  readonly prompt: string | null;
  /** The same with one token more. */
  readonly next: Map<number, Beginning>;
}

/** Samples of a prompt that have drawn the same tokens so far draw the next one from the same logits, computed once. */
export interface ReplyTree {
  /** A prompt without reply. */
  of(prompt: string): Beginning;
  /** Keeps a copy of the logits; those learned longest ago leave for it. */
  learn(beginning: Beginning, logits: Float32Array): void;
}

/** @param most logits kept, of `vocabulary` floats each; at least 1 */
export function createReplyTree(most: number, vocabulary: number): ReplyTree {
  const roots = new Map<string, Beginning>();
  const owners: Beginning[] = [];
  let room: Float32Array | null = null;
  let learned = 0;

  return {
    of(prompt) {
      const known = roots.get(prompt);
      if (known !== undefined) return known;
      const root = createBeginning(prompt);
      roots.set(prompt, root);
      return root;
    },
    learn(beginning, logits) {
      room ??= new Float32Array(most * vocabulary);
      const at = learned++ % most;
      const former = owners[at];
      if (former !== undefined) {
        former.logits = null;
        if (former.prompt !== null) roots.delete(former.prompt);
      }
      owners[at] = beginning;
      beginning.logits = room.subarray(at * vocabulary, (at + 1) * vocabulary);
      beginning.logits.set(logits);
    },
  };
}

/** What a beginning is with one token more. */
export function nextBeginning({ next }: Beginning, token: number): Beginning {
  const known = next.get(token);
  if (known !== undefined) return known;
  const created = createBeginning(null);
  next.set(token, created);
  return created;
}

function createBeginning(prompt: string | null): Beginning {
  return { logits: null, prompt, next: new Map() };
}
