import { createTokenizer, type Tokenizer } from "../../src/models/embedded/tokenizer.ts";
import { END_OF_TEXT, type Vocabulary } from "./learn-merges.ts";

const NORMAL_TOKEN = 1;
const CONTROL_TOKEN = 3;

/** The project's own tokenizer with this vocabulary, as it will read it from the model's file. */
export function openVocabulary({ tokens, merges }: Vocabulary): Tokenizer {
  return createTokenizer({
    file: "vocab.json",
    tensors: new Map(),
    metadata: new Map<string, string | number | readonly (string | number)[]>([
      ["tokenizer.ggml.tokens", tokens],
      ["tokenizer.ggml.merges", merges],
      ["tokenizer.ggml.token_type", tokens.map((_, id) => (id < 2 ? CONTROL_TOKEN : NORMAL_TOKEN))],
      ["tokenizer.ggml.eos_token_id", END_OF_TEXT],
    ]),
  });
}
