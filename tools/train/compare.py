# SPDX-License-Identifier: Apache-2.0
"""Small trainings that are compared with one another, all without names of raw news and without teachers.

usage: compare.py DATA curve|designs [--epochs N]
curve: how accurate the network is with 1/8, 1/4, 1/2 and all of the treebank, after as many steps.
designs: the network of network.py against ones of the same width whose words hear of each other by an LSTM, by windows
of three words (CNN), or not at all. Prints the rows of a table: UPOS and LAS with gold words, and microseconds a word
of processor time (in float, one thread, without looking up the features).
"""
import argparse
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
import torch.nn as nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from dictionary import dictionary
from examples import Examples, Labels
from features import Extractor, form_key
from network import Encoder, Network, Shape
from raw_text import read_raw
from train_network import fit, hidden_shares, scores
from treebank import NAME_TAGS, read_conllu
from vocabulary import choose, count_forms


class Lstm(nn.Module):
    def __init__(self, inputs, side):
        super().__init__()
        self.both = nn.LSTM(inputs, side, bidirectional=True)

    def forward(self, x, mask):
        packed = pack_padded_sequence(x, mask[:, :, 0].sum(0).long(), enforce_sorted=False)
        return pad_packed_sequence(self.both(packed)[0], total_length=x.shape[0])[0]


class Window(nn.Module):
    """Three words at a time, with the word itself added where the sizes agree."""

    def __init__(self, inputs, side):
        super().__init__()
        self.product = nn.Conv1d(inputs, 2 * side, 3, padding=1)
        self.highway = inputs == 2 * side

    def forward(self, x, mask):
        out = torch.tanh(self.product((x * mask).permute(1, 2, 0))).permute(2, 0, 1)
        return (out + x) / 2 if self.highway else out


class Alone(nn.Module):
    def __init__(self, inputs, side):
        super().__init__()
        self.product = nn.Linear(inputs, 2 * side)

    def forward(self, x, mask):
        return torch.tanh(self.product(x))


LAYERS = {"simple recurrent": None, "LSTM": Lstm, "CNN": Window, "no context": Alone}


def new_network(rows, labels, layer, seed):
    torch.manual_seed(seed)
    shape = Shape()
    encoder = Encoder(rows, shape)
    if layer:
        encoder.layers = nn.ModuleList(layer(shape.width if i == 0 else 2 * shape.side, shape.side)
                                       for i in range(shape.layers))
    return Network(encoder, len(labels.upos), len(labels.xpos), len(labels.feats), len(labels.relations), NAME_TAGS)


def row(name, network, train, chosen, dev, epochs, hidden, seed=1):
    args = SimpleNamespace(epochs=epochs, hidden=hidden, tag_weight=1.0, nameless=0.0, no_names=0, rate=2e-3, dropout=0.25, words=1800)
    rng, generator = np.random.default_rng(seed), torch.Generator().manual_seed(seed)
    for _ in fit(network, train, lambda _: chosen, args, rng, generator):
        pass
    cells, words, seconds = [], 0, 0.0
    for examples in dev.values():
        start = time.process_time()
        figures = scores(network, examples).split()
        seconds += time.process_time() - start
        words += int(examples.lengths.sum())
        cells.append(f"{figures[1]} / {figures[9]}")
    print("|", name, "|", len(chosen), "|", " | ".join(cells), f"| {1e6 * seconds / words:.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path), parser.add_argument("what", choices=("curve", "designs"))
    parser.add_argument("--epochs", type=float, default=4)
    args = parser.parse_args()
    torch.set_num_threads(1)
    treebank = read_conllu(args.data / "ud/en-train.conllu")
    labels = Labels.of(treebank)
    counts = count_forms(treebank, read_raw(args.data / "text"))
    vocabulary = choose(counts, 28000)
    extractor = Extractor([form_key(w) for w in vocabulary], dictionary(), learning=True)
    hidden = hidden_shares(vocabulary, counts, extractor.rows)
    train = Examples(treebank, extractor, labels)
    dev = {}
    for name in ("ewt", "gum"):
        sentences = read_conllu(args.data / f"ud/{name}-dev.conllu")
        dev[name] = Examples(sentences, extractor, labels, cases=1)
        if name == "gum":
            dev["news"] = Examples([s for s in sentences if s.genre == "news"], extractor, labels, cases=1)
    print("| | sentences | EWT | GUM | GUM news | µs a word |\n| --- | --- | --- | --- | --- | --- |", flush=True)
    order = np.random.default_rng(1).permutation(len(treebank))
    if args.what == "curve":
        for share in (8, 4, 2, 1):
            row(f"1/{share}", new_network(extractor.rows, labels, None, 1), train, order[:len(order) // share], dev,
                args.epochs * share, hidden)
    else:
        for name, layer in LAYERS.items():
            row(name, new_network(extractor.rows, labels, layer, 1), train, order, dev, args.epochs, hidden)


if __name__ == "__main__":
    main()
