# SPDX-License-Identifier: Apache-2.0
"""Sentences as arrays of numbers, with copies in other cases and without a final stop."""
from dataclasses import dataclass

import numpy as np

from features import SPACING
from treebank import UNKNOWN, tag_names


@dataclass
class Labels:
    """The tag sets; features are those combinations that are seen twice in the trees."""
    upos: list
    xpos: list
    relations: list
    feats: list

    @staticmethod
    def of(treebank):
        counts = {}
        for s in treebank:
            for f in s.feats:
                counts[f] = counts.get(f, 0) + 1
        feats = sorted((f for f, n in counts.items() if n > 1), key=lambda f: (-counts[f], f))
        return Labels(tag_names("kUpos"), tag_names("kXpos"), tag_names("kRelations"), feats)


class Examples:
    """For each sentence: rows of features in four cases, and labels [words, 6]: upos, xpos, feats, head, relation,
    name."""

    CASES = (lambda f: f, str.lower, lambda f: f[:1].upper() + f[1:], str.upper)

    def __init__(self, sentences, extractor, labels, cases=4):
        index = [{t: i for i, t in enumerate(l)} for l in (labels.upos, labels.xpos, labels.feats, labels.relations)]
        self.ids, self.unknown, self.labels, self.genres = [], [], [], []
        for s in sentences:
            n = len(s.forms)
            variants = [extractor.sentence([case(f) for f in s.forms], s.before(), s.after)
                        for case in self.CASES[:cases]]
            self.ids.append([np.array(v[0], dtype=np.int32) for v in variants])
            self.unknown.append([np.array(v[1], dtype=np.int32) for v in variants])
            rows = np.full((n, 6), UNKNOWN, dtype=np.int32)
            if s.heads:
                for k, column in enumerate((s.upos, s.xpos, s.feats)):
                    rows[:, k] = [index[k].get(t, UNKNOWN) for t in column]
                rows[:, 3] = s.heads
                rows[:, 4] = [index[3].get(r, UNKNOWN) for r in s.relations]
            if s.names:
                rows[:, 5] = s.names
            self.labels.append(rows)
            self.genres.append(s.genre)
        self.lengths = np.array([len(r) for r in self.labels])

    def extend(self, other):
        for mine, more in ((self.ids, other.ids), (self.unknown, other.unknown), (self.labels, other.labels),
                           (self.genres, other.genres)):
            mine.extend(more)
        self.lengths = np.concatenate([self.lengths, other.lengths])

    def pick(self, i, rng, shares):
        """Rows, rows of unknown forms, labels of one sentence; shares: of lower, title, upper case and of no final
        stop."""
        draw, case = rng.random(), 0
        for k, share in enumerate(shares[:3]):
            if draw < share:
                case = min(k + 1, len(self.ids[i]) - 1)
                break
            draw -= share
        ids, unknown, labels = self.ids[i][case], self.unknown[i][case], self.labels[i]
        n = len(labels)
        if n > 3 and rng.random() < shares[3] and labels[-1, 0] == 12 and not (labels[:, 3] == n).any():
            ids, unknown, labels = ids[:-1].copy(), unknown[:-1], labels[:-1]
            ids[-1, SPACING] += 1  # the spacing row of a last word
        return ids, unknown, labels
