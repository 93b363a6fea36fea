# SPDX-License-Identifier: Apache-2.0
"""What the network sees of a word: rows of one table, by group. src/language/features.cpp computes the same rows.

A word of more than 40 code points is taken as its first and last 20. Letters are folded to lower case (Latin, Greek,
Cyrillic), digits to 0, typographic quotes and dashes to ASCII.
"""

SEED = 0xCBF29CE484222325
PRIME = 0x100000001B3
MASK = (1 << 64) - 1

FORM_BUCKETS = 4096
# (name, rows); the vocabulary comes before FORM_BUCKETS. The order is that of the table.
GROUPS = [("form", FORM_BUCKETS), ("prefix2", 1024), ("prefix3", 3072), ("suffix1", 256), ("suffix2", 1024),
          ("suffix3", 4096), ("suffix4", 6144), ("shape", 512), ("place", 48), ("spacing", 8), ("parts of speech", 512),
          ("names", 256)]
FEATURES = len(GROUPS)
SPACING, NAMES = 9, 11  # the columns of these groups

_FOLD = {0x2018: 0x27, 0x2019: 0x27, 0x02BC: 0x27, 0x60: 0x27, 0xB4: 0x27, 0x201C: 0x22, 0x201D: 0x22, 0x201E: 0x22,
         0xAB: 0x22, 0xBB: 0x22, 0x2010: 0x2D, 0x2011: 0x2D, 0x2012: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D, 0x2015: 0x2D,
         0x2212: 0x2D, 0x2026: 0x2E, 0xA0: 0x20}


def lower(c):
    if c < 0x80:
        return c + 32 if 65 <= c <= 90 else c
    if 0xC0 <= c <= 0xDE:
        return c + 32 if c != 0xD7 else c
    if 0x100 <= c <= 0x137 or 0x14A <= c <= 0x177:
        return c | 1
    if 0x139 <= c <= 0x148:
        return c + 1 if c & 1 else c
    if 0x391 <= c <= 0x3A9 or 0x410 <= c <= 0x42F:
        return c + 32
    if 0x400 <= c <= 0x40F:
        return c + 80
    return c


def letter_class(c):
    """0 other, 1 digit, 2 lower-case letter, 3 upper-case letter."""
    if 48 <= c <= 57:
        return 1
    if lower(c) != c:
        return 3
    if 97 <= c <= 122 or (0xC0 <= c < 0x2000 and c != 0xD7 and c != 0xF7):
        return 2
    return 0


def hash_bytes(data, seed=SEED):
    for b in data:
        seed = ((seed ^ b) * PRIME) & MASK
    return seed


def bucket(code_points, group, rows):
    h = hash_bytes("".join(map(chr, code_points)).encode("utf-8", "replace"), hash_bytes(bytes([group])))
    return (h ^ (h >> 32)) % rows


def code_points(form):
    cps = [_FOLD.get(ord(c), ord(c)) for c in form]
    return cps if len(cps) <= 40 else cps[:20] + cps[-20:]


def folded(cps):
    return [48 if 48 <= c <= 57 else lower(c) for c in cps]


def form_key(form):
    """The 64-bit key of a form in the vocabulary."""
    return hash_bytes("".join(map(chr, folded(code_points(form)))).encode("utf-8", "replace"))


def capital(cps):
    """0 no letters, 1 lower, 2 Capitalised, 3 ALL CAPS, 4 one capital, 5 mIxed."""
    classes = [letter_class(c) for c in cps]
    upper, low = classes.count(3), classes.count(2)
    if upper + low == 0:
        return 0
    if upper == 0:
        return 1
    if low == 0:
        return 4 if upper == 1 else 3
    return 2 if upper == 1 and classes[0] == 3 else 5


