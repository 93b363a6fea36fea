# SPDX-License-Identifier: Apache-2.0
"""What dictionaries and knowledge/ say of a word, whoever uses it how: the parts of speech it can be, and the kinds of
names it is found in. src/language/features.h explains the bits.

Sources: WordNet 3.0 (Debian package wordnet-base; lemmas by part of speech, irregular forms, persons, places and bodies
among its instances), SCOWL (Debian package scowl; which words are written with a capital), and the files of knowledge/.
Only these facts about single words are kept. The inflected forms of the lemmas are made by the rules of spelling.
"""
import re
from collections import defaultdict
from pathlib import Path

from features import code_points, folded, form_key
from silver_names import rows_of
from treebank import ROOT

WORDNET = Path("/usr/share/wordnet")
SCOWL = Path("/usr/share/dict/scowl")

# Parts of speech.
NOUN, PLURAL, VERB, THIRD_PERSON, PAST, GERUND, ADJECTIVE, COMPARED, ADVERB = (1 << i for i in range(9))
# Names.
GIVEN, FAMILY, PLACE, BODY, PEOPLE, CAPITAL_WORD, PLAIN_WORD, ABBREVIATION = (1 << i for i in range(8))

_WORD = re.compile(r"[^\W\d_][^\W\d_'.-]*\Z")
_PARTICLES = {"of", "the", "and", "for", "in", "on", "al", "de", "du", "la", "el", "bin", "ibn", "to", "van", "von", "da", "y"}


def _key(word):
    return "".join(map(chr, folded(code_points(word))))


