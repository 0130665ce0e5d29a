"""Writing GGUF version 3: a header of typed key-value pairs, a directory of tensors, then their aligned data.

https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

import struct

import numpy as np

VERSION = 3
ALIGNMENT = 32
U32, I32, F32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9
SCALAR_FORMATS = {U32: "<I", I32: "<i", F32: "<f", BOOL: "<B"}
TENSOR_F32, TENSOR_F16, TENSOR_Q8_0 = 0, 1, 8
Q8_BLOCK = 32


def encode_value(kind, value):
    """The bytes of a string or a number of one of the kinds above."""
    if kind == STRING:
        text = value.encode("utf-8")
        return struct.pack("<Q", len(text)) + text
    return struct.pack(SCALAR_FORMATS[kind], value)


def encode_array(kind, values):
    """The bytes of an array whose values are all of one kind."""
    return struct.pack("<IQ", kind, len(values)) + b"".join(encode_value(kind, value) for value in values)


def quantise_q8_0(values):
    """Blocks of 32 values: a half-precision scale, then 32 signed bytes. The last dimension must be a multiple of 32."""
    blocks = values.reshape(-1, Q8_BLOCK)
    scales = (np.abs(blocks).max(axis=1) / 127).astype("<f2")
    divisors = np.where(scales == 0, 1, scales).astype(np.float32)
    levels = np.clip(np.rint(blocks / divisors[:, None]), -127, 127).astype(np.int8)
    return np.concatenate([scales[:, None].view(np.uint8), levels.view(np.uint8)], axis=1).tobytes()


def encode_tensor(values, kind):
    """The tensor's type in the file and its bytes; vectors stay in 32 bits, as readers of the format expect of norms."""
    if values.ndim == 1 or kind == TENSOR_F32:
        return TENSOR_F32, values.astype("<f4").tobytes()
    if kind == TENSOR_F16:
        return TENSOR_F16, values.astype("<f2").tobytes()
    return TENSOR_Q8_0, quantise_q8_0(values)


def padding(size):
    """Zero bytes up to the next aligned offset."""
    return bytes(-size % ALIGNMENT)


class GgufWriter:
    """Collects values and tensors, then writes the file."""

    def __init__(self):
        self.pairs, self.directory, self.data = [], [], b""

    def add(self, key, kind, value):
        self.pairs.append(encode_value(STRING, key) + encode_value(U32, kind) + encode_value(kind, value))

    def add_array(self, key, kind, values):
        self.pairs.append(encode_value(STRING, key) + encode_value(U32, ARRAY) + encode_array(kind, values))

    def add_tensor(self, name, values, kind):
        """Adds a float32 array; the file names its dimensions in reverse order, the contiguous one first."""
        stored_kind, contents = encode_tensor(np.ascontiguousarray(values, dtype=np.float32), kind)
        dimensions = struct.pack(f"<I{values.ndim}Q", values.ndim, *reversed(values.shape))
        offset = struct.pack("<IQ", stored_kind, len(self.data))
        self.directory.append(encode_value(STRING, name) + dimensions + offset)
        self.data += contents + padding(len(contents))

    def write(self, path):
        """Writes the file and returns its size in bytes."""
        counts = struct.pack("<IQQ", VERSION, len(self.directory), len(self.pairs))
        header = b"".join([b"GGUF", counts, *self.pairs, *self.directory])
        contents = header + padding(len(header)) + self.data
        with open(path, "wb") as file:
            file.write(contents)
        return len(contents)
