"""The command line of train.py."""

import argparse
from pathlib import Path

# What a resumed run may change; everything else is as the checkpoint has it, or the run would not be the same run.
CHANGEABLE = ("data", "out", "workers", "compile", "checkpoint_minutes", "stop_after_steps", "init", "rebalance", "resume", "no_gpu")
# What a resumed run takes from its checkpoint unless it is given, and a new run from here.
LENGTH_AND_RATES = {
    "tokens": 60e6,
    "matrix_rate": 0.01,
    "embedding_rate": 1.5e-3,
    "norm_rate": 1e-3,
    "direct_weight": 2.0,
    "weight_decay": 0.05,
    "decay_share": 0.6,
}


def parser():
    options = argparse.ArgumentParser(description="Trains the embedded model; log.jsonl and checkpoint.pt go to --out.")
    options.add_argument("--data", required=True, help="folder with vocab.json, train-NNN and valid-* files")
    options.add_argument("--out", required=True, help="folder for the log and the checkpoints")
    options.add_argument("--resume", nargs="?", const="", help="go on from OUT/checkpoint.pt, or from the checkpoint named")
    options.add_argument("--init", help="start from the weights of this f16 or f32 GGUF file, whose vocabulary the data must have")
    options.add_argument("--rebalance", action="store_true", help="with --init: make weights that were trained without decay small again")
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
    options.add_argument("--batch-tokens", type=int, default=2048, help="padded tokens computed at once; raise it on a GPU")
    options.add_argument("--matrix-rate", type=float, help="peak rate of the matrices (default 0.01, resumed: as before)")
    options.add_argument("--embedding-rate", type=float, help="of the embeddings (default 1.5e-3, resumed: as before)")
    options.add_argument("--norm-rate", type=float, help="of the norms (default 1e-3, resumed: as before)")
    options.add_argument(
        "--direct-weight", type=float, help="weight of a token of the format direct, whose replies are short (default 2, resumed: as before)"
    )
    options.add_argument(
        "--weight-decay", type=float, help="share that a step takes from the matrices, times the rate (default 0.05, resumed: as before)"
    )
    options.add_argument("--warm-up-steps", type=int, default=30)
    options.add_argument("--decay-share", type=float, help="share of the tokens over which the rate falls (default 0.6, resumed: as before)")
    options.add_argument("--log-steps", type=int, default=50)
    options.add_argument("--evaluate-tokens", type=float, default=4e6, help="tokens between two evaluations")
    options.add_argument("--evaluate-sequences", type=int, default=400, help="sequences a file in an evaluation on the way")
    return options


def parse_settings(arguments=None):
    """The settings, and the path of the checkpoint to go on from or None."""
    options = parser()
    settings = options.parse_args(arguments)
    if settings.rebalance and settings.init is None and settings.resume is None:
        options.error("--rebalance is for the weights that --init names.")
    if settings.resume is None:
        return fill_settings(settings, LENGTH_AND_RATES), None
    return settings, Path(settings.resume or Path(settings.out) / "checkpoint.pt")


def fill_settings(given, values):
    """The settings with the length and the rates that were not given taken from `values`, in place."""
    for name in LENGTH_AND_RATES:
        if getattr(given, name) is None:
            setattr(given, name, values[name])
    return given


def merge_settings(given, saved):
    """The settings of a resumed run, in place: the saved ones, but for those that may change."""
    for name, value in saved.items():
        if name not in CHANGEABLE and name not in LENGTH_AND_RATES:
            setattr(given, name, value)
    # A checkpoint from before there was a weight decay was trained without.
    return fill_settings(given, {"weight_decay": 0.0, **saved})
