#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the weights of the chooser, which says who acts and who is acted upon in an event (src/coding/chooser.h).

usage: train_sides.py GOLD.jsonl ROLES.jsonl PAIRS.jsonl OUT.txt

GOLD: hand-coded documents (see train_judge.py), whose events have actor and recipient with their codes, and may have
other readings (`also`). ROLES and PAIRS: what masudi-drafts --roles and --pairs print for the same documents. A candidate
is right if its codes are those of the gold event or of another reading of it; it is learnt from if its sector is too,
where there is such a one. The model is a conditional logistic one over the pairs of candidates of a draft, which share a
probability of 1: a pair has the weights of its actor, of its recipient, and of both together. The weights make the
probability of the right pairs as large as they can (L-BFGS, with an L2 penalty). Those of the sides are first learnt from
the candidates of each side alone, and then stay near what was learnt. Prints how often the choice is right on documents
that were not learnt from, beside what the frames found.

Two such models, one without the stories that were written for learning, are pooled (see logistic.py).

Stories that were read quickly ("quick") say a little more readily who is acted upon. What is peculiar to
them goes into weights of their own (Daume 2007, https://aclanthology.org/P07-1033), which are not kept. Neither they nor
written stories are scored.
"""
import argparse
import json
from collections import defaultdict

import numpy
from scipy import optimize, sparse

from logistic import HEADER, RARE, folds_of, load, written_of

PENALTY = 3.0       # of squared weights of a side learnt alone; this and the next four chosen by the cross-validation below
OF_SIDES = 0.8      # how much of them the pairs begin with
STAY = 100.0        # of the squares of how far they then move
PAIR_PENALTY = 6.0  # of squared weights of a pair
RARE_PAIR = 80      # rows; features of pairs are few and seen often
ROUNDS = 150
FOLDS = 5
MOST_CHOICES = 6    # these two as in src/coding/chooser.cpp
UNLIKELY = numpy.log(0.03)


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

    def __init__(self, side, candidates, event):
        self.features = [c["features"] for c in candidates]
        self.framed = [c["framed"] for c in candidates]
        gold = readings(event, side)
        sector = next(iter((event[side] or [{}])[0].get("sector") or []), "")
        self.right = [set(c["codes"]) in gold for c in candidates]
        alike = [r and c["sector"] == sector for r, c in zip(self.right, candidates)]
        self.best = alike if any(alike) else self.right
        self.codes = [None if c["nobody"] else frozenset(c["codes"]) for c in candidates]


class Draft:
    """Both sides of a draft, and the pairs of their candidates: [actor, recipient, features]."""

    def __init__(self, document, actor, recipient):
        self.document, self.actor, self.recipient, self.pairs = document, actor, recipient, []

    def best(self):
        return [self.actor.best[a] and self.recipient.best[r] for a, r, _ in self.pairs]


OF_QUICK = "quick "


def mark_quick(observations, quick):
    """Gives what speaks for nobody in quick stories weights of its own as well."""
    for o in observations:
        if o["doc_id"] in quick and o["nobody"]:
            o["features"] += [OF_QUICK + f for f in o["features"]]


def drafts_of(documents, observations, pairs):
    by_document = defaultdict(lambda: defaultdict(list))
    for o in observations:
        by_document[o["doc_id"]][o["start"], o["type"], o["side"]].append(o)
    drafts = {}
    for document in documents:
        mine = by_document[document["id"]]
        for (start, kind), event in matched(document, list(dict.fromkeys(key[:2] for key in mine))).items():
            sides = {side: mine[start, kind, side] for side in ("actor", "recipient")}
            if all(sum(c["nobody"] for c in candidates) == 1 for candidates in sides.values()):  # not two drafts told by one word
                drafts[document["id"], start, kind] = Draft(document["id"], *(Side(s, c, event) for s, c in sides.items()))
    with open(pairs, encoding="utf-8") as lines:
        for o in map(json.loads, lines):
            draft = drafts.get((o["doc_id"], o["start"], o["type"]))
            if draft:
                draft.pairs.append((o["actor"], o["recipient"], o["features"]))
    return list(drafts.values())


class Table:
    """Rows of features: which of the known ones each row has."""

    def __init__(self, rows):
        self.index = {}
        columns = [self.index.setdefault(f, len(self.index)) for features in rows for f in features]
        ends = numpy.concatenate([[0], numpy.cumsum([len(features) for features in rows])])
        self.matrix = sparse.csr_matrix((numpy.ones(len(columns)), columns, ends), shape=(len(rows), len(self.index)))

    def common(self, rows, least):
        return numpy.flatnonzero(self.matrix[rows].sum(axis=0).A1 >= least)


class Data:
    """Rows of all candidates and of all pairs, and to which draft and candidates a pair belongs."""

    def __init__(self, drafts):
        sides = [side for d in drafts for side in (d.actor, d.recipient)]
        self.sides = Table([features for side in sides for features in side.features])
        self.pairs = Table([features for d in drafts for _, _, features in d.pairs])
        first = numpy.concatenate([[0], numpy.cumsum([len(side.features) for side in sides])])
        self.actor = numpy.array([first[2 * n] + a for n, d in enumerate(drafts) for a, _, _ in d.pairs])
        self.recipient = numpy.array([first[2 * n + 1] + r for n, d in enumerate(drafts) for _, r, _ in d.pairs])
        self.owner = numpy.array([n for n, d in enumerate(drafts) for _ in d.pairs])
        self.side = numpy.repeat(numpy.arange(len(sides)), numpy.diff(first))
        self.best_of_side = numpy.array([b for side in sides for b in side.best])
        self.side_teaches = numpy.array([any(side.best) for side in sides])
        self.best = numpy.array([b for d in drafts for b in d.best()])
        self.teaches = numpy.array([any(d.best()) for d in drafts])


def log_sums(scores, starts, owner):
    top = numpy.maximum.reduceat(scores, starts)
    return top + numpy.log(numpy.add.reduceat(numpy.exp(scores - top[owner]), starts))


def loss_of(scores, best, owner):
    """What the scores lose where the best rows of each owner do not have all its probability; and its gradient."""
    starts = numpy.flatnonzero(numpy.diff(owner, prepend=-1))
    of_best = numpy.where(best, scores, -1e30)
    all_, good = log_sums(scores, starts, owner), log_sums(of_best, starts, owner)
    return (all_ - good).sum(), numpy.exp(scores - all_[owner]) - numpy.where(best, numpy.exp(of_best - good[owner]), 0)


def numbered(values):
    return numpy.unique(values, return_inverse=True)[1]


def minimise(loss, begin):
    return optimize.minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x


def fit_alone(data, learnt):
    """Weights of the features of sides, each side for itself."""
    rows = (numpy.repeat(learnt, 2) & data.side_teaches)[data.side]
    owner, best, columns = numbered(data.side[rows]), data.best_of_side[rows], data.sides.common(rows, RARE)
    features = data.sides.matrix[rows][:, columns]
    transposed = features.T.tocsr()

    def loss(w):
        lost, error = loss_of(features @ w, best, owner)
        return lost + PENALTY * (w @ w) / 2, transposed @ error + PENALTY * w

    out = numpy.zeros(len(data.sides.index))
    out[columns] = minimise(loss, numpy.zeros(len(columns)))
    return out


def fit(data, learnt):
    """Weights of the features of sides and of pairs, learnt from the drafts for which `learnt` is true."""
    alone = OF_SIDES * fit_alone(data, learnt)
    rows = (learnt & data.teaches)[data.owner]
    owner, best = numbered(data.owner[rows]), data.best[rows]
    candidates, places = numpy.unique(numpy.concatenate([data.actor[rows], data.recipient[rows]]), return_inverse=True)
    actor, recipient = numpy.split(places, 2)
    of_sides, of_pairs = data.sides.common(candidates, RARE), data.pairs.common(rows, RARE_PAIR)
    sides, pairs = data.sides.matrix[candidates][:, of_sides], data.pairs.matrix[rows][:, of_pairs]
    sides_transposed, pairs_transposed = sides.T.tocsr(), pairs.T.tocsr()
    penalty = numpy.concatenate([numpy.full(len(of_sides), STAY), numpy.full(len(of_pairs), PAIR_PENALTY)])
    begin = numpy.concatenate([alone[of_sides], numpy.zeros(len(of_pairs))])

    def loss(w):
        side = sides @ w[:len(of_sides)]
        lost, error = loss_of(side[actor] + side[recipient] + pairs @ w[len(of_sides):], best, owner)
        of_side = numpy.bincount(actor, error, len(candidates)) + numpy.bincount(recipient, error, len(candidates))
        moved = w - begin
        return (lost + moved @ (penalty * moved) / 2,
                numpy.concatenate([sides_transposed @ of_side, pairs_transposed @ error]) + penalty * moved)

    w = minimise(loss, begin)
    out = alone, numpy.zeros(len(data.pairs.index))
    out[0][of_sides], out[1][of_pairs] = w[:len(of_sides)], w[len(of_sides):]
    return out


def fit_mean(data, learnt, of_news):
    """The mean of the weights learnt from all these drafts, and of those learnt from the ones of the news alone."""
    both = [fit(data, learnt)] + ([fit(data, learnt & of_news)] if (learnt & ~of_news).any() else [])
    return [sum(weights) / len(both) for weights in zip(*both)]


def likely(scores, framed):
    """The candidates that are weighed in pairs."""
    ranked = sorted(range(len(scores)), key=lambda i: -scores[i])
    return {i for rank, i in enumerate(ranked) if framed[i] or rank < MOST_CHOICES}


def choose(draft, of_actor, of_recipient, of_pairs):
    """The numbers of the actor and the recipient that are chosen."""
    framed = draft.actor.framed.index(True), draft.recipient.framed.index(True)
    actors, recipients = likely(of_actor, draft.actor.framed), likely(of_recipient, draft.recipient.framed)
    least = max(of_actor) + max(of_recipient) + UNLIKELY
    likelihood, chosen = defaultdict(float), {}
    for (a, r, _), weight in zip(draft.pairs, of_pairs):
        of_both = of_actor[a] + of_recipient[r]
        if (a, r) == framed or (a in actors and r in recipients and of_both >= least):
            codes = draft.actor.codes[a], draft.recipient.codes[r]
            likelihood[codes] += numpy.exp(of_both + weight)
            chosen[codes] = a, r
    return chosen[max(likelihood, key=likelihood.get)]


def report(drafts, data, of_news, unscored):
    """How often the sides of drafts that were not learnt from are right, as the frames found them and as chosen."""
    fold_of = folds_of((d.document for d in drafts), unscored, FOLDS)
    fold = numpy.array([-1 if fold_of[d.document] is None else fold_of[d.document] for d in drafts])
    sides, pairs = numpy.zeros(data.sides.matrix.shape[0]), numpy.zeros(len(data.owner))
    for held in range(FOLDS):
        of_sides, of_pairs = fit_mean(data, fold != held, of_news)
        rows = fold[data.owner] == held
        mine = numpy.unique(numpy.concatenate([data.actor[rows], data.recipient[rows]]))
        sides[mine], pairs[rows] = data.sides.matrix[mine] @ of_sides, data.pairs.matrix[rows] @ of_pairs
    shares, at, at_pair = [], 0, 0
    for d in drafts:
        scores = []
        for side in (d.actor, d.recipient):
            scores.append(sides[at:at + len(side.features)])
            at += len(side.features)
        of_pairs = pairs[at_pair:at_pair + len(d.pairs)]
        at_pair += len(d.pairs)
        if d.document in unscored:
            continue
        a, r = choose(d, *scores, of_pairs)
        framed = [side.right[side.framed.index(True)] for side in (d.actor, d.recipient)]
        chosen = [d.actor.right[a], d.recipient.right[r]]
        shares.append(framed + [all(framed)] + chosen + [all(chosen)] + [any(d.actor.right), any(d.recipient.right)])
    by_frame, chosen, possible = numpy.split(numpy.mean(shares, axis=0), [3, 6])
    three = "actor {:.3f}, recipient {:.3f}, both {:.3f}"
    print(f"sides of {len(shares)} drafts: right by the frames " + three.format(*by_frame) + "; chosen "
          + three.format(*chosen) + "; a right candidate has actor {:.3f}, recipient {:.3f}".format(*possible))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "roles", "pairs", "out"):
        parser.add_argument(name)
    parser.add_argument("--no-report", action="store_true", help="learn only")
    args = parser.parse_args()
    documents, observations = load(args.gold), load(args.roles)
    quick = {d["id"] for d in documents if d.get("quick")}
    mark_quick(observations, quick)
    drafts = drafts_of(documents, observations, args.pairs)
    data = Data(drafts)
    written = written_of(documents)
    of_news = numpy.array([d.document not in written for d in drafts])
    if not args.no_report:
        report(drafts, data, of_news, quick | written)
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("# Weights of the chooser: how much the place of a party speaks for its being actor or recipient of an event, and\n"
                  "# how two go together.\n"
                  "# Columns: feature | weight (src/coding/chooser.h); written by tools/judge/train_sides.py, not by hand.\n"
                  + HEADER + "\n")
        for table, weights in zip((data.sides, data.pairs), fit_mean(data, numpy.ones(len(drafts), bool), of_news)):
            for name, number in sorted(table.index.items()):
                if abs(weights[number]) >= 0.02 and not name.startswith(OF_QUICK):
                    out.write(f"{name} | {weights[number]:.4f}\n")


if __name__ == "__main__":
    main()
