# SPDX-License-Identifier: Apache-2.0
"""Reads trees (CoNLL-U) and names (GUM, re3d) into Sentences."""
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KINDS = {"PER": 0, "ORG": 1, "LOC": 2, "GROUP": 3}
RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "GROUP"}
NAME_TAGS = 1 + 4 * len(KINDS)
UNKNOWN = -100  # no label: gives no loss


@dataclass
class Sentence:
    forms: list
    after: list  # 1 where a blank follows
    upos: list = None
    xpos: list = None
    feats: list = None
    heads: list = None  # 0 is the root, 1 the first word
    relations: list = None
    lemmas: list = None
    names: list = None  # BIOES over KINDS, UNKNOWN where nothing is known
    id: str = ""
    genre: str = ""

    def before(self):
        return [1] + self.after[:-1]


def tag_names(what):
    """The names of a tag set in the order of src/document/tagset.cpp."""
    source = (ROOT / "src/document/tagset.cpp").read_text()
    body = re.search(r"%s = \{(.*?)\};" % what, source, re.S).group(1)
    return re.findall(r'"([^"]+)"', body)


def read_conllu(path):
    out, lines, sent_id, genre = [], [], "", ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            doc = line.split(" = ")[1]
            genre = doc.split("_")[1] if doc.startswith("GUM_") else "ewt"
        elif line.startswith("# sent_id"):
            sent_id = line.split(" = ")[1]
        elif line.startswith("#"):
            continue
        elif line:
            lines.append(line.split("\t"))
        elif lines:
            out.append(_sentence(lines, sent_id, genre))
            lines = []
    return out


def _sentence(lines, sent_id, genre):
    s = Sentence([], [], [], [], [], [], [], [], None, sent_id, genre)
    until, range_after = 0, 1
    for c in lines:
        no_space = "SpaceAfter=No" in c[9]
        if "-" in c[0]:
            until, range_after = int(c[0].split("-")[1]), 0 if no_space else 1
        elif c[0].isdigit():
            n = int(c[0])
            after = (range_after if n == until else 0) if n <= until else (0 if no_space else 1)
            s.forms.append(c[1]), s.after.append(after)
            s.upos.append(c[3]), s.xpos.append(c[4]), s.feats.append("" if c[5] == "_" else c[5])
            s.heads.append(int(c[6])), s.relations.append(c[7]), s.lemmas.append(c[2])
    s.after[-1] = 1
    return s


def bioes(length, spans, default=0):
    tags = [default] * length
    for first, last, kind in spans:
        base = 1 + 4 * kind
        if last - first == 1:
            tags[first] = base + 3
        else:
            tags[first] = base
            for i in range(first + 1, last - 1):
                tags[i] = base + 1
            tags[last - 1] = base + 2
    return tags


def add_gum_names(sentences, path, groups=frozenset()):
    """Gives the sentences of GUM their names. GUM has no nationalities: words of `groups` outside its names get no
    label. Returns how many sentences got names."""
    by_id = {}
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        by_id[d["sent_id"]] = d
    done = 0
    for s in sentences:
        d = by_id.get(s.id)
        if d is None or len(d["tokens"]) != len(s.forms):
            continue
        spans = [(n["start"], n["end"], KINDS[n["type"]]) for n in d["names"] if n["type"] in KINDS]
        s.names = [UNKNOWN if t == 0 and f in groups else t for t, f in zip(bioes(len(s.forms), spans), s.forms)]
        done += 1
    return done


_TITLES = set("President Minister Secretary Prime Foreign Deputy Vice Chancellor Senator Governor General Colonel Major "
              "Captain Lieutenant Sergeant Admiral Commander Ambassador Special Advisor Envoy King Queen Mr Mrs Ms Dr Sir "
              "Mr. Mrs. Ms. Dr. Gen. Lt. Col. Defence Defense Spokesperson Spokesman".split())
_PARTICLES = {"of", "the", "and", "for", "in", "on", "al", "de", "-", "'s", "’s", "&", "el", "bin", "ibn", "to", "."}


def read_re3d(path, tokenize):
    """Sentences of re3d. Its annotation has common nouns and gaps: spans that are no proper names and capitalised
    words outside spans give no label."""
    out = []
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        entities = [(e["start"], e["end"], KINDS[RE3D[e["type"]]]) for e in d["entities"] if e["type"] in RE3D]
        entities.sort(key=lambda e: (e[0], -e[1]))
        for tokens in tokenize(d["text"]):
            forms = [d["text"][a:b] for a, b in tokens]
            after = [1 if i + 1 == len(tokens) or tokens[i + 1][0] > b else 0 for i, (a, b) in enumerate(tokens)]
            tags = [UNKNOWN if f[0].isupper() and i > 0 else 0 for i, f in enumerate(forms)]
            taken = [False] * len(forms)
            for a, b, kind in entities:
                inside = [i for i, t in enumerate(tokens) if t[0] >= a and t[1] <= b]
                while inside and forms[inside[0]].lower() in ("the", "a", "an", "this", "its"):
                    inside = inside[1:]
                while kind == KINDS["PER"] and len(inside) > 1 and any(forms[i] in _TITLES for i in inside[:-1]):
                    inside = inside[1:]
                while inside and forms[inside[-1]] in ("'s", "’s", ",", "."):
                    inside = inside[:-1]
                if not inside or any(taken[i] for i in inside):
                    continue
                words = [forms[i] for i in inside]
                proper = all(w[0].isupper() or w in _PARTICLES or w[0].isdigit() for w in words)
                if not proper or not any(w[0].isupper() for w in words) or words[0] in ("We", "I", "He", "They", "It"):
                    for i in inside:
                        tags[i] = UNKNOWN if forms[i][0].isupper() else tags[i]
                    continue
                for i, t in zip(inside, bioes(len(inside), [(0, len(inside), kind)])):
                    tags[i], taken[i] = t, True
            out.append(Sentence(forms, after, names=tags, id=d["id"], genre="re3d"))
    return out
