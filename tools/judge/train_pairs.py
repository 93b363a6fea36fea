#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Learns which choices of actor and recipient go together (describe_pair in src/coding/chooser.h).

usage: train_pairs.py GOLD.jsonl ROLES.jsonl PAIRS.jsonl OUT.txt

GOLD and ROLES as for train_roles.py; PAIRS: what masudi-drafts --pairs prints for the same documents. Appends the
weights to OUT, which train_roles.py wrote. The likeliest choices of both sides, by weights that were learnt from other
documents, are weighed in pairs: OF_SIDES times the logarithms of their likelihoods, and the weights learnt here. The
pair is right if both its sides are. Prints how often it is on documents that were not learnt from.
"""
import argparse
import json
import math
from collections import Counter, defaultdict

import numpy
from scipy import optimize, sparse

from logistic import load
from train_roles import ROUNDS, fit, log_sums, sides_of, table

PENALTY = 6.0
RARE = 20
OF_SIDES = 0.8      # these three as in src/coding/chooser.cpp
MOST_CHOICES = 4
UNLIKELY = 0.03
FOLDS = 5


class Choice:
    """Candidates of the same countries: how likely they are, which of them stands for all, whether they are right."""

    def __init__(self):
        self.likelihood, self.best, self.weight, self.framed, self.right = 0.0, None, -1.0, False, False

    def add(self, number, probability, framed, right):
        if framed or (probability > self.weight and not self.framed):
            self.best, self.weight = number, probability
        self.likelihood += probability
        self.framed |= framed
        self.right |= right


def choices(side, probabilities):
    by_codes = defaultdict(Choice)
    for number, (codes, p) in enumerate(zip(side.codes, probabilities)):
        by_codes[codes].add(number, p, side.candidates[number]["framed"], side.right[number])
    ranked = sorted(by_codes.values(), key=lambda c: -c.likelihood)
    least = UNLIKELY * ranked[0].likelihood
    return [c for rank, c in enumerate(ranked) if c.framed or rank == 0 or (rank < MOST_CHOICES and c.likelihood >= least)]


def held_out_choices(sides, fold_of):
    """The choices of each side by a model that has not seen its document."""
    out = {}
    for fold in range(FOLDS):
        names, w = fit([s for s in sides if fold_of[s.document] != fold])
        held = [s for s in sides if fold_of[s.document] == fold]
        features, owner = table(held, names)
        scores = features @ w
        p = numpy.exp(scores - log_sums(scores, owner, len(held))[owner])
        ends = numpy.cumsum([len(s.candidates) for s in held])
        for side, own in zip(held, numpy.split(p, ends[:-1])):
            out[key_of(side) + (side.side,)] = choices(side, own)
    return out


def key_of(side):
    first = side.candidates[0]
    return side.document, first["start"], first["type"]


class Draft:
    """The pairs of choices of a draft: what speaks for each already, its features, and whether it is right."""

    def __init__(self, document, actors, recipients, features):
        self.document = document
        pairs = [(a, r) for a in actors for r in recipients]
        self.base = [OF_SIDES * (math.log(a.likelihood) + math.log(r.likelihood)) for a, r in pairs]
        self.features = [features[a.best, r.best] for a, r in pairs]
        self.right = [a.right and r.right for a, r in pairs]
        self.alone = max(range(len(pairs)), key=lambda i: pairs[i][0].likelihood * pairs[i][1].likelihood)


def load_pairs(path, wanted):
    out = defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            o = json.loads(line)
            key = o["doc_id"], o["start"], o["type"]
            if key in wanted:
                out[key].setdefault((o["actor"], o["recipient"]), o["features"])
    return out


def rows_of(drafts, names):
    index = {name: i for i, name in enumerate(names)}
    rows, columns, owner = [], [], []
    for number, draft in enumerate(drafts):
        for features in draft.features:
            known = [index[f] for f in features if f in index]
            rows += [len(owner)] * len(known)
            columns += known
            owner.append(number)
    return sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)), shape=(len(owner), len(names))), numpy.array(owner)


def learn(drafts):
    drafts = [d for d in drafts if any(d.right)]
    counts = Counter(f for d in drafts for features in d.features for f in set(features))
    names = sorted(name for name, n in counts.items() if n >= RARE)
    features, owner = rows_of(drafts, names)
    transposed = features.T.tocsr()
    base = numpy.concatenate([d.base for d in drafts])
    right = numpy.concatenate([d.right for d in drafts])

    def loss(w):
        scores = base + features @ w
        of_right = numpy.where(right, scores, -1e30)
        all_, good = log_sums(scores, owner, len(drafts)), log_sums(of_right, owner, len(drafts))
        error = numpy.exp(scores - all_[owner]) - numpy.where(right, numpy.exp(of_right - good[owner]), 0)
        return (all_ - good).sum() + PENALTY * (w @ w) / 2, transposed @ error + PENALTY * w

    return names, optimize.minimize(loss, numpy.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x


def report(drafts, fold_of):
    alone, together = [], []
    for fold in range(FOLDS):
        names, w = learn([d for d in drafts if fold_of[d.document] != fold])
        for draft in (d for d in drafts if fold_of[d.document] == fold):
            scores = numpy.array(draft.base) + rows_of([draft], names)[0] @ w
            together.append(draft.right[int(scores.argmax())])
            alone.append(draft.right[draft.alone])
    print(f"pairs: of {len(drafts)} both sides are right in {numpy.mean(alone):.3f} where each is chosen alone, "
          f"in {numpy.mean(together):.3f} where they are chosen together")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold"), parser.add_argument("roles"), parser.add_argument("pairs"), parser.add_argument("out")
    args = parser.parse_args()
    sides = sides_of(load(args.gold), load(args.roles))
    fold_of = {name: i % FOLDS for i, name in enumerate(sorted({s.document for s in sides}))}
    chosen = held_out_choices(sides, fold_of)
    features = load_pairs(args.pairs, {key_of(s) for s in sides})
    drafts = []
    for key in dict.fromkeys(key_of(s) for s in sides):
        actors, recipients = chosen[key + ("actor",)], chosen[key + ("recipient",)]
        if all((a.best, r.best) in features[key] for a in actors for r in recipients):  # not where two drafts are told by one word
            drafts.append(Draft(key[0], actors, recipients, features[key]))
    report(drafts, fold_of)
    with open(args.out, "a", encoding="utf-8") as out:
        for name, weight in zip(*learn(drafts)):
            if abs(weight) >= 0.02:
                out.write(f"{name} | {weight:.4f}\n")


if __name__ == "__main__":
    main()
