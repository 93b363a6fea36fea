# SPDX-License-Identifier: Apache-2.0
"""Trains the network on trees and names.

usage: train_network.py DATA OUT.pt [--teacher] [--parsed TREES.pt] [--from NETWORK.pt] [--epochs N]
--teacher makes a larger network; --parsed adds sentences of raw news that teachers have read (silver_trees.py); --from
goes on with a network instead of beginning with a random one.
"""
import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from batches import mask_of, padded, plan
from dictionary import dictionary
from examples import Examples, Labels
from features import NAMES, Extractor, form_key
from headlines import headlines, past_clauses
from lazy_adam import TABLE_RATE, LazyAdam
from network import TEACHER, Encoder, Network, Shape
from raw_text import read_raw, tokenize
from silver_names import SilverNames, silver
from swapped_names import names_by_kind, swapped_copies
from treebank import NAME_TAGS, UNKNOWN, add_gum_names, read_conllu, read_re3d
from vocabulary import choose, count_forms

SILVER_POOL = 40000  # sentences of the raw news with sure names
# Of sentences that are not the treebank's own, this many are drawn for an epoch.
DRAWN = {"silver": 3000, "headline": 2000, "parsed": 16000, "swapped": 3000, "clause": 600}
NEWS_LIKE = {"news", "interview", "bio", "speech"}


def losses(network, ids, labels, mask, args, generator, learner):
    tags, names, arcs, parts = network(ids, mask, args.dropout, generator, learner)
    upos, xpos, feats, head, relation, name = (labels[:, :, k] for k in range(6))
    ce = lambda logits, gold: F.cross_entropy(logits.reshape(-1, logits.shape[-1]), gold.reshape(-1),
                                              ignore_index=UNKNOWN, reduction="sum")
    words = max(int((head != UNKNOWN).sum()), 1)
    total = (ce(tags[0], upos) * 0.3 + ce(tags[1], xpos) * 0.5 + ce(tags[2], feats) * 0.5) * args.tag_weight / words
    total = total + ce(arcs.transpose(0, 1), head) / words
    total = total + ce(network.relations(parts, head.clamp(min=0)), relation) / words
    named = max(int((name != UNKNOWN).sum()), 1)
    return total + ce(names, name) / max(named, 400)


@torch.no_grad()
def scores(network, examples):
    network.eval()
    rng = np.random.default_rng(0)
    right, n = np.zeros(5), 0
    for batch in plan(examples.lengths, 4000, rng):
        labels = padded([examples.labels[i] for i in batch], UNKNOWN)
        ids, mask = padded([examples.ids[i][0] for i in batch], 0), mask_of([examples.labels[i] for i in batch])
        tags, _, arcs, parts = network(ids, mask)
        real = labels[:, :, 3] != UNKNOWN
        heads = arcs.argmax(2).t()
        relation = network.relations(parts, heads).argmax(2)
        arc = (heads == labels[:, :, 3]) & real
        for k in range(3):
            right[k] += int(((tags[k].argmax(2) == labels[:, :, k]) & real).sum())
        right[3] += int(arc.sum())
        right[4] += int((arc & (relation == labels[:, :, 4])).sum())
        n += int(real.sum())
    network.train()
    return " ".join(f"{name} {100 * r / n:.2f}" for name, r in zip(("upos", "xpos", "feats", "uas", "las"), right))


def hidden_shares(vocabulary, counts, rows):
    """How often a row of a form is left for that of unknown forms: rare ones more often, so that the network learns what
    else it can know a word by."""
    shares = np.zeros(rows, np.float32)
    shares[:len(vocabulary)] = [0.05 + 0.25 * 12 / (12 + counts[w]) for w in vocabulary]
    return shares


class Draw:
    """Which sentences an epoch has: all of the treebank, those of the genres nearest to news twice, and some others."""

    def __init__(self, genres):
        genres = np.array(genres)
        times = np.where(np.isin(genres, list(DRAWN)), 0, np.where(np.isin(genres, list(NEWS_LIKE)), 2, 1))
        self.gold = np.repeat(np.arange(len(times)), times)
        self.pools = [(np.flatnonzero(genres == g), n) for g, n in DRAWN.items()]

    def __call__(self, rng):
        return np.concatenate([self.gold] + [rng.choice(pool, min(n, len(pool)), replace=False) for pool, n in self.pools])


