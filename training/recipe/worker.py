"""The training loop, as each worker runs it. Worker 0 also keeps the log, the evaluations and the checkpoints."""

import signal
from dataclasses import dataclass

import torch

from batches import collate, plan_steps
from model import LanguageModel
from optimizer import Optimizer, bind
from schedule import rate_share
from shards import Shard, next_shard, shard_stem
from team import MOST_FORMATS


@dataclass
class Progress:
    """How far a run is. `shard_step` is the next step of the shard; `seconds` counts training time over all resumptions."""

    epoch: int
    shard: int
    shard_step: int = 0
    step: int = 0
    tokens: int = 0
    seconds: float = 0.0


class Worker:
    """One process of a run: takes batches, adds their gradients to its own sum, updates its share of the weights."""

    def __init__(self, number, team, shape, settings, progress):
        self.number, self.team, self.settings, self.progress = number, team, settings, progress
        self.device = team.state.weights.device
        self.model = LanguageModel(shape).to(self.device)
        bind(self.model, team.state, number)
        if settings.compile:
            self.model.compile_parts()
        rates = {"matrix": settings.matrix_rate, "embedding": settings.embedding_rate, "norm": settings.norm_rate}
        self.optimizer = Optimizer(self.model, team.state, number, team.workers, rates, settings.weight_decay)

    def add_gradients(self, shard, indices):
        """Adds the gradients of the summed losses of one batch, and the losses themselves by format."""
        batch = collate(shard, indices).to(self.device)
        formats = torch.from_numpy(shard.formats[indices]).to(self.device)[batch.rows]
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.device.type == "cuda"):
            losses = self.model.losses(batch.ids, batch.positions, batch.targets)
        (losses * self.weights(shard)[formats]).sum().backward()
        values = torch.stack([losses.detach(), torch.ones_like(losses)], 1)
        self.team.loss_sums[self.number].index_add_(0, formats, values)

    def weights(self, shard):
        """What a token of each of the shard's formats counts in the gradient."""
        weight = self.settings.direct_weight
        return torch.tensor([weight if name == "direct" else 1.0 for name in shard.format_names], device=self.device)

    def train_step(self, shard, batches, supervisor):
        """One update of the weights by all workers."""
        progress, team = self.progress, self.team
        team.state.gradients[self.number].zero_()
        team.loss_sums[self.number].zero_()
        for number in team.tickets(len(batches)):
            self.add_gradients(shard, batches[number])
        team.meet()
        share = self.rate_share()
        self.optimizer.update(progress.step, share, max(1.0, float(team.loss_sums[:, :, 1].sum())))
        if supervisor:
            team.ticket.value = 0
            supervisor.watch(shard, team.loss_sums.sum(0).tolist())
        team.meet()
        progress.step += 1
        progress.shard_step += 1
        progress.tokens += sum(int(shard.lengths[batch].sum()) for batch in batches)

    def share_seen(self):
        """The share of the run's tokens that it has seen, 0 to 1."""
        return self.progress.tokens / self.settings.tokens

    def rate_share(self):
        """The learning rate of the next step as a share of its peak."""
        settings = self.settings
        return rate_share(self.progress.step, self.share_seen(), settings.warm_up_steps, settings.decay_share)

    def is_finished(self):
        return self.share_seen() >= 1 or bool(self.team.orders[0])

    def open_shard(self, number):
        """A training shard. Raises ValueError where its sequences or formats are more than this run has room for."""
        stem = shard_stem(self.settings.data, number)
        shard = Shard(stem)
        longest, context = shard.lengths.max(), self.model.shape.context
        if longest > context:
            raise ValueError(f"{stem}: a sequence of {longest} tokens; the context of the model is {context}.")
        if len(shard.format_names) > MOST_FORMATS:
            raise ValueError(f"{stem}: {len(shard.format_names)} formats; a run counts at most {MOST_FORMATS}.")
        return shard

    def advance_shard(self, supervisor):
        """Goes on to the next shard. Only one looks at the folder: a file that appears just then must not part the workers."""
        progress, orders = self.progress, self.team.orders
        if supervisor:
            orders[1:] = torch.tensor(next_shard(self.settings.data, progress.epoch, progress.shard))
        self.team.meet()
        progress.epoch, progress.shard = orders[1:].tolist()
        progress.shard_step = 0
        self.team.meet()

    def run(self, supervisor=None):
        """Trains until the tokens are seen or a stop is ordered. Worker 0 has a supervisor, the others none."""
        progress, settings = self.progress, self.settings
        while not self.is_finished():
            shard = self.open_shard(progress.shard)
            seed = [settings.seed, progress.epoch, progress.shard]
            steps = plan_steps(shard.lengths, settings.step_tokens, settings.batch_tokens, seed)
            for batches in steps[progress.shard_step :]:
                self.train_step(shard, batches, supervisor)
                if supervisor:
                    supervisor.after_step()
                if self.is_finished():
                    return
            self.advance_shard(supervisor)


def prepare_arithmetic():
    """One thread for each process. Denormal numbers count as zero: a trained model's attention is full of them, and a
    processor may take a hundred times as long for each."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)


def run_worker(number, team, shape, settings, progress):
    """Entry of workers 1 and up: a failure frees the others from waiting."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    prepare_arithmetic()
    try:
        Worker(number, team, shape, settings, progress).run()
    except BaseException:
        team.barrier.abort()
        raise
