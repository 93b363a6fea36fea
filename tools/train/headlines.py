# SPDX-License-Identifier: Apache-2.0
"""Copies of sentences of the treebank as headlines write them: in the present tense, without articles, auxiliaries of
the passive and final stops. The treebanks have few headlines, news has one on every story. So that not every short
sentence is read as one, there are clauses in the past tense as well ("Villagers fled.").
"""
from dataclasses import replace

_NO_SECOND_S = ("s", "sh", "ch", "x", "z", "o")


def third_person(lemma):
    """`lemma` with the ending of the present tense: denies, pushes, kills."""
    irregular = {"be": "is", "have": "has"}
    if lemma in irregular:
        return irregular[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(_NO_SECOND_S) else "s")


def _present_form(form, lemma, feats):
    """None where the number of the verb is not told."""
    plural = "Number=Plur" in feats or "Person=2" in feats
    if lemma == "be":
        return "are" if plural else "am" if "Person=1" in feats else "is"
    if plural or "Person=1" in feats:
        return lemma
    return third_person(lemma) if "Number=Sing|Person=3" in feats else None


def in_present_tense(s):
    """A copy with all past tenses as present ones, or None where there is none or one cannot be told."""
    out = replace(s, forms=list(s.forms), xpos=list(s.xpos), feats=list(s.feats), genre="headline")
    changed = False
    for i, tag in enumerate(s.xpos):
        if tag != "VBD":
            continue
        form = _present_form(s.forms[i], s.lemmas[i], s.feats[i])
        if "Typo" in s.feats[i] or form is None or not s.lemmas[i].isalpha() or not s.forms[i].isalpha():
            return None
        if s.forms[i][0].isupper():
            form = form[0].upper() + form[1:]
        third = form.lower() != s.lemmas[i] and form.lower() not in ("are", "am")
        out.forms[i], out.xpos[i] = form, "VBZ" if third else "VBP"
        out.feats[i] = s.feats[i].replace("Tense=Past", "Tense=Pres")
        changed = True
    return out if changed else None


def shortened(s):
    """A copy without articles, passive auxiliaries and the final stop; None where nothing would go."""
    n = len(s.forms)
    parents = {h for h in s.heads}
    drop = [i + 1 not in parents and (
        s.relations[i] == "det" and s.forms[i].lower() in ("the", "a", "an")
        or s.relations[i] == "aux:pass" and s.lemmas[i] == "be" and s.xpos[i] in ("VBD", "VBZ", "VBP")
        or i == n - 1 and s.forms[i] == ".") for i in range(n)]
    if not any(drop) or n - sum(drop) < 3:
        return None
    kept = [i for i in range(n) if not drop[i]]
    place = {0: 0}
    place.update({old + 1: new + 1 for new, old in enumerate(kept)})
    pick = lambda column: [column[i] for i in kept] if column is not None else None
    forms = pick(s.forms)
    forms[0] = forms[0][:1].upper() + forms[0][1:]
    after = pick(s.after)
    for new, old in enumerate(kept[:-1]):
        if kept[new + 1] != old + 1 and any(s.after[old:kept[new + 1]]):
            after[new] = 1
    after[-1] = 1
    return replace(s, forms=forms, after=after, upos=pick(s.upos), xpos=pick(s.xpos), feats=pick(s.feats),
                   lemmas=pick(s.lemmas), heads=[place[s.heads[i]] for i in kept], relations=pick(s.relations),
                   names=pick(s.names), genre="headline")


def _phrase(s, head):
    """The noun `head` (from 0) with the plain words before it; None where it is no noun."""
    plain = [i for i in range(head) if s.heads[i] == head + 1 and i + 1 not in s.heads
             and s.relations[i] in ("det", "amod", "compound", "nummod")]
    return plain + [head] if s.upos[head] in ("NOUN", "PROPN") else None


def past_clauses(s):
    """Subject, verb, and object if there is one, of the plain clauses in the past tense."""
    for verb, tag in enumerate(s.xpos):
        below = [i for i, h in enumerate(s.heads) if h == verb + 1]
        subjects = [i for i in below if s.relations[i] == "nsubj" and i < verb]
        objects = [i for i in below if s.relations[i] == "obj" and i > verb]
        if tag != "VBD" or len(subjects) != 1 or any(s.relations[i] in ("xcomp", "ccomp", "compound:prt", "iobj") for i in below):
            continue
        subject, verb_object = _phrase(s, subjects[0]), _phrase(s, objects[0]) if len(objects) == 1 else []
        if subject is None or verb_object is None or (objects and not verb_object):
            continue
        if s.relations[subject[0]] == "det" and s.xpos[subjects[0]] == "NNS" and verb % 2:
            subject = subject[1:]  # every other time, for the bare plural
        kept = subject + [verb] + verb_object
        place = {old + 1: new + 1 for new, old in enumerate(kept)}
        pick = lambda column: [column[i] for i in kept] if column is not None else None
        forms = pick(s.forms)
        forms[0] = forms[0][:1].upper() + forms[0][1:]
        yield replace(s, forms=forms + ["."], after=[1] * (len(kept) - 1) + [0, 1], upos=pick(s.upos) + ["PUNCT"],
                      xpos=pick(s.xpos) + ["."], feats=pick(s.feats) + [""], lemmas=pick(s.lemmas) + ["."],
                      heads=[0 if i == verb else place[s.heads[i]] for i in kept] + [place[verb + 1]],
                      relations=["root" if i == verb else s.relations[i] for i in kept] + ["punct"],
                      names=None, genre="clause")


def headlines(treebank, longest=25):
    """Present-tense copies of sentences up to `longest` words, each also shortened."""
    out = []
    for s in treebank:
        if len(s.forms) > longest or len(s.forms) < 4 or not s.forms[0][:1].isupper():
            continue
        present = in_present_tense(s)
        short = shortened(present or s)
        out.extend(c for c in (present, short) if c is not None)
    return out