def plural(noun):
    if re.search(r"(s|x|z|ch|sh)\Z", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y\Z", noun) else noun + "s"


def past(verb):
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if re.search(r"[^aeiou]y\Z", verb) else verb + "ed"


def gerund(verb):
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    return (verb[:-1] if re.search(r"[^eoy]e\Z", verb) else verb) + "ing"


def compared(adjective):
    stem = adjective[:-1] if adjective.endswith("e") else \
        adjective[:-1] + "i" if re.search(r"[^aeiou]y\Z", adjective) else adjective
    return [stem + "er", stem + "est"]


def _scowl(kind, most):
    for path in sorted(SCOWL.glob(f"*-{kind}.*")):
        if int(path.suffix[1:]) <= most:
            yield from path.read_text(encoding="iso-8859-1").split()


def _synsets(path):
    """Of every synset its line's fields and its words, spelt as they are."""
    for line in open(WORDNET / f"data.{path}", encoding="utf-8"):
        if not line.startswith(" "):
            fields = line.split(" | ")[0].split()
            yield fields, [re.sub(r"\(.*\)", "", fields[4 + 2 * i]) for i in range(int(fields[3], 16))]


def _lemmas(path):
    for _, words in _synsets(path):
        yield from (w for w in words if _WORD.match(w) and w[:1].islower())


def _parts_of_speech(parts):
    """Adds the lemmas of WordNet that are written small, and their forms."""
    known = set(_scowl("words", 80))
    lemmas = {path: set(_lemmas(path)) for path in ("noun", "verb", "adj", "adv")}
    irregular = {path: defaultdict(list) for path in ("noun", "verb", "adj")}
    for path, forms in irregular.items():
        for line in open(WORDNET / f"{path}.exc", encoding="utf-8"):
            form, *bases = line.split()
            for base in bases:
                if _WORD.match(form) and form != base:
                    forms[base].append(form)

    def forms(path, lemma, regular, belongs=lambda form: True):
        """The irregular ones, and the regular ones where there is no other or they are words too ("hung", "hanged")."""
        odd = [f for f in irregular[path][lemma] if belongs(f)]
        return odd + [f for f in regular if not odd and path != "adj" or f in known]

    for lemma in lemmas["noun"]:
        parts[lemma] |= NOUN
        for form in forms("noun", lemma, [plural(lemma)]):
            parts[form] |= PLURAL
    for lemma in lemmas["verb"]:
        parts[lemma] |= VERB
        parts[plural(lemma)] |= THIRD_PERSON
        for form in forms("verb", lemma, [gerund(lemma)], lambda f: f.endswith("ing")):
            parts[form] |= GERUND
        for form in forms("verb", lemma, [past(lemma)], lambda f: not f.endswith(("ing", "s"))):
            parts[form] |= PAST
    for lemma in lemmas["adj"]:
        parts[lemma] |= ADJECTIVE
        for form in forms("adj", lemma, compared(lemma)):
            if form not in lemmas["noun"]:
                parts[form] |= COMPARED
    for lemma in lemmas["adv"]:
        parts[lemma] |= ADVERB


def _instances():
    """The names of WordNet's single persons, places and bodies, as (kind, words)."""
    kinds = {"18": GIVEN | FAMILY, "15": PLACE, "14": BODY, "17": PLACE}
    for fields, words in _synsets("noun"):
        if fields[1] in kinds and "@i" in fields:
            for word in words:
                yield kinds[fields[1]], word.split("_")


def _known_names():
    """The names in knowledge/, as (kind, words)."""
    split = lambda cell: [re.findall(r"[^\W_]+", a.strip(" ?")) for a in cell.split(";") if a.strip()]
    for path in sorted((ROOT / "knowledge/actors").glob("people*.txt")):
        for row in rows_of(path.relative_to(ROOT / "knowledge")):
            for words in split(row[0]) + split(row[1]):
                yield GIVEN | FAMILY, words
    for path in ("actors/organisations.txt", "actors/groups.txt", "actors/parties.txt"):
        for row in rows_of(path):
            for words in split(row[0]) + split(row[3]):
                yield BODY, words
    for row in rows_of("places/geonames.txt"):
        if row[6].isdigit() and int(row[6]) >= 5000:
            yield PLACE, re.findall(r"[^\W_]+", row[0].strip("? "))
    for path in ("places/regions.txt", "places/geonames_regions.txt"):
        for row in rows_of(path):
            yield PLACE, re.findall(r"[^\W_]+", row[0].strip("? "))
    for row in rows_of("world/countries.txt"):
        for words in split(row[7]) + split(row[8]):
            yield PLACE, words
        for words in split(row[9]) + split(row[10]):
            yield PEOPLE, words


def _names(names, parts):
    for kind, words in list(_instances()) + list(_known_names()):
        words = [w for w in words if w[:1].isupper() and w.lower() not in _PARTICLES]
        if kind == GIVEN | FAMILY:
            if len(words) > 1:
                names[_key(words[0])] |= GIVEN
                names[_key(words[-1])] |= FAMILY
        elif kind == BODY:
            # "Army" and "United" say nothing of a name; acronyms and words that are nothing else do.
            for w in words:
                if w.isupper() or not parts.get(_key(w)):
                    names[_key(w)] |= BODY
        elif len(words) == 1 or kind == PEOPLE:
            for w in words:
                names[_key(w)] |= kind
    for kind in ("proper-names", "upper"):
        for w in _scowl(kind, 80):
            if _WORD.match(w) and w[:1].isupper():
                names[_key(w)] |= CAPITAL_WORD
    for w in _lemmas("noun"):
        names[_key(w)] |= PLAIN_WORD
    for _, words in _synsets("noun"):
        for w in words:
            if _WORD.match(w) and w[:1].isupper():
                names[_key(w)] |= CAPITAL_WORD
    for w in _scowl("words", 60):
        if _WORD.match(w):
            names[_key(w)] |= PLAIN_WORD
    for w in _scowl("abbreviations", 60):
        names[_key(w)] |= ABBREVIATION


def dictionary():
    """form_key -> (parts of speech, names)."""
    parts, names = defaultdict(int), defaultdict(int)
    _parts_of_speech(parts)
    parts = {_key(w): p for w, p in parts.items()}
    _names(names, parts)
    both = {w: (parts.get(w, 0), names.get(w, 0)) for w in sorted(parts.keys() | names.keys()) if 1 < len(w) <= 30}
    return {form_key(w): classes for w, classes in both.items() if classes != (0, PLAIN_WORD)}
