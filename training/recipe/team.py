"""What the worker processes of one run share."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import multiprocessing

from optimizer import FlatState

# Long enough for a slow compilation or an evaluation; without a limit, a worker whose partner died would wait for ever.
BARRIER_SECONDS = 600
MOST_FORMATS = 64


@dataclass
class Team:
    """Shared memory and meeting points. `loss_sums` is (workers, formats, 2): summed loss in nats, trained positions.
    `orders` is what worker 0 tells the others: whether to stop, the epoch, the shard."""

    workers: int
    state: FlatState
    loss_sums: torch.Tensor
    orders: torch.Tensor
    barrier: Any
    ticket: Any

    @staticmethod
    def of(size, workers, device):
        context = multiprocessing.get_context("spawn")
        state = FlatState.zeros(size, workers, device)
        loss_sums = torch.zeros(workers, MOST_FORMATS, 2, device=device)
        orders = torch.zeros(3, dtype=torch.int64)
        if workers > 1:
            for tensor in (*vars(state).values(), loss_sums, orders):
                tensor.share_memory_()
        return Team(workers, state, loss_sums, orders, context.Barrier(workers), context.Value("q", 0))

    def meet(self):
        """Waits for all workers. Raises BrokenBarrierError where one has failed."""
        if self.workers > 1:
            self.barrier.wait(BARRIER_SECONDS)

    def tickets(self, count):
        """Numbers below `count`, each given to one worker only: whoever is free takes the next, so that a core that others
        use as well does less. The sum of the gradients is the same but for rounding."""
        while True:
            with self.ticket.get_lock():
                number = self.ticket.value
                self.ticket.value = number + 1
            if number >= count:
                return
            yield number

    def start_others(self, function, *arguments):
        """Starts workers 1 and up as function(worker, team, *arguments); they end with this process."""
        context = multiprocessing.get_context("spawn")
        for worker in range(1, self.workers):
            context.Process(target=function, args=(worker, self, *arguments), daemon=True).start()
