# SPDX-License-Identifier: Apache-2.0
"""The network: a table of feature rows, simple recurrent layers in both directions, and heads for tags, trees, names.

Recurrent layer, after SRU (Lei et al. 2018, https://arxiv.org/abs/1709.02755): all products depend on the layer's input
alone, and only an elementwise recurrence runs over the words. Trees: every word scores every head (Dozat and Manning
2017, https://arxiv.org/abs/1611.01734). Layout of tensors: [time, sentence, feature].
"""
import ctypes
import os
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

DISTANCES = 16


@dataclass(frozen=True)
class Shape:
    """The sizes of a network; those of the committed model by default."""
    width: int = 192  # of a feature row
    side: int = 128   # of a recurrent layer, each direction
    layers: int = 3
    arc: int = 96
    relation: int = 128
    tag: int = 96
    name: int = 64


# Of the networks that read raw news for the committed one to learn from; never part of a model.
TEACHER = Shape(width=224, side=208, arc=160, relation=160, tag=160)


def _library():
    """The compiled elementwise part of a layer: build/tools/train, or MASUDI_RECURRENCE names the file."""
    path = os.environ.get("MASUDI_RECURRENCE", Path(__file__).parents[2] / "build/tools/train/libmasudi_recurrence.so")
    return ctypes.CDLL(str(path))


class Recurrence(torch.autograd.Function):
    """From a layer's products z, f, o: c = f c + (1 - f) tanh(z), out = o c + (1 - o) x; see recurrence.cpp."""

    library = None

    @staticmethod
    def call(name, shape, *tensors):
        Recurrence.library = Recurrence.library or _library()
        arguments = [ctypes.c_void_p(t.data_ptr() if t is not None else None) for t in tensors]
        getattr(Recurrence.library, name)(*(ctypes.c_size_t(n) for n in shape), *arguments)

    @staticmethod
    def forward(ctx, gates, x, mask):
        gates = gates.detach()  # a product that nobody else reads: squashed in place
        n, b, w = gates.shape[0], gates.shape[1], gates.shape[2] // 3
        x, mask = x.contiguous() if x is not None else None, mask.contiguous()
        c, out = torch.empty(n, b, w), torch.empty(n, b, w)
        Recurrence.call("masudi_recur", (n, b, w), gates, x, mask, torch.zeros(w), c, out)
        ctx.save_for_backward(gates, x, mask, c)
        return out

    @staticmethod
    def backward(ctx, d_out):
        gates, x, mask, c = ctx.saved_tensors
        n, b, w = c.shape
        d_gates, d_x = torch.empty_like(gates), torch.empty_like(c) if x is not None else None
        Recurrence.call("masudi_recur_back", (n, b, w), gates, x, mask, torch.zeros(w), c, d_out.contiguous(),
                        torch.zeros(b, w), d_gates, d_x)
        return d_gates, d_x, None


def shared_dropout(x, p, generator):
    """One mask for all words of a sentence."""
    mask = (torch.rand(1, x.shape[1], x.shape[2], generator=generator) >= p).float() / (1 - p)
    return x * mask


class Layer(nn.Module):
    def __init__(self, inputs, side):
        super().__init__()
        self.width = 2 * side
        self.highway = inputs == self.width
        self.gates = nn.Linear(inputs, 3 * self.width)
        nn.init.uniform_(self.gates.weight, -(3.0 / inputs) ** 0.5, (3.0 / inputs) ** 0.5)
        nn.init.zeros_(self.gates.bias)

    def forward(self, x, mask):
        return Recurrence.apply(self.gates(x), x if self.highway else None, mask)


