# SPDX-License-Identifier: Apache-2.0
"""Which forms get rows of their own: those of the trees and of the raw news that are seen often enough."""
from collections import Counter

from features import code_points, folded


def count_forms(treebank, raw):
    """Weighted counts of folded forms; the words of the trees weigh more than those of the raw text."""
    by_form = Counter()
    for s in treebank:
        for f in s.forms:
            by_form[f] += 4
    for forms, _ in raw:
        by_form.update(forms)
    folded_counts = Counter()
    for form, n in by_form.items():
        folded_counts["".join(map(chr, folded(code_points(form))))] += n
    return folded_counts


def choose(counts, size, least=6):
    """The most frequent forms, ties in order of the alphabet."""
    items = sorted(((n, w) for w, n in counts.items() if n >= least), key=lambda i: (-i[0], i[1]))
    return [w for _, w in items[:size]]
