"""How well the model predicts sequences that it was not trained on."""

from collections import defaultdict

import numpy as np
import torch
from torch.nn import functional as F

from batches import collate, cut_by_length

BATCH_TOKENS = 2048


def chosen_sequences(shard, limit):
    """All sequences, or `limit` spread evenly over the shard, by ascending length."""
    count = len(shard) if limit is None else min(limit, len(shard))
    chosen = np.linspace(0, len(shard) - 1, count).astype(int) if count else np.array([], dtype=int)
    return chosen[np.argsort(shard.lengths[chosen], kind="stable")]


def sums_of_sequences(model, batch):
    """For each row: the summed loss in nats, the trained positions, and how many of them the best token misses."""
    logits = model.logits(batch.ids, batch.positions).float()
    losses = F.cross_entropy(logits, batch.targets, reduction="none")
    misses = (logits.argmax(-1) != batch.targets).float()
    sums = torch.zeros(len(batch.ids), 3, device=losses.device)
    sums.index_add_(0, batch.rows, torch.stack([losses, torch.ones_like(losses), misses], 1))
    return sums.cpu().double().numpy()


@torch.no_grad()
def evaluate(model, shard, limit=None):
    """Per format and for "all": sequences, mean loss in nats a trained position, and `exact`, the share of sequences in
    which the best token is the target at every trained position. Sequences without a trained position do not count."""
    totals = defaultdict(lambda: np.zeros(4))
    device = model.embedding.device
    for indices in cut_by_length(chosen_sequences(shard, limit), shard.lengths, BATCH_TOKENS):
        sums = sums_of_sequences(model, collate(shard, indices).to(device))
        for index, (loss, positions, misses) in zip(indices, sums):
            if positions:
                row = np.array([1, loss, positions, misses == 0])
                totals[shard.format_names[shard.formats[index]]] += row
                totals["all"] += row
    return {
        name: {"sequences": int(count), "loss": round(loss / positions, 4), "exact": round(exact / count, 4)}
        for name, (count, loss, positions, exact) in sorted(totals.items())
    }
