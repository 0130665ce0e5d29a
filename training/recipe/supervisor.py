"""What worker 0 does besides training: the log, the evaluations, the checkpoints and the stop on a signal."""

import time
from pathlib import Path

import numpy as np

from attention_scores import score_deviations
from batches import collate
from checkpoint import save_checkpoint
from evaluate import evaluate
from schedule import is_decaying
from shards import Shard

VALIDATION = ("valid-held-out", "valid-unseen")


class Supervisor:
    """Called after the gradients and after each step of `worker`. `was_decaying`: a resumed run had begun its decay."""

    def __init__(self, worker, journal, was_decaying):
        self.worker, self.journal, self.was_decaying = worker, journal, was_decaying
        self.out = Path(worker.settings.out)
        self.started = time.monotonic() - worker.progress.seconds
        self.saved = time.monotonic()
        self.logged = (worker.progress.tokens, worker.progress.seconds)
        self.evaluations = worker.progress.tokens // worker.settings.evaluate_tokens
        self.stop_asked = False
        self.keep_before_decay()

    def ask_stop(self, *_signal):
        """A signal handler: the run saves a checkpoint and stops after the current step."""
        self.stop_asked = True

    def watch(self, shard, loss_sums):
        """Between the gradients and the next step, while the others wait: all see an order to stop after the same step."""
        losses, positions = zip(*loss_sums)
        self.journal.add(shard.format_names, losses, positions)
        limit = self.worker.settings.stop_after_steps
        self.stop_asked |= limit is not None and self.worker.progress.step + 1 >= limit
        self.worker.team.orders[0] = int(self.stop_asked)

    def after_step(self):
        """Others may be in the next step meanwhile; the weights do not change before this worker has joined them."""
        progress, settings = self.worker.progress, self.worker.settings
        progress.seconds = time.monotonic() - self.started
        if progress.step % settings.log_steps == 0:
            self.log()
        if progress.tokens // settings.evaluate_tokens > self.evaluations:
            self.evaluations = progress.tokens // settings.evaluate_tokens
            self.evaluate(settings.evaluate_sequences)
        self.keep_before_decay()
        if time.monotonic() - self.saved > 60 * settings.checkpoint_minutes:
            self.save("checkpoint.pt")

    def keep_before_decay(self):
        """Keeps the state that the decay of the learning rate starts from: another length of the run may start from it."""
        decaying = is_decaying(self.worker.share_seen(), self.worker.settings.decay_share)
        if decaying and not self.was_decaying:
            self.save("before-decay.pt")
        self.was_decaying = decaying

    def log(self):
        """Writes the losses and the speed since the last such line."""
        progress = self.worker.progress
        tokens, seconds = progress.tokens - self.logged[0], progress.seconds - self.logged[1]
        self.logged = (progress.tokens, progress.seconds)
        self.journal.write(
            "train",
            step=progress.step,
            epoch=progress.epoch,
            shard=progress.shard,
            tokens=progress.tokens,
            seconds=round(progress.seconds, 1),
            tokensPerSecond=round(tokens / max(seconds, 1e-9)),
            rate=round(self.worker.settings.matrix_rate * self.worker.rate_share(), 6),
            **self.journal.take_losses(),
        )

    def evaluate(self, limit):
        """Writes the results on each validation file that is there; `limit` sequences of it, or all; and how far apart
        the scores of attention lie in its first sequence."""
        progress, model = self.worker.progress, self.worker.model
        for name in VALIDATION:
            stem = Path(self.worker.settings.data) / name
            if stem.with_suffix(".json").exists():
                shard = Shard(stem)
                ids = collate(shard, np.array([0])).ids.to(model.embedding.device)
                self.journal.write(
                    "valid",
                    file=name,
                    step=progress.step,
                    tokens=progress.tokens,
                    formats=evaluate(model, shard, limit),
                    scoreDeviations=score_deviations(model, ids),
                )

    def save(self, name):
        """Writes a checkpoint of this name."""
        worker = self.worker
        save_checkpoint(
            self.out / name, worker.model, worker.team.state, worker.progress, vars(worker.settings), self.journal.window
        )
        self.saved = time.monotonic()
