"""The command line of train.py."""

import argparse
from pathlib import Path

# What a resumed run may change; everything else is as the checkpoint has it, or the run would not be the same run.
CHANGEABLE = ("data", "out", "tokens", "workers", "compile", "checkpoint_minutes", "stop_after_steps", "init", "resume", "no_gpu")


def parser():
    options = argparse.ArgumentParser(description="Trains the embedded model; log.jsonl and checkpoint.pt go to --out.")
    options.add_argument("--data", required=True, help="folder with vocab.json, train-NNN and valid-* files")
    options.add_argument("--out", required=True, help="folder for the log and the checkpoints")
    options.add_argument("--resume", nargs="?", const="", help="go on from OUT/checkpoint.pt, or from the checkpoint named")
    options.add_argument("--init", help="start from the weights of this f16 or f32 GGUF file, whose vocabulary the data must have")
    options.add_argument("--tokens", type=float, help="tokens to train on in all (default 60e6, resumed: as before)")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--workers", type=int, default=1, help="processes on the CPU, one core each")
    options.add_argument("--compile", action="store_true", help="fused kernels by torch.compile (torch 2)")
    options.add_argument("--no-gpu", action="store_true", help="train on the CPU even where there is a GPU")
    options.add_argument("--checkpoint-minutes", type=float, default=5)
    options.add_argument("--stop-after-steps", type=int, help="write a checkpoint and stop after so many steps in all")
    options.add_argument("--layers", type=int, default=5)
    options.add_argument("--width", type=int, default=192)
    options.add_argument("--heads", type=int, default=4)
    options.add_argument("--hidden", type=int, default=448)
    options.add_argument("--context", type=int, default=768)
    options.add_argument("--step-tokens", type=int, default=8000, help="tokens in one update of the weights")
    options.add_argument("--batch-tokens", type=int, default=1024, help="padded tokens computed at once; raise it on a GPU")
    options.add_argument("--matrix-rate", type=float, default=0.02)
    options.add_argument("--embedding-rate", type=float, default=3e-3)
    options.add_argument("--norm-rate", type=float, default=2e-3)
    options.add_argument("--warm-up-steps", type=int, default=30)
    options.add_argument("--decay-share", type=float, default=0.45, help="share of the tokens over which the rate falls")
    options.add_argument("--log-steps", type=int, default=50)
    options.add_argument("--evaluate-tokens", type=float, default=4e6, help="tokens between two evaluations")
    options.add_argument("--evaluate-sequences", type=int, default=400, help="sequences a file in an evaluation on the way")
    return options


def parse_settings(arguments=None):
    """The settings, and the path of the checkpoint to go on from or None."""
    settings = parser().parse_args(arguments)
    if settings.resume is None:
        settings.tokens = settings.tokens or 60e6
        return settings, None
    return settings, Path(settings.resume or Path(settings.out) / "checkpoint.pt")


def merge_settings(given, saved):
    """The settings of a resumed run, in place: the saved ones, but for those that may change."""
    for name, value in saved.items():
        if name not in CHANGEABLE:
            setattr(given, name, value)
    given.tokens = given.tokens or saved["tokens"]
    return given
