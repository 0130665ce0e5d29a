"""Muon for the matrices inside the layers, Adam for the embedding and the norms.

All weights lie in one flat tensor, and so do the gradients and the optimizer's memory. Workers share them: each updates
its own share of the matrices in place, from the sum of all workers' gradients.
Muon: https://kellerjordan.github.io/posts/muon/ (momentum, then the nearest semi-orthogonal matrix as the step).
"""

from collections import defaultdict
from dataclasses import dataclass

import torch

MOMENTUM = 0.95
ADAM_BETAS = (0.9, 0.98)
ADAM_EPSILON = 1e-8
MATRIX_PARTS = {"qkv": 3, "gate_up": 2, "output": 1, "down": 1}


@dataclass
class FlatState:
    """Flat float32 tensors: weights, momentum and second moment of shape (n), gradients of shape (workers, n)."""

    weights: torch.Tensor
    gradients: torch.Tensor
    momentum: torch.Tensor
    second_moment: torch.Tensor

    @staticmethod
    def zeros(size, workers, device):
        shapes = ((size,), (workers, size), (size,), (size,))
        return FlatState(*(torch.zeros(shape, device=device) for shape in shapes))


def bind(model, state, worker):
    """Makes the model's parameters and gradients views into the flat state; the weights there win."""
    start = 0
    for parameter in model.parameters():
        span = slice(start, start + parameter.numel())
        parameter.data = state.weights[span].view_as(parameter)
        parameter.grad = state.gradients[worker, span].view_as(parameter)
        start = span.stop


def copy_weights(model, state):
    """Fills the flat weights from a model that is not bound yet."""
    state.weights.copy_(torch.cat([parameter.detach().flatten() for parameter in model.parameters()]))


@dataclass(frozen=True)
class Matrix:
    """A matrix inside the flat tensors; one parameter may hold several, such as query, key and value."""

    start: int
    rows: int
    columns: int

    def view(self, flat):
        """The matrix lying down: never more rows than columns."""
        matrix = flat[self.start : self.start + self.rows * self.columns].view(self.rows, self.columns)
        return matrix.t() if self.rows > self.columns else matrix

    @property
    def step_scale(self):
        return max(1.0, self.rows / self.columns) ** 0.5


def orthogonalise(stack):
    """Pushes the singular values of each matrix (rows <= columns) near 1: five steps of a quintic Newton-Schulz iteration."""
    x = stack / (stack.flatten(1).norm(dim=1)[:, None, None] + 1e-7)
    for _ in range(5):
        gram = torch.bmm(x, x.transpose(1, 2))
        polynomial = torch.baddbmm(gram, gram, gram, beta=-4.7750, alpha=2.0315)
        x = torch.baddbmm(x, polynomial, x, beta=3.4445)
    return x


class Optimizer:
    """The share of the update that one worker makes. `rates` are the peak learning rates of the three kinds; `decay` is what a
    matrix loses in each step, as a share of itself and of the rate."""

    def __init__(self, model, state, worker, workers, rates, decay):
        self.state = state
        self.rates = rates
        self.decay = decay
        stacks = defaultdict(list)
        adam = []
        start = 0
        for name, parameter in model.named_parameters():
            parts = MATRIX_PARTS.get(name.rsplit(".", 1)[-1])
            size = parameter.numel()
            if parts:
                rows, columns = parameter.shape[0] // parts, parameter.shape[1]
                for part in range(parts):
                    stacks[min(rows, columns), max(rows, columns)].append(Matrix(start + part * size // parts, rows, columns))
            else:
                adam.append((slice(start, start + size), "embedding" if parameter.dim() == 2 else "norm"))
            start += size
        self.stacks = [stack[worker::workers] for stack in stacks.values() if stack[worker::workers]]
        self.adam = adam if worker == workers - 1 else []

    @torch.no_grad()
    def update(self, step, rate_share, positions):
        """One step (counted from 0) from gradients of summed losses over `positions` trained positions."""
        for stack in self.stacks:
            self.update_matrices(stack, self.rates["matrix"] * rate_share, positions)
        for span, kind in self.adam:
            self.update_adam(span, self.rates[kind] * rate_share, step + 1, positions)

    def update_matrices(self, stack, rate, positions):
        gradient = torch.stack([sum(matrix.view(worker) for worker in self.state.gradients) for matrix in stack])
        gradient = gradient.div_(positions)
        momentum = torch.stack([matrix.view(self.state.momentum) for matrix in stack]).lerp_(gradient, 1 - MOMENTUM)
        direction = orthogonalise(gradient.lerp(momentum, MOMENTUM))
        for matrix, remembered, step in zip(stack, momentum, direction):
            matrix.view(self.state.momentum).copy_(remembered)
            weights = matrix.view(self.state.weights)
            weights.mul_(1 - rate * self.decay).add_(step, alpha=-rate * matrix.step_scale)

    def update_adam(self, span, rate, step, positions):
        first_beta, second_beta = ADAM_BETAS
        gradient = self.state.gradients[:, span].sum(0).div_(positions)
        first = self.state.momentum[span].lerp_(gradient, 1 - first_beta)
        second = self.state.second_moment[span].lerp_(gradient.square(), 1 - second_beta)
        spread = (second / (1 - second_beta**step)).sqrt_().add_(ADAM_EPSILON)
        self.state.weights[span].addcdiv_(first, spread, value=-rate / (1 - first_beta**step))
