"""The language model: a decoder of the llama family, small enough to train on two processor cores."""

import math
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

NORM_EPSILON = 1e-5
ROPE_BASE = 10000.0


@dataclass(frozen=True)
class ModelShape:
    """The sizes of a model. `context` is the longest sequence in tokens; `width` must be a multiple of `heads`, and the
    quotient even."""

    vocabulary: int
    width: int = 192
    layers: int = 5
    heads: int = 4
    hidden: int = 448
    context: int = 768

    @property
    def head_width(self):
        return self.width // self.heads


def rms_norm(x, weight):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + NORM_EPSILON) * weight


def rotate(x, cos, sin):
    """Rotary positions in the half-split order: component i turns with component i + head_width / 2."""
    first, second = x.chunk(2, -1)
    return torch.cat([first * cos - second * sin, second * cos + first * sin], -1)


def rope_table(context, head_width):
    """Cosines and sines, each of shape (context, head_width / 2)."""
    frequencies = ROPE_BASE ** (-torch.arange(0, head_width, 2).float() / head_width)
    angles = torch.arange(context).float()[:, None] * frequencies
    return angles.cos(), angles.sin()


def causal_attention(query, key, value):
    """Attention over (batch, heads, tokens, head width); torch before 2.0 has no fused kernel for it."""
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(query, key, value, is_causal=True)
    tokens = query.shape[2]
    future = torch.full((tokens, tokens), -1e9, dtype=query.dtype, device=query.device).triu(1)
    scores = torch.matmul(query * query.shape[-1] ** -0.5, key.transpose(2, 3)) + future
    return torch.matmul(F.softmax(scores, -1), value)


class Block(nn.Module):
    """One layer, cut where the attention sits: what comes before and after it is what a compiler fuses well."""

    def __init__(self, shape):
        super().__init__()
        self.attention_norm = nn.Parameter(torch.ones(shape.width))
        self.qkv = nn.Parameter(torch.empty(3 * shape.width, shape.width))
        self.output = nn.Parameter(torch.empty(shape.width, shape.width))
        self.ffn_norm = nn.Parameter(torch.ones(shape.width))
        self.gate_up = nn.Parameter(torch.empty(2 * shape.hidden, shape.width))
        self.down = nn.Parameter(torch.empty(shape.width, shape.hidden))


class Parts:
    """The functions between the attentions, as plain code or, with `compiled`, as fused kernels for any batch size."""

    def __init__(self, shape, compiled):
        def before_attention(x, norm, qkv, cos, sin):
            batch, tokens, _ = x.shape
            projected = F.linear(rms_norm(x, norm), qkv).view(batch, tokens, 3, shape.heads, shape.head_width)
            query, key, value = projected.permute(2, 0, 3, 1, 4).unbind(0)
            return rotate(query, cos, sin), rotate(key, cos, sin), value

        def after_attention(x, attended, output, norm, gate_up, down):
            x = x + F.linear(attended, output)
            gate, up = F.linear(rms_norm(x, norm), gate_up).chunk(2, -1)
            return x + F.linear(F.silu(gate) * up, down)

        def logits(x, attended, last_layer, norm, embedding, positions):
            x, attended = (rows.flatten(0, 1).index_select(0, positions) for rows in (x, attended))
            return F.linear(rms_norm(after_attention(x, attended, *last_layer), norm), embedding)

        def losses(x, attended, last_layer, norm, embedding, positions, targets):
            scores = logits(x, attended, last_layer, norm, embedding, positions)
            return F.cross_entropy(scores.float(), targets, reduction="none")

        prepare = (lambda function: torch.compile(function)) if compiled else (lambda function: function)
        self.before_attention = prepare(before_attention)
        self.after_attention = prepare(after_attention)
        self.losses = prepare(losses)
        self.logits = logits


class LanguageModel(nn.Module):
    """Weights and forward pass; the output matrix is the embedding. Token ids have the shape (batch, tokens), positions
    count through the flattened batch."""

    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.embedding = nn.Parameter(torch.empty(shape.vocabulary, shape.width))
        self.blocks = nn.ModuleList([Block(shape) for _ in range(shape.layers)])
        self.final_norm = nn.Parameter(torch.ones(shape.width))
        cos, sin = rope_table(shape.context, shape.head_width)
        self.register_buffer("cos", cos, persistent=False)
        self.register_buffer("sin", sin, persistent=False)
        self.plain = Parts(shape, compiled=False)
        self.parts = self.plain
        self.initialise()

    def initialise(self):
        """Normal weights; the two matrices of a layer that write to the residual stream start smaller, for its depth."""
        residual_deviation = 0.02 / math.sqrt(2 * self.shape.layers)
        nn.init.normal_(self.embedding, std=0.05)
        for block in self.blocks:
            nn.init.normal_(block.qkv, std=0.02)
            nn.init.normal_(block.gate_up, std=0.02)
            nn.init.normal_(block.output, std=residual_deviation)
            nn.init.normal_(block.down, std=residual_deviation)

    def compile_parts(self):
        """Uses compiled kernels for `losses` from now on (torch 2 only)."""
        self.parts = Parts(self.shape, compiled=True)

    def before_output(self, ids, parts):
        """What the logits are made of, but for the positions: the last layer after its attention works on those alone."""
        x = F.embedding(ids, self.embedding)
        cos, sin = self.cos[: ids.shape[1]], self.sin[: ids.shape[1]]
        for number, block in enumerate(self.blocks, 1):
            heads = parts.before_attention(x, block.attention_norm, block.qkv, cos, sin)
            attended = causal_attention(*heads).transpose(1, 2).reshape(x.shape)
            rest = (block.output, block.ffn_norm, block.gate_up, block.down)
            if number < len(self.blocks):
                x = parts.after_attention(x, attended, *rest)
        return x, attended, rest, self.final_norm, self.embedding

    def losses(self, ids, positions, targets):
        """The cross-entropy in nats at each of the positions; nothing is computed for the others' outputs."""
        return self.parts.losses(*self.before_output(ids, self.parts), positions, targets)

    def logits(self, ids, positions):
        """Scores of all tokens at each position, shape (positions, vocabulary); never compiled."""
        return self.plain.logits(*self.before_output(ids, self.plain), positions)
