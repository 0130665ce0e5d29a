"""Checkpoints: all that a run needs to go on exactly where it was."""

import os
from dataclasses import asdict

import torch


def save_checkpoint(path, model, state, progress, settings, window):
    """Writes a checkpoint beside its place and moves it there, so that no half of one is ever read."""
    contents = {
        "shape": asdict(model.shape),
        "weights": {name: tensor.detach().cpu().clone() for name, tensor in model.state_dict().items()},
        "momentum": state.momentum.cpu().clone(),
        "secondMoment": state.second_moment.cpu().clone(),
        "progress": asdict(progress),
        "settings": settings,
        "window": window,
    }
    unfinished = path.with_suffix(".partial")
    torch.save(contents, unfinished)
    os.replace(unfinished, path)


def load_checkpoint(path):
    """The contents of a checkpoint, its tensors on the CPU. Raises FileNotFoundError where there is none."""
    return torch.load(path, map_location="cpu")
