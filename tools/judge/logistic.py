# SPDX-License-Identifier: Apache-2.0
"""Logistic regression over sparse named features, with an L2 penalty: full batch, from zero, no random numbers, so that
the same input gives the same weights. A row is (document, features, label, whatever else)."""
import json
from collections import Counter, defaultdict

import numpy

RARE = 2             # features seen less often are left out
ROUNDS = 400


def load(path):
    with open(path, encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def by_document(observations):
    """What masudi-drafts prints, by the id of its document."""
    groups = defaultdict(list)
    for o in observations:
        groups[o["doc_id"]].append(o)
    return groups


def fit(rows, names, penalty):
    index = {name: i for i, name in enumerate(names)}
    columns = [[index[f] for f in features if f in index] for _, features, _, _ in rows]
    flat = numpy.concatenate([numpy.array(c, dtype=numpy.int64) for c in columns]) if columns else numpy.zeros(0, numpy.int64)
    owner = numpy.repeat(numpy.arange(len(rows)), [len(c) for c in columns])
    y = numpy.array([row[2] for row in rows], dtype=numpy.float64)
    # Every round minimises a quadratic that lies above the loss (curvature at most 1/4 of the number of a draft's
    # features), hence never overshoots; with Nesterov's momentum. Boehning and Lindsay 1988, Nesterov 1983.
    sizes = numpy.array([len(c) + 1 for c in columns], dtype=numpy.float64)
    bound = numpy.bincount(flat, weights=sizes[owner], minlength=len(names) + 1) / 4 + penalty
    bound[-1] = sizes.sum() / 4
    w = numpy.zeros(len(names) + 1)
    ahead = w
    for step in range(ROUNDS):
        score = numpy.bincount(owner, weights=ahead[flat], minlength=len(rows)) + ahead[-1]
        error = 1 / (1 + numpy.exp(-score)) - y
        gradient = numpy.bincount(flat, weights=error[owner], minlength=len(w))
        gradient[-1] = error.sum()
        gradient[:-1] += penalty * ahead[:-1]
        after = ahead - gradient / bound
        ahead = after + step / (step + 3) * (after - w)
        w = after
    return w


def fit_mean(rows, names, penalty, written):
    """The mean of the weights learnt from all rows and of those learnt without the documents `written`. Stories that were
    written for learning tell what long reports are like, and are not quite like the news: each of the two models errs
    where the other does not (a logarithmic pool of opinions; Genest and Zidek 1986)."""
    news = [row for row in rows if row[0] not in written]
    both = [fit(some, names, penalty) for some in ([rows, news] if len(news) < len(rows) else [rows])]
    return sum(both) / len(both)


def predict(rows, names, w):
    index = {name: i for i, name in enumerate(names)}
    return numpy.array([1 / (1 + numpy.exp(-(w[-1] + sum(w[index[f]] for f in features if f in index)))) for _, features, _, _ in rows])


def common(rows):
    counts = Counter(f for _, features, _, _ in rows for f in set(features))
    return sorted(name for name, n in counts.items() if n >= RARE)


def folds_of(names, apart, folds):
    """The fold of every document; None for those `apart`, which are always learnt from."""
    fold_of = {name: i % folds for i, name in enumerate(sorted(set(names) - apart))}
    return fold_of | dict.fromkeys(apart)


def written_of(documents):
    """The ids of stories that were written for learning (tools/readings/written.py)."""
    return {d["id"] for d in documents if d.get("source") == "written"}


def hold_out(rows, penalty, apart=frozenset(), written=frozenset(), folds=5):
    """Probabilities of every row by a model that has not seen its document; none (NaN) for documents `apart`."""
    fold_of = folds_of((r[0] for r in rows), apart, folds)
    p = numpy.full(len(rows), numpy.nan)
    for fold in range(folds):
        train = [r for r in rows if fold_of[r[0]] != fold]
        held = [i for i, r in enumerate(rows) if fold_of[r[0]] == fold]
        features = common(train)
        p[held] = predict([rows[i] for i in held], features, fit_mean(train, features, penalty, written))
    return p


HEADER = """# Learnt from hand-coded news (CC BY-SA 4.0): texts of Wikinews, Wikipedia's Portal:Current events and the US
# government, and stories written for it (tools/readings/written); the entries hold no text of theirs.
# SPDX-License-Identifier: CC-BY-SA-4.0
"""
