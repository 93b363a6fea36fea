#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the weights of the guesser, which says who acts or is acted upon where no slot is filled (src/coding/guess.h).

usage: train_roles.py GOLD.jsonl ROLES.jsonl OUT.txt

GOLD: hand-coded documents (see train_judge.py), whose events have actor and recipient with their codes. ROLES: what
masudi-drafts --roles prints for the same documents. A candidate is right if its codes are those of the gold event.
Prints what guessing would give and cost on documents that were not learnt from.
"""
import argparse
from collections import defaultdict

import numpy

from logistic import HEADER, common, fit, hold_out, load

PENALTY = 3.0  # of squared weights; chosen by the cross-validation below


def codes_of(event, side):
    return {party.get("code") or "" for party in event[side]}


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


def rows_of(documents, observations, side):
    by_document = defaultdict(list)
    for o in observations:
        by_document[o["doc_id"]].append(o)
    rows = []
    for document in documents:
        mine = by_document[document["id"]]
        pairs = matched(document, list(dict.fromkeys((o["start"], o["type"]) for o in mine)))
        for o in mine:
            event = pairs.get((o["start"], o["type"]))
            if event is not None and o["side"] == side:
                gold = codes_of(event, side)
                rows.append((document["id"], o["features"], int(bool(gold) and set(o["codes"]) == gold), (o, gold)))
    return rows


def report(rows, p, side):
    """Of the drafts without a party on the side: how many a guess would put right, and how many it would spoil."""
    drafts = defaultdict(list)
    for (document, _, label, (o, gold)), likelihood in zip(rows, p):
        drafts[document, o["start"], o["type"]].append((likelihood, label, bool(gold)))
    wanted = sum(any(g for _, _, g in c) for c in drafts.values())
    print(f"{side}: {len(drafts)} drafts without one, {wanted} of them have one in the gold")
    for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7):
        best = [max(c) for c in drafts.values()]
        taken = [b for b in best if b[0] >= threshold]
        spoilt = sum(not g for _, _, g in taken)
        print(f"  threshold {threshold:.2f}: {len(taken)} guesses, {sum(l for _, l, _ in taken)} right, "
              f"{spoilt} where the gold has nobody")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold"), parser.add_argument("roles"), parser.add_argument("out")
    args = parser.parse_args()
    documents, observations = load(args.gold), load(args.roles)
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("# Weights of the guesser: how much the place of a party speaks for its being actor or recipient of an event.\n"
                  "# Columns: feature | weight (src/coding/guess.h); written by tools/judge/train_roles.py, not by hand.\n"
                  + HEADER + "\n")
        for side in ("actor", "recipient"):
            rows = rows_of(documents, observations, side)
            report(rows, hold_out(rows, PENALTY), side)
            names = common(rows)
            w = fit(rows, names, PENALTY)
            # The model's own constant goes with the feature that every candidate has.
            bias = f"guess-{side}=bias"
            for name, weight in zip(names, w):
                weight += w[-1] if name == bias else 0
                if name == bias or abs(weight) >= 0.02:
                    out.write(f"{name} | {weight:.4f}\n")


if __name__ == "__main__":
    main()