def fit(network, train, draw, args, rng, generator):
    """Teaches `network`; after every epoch yields its number, the steps done, those to do, and the mean loss."""
    optimizer = torch.optim.Adam(network.parameters(), lr=args.rate, betas=(0.9, 0.98), eps=1e-8)
    learner = LazyAdam(network.encoder.table)
    per_epoch = len(plan(train.lengths[draw(rng)], args.words, np.random.default_rng(0)))
    steps, step, epoch = int(args.epochs * per_epoch), 0, 0
    while step < steps:
        epoch, sum_of_losses, began = epoch + 1, 0.0, step
        order = draw(rng)
        for batch in plan(train.lengths[order], args.words, rng)[:steps - step]:
            picked = [train.pick(order[i], rng, (0.06, 0.05, 0.03, 0.06)) for i in batch]
            ids = [p[0].copy() for p in picked]
            for i, p in zip(ids, picked):
                hide = rng.random(len(i)) < args.hidden[i[:, 0]]
                i[hide, 0] = p[1][hide]
                if args.nameless:
                    i[rng.random(len(i)) < args.nameless, NAMES] = args.no_names
            rate = args.rate * min(1.0, (step + 1) / 150) * max(1 - step / steps, 0.01)
            for group in optimizer.param_groups:
                group["lr"] = rate
            loss = losses(network, padded(ids, 0), padded([p[2] for p in picked], UNKNOWN), mask_of(ids), args,
                          generator, learner)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            learner.step(rate * TABLE_RATE)
            sum_of_losses += float(loss.detach())
            step += 1
        yield epoch, step, steps, sum_of_losses / max(step - began, 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path), parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=float, default=20), parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-3), parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--words", type=int, default=1800), parser.add_argument("--vocabulary", type=int, default=28000)
    parser.add_argument("--teacher", action="store_true"), parser.add_argument("--parsed", type=Path)
    parser.add_argument("--from", type=Path, dest="begin")
    parser.add_argument("--tag-weight", type=float, default=1.0, help="of the losses of tags and features")
    parser.add_argument("--nameless", type=float, default=0.0, help="share of words whose kinds of names are not shown")
    args = parser.parse_args()
    torch.set_num_threads(1), torch.manual_seed(args.seed)
    rng, generator = np.random.default_rng(args.seed), torch.Generator().manual_seed(args.seed)
    start = time.time()

    treebank = read_conllu(args.data / "ud/en-train.conllu")
    known = SilverNames()
    add_gum_names(treebank, args.data / "ner/gum-train.jsonl", known.demonyms)
    labels = Labels.of(treebank)
    raw = list(read_raw(args.data / "text"))
    counts = count_forms(treebank, raw)
    vocabulary = choose(counts, args.vocabulary)
    classes = dictionary()
    extractor = Extractor([form_key(w) for w in vocabulary], classes, learning=True)
    silver_names = silver(raw, known, SILVER_POOL, np.random.default_rng(args.seed))
    train = Examples(treebank + read_re3d(args.data / "ner/re3d-train.jsonl", tokenize), extractor, labels)
    train.extend(Examples(silver_names, extractor, labels, cases=3))
    train.extend(Examples(headlines(treebank), extractor, labels, cases=3))
    train.extend(Examples([c for s in treebank for c in past_clauses(s)], extractor, labels, cases=3))
    if args.parsed:
        parsed = torch.load(args.parsed)
        train.extend(Examples(parsed, extractor, labels, cases=1))
        if args.begin:
            named = swapped_copies(treebank, names_by_kind(parsed), 4, np.random.default_rng(args.seed))
            train.extend(Examples(named, extractor, labels, cases=3))
    dev = {}
    for name in ("ewt", "gum"):
        sentences = read_conllu(args.data / f"ud/{name}-dev.conllu")
        dev[name] = Examples(sentences, extractor, labels, cases=1)
        if name == "gum":
            dev["news"] = Examples([s for s in sentences if s.genre == "news"], extractor, labels, cases=1)
    draw, args.hidden = Draw(train.genres), hidden_shares(vocabulary, counts, extractor.rows)
    args.no_names = extractor.offsets[NAMES]
    print(f"{len(train.lengths)} sentences to draw from, {extractor.rows} rows, {time.time() - start:.0f} s", flush=True)

    network = Network(Encoder(extractor.rows, TEACHER if args.teacher else Shape()), len(labels.upos),
                      len(labels.xpos), len(labels.feats), len(labels.relations), NAME_TAGS)
    if args.begin:
        state = torch.load(args.begin)
        assert state["vocabulary"] == vocabulary, "a network of another vocabulary"
        network.load_state_dict(state["network"])
    for epoch, step, steps, loss in fit(network, train, draw, args, rng, generator):
        print(f"step {step}/{steps} loss {loss:.3f} {time.time() - start:.0f} s", *(
            f"| {name}: {scores(network, d)}" for name, d in dev.items() if epoch % 3 == 0 or step == steps), flush=True)
    torch.save({"network": network.state_dict(), "vocabulary": vocabulary, "classes": classes, "feats": labels.feats,
                "shape": network.encoder.shape}, args.out)


if __name__ == "__main__":
    main()
