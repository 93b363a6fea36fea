# SPDX-License-Identifier: Apache-2.0
"""Names of parsed raw news, put right by all of the news together.

usage: settle_names.py PARSED.pt OUT.pt
What networks have read as a name (silver_trees.py) they have read from one sentence each. Here a name gets the kind that
it has nearly everywhere (one sense in a corpus: Yarowsky 1995), a country or a town that is nobody's name is a place, what
the rules of silver_names.py are sure of stands, and a title alone is no name.
"""
import sys
from collections import Counter, defaultdict

import torch

from silver_names import PERSON, PLACE, TITLES, SilverNames
from treebank import UNKNOWN, bioes

LEAST, SHARE = 4, 0.75  # mentions, and the share of one kind, that settle a name
TITLES_ALONE = TITLES | {"general", "speaker", "leader", "chairman", "director", "president-elect", "madam", "mister"}


def whole_names(tags):
    """(first, last, kind) of the names whose words are all labelled; others are left out."""
    out, first = [], None
    for i, tag in enumerate(tags):
        part = (tag - 1) % 4 if tag > 0 else None
        if part in (0, 3):
            first = i
        elif part is None or first is None or tag - 1 - part != 4 * kind_at(tags, first):
            first = None
        if part in (2, 3) and first is not None:
            out.append((first, i + 1, kind_at(tags, first)))
            first = None
    return out


def kind_at(tags, i):
    return (tags[i] - 1) // 4


class Kinds:
    """What kind a name has nearly everywhere."""

    def __init__(self, sentences, known):
        self.counts, persons = defaultdict(Counter), Counter()
        for s in sentences:
            for first, last, kind in whole_names(s.names):
                self.counts[tuple(s.forms[first:last])][kind] += 1
                if kind == PERSON and last - first > 1:
                    persons.update((s.forms[first], s.forms[last - 1]))
        self.known, self.persons = known, persons

    def __call__(self, words):
        """The settled kind, or None."""
        if words in self.known.countries:
            return PLACE
        counts, total = self.counts[words], sum(self.counts[words].values())
        if words in self.known.places and self.persons[words[-1]] < max(3, counts[PLACE]):
            return PLACE
        if total < LEAST:
            return None
        kind, most = counts.most_common(1)[0]
        return kind if most >= SHARE * total else None


def without_titles(s, first, last):
    while first < last and s.forms[first].lower() in TITLES_ALONE:
        first += 1
    return first


def settle(s, kinds, known):
    """The tags of `s` with settled kinds."""
    names = whole_names(s.names)
    sure = whole_names(known.label(s.forms) or ())
    tags = list(s.names)
    kept = []
    for first, last, kind in names:
        tags[first:last] = [UNKNOWN] * (last - first)
        if any(a < last and first < b and not (first <= a and b <= last) for a, b, _ in sure):
            continue
        begin = without_titles(s, first, last) if kind == PERSON else first
        tags[first:begin] = [0] * (begin - first)
        if begin < last:
            settled = kinds(tuple(s.forms[begin:last]))
            kept.append((begin, last, kind if settled is None else settled))
    inside = lambda a, b: any(first <= a and b <= last and (first, last) != (a, b) for first, last, _ in kept)
    kept = [n for n in kept if not any(n[:2] == m[:2] for m in sure)] + [n for n in sure if not inside(*n[:2])]
    for first, last, kind in kept:
        tags[first:last] = bioes(last - first, [(0, last - first, kind)])
    return tags


def main():
    parsed = torch.load(sys.argv[1])
    known = SilverNames()
    kinds = Kinds(parsed, known)
    changed = 0
    for s in parsed:
        names = settle(s, kinds, known)
        changed += names != s.names
        s.names = names
    print(f"{changed} of {len(parsed)} sentences have other names", flush=True)
    torch.save(parsed, sys.argv[2])


if __name__ == "__main__":
    main()
