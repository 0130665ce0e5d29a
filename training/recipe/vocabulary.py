"""The tokenizer's vocabulary as the TypeScript side writes it; training needs only its size."""

import json
from pathlib import Path


def read_vocabulary(path):
    """The tokens in the order of their ids, and the merges, each "left right"; all in the byte symbols of GPT-2.

    Token 0 ends a text, token 1 is padding. Raises ValueError where the file does not fit together.
    """
    contents = json.loads(Path(path).read_text(encoding="utf-8"))
    tokens, merges = contents["tokens"], contents["merges"]
    if len(tokens) != 2 + 256 + len(merges):
        raise ValueError(f"{path}: {len(tokens)} tokens, {len(merges)} merges; expected 2 + 256 + merges tokens.")
    return tokens, merges


def vocabulary_size(data):
    """The number of tokens in DATA/vocab.json."""
    return len(read_vocabulary(Path(data) / "vocab.json")[0])