class Encoder(nn.Module):
    def __init__(self, rows, shape=Shape()):
        super().__init__()
        self.rows, self.shape = rows, shape
        # Learnt by LazyAdam, not by autograd. Small at first, so that rows that are never learnt say nothing. The last
        # row stands for a hidden word.
        self.register_buffer("table", torch.randn(rows + 1, shape.width) * 0.01)
        self.bias = nn.Parameter(torch.zeros(shape.width))
        self.layers = nn.ModuleList(Layer(shape.width if i == 0 else 2 * shape.side, shape.side) for i in range(shape.layers))

    def forward(self, ids, mask, dropout=0.0, generator=None, learner=None):
        n, b, k = ids.shape
        table = self.table
        if learner:
            table, ids = learner.take(ids)
        x = torch.tanh(F.embedding_bag(ids.reshape(-1, k), table, mode="sum").view(n, b, -1) + self.bias)
        for layer in self.layers:
            if dropout:
                x = shared_dropout(x, dropout, generator)
            x = layer(x, mask)
        return x


def distance_buckets(length):
    """[dependent, head]: bucket of head - dependent, the root (head 0) apart."""
    d = torch.arange(length + 1)[None, :] - (torch.arange(length)[:, None] + 1)
    edges = torch.tensor([-10, -6, -4, -3, -2, -1, 1, 2, 3, 4, 5, 7, 11])
    out = torch.bucketize(d, edges, right=True)
    out[:, 0] = 14
    return out


class Network(nn.Module):
    def __init__(self, encoder, upos, xpos, feats, relations, names):
        super().__init__()
        shape, w = encoder.shape, 2 * encoder.shape.side
        self.encoder = encoder
        self.tag = nn.Linear(w, shape.tag)
        self.tags = nn.Linear(shape.tag, upos + xpos + feats)
        self.sizes = (upos, xpos, feats)
        self.name = nn.Linear(w, shape.name)
        self.names = nn.Linear(shape.name, names)
        self.dependent = nn.Linear(w, shape.arc)
        self.bilinear = nn.Linear(shape.arc, shape.arc)
        self.head = nn.Linear(w, shape.arc)
        self.root = nn.Parameter(torch.randn(w) * 0.1)
        self.distance = nn.Linear(w, DISTANCES)
        self.relation_dependent = nn.Linear(w, shape.relation)
        self.relation_head = nn.Linear(w, shape.relation, bias=False)
        self.relation = nn.Linear(shape.relation, relations)
        nn.init.normal_(self.bilinear.weight, std=0.05)

    def forward(self, ids, mask, dropout=0.0, generator=None, learner=None):
        y = self.encoder(ids, mask, dropout, generator, learner)
        drop = (lambda x: shared_dropout(x, dropout, generator)) if dropout else (lambda x: x)
        y = drop(y)
        tags = self.tags(drop(torch.relu(self.tag(y)))).split(self.sizes, dim=2)
        names = self.names(drop(torch.relu(self.name(y))))
        with_root = torch.cat([self.root.expand(1, y.shape[1], -1), y])
        dependent = self.bilinear(drop(torch.relu(self.dependent(y))))
        head = drop(torch.relu(self.head(with_root)))
        arcs = torch.bmm(dependent.transpose(0, 1), head.permute(1, 2, 0))  # [sentence, dependent, head]
        n = y.shape[0]
        buckets = distance_buckets(n)
        arcs = arcs + self.distance(y).transpose(0, 1).gather(2, buckets.expand(y.shape[1], n, n + 1))
        possible = torch.cat([torch.ones(1, y.shape[1]), mask[:, :, 0]]).t()[:, None, :]  # [sentence, 1, head]
        arcs = arcs.masked_fill(possible == 0, -1e4)
        arcs = arcs.masked_fill(torch.eye(n + 1)[1:].bool()[None], -1e4)
        return tags, names, arcs, (self.relation_dependent(y), self.relation_head(with_root), drop)

    def relations(self, parts, heads):
        """`heads` [time, sentence], 0 for the root."""
        dependent, head, drop = parts
        chosen = head.gather(0, heads[:, :, None].expand(-1, -1, head.shape[2]))
        return self.relation(drop(torch.relu(dependent + chosen)))
