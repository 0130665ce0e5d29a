"""From sequences to batches: who shares a batch, and the padded tensors of one.

A step is a list of small batches, whose gradients are added up. A small batch keeps its activations near the processor's
cache, and is the unit of work that the workers share out.
"""

from dataclasses import dataclass

import numpy as np
import torch

from shards import NOT_TRAINED

POOL = 4096
PADDING = 1


@dataclass
class Batch:
    """Token ids (rows, tokens); where to predict, counted through the flattened ids, ascending; what; and the row of each."""

    ids: torch.Tensor
    positions: torch.Tensor
    targets: torch.Tensor
    rows: torch.Tensor

    def to(self, device):
        return Batch(*(tensor.to(device, non_blocking=True) for tensor in vars(self).values()))


def cut_by_length(indices, lengths, batch_tokens):
    """Cuts indices in ascending order of length into groups of at most `batch_tokens` padded tokens (or one sequence)."""
    groups, group = [], []
    for index in indices:
        if group and (len(group) + 1) * lengths[index] > batch_tokens:
            groups.append(np.array(group))
            group = []
        group.append(index)
    if group:
        groups.append(np.array(group))
    return groups


def plan_batches(lengths, batch_tokens, random):
    """Batches of like lengths. Only sequences of one pool meet, so the order of the shard, easy first, roughly holds."""
    batches = []
    for start in range(0, len(lengths), POOL):
        pool = np.arange(start, min(len(lengths), start + POOL))
        by_length = pool[np.argsort(lengths[pool] + random.random(len(pool)))]
        groups = cut_by_length(by_length, lengths, batch_tokens)
        random.shuffle(groups)
        batches += groups
    return batches


def plan_steps(lengths, step_tokens, batch_tokens, seed):
    """The steps of one shard: lists of batches of about `step_tokens` tokens in all, the costliest batch first."""
    batches = plan_batches(lengths, batch_tokens, np.random.default_rng(seed))
    steps, step, tokens = [], [], 0
    for batch in batches:
        step.append(batch)
        tokens += int(lengths[batch].sum())
        if tokens > step_tokens - batch_tokens / 2:
            steps.append(step)
            step, tokens = [], 0
    if step and (tokens > step_tokens / 2 or not steps):
        steps.append(step)
    elif step:
        steps[-1] += step
    return [sorted(step, key=lambda batch: -len(batch) * lengths[batch].max()) for step in steps]


def collate(shard, indices):
    """The padded batch of some sequences of a shard."""
    tokens = int(shard.lengths[indices].max())
    ids = np.full((len(indices), tokens), PADDING, dtype=np.int64)
    targets = np.full((len(indices), tokens), NOT_TRAINED, dtype=np.int64)
    for row, index in enumerate(indices):
        sequence_ids, sequence_targets = shard.sequence(index)
        ids[row, : len(sequence_ids)] = sequence_ids
        targets[row, : len(sequence_targets)] = sequence_targets
    positions = np.flatnonzero(targets != NOT_TRAINED)
    parts = (ids, positions, targets.reshape(-1)[positions], positions // tokens)
    return Batch(*(torch.from_numpy(part) for part in parts))
