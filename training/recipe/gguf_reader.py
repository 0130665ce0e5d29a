"""Reading the weights back from an f16 or f32 file that export_gguf.py wrote, to go on training from them."""

import struct

import numpy as np
import torch

from gguf_writer import ALIGNMENT, ARRAY, SCALAR_FORMATS, STRING, TENSOR_F16, TENSOR_F32

NUMPY_TYPES = {TENSOR_F32: np.dtype("<f4"), TENSOR_F16: np.dtype("<f2")}


class Cursor:
    """Takes values from the bytes of a file, one after another."""

    def __init__(self, contents):
        self.contents, self.at = contents, 0

    def take(self, form):
        """One number in a form of the struct module."""
        (value,) = struct.unpack_from(form, self.contents, self.at)
        self.at += struct.calcsize(form)
        return value

    def text(self):
        length = self.take("<Q")
        self.at += length
        return self.contents[self.at - length : self.at].decode("utf-8")

    def value(self, kind):
        if kind == STRING:
            return self.text()
        if kind == ARRAY:
            inner, length = self.take("<I"), self.take("<Q")
            return [self.value(inner) for _ in range(length)]
        return self.take(SCALAR_FORMATS[kind])


def read_tensors(path):
    """The file's tensors by name, float32. Raises ValueError for a file of another format or type."""
    with open(path, "rb") as file:
        cursor = Cursor(file.read())
    if cursor.take("<4s") != b"GGUF":
        raise ValueError(f"{path} is no GGUF file.")
    _version, tensors, pairs = cursor.take("<I"), cursor.take("<Q"), cursor.take("<Q")
    for _ in range(pairs):
        cursor.text()
        cursor.value(cursor.take("<I"))
    directory = []
    for _ in range(tensors):
        name, dimensions = cursor.text(), cursor.take("<I")
        shape = [cursor.take("<Q") for _ in range(dimensions)][::-1]
        directory.append((name, shape, cursor.take("<I"), cursor.take("<Q")))
    start = cursor.at + -cursor.at % ALIGNMENT
    return {name: tensor(path, cursor.contents, shape, kind, start + offset) for name, shape, kind, offset in directory}


def tensor(path, contents, shape, kind, offset):
    if kind not in NUMPY_TYPES:
        raise ValueError(f"{path} holds quantised weights; training goes on from an f16 or f32 file.")
    values = np.frombuffer(contents, NUMPY_TYPES[kind], int(np.prod(shape)), offset)
    return values.astype(np.float32).reshape(shape)


def split_halves(matrix, heads):
    """Undoes export_gguf.interleave: the halves of each head's rows one after the other."""
    rows, columns = matrix.shape
    return matrix.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def weights_of(path, shape):
    """The state of a LanguageModel of this shape. Raises ValueError where the file's model has another."""
    tensors = read_tensors(path)
    weights = {"embedding": tensors["token_embd.weight"], "final_norm": tensors["output_norm.weight"]}
    for layer in range(shape.layers):
        block = {key[len(f"blk.{layer}.") : -len(".weight")]: value for key, value in tensors.items() if key.startswith(f"blk.{layer}.")}
        query, key = split_halves(block["attn_q"], shape.heads), split_halves(block["attn_k"], shape.heads)
        prefix = f"blocks.{layer}."
        weights[prefix + "attention_norm"] = block["attn_norm"]
        weights[prefix + "qkv"] = np.concatenate([query, key, block["attn_v"]])
        weights[prefix + "output"] = block["attn_output"]
        weights[prefix + "ffn_norm"] = block["ffn_norm"]
        weights[prefix + "gate_up"] = np.concatenate([block["ffn_gate"], block["ffn_up"]])
        weights[prefix + "down"] = block["ffn_down"]
    if weights["embedding"].shape != (shape.vocabulary, shape.width):
        raise ValueError(f"{path} has {weights['embedding'].shape} embeddings, not {(shape.vocabulary, shape.width)}.")
    return {name: torch.from_numpy(values.copy()) for name, values in weights.items()}
