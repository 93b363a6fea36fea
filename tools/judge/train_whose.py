#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Learns whose a phrase is that does not say so: of which country "the police", "three people" are (src/coding/parties_whose.h).

usage: train_whose.py GOLD.jsonl OWNERS.jsonl OUT.txt

GOLD: hand-coded documents (see train_judge.py), whose events have actor and recipient with their codes. OWNERS: what
masudi-drafts --owners prints for the same documents. Where the frame found one party for a side and gold has one there
too, of the same sector, the country of the one in gold is right. A conditional logistic model over the countries that
the text names and none; its weights make the probability of the right ones as large as they can (L-BFGS, with an L2
penalty). Prints how often the choice is right on documents that were not learnt from, beside what the rule says; stories
that were read quickly are learnt from and not scored.
"""
import argparse
from collections import defaultdict

import numpy

from logistic import HEADER, by_document, folds_of, load
from train_sides import Table, loss_of, matched, minimise, numbered

PENALTY = 3.0  # of squared weights; chosen by the cross-validation below
RARE = 3       # features seen less often are left out
FOLDS = 5


class Phrase:
    """The countries that a phrase may be of, and which is right."""

    def __init__(self, observation, right):
        self.document, self.sector = observation["doc_id"], observation["sector"]
        self.features = [c["features"] for c in observation["candidates"]]
        self.right = [c["code"] == right for c in observation["candidates"]]
        self.rule = next((n for n, c in enumerate(observation["candidates"]) if c["by_rule"]), None)


def phrases_of(documents, observations):
    """Those whose country gold tells, and among whose candidates it is."""
    observed = by_document(observations)
    out = []
    for document in documents:
        mine = observed[document["id"]]
        events = matched(document, list(dict.fromkeys((o["start"], o["type"]) for o in mine)))
        seen = set()
        for o in mine:
            event = events.get((o["start"], o["type"]))
            parties = event[o["side"]] if event else []
            if len(parties) != 1 or (o["start"], o["side"]) in seen:
                continue
            seen.add((o["start"], o["side"]))
            sector = next(iter(parties[0].get("sector") or []), "")
            phrase = Phrase(o, parties[0].get("code") or "")
            if sector == o["sector"] and any(phrase.right):
                out.append(phrase)
    return out


class Data:
    def __init__(self, phrases):
        table = Table([features for p in phrases for features in p.features])
        names = {number: name for name, number in table.index.items()}
        columns = table.common(slice(None), RARE)
        self.names, self.matrix = [names[c] for c in columns], table.matrix[:, columns]
        self.owner = numpy.repeat(numpy.arange(len(phrases)), [len(p.features) for p in phrases])
        self.right = numpy.array([r for p in phrases for r in p.right])


def fit(data, learnt):
    rows = learnt[data.owner]
    features, owner, right = data.matrix[rows], numbered(data.owner[rows]), data.right[rows]
    transposed = features.T.tocsr()

    def loss(w):
        lost, error = loss_of(features @ w, right, owner)
        return lost + PENALTY * (w @ w) / 2, transposed @ error + PENALTY * w

    return minimise(loss, numpy.zeros(len(data.names)))


def report(phrases, data, quick):
    fold_of = folds_of((p.document for p in phrases), quick, FOLDS)
    fold = numpy.array([-1 if fold_of[p.document] is None else fold_of[p.document] for p in phrases])
    scores = numpy.zeros(len(data.owner))
    for held in range(FOLDS):
        rows = fold[data.owner] == held
        scores[rows] = data.matrix[rows] @ fit(data, fold != held)
    starts = numpy.flatnonzero(numpy.diff(data.owner, prepend=-1))
    shares = defaultdict(list)
    for p, start in zip(phrases, starts):
        if p.document in quick:
            continue
        chosen = int(numpy.argmax(scores[start:start + len(p.features)]))
        for of in ("all", p.document.split("-")[0]):
            shares[of].append((p.rule is not None and p.right[p.rule], p.right[chosen]))
    for of, pairs in shares.items():
        by_rule, chosen = numpy.mean(pairs, axis=0)
        print(f"country of {len(pairs)} phrases ({of}): right by the rule {by_rule:.3f}, chosen {chosen:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "owners", "out"):
        parser.add_argument(name)
    args = parser.parse_args()
    documents = load(args.gold)
    phrases = phrases_of(documents, load(args.owners))
    data = Data(phrases)
    report(phrases, data, {d["id"] for d in documents if d.get("quick")})
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("# Weights of whose a phrase is that does not say so: how much speaks for a country that the text names.\n"
                  "# Columns: feature | weight (src/coding/parties_whose.h); written by tools/judge/train_whose.py, not by hand.\n"
                  + HEADER + "\n")
        for name, weight in sorted(zip(data.names, fit(data, numpy.ones(len(phrases), bool)))):
            if abs(weight) >= 0.02:
                out.write(f"{name} | {weight:.4f}\n")


if __name__ == "__main__":
    main()
