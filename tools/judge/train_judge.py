#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Learns the weights of the judge, which says how likely a draft is an event (src/coding/judge.h).

usage: train_judge.py GOLD.jsonl DRAFTS.jsonl OUT.txt [--folds 5]

GOLD: hand-coded documents, one a line: id, sentences ([start, end] in code points), events (sentence, event, optional).
DRAFTS: what masudi-drafts prints for the same documents. A draft is right if its sentence has a gold event of its type
that no other draft has taken. Logistic regression with an L2 penalty, full batch, from zero: no random numbers, so the
same input gives the same weights. Two models, one without the stories that were written for learning, are pooled
(logistic.py). Prints cross-validated figures (folds by document) before it learns from all; stories that were written,
or read quickly ("quick"), are learnt from and not scored.
"""
import argparse
from collections import Counter

import numpy

from logistic import HEADER, by_document, common, fit_mean, hold_out, load, written_of

PENALTY = 6.0  # of squared weights; chosen by the cross-validation below


def label(documents, drafts):
    """Drops drafts on optional gold events only if they match nothing else: they cost and prove nothing."""
    drafts_of = by_document(drafts)
    rows = []
    for document in documents:
        wanted = Counter()
        for event in document["events"]:
            kind = event["event"] if isinstance(event["event"], str) else event["event"][0]
            wanted[event["sentence"], kind] += 1
        for draft in drafts_of[document["id"]]:
            sentence = next((n for n, (a, b) in enumerate(document["sentences"]) if a <= draft["start"] < b), -1)
            key = sentence, draft["type"]
            rows.append((document["id"], draft["features"], 1 if wanted[key] > 0 else 0, draft))
            wanted[key] -= 1
    return rows


def report(rows, p, wanted):
    y = numpy.array([row[2] for row in rows])
    for threshold in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        taken = p >= threshold
        right = int(y[taken].sum())
        precision = right / max(1, int(taken.sum()))
        recall = right / max(1, wanted)
        print(f"  threshold {threshold:.2f}: precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")
    for low in numpy.arange(0, 1, 0.2):
        inside = (p >= low) & (p < low + 0.2)
        if inside.any():
            print(f"  said {low:.1f}-{low + 0.2:.1f}: right {y[inside].mean():.2f} of {int(inside.sum())}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("drafts")
    parser.add_argument("out")
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    documents = load(args.gold)
    rows = label(documents, load(args.drafts))
    written = written_of(documents)
    unscored = written | {d["id"] for d in documents if d.get("quick")}
    wanted = sum(len(d["events"]) for d in documents if d["id"] not in unscored)
    p = hold_out(rows, PENALTY, unscored, written, args.folds)
    scored = [i for i, row in enumerate(rows) if row[0] not in unscored]
    held = [rows[i] for i in scored]
    print(f"{len(rows)} drafts, {sum(r[2] for r in rows)} right; of the {len(held)} of the stories that are scored {sum(r[2] for r in held)}, "
          f"{wanted} gold events (with optional ones); held-out folds:")
    report(held, p[scored], wanted)
    features = common(rows)
    w = fit_mean(rows, features, PENALTY, written)
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("# Weights of the judge: how much a feature of a draft speaks for (above 0) or against its being an event.\n"
                  "# Columns: feature | weight (src/coding/judge.h); written by tools/judge/train_judge.py, not by hand.\n"
                  + HEADER + "\n")
        out.write(f"bias | {w[-1]:.4f}\n")
        for name, weight in zip(features, w):
            if abs(weight) >= 0.02:
                out.write(f"{name} | {weight:.4f}\n")


if __name__ == "__main__":
    main()
