"""Trains the embedded model from the shards that the TypeScript side writes.

    python3 train.py --data DATA --out OUT --tokens 60e6 --workers 2 --compile
    python3 train.py --data DATA --out OUT --resume --tokens 50e6 --workers 2 --compile

OUT gets log.jsonl, checkpoint.pt (every few minutes, on SIGTERM and at the end) and before-decay.pt. A resumed run goes on
exactly where it was; a smaller total moves the decay of the learning rate, or starts it at once.
On a GPU, larger batches pay: --step-tokens 32768 --batch-tokens 32768.
"""

from environment import ensure_environment

ensure_environment()

import signal
from pathlib import Path

import torch

from checkpoint import load_checkpoint
from gguf_reader import weights_of
from journal import Journal
from model import LanguageModel, ModelShape
from optimizer import copy_weights
from rebalance import rebalanced
from schedule import is_decaying
from settings import merge_settings, parse_settings
from shards import next_shard
from supervisor import Supervisor
from team import Team
from vocabulary import vocabulary_size
from worker import Progress, Worker, prepare_arithmetic, run_worker


def shape_of(settings):
    """The model that the settings ask for; its vocabulary is that of the data."""
    return ModelShape(
        vocabulary=vocabulary_size(settings.data),
        width=settings.width,
        layers=settings.layers,
        heads=settings.heads,
        hidden=settings.hidden,
        context=settings.context,
    )


def start_state(settings, shape, saved, device):
    """The team's shared memory, filled with fresh weights, those of an exported file or those of a checkpoint."""
    torch.manual_seed(settings.seed)
    model = LanguageModel(shape)
    if saved:
        model.load_state_dict(saved["weights"])
    elif settings.init:
        weights = weights_of(settings.init, shape)
        model.load_state_dict(rebalanced(weights, shape) if settings.rebalance else weights)
    team = Team.of(sum(parameter.numel() for parameter in model.parameters()), settings.workers, device)
    copy_weights(model, team.state)
    if saved:
        team.state.momentum.copy_(saved["momentum"])
        team.state.second_moment.copy_(saved["secondMoment"])
    return team


def train(settings, saved, was_decaying):
    """A whole run in this process and, with several workers, in others beside it."""
    device = torch.device("cuda" if torch.cuda.is_available() and not settings.no_gpu else "cpu")
    if device.type == "cuda" and settings.workers > 1:
        print(f"A GPU run has one worker; --workers {settings.workers} is for the CPU.", flush=True)
        settings.workers = 1
    shape = ModelShape(**saved["shape"]) if saved else shape_of(settings)
    progress = Progress(**saved["progress"]) if saved else Progress(*next_shard(settings.data, 1, -1))
    team = start_state(settings, shape, saved, device)
    team.start_others(run_worker, shape, settings, progress)
    worker = Worker(0, team, shape, settings, progress)
    journal = Journal(Path(settings.out) / "log.jsonl", saved["window"] if saved else {})
    journal.write("start", device=str(device), torch=torch.__version__, parameters=len(team.state.weights), **vars(settings))
    supervisor = Supervisor(worker, journal, was_decaying)
    signal.signal(signal.SIGTERM, supervisor.ask_stop)
    signal.signal(signal.SIGINT, supervisor.ask_stop)
    worker.run(supervisor)
    supervisor.save("checkpoint.pt")
    if not supervisor.stop_asked:
        supervisor.evaluate(None)


def main():
    settings, checkpoint = parse_settings()
    Path(settings.out).mkdir(parents=True, exist_ok=True)
    prepare_arithmetic()
    if checkpoint is None:
        return train(settings, None, was_decaying=False)
    saved = load_checkpoint(checkpoint)
    share_seen = saved["progress"]["tokens"] / saved["settings"]["tokens"]
    was_decaying = is_decaying(share_seen, saved["settings"]["decay_share"])
    train(merge_settings(settings, saved["settings"]), saved, was_decaying)


if __name__ == "__main__":
    main()
