# SPDX-License-Identifier: Apache-2.0
"""Adam for a big table of which a step touches few rows: only these are read and written."""
import torch

# Rows are seen seldom, so each step goes further than those of other weights.
TABLE_RATE = 3.0


class LazyAdam:
    def __init__(self, table, betas=(0.9, 0.98), eps=1e-8):
        self.table, self.betas, self.eps = table, betas, eps
        self.mean, self.square = torch.zeros_like(table), torch.zeros_like(table)
        self.steps = 0

    def take(self, ids):
        """The rows that `ids` use, as a leaf for gradients, and `ids` renumbered into them."""
        self.used, renumbered = torch.unique(ids, return_inverse=True)
        self.leaf = self.table[self.used].requires_grad_()
        return self.leaf, renumbered

    def step(self, rate):
        self.steps += 1
        grad = self.leaf.grad
        mean = self.mean[self.used].mul_(self.betas[0]).add_(grad, alpha=1 - self.betas[0])
        square = self.square[self.used].mul_(self.betas[1]).addcmul_(grad, grad, value=1 - self.betas[1])
        self.mean[self.used], self.square[self.used] = mean, square
        unbiased = (square / (1 - self.betas[1] ** self.steps)).sqrt_().add_(self.eps)
        self.table[self.used] -= rate / (1 - self.betas[0] ** self.steps) * mean / unbiased