def shape(cps):
    """Classes of the characters, runs cut to two, at most eight."""
    out = []
    for c in cps:
        k = letter_class(c)
        mark = c if k == 0 else k
        if len(out) >= 2 and out[-1] == mark and out[-2] == mark:
            continue
        if len(out) == 8:
            break
        out.append(mark)
    return [m if m > 3 else 0x41 + m for m in out]


# "IS" in capitals among words that are not is the Islamic State, unless it stresses the verb ("this IS so"). The trees have
# little of it and much of the verb: a network that reads sees the name of it that nothing else is called by; one that
# learns sees what is written.
ISLAMIC_STATE, ITS_CLEAR_NAME = {"IS", "ISIS"}, "ISIL"
STRESSING = {"it", "that", "this", "there", "he", "she", "what", "who", "how", "which", "where", "here", "he's", "everything"}


class Extractor:
    """Rows of the words of a sentence. `keys`: form_key of the forms with rows of their own, from row 0; `classes`: what
    dictionary.py says of forms, by form_key; `learning`: whether sentences are to learn from."""

    def __init__(self, keys, classes, learning=False):
        self.learning = learning
        self.vocabulary = {k: i for i, k in enumerate(keys)}
        self.classes = classes
        self.offsets, at = [], 0
        for i, (_, rows) in enumerate(GROUPS):
            self.offsets.append(at)
            at += rows + (len(keys) if i == 0 else 0)
        self.rows = at
        self.cache = {}

    @staticmethod
    def of(state):
        """That of a network in a file of train_network.py."""
        return Extractor([form_key(w) for w in state["vocabulary"]], state["classes"])

    def word(self, form):
        got = self.cache.get(form)
        if got is None:
            cps = code_points(form)
            f = folded(cps)
            key = hash_bytes("".join(map(chr, f)).encode("utf-8", "replace"))
            v, classes = self.vocabulary.get(key), self.classes.get(key, (0, 0))
            o = self.offsets
            unknown = len(self.vocabulary) + bucket(f, 0, FORM_BUCKETS)
            rows = [unknown if v is None else v]
            for g, part in ((1, f[:2]), (2, f[:3]), (3, f[-1:]), (4, f[-2:]), (5, f[-3:]), (6, f[-4:])):
                rows.append(o[g] + bucket(part, g, GROUPS[g][1]))
            rows.append(o[7] + bucket(shape(cps), 7, GROUPS[7][1]))
            has_lower = any(letter_class(c) == 2 for c in cps)
            known = [o[10] + classes[0], o[11] + classes[1]]
            got = self.cache[form] = (rows, capital(cps), unknown, has_lower, known)
        return got

    def sentence(self, forms, before, after):
        """`before`, `after`: whether a blank stands there (1 at the ends). Returns the rows, and the row that stands
        for the form when it is taken for unknown."""
        words = [self.word(f) for f in forms]
        case = sentence_case([w[1] for w in words], any(w[3] for w in words))
        for i, form in enumerate(forms):
            if form in ISLAMIC_STATE and not self.learning and case != 3 and (
                    i == 0 or forms[i - 1].lower() not in STRESSING):
                words[i] = self.word(ITS_CLEAR_NAME)
        out, unknown = [], []
        last = len(words) - 1
        for i, (rows, cap, bucket_row, _, known) in enumerate(words):
            place = (case * 6 + cap) * 2 + (i == 0)
            spacing = (before[i] * 2 + after[i]) * 2 + (i == last)
            out.append(rows + [self.offsets[8] + place, self.offsets[9] + spacing] + known)
            unknown.append(bucket_row)
        return out, unknown


def sentence_case(capitals, has_lower):
    """0 usual, 1 no capitals at all, 2 Title Case, 3 ALL CAPS."""
    words = [c for c in capitals if c != 0]
    raised = sum(c != 1 for c in words)
    if len(words) >= 2 and raised == len(words) and not has_lower:
        return 3
    if raised == 0:
        return 1
    if len(words) >= 4 and raised * 10 >= len(words) * 7:
        return 2
    return 0
