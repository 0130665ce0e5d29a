"""Weights that have grown are made small again, nearly without a change of what the model says (--rebalance of train.py).

Muon moves every direction of a matrix by the same amount in each step, so without weight decay the matrices only grow. In
the model that was trained so to 403 million tokens the scores of attention had a standard deviation of 30 to 100: each head
looked at one token alone, where its softmax has no gradient left, so that no head could learn to look anywhere else. A tenth
of such scores says the same. So does what a matrix writes and the next one reads, larger here and smaller there; and what all
layers add to the residual stream, as long as the embedding that they add it to is next to nothing beside it.
"""

# Share of the attention's scores that is kept, in the first layer and in the others: just above what changes the replies.
FIRST_SCORES, SCORES = 0.2, 0.06
# What is left of the values and of the gated part of the feed-forward layer, and of all that goes to the residual stream,
# whose scale the norms take out again.
INNER, RESIDUAL = 0.35, 0.05


def rebalanced(weights, shape):
    """A copy of the model's weights (by name) that says nearly the same, in matrices that can be trained on."""
    weights = {name: tensor.clone() for name, tensor in weights.items()}
    for layer in range(shape.layers):
        qkv, gate_up, output, down = (
            weights[f"blocks.{layer}.{name}"] for name in ("qkv", "gate_up", "output", "down")
        )
        qkv[: 2 * shape.width] *= (SCORES if layer else FIRST_SCORES) ** 0.5
        qkv[2 * shape.width :] *= INNER
        gate_up[shape.hidden :] *= INNER
        for matrix in (output, down):
            matrix *= RESIDUAL / INNER
    return weights
