# SPDX-License-Identifier: Apache-2.0
"""Copies of sentences with other names of the same kinds in them, so that the name finder learns what stands around a
name and not the few names of the documents alone. After Dai and Adel 2020 (https://arxiv.org/abs/2010.11683).
"""
from collections import Counter

from settle_names import whole_names
from treebank import Sentence, bioes

LEAST = 2  # mentions in the news of a name that is put in


def names_by_kind(sentences):
    """Names as (forms, after) by kind, in a fixed order, each once."""
    counts = Counter()
    for s in sentences:
        for first, last, kind in whole_names(s.names or ()):
            counts[kind, tuple(s.forms[first:last]), tuple(s.after[first:last - 1])] += 1
    out = {}
    for (kind, forms, after), n in sorted(counts.items()):
        if n >= LEAST:
            out.setdefault(kind, []).append((forms, after))
    return out


def swapped(s, pool, rng):
    """A copy of `s` with other names; it has no tree. None where there is no name."""
    names = [n for n in whole_names(s.names) if n[2] in pool]
    if not names:
        return None
    forms, after, tags, at = [], [], [], 0
    for first, last, kind in names:
        forms += s.forms[at:first]
        after += s.after[at:first]
        tags += s.names[at:first]
        other, blanks = pool[kind][rng.integers(len(pool[kind]))]
        forms += other
        after += blanks + (s.after[last - 1],)
        tags += bioes(len(other), [(0, len(other), kind)])
        at = last
    return Sentence(forms + s.forms[at:], after + s.after[at:], names=tags + s.names[at:], genre="swapped")


def swapped_copies(sentences, pool, copies, rng):
    out = []
    for _ in range(copies):
        out.extend(c for s in sentences if s.names and (c := swapped(s, pool, rng)))
    return out
