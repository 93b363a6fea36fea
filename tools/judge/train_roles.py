#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the weights of the chooser, which says who acts and who is acted upon in an event (src/coding/chooser.h).

usage: train_roles.py GOLD.jsonl ROLES.jsonl OUT.txt

GOLD: hand-coded documents (see train_judge.py), whose events have actor and recipient with their codes, and may have
other readings (`also`). ROLES: what masudi-drafts --roles prints for the same documents. A candidate is right if its
codes are those of the gold event or of another reading of it; it is learnt from if its sector is too, where there is
such a one. The model is a conditional logistic one: the candidates
of one side share a probability of 1; the weights make that of the right ones as large as they can (L-BFGS, with an L2
penalty). Prints how often the choice is right on documents that were not learnt from, beside what the frames found.
"""
import argparse
from collections import Counter, defaultdict

import numpy
from scipy import optimize, sparse

from logistic import HEADER, RARE, load

PENALTY = 3.0  # of squared weights; chosen by the cross-validation below
ROUNDS = 150


def readings(event, side):
    return [{party.get("code") or "" for party in reading.get(side, event[side])} for reading in [event] + (event.get("also") or [])]


def matched(document, drafts):
    """Pairs each draft (start, type) of a document with a gold event of its sentence and type."""
    free = list(document["events"])
    sentence_of = lambda at: next((n for n, (a, b) in enumerate(document["sentences"]) if a <= at < b), -1)
    pairs = {}
    for near in (True, False):  # first those whose triggers meet
        for start, kind in drafts:
            if (start, kind) in pairs:
                continue
            for event in free:
                if event["event"] != kind or event["sentence"] != sentence_of(start):
                    continue
                if near and not event["start"] <= start < event["end"]:
                    continue
                pairs[start, kind] = event
                free.remove(event)
                break
    return pairs


class Side:
    """The candidates of one side of a draft, and which of them are right."""

    def __init__(self, document, side, candidates, event):
        self.document, self.side, self.candidates = document, side, candidates
        gold = readings(event, side)
        sector = next(iter((event[side] or [{}])[0].get("sector") or []), "")
        self.right = [set(c["codes"]) in gold for c in candidates]
        alike = [r and c["sector"] == sector for r, c in zip(self.right, candidates)]
        self.best = alike if any(alike) else self.right
        self.codes = [None if c["nobody"] else frozenset(c["codes"]) for c in candidates]


def sides_of(documents, observations):
    by_document = defaultdict(list)
    for o in observations:
        by_document[o["doc_id"]].append(o)
    out = []
    for document in documents:
        mine = defaultdict(list)
        for o in by_document[document["id"]]:
            mine[o["start"], o["type"], o["side"]].append(o)
        pairs = matched(document, list(dict.fromkeys((start, kind) for start, kind, _ in mine)))
        for (start, kind, side), candidates in mine.items():
            if (start, kind) in pairs:
                out.append(Side(document["id"], side, candidates, pairs[start, kind]))
    return out


def table(sides, names):
    """One row a candidate: which features it has; and to which side the row belongs."""
    index = {name: i for i, name in enumerate(names)}
    rows, columns, owner = [], [], []
    for number, side in enumerate(sides):
        for candidate in side.candidates:
            known = [index[f] for f in candidate["features"] if f in index]
            rows += [len(owner)] * len(known)
            columns += known
            owner.append(number)
    return sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)), shape=(len(owner), len(names))), numpy.array(owner)


def log_sums(scores, owner, count):
    top = numpy.full(count, -1e30)
    numpy.maximum.at(top, owner, scores)
    return top + numpy.log(numpy.bincount(owner, numpy.exp(scores - top[owner]), count))


def fit(sides):
    sides = [s for s in sides if any(s.right)]
    counts = Counter(f for s in sides for c in s.candidates for f in set(c["features"]))
    names = sorted(name for name, n in counts.items() if n >= RARE)
    features, owner = table(sides, names)
    transposed = features.T.tocsr()
    right = numpy.array([r for s in sides for r in s.best])

    def loss(w):
        scores = features @ w
        of_right = numpy.where(right, scores, -1e30)
        all_, good = log_sums(scores, owner, len(sides)), log_sums(of_right, owner, len(sides))
        error = numpy.exp(scores - all_[owner]) - numpy.where(right, numpy.exp(of_right - good[owner]), 0)
        return (all_ - good).sum() + PENALTY * (w @ w) / 2, transposed @ error + PENALTY * w

    return names, optimize.minimize(loss, numpy.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x


def choose(sides, names, w):
    """For each side whether the likeliest codes are right."""
    features, owner = table(sides, names)
    scores = features @ w
    p = numpy.exp(scores - log_sums(scores, owner, len(sides))[owner])
    out, at = [], 0
    for side in sides:
        likelihood = defaultdict(float)
        for codes, value in zip(side.codes, p[at:at + len(side.candidates)]):
            likelihood[codes] += value
        best = max(likelihood, key=likelihood.get)
        out.append(any(r for r, codes in zip(side.right, side.codes) if codes == best))
        at += len(side.candidates)
    return out


def report(sides, folds=5):
    """Of the sides of events that were not learnt from: how many are right, as the frames found them and as chosen."""
    fold_of = {name: i % folds for i, name in enumerate(sorted({s.document for s in sides}))}
    share = defaultdict(list)
    for fold in range(folds):
        model = fit([s for s in sides if fold_of[s.document] != fold])
        held = [s for s in sides if fold_of[s.document] == fold]
        for s, right in zip(held, choose(held, *model)):
            framed = any(r and c["framed"] for r, c in zip(s.right, s.candidates))
            share[s.side].append((framed, right, any(s.right)))
    for side, rows in sorted(share.items()):
        framed, right, possible = numpy.mean(rows, axis=0)
        print(f"{side}: of {len(rows)} the frames have {framed:.3f} right, the choice {right:.3f}; {possible:.3f} have a right candidate")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold"), parser.add_argument("roles"), parser.add_argument("out")
    parser.add_argument("--no-report", action="store_true", help="learn only")
    args = parser.parse_args()
    sides = sides_of(load(args.gold), load(args.roles))
    if not args.no_report:
        report(sides)
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("# Weights of the chooser: how much the place of a party speaks for its being actor or recipient of an event.\n"
                  "# Columns: feature | weight (src/coding/chooser.h); written by tools/judge/train_roles.py, not by hand.\n"
                  + HEADER + "\n")
        for name, weight in zip(*fit(sides)):
            if abs(weight) >= 0.02:
                out.write(f"{name} | {weight:.4f}\n")


if __name__ == "__main__":
    main()
