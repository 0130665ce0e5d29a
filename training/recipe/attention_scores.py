"""How far apart the scores of attention lie: the sign of a model that can learn no more.

Scores go through a softmax. Where they differ by far more than a few units, each position looks at one other alone, and the
gradient through the softmax is nothing: the head stays as it is. 2 to 7 in a model that learns, 30 to 100 in one that stood
still (see rebalance.py).
"""

import torch
from torch.nn import functional as F

from model import causal_attention


@torch.no_grad()
def score_deviations(model, ids):
    """By layer the standard deviation of the scores that a position gives to itself and to those before it, as the mean over
    heads and positions; ids of shape (batch, tokens)."""
    tokens = ids.shape[1]
    visible = torch.ones(tokens, tokens, device=ids.device).tril()
    counts = visible.sum(-1)
    x = F.embedding(ids, model.embedding)
    deviations = []
    for block in model.blocks:
        query, key, value = model.plain.before_attention(
            x, block.attention_norm, block.qkv, model.cos[:tokens], model.sin[:tokens]
        )
        scores = torch.matmul(query, key.transpose(2, 3)) * query.shape[-1] ** -0.5
        means = (scores * visible).sum(-1, keepdim=True) / counts[:, None]
        variances = ((scores - means).square() * visible).sum(-1) / counts
        deviations.append(round(float(variances.sqrt().mean()), 2))
        attended = causal_attention(query, key, value).transpose(1, 2).reshape(x.shape)
        x = model.plain.after_attention(x, attended, block.output, block.ffn_norm, block.gate_up, block.down)
    return deviations
