"""How far apart the scores of attention lie: the sign of a model that can learn no more.

Scores go through a softmax. Where they differ by far more than a few units, each position looks at one other alone, and the
gradient through the softmax is nothing: the head stays as it is. 3 to 10 is usual in a model that learns; from 60 to 160 a
model has stood still (see rebalance.py).
"""

import torch
from torch.nn import functional as F

from model import causal_attention


@torch.no_grad()
def score_deviations(model, ids):
    """By layer the standard deviation of the scores that each position gives to itself and to those before it; ids of
    shape (batch, tokens)."""
    tokens = ids.shape[1]
    visible = torch.ones(tokens, tokens, dtype=torch.bool, device=ids.device).tril()
    x = F.embedding(ids, model.embedding)
    deviations = []
    for block in model.blocks:
        query, key, value = model.plain.before_attention(
            x, block.attention_norm, block.qkv, model.cos[:tokens], model.sin[:tokens]
        )
        scores = torch.matmul(query, key.transpose(2, 3)) * query.shape[-1] ** -0.5
        deviations.append(round(float(scores[..., visible].float().std()), 2))
        attended = causal_attention(query, key, value).transpose(1, 2).reshape(x.shape)
        x = model.plain.after_attention(x, attended, block.output, block.ffn_norm, block.gate_up, block.down)
    return deviations
