"""Reading the training data that the TypeScript side writes: numbered shards of token sequences.

NAME.bin holds little-endian uint16: for each sequence its n token ids, then its n targets. NAME.json holds their lengths,
the format of each, and the names of the formats.
"""

import json
from pathlib import Path

import numpy as np

NOT_TRAINED = 65535


class Shard:
    """One file of sequences. `lengths` counts tokens, `formats` indexes `format_names`."""

    def __init__(self, stem):
        header = json.loads(stem.with_suffix(".json").read_text())
        self.name = stem.name
        self.lengths = np.array(header["lengths"], dtype=np.int64)
        self.formats = np.array(header["formats"], dtype=np.int64)
        self.format_names = header["formatNames"]
        self.starts = np.concatenate([[0], 2 * np.cumsum(self.lengths)])
        self.values = np.memmap(stem.with_suffix(".bin"), dtype="<u2", mode="r")
        if len(self.values) != self.starts[-1] or len(self.formats) != len(self.lengths):
            raise ValueError(
                f"{stem}.bin holds {len(self.values)} numbers; {stem}.json asks for {self.starts[-1]} "
                f"({len(self.lengths)} lengths, {len(self.formats)} formats)."
            )

    def __len__(self):
        return len(self.lengths)

    def sequence(self, index):
        """The ids and the targets of one sequence; a target of NOT_TRAINED is none."""
        start, length = self.starts[index], self.lengths[index]
        return self.values[start : start + length], self.values[start + length : start + 2 * length]


def is_complete(stem):
    """Whether both files are there and the sequences are as long as the header says: a shard may still be being written."""
    try:
        lengths = json.loads(stem.with_suffix(".json").read_text())["lengths"]
        return stem.with_suffix(".bin").stat().st_size == 4 * sum(lengths)
    except (FileNotFoundError, json.JSONDecodeError):
        return False


def shard_stem(data, number):
    """The path of a training shard without its ending."""
    return Path(data) / f"train-{number:03d}"


def next_shard(data, epoch, number):
    """The epoch and the number of the shard after shard `number` (-1 at the start), in the folder as it is now.

    After the last shard the next epoch begins. Raises FileNotFoundError where there is no whole shard at all.
    """
    stems = [path.with_suffix("") for path in Path(data).glob("train-[0-9]*.json")]
    numbers = sorted(int(stem.name.split("-")[1]) for stem in stems if is_complete(stem))
    if not numbers:
        raise FileNotFoundError(f"No whole training shard (train-000.bin with train-000.json) in {data}.")
    later = [other for other in numbers if other > number]
    return (epoch, later[0]) if later else (epoch + 1, numbers[0])
