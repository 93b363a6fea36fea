# SPDX-License-Identifier: Apache-2.0
"""Names in raw news that are sure without a reader: what knowledge/ lists, and what a title, an ending or a country
behind the comma gives away. Other capitalised words get no label, so that they teach nothing false.
"""
import re

from treebank import KINDS, ROOT, UNKNOWN, Sentence, bioes

PERSON, ORGANISATION, PLACE, GROUP = (KINDS[k] for k in ("PER", "ORG", "LOC", "GROUP"))
TITLES = {t.lower() for t in (
    "President Minister Secretary Chancellor Senator Governor Mayor Colonel Captain Lieutenant Sergeant "
    "Admiral Commander Ambassador Judge Justice King Queen Prince Princess Pope Bishop Archbishop Cardinal Sheikh "
    "Imam Ayatollah Rabbi Reverend Sir Dr. Mr. Mrs. Ms. Gen. Col. Lt. Sen. Rep. Gov. Prof. Professor "
    "Congressman Congresswoman Premier Spokesperson Spokesman Spokeswoman Emperor Sultan Emir Envoy").split()}
ORGANISATION_ENDS = set(
    "Ministry University Party Army Navy Corporation Inc. Council Committee Bank Agency Organization Organisation Union "
    "Court Front Movement Forces Police Commission Association Federation Parliament Senate Congress Institute Company "
    "Airlines Airways Group Fund Authority Department Guard Brigades Brigade Alliance Coalition League Times Post "
    "Service Assembly Foundation Club Society Bureau College School Academy Library Herald Tribune Bulletin Journal "
    "Gazette Chronicle Magazine Weekly News Register Church Board Office Nations Government Ltd. Ltd Corp. Media".split())
ORGANISATION_STARTS = set("Ministry University Department Bank Organization Association Institute House Church College "
                          "School Library Academy Office".split())
PLACE_ENDS = set("Province District Island Islands River County Sea Ocean Lake Valley Airport Mountains Peninsula Strait "
                 "Governorate Square Street Bay Gulf Desert Region City Park Bridge Mosque Hotel Station Road Avenue Hill "
                 "Hills Mountain Beach Castle Tower Temple Palace Museum Trail Canal Forest Hall Center Centre Base".split())
PLACE_STARTS = set("Mount Lake Cape Fort Port Gulf Strait Bay Isle Republic Kingdom Province".split())
PLACE_BEFORE = {"in", "near", "at", "outside"}


def rows_of(path):
    """The columns of each line of a file of knowledge/."""
    for line in (ROOT / "knowledge" / path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [c.strip() for c in line.split("|")]


def _aliases(cell):
    """Those that are names beyond doubt."""
    return [a.strip() for a in cell.split(";") if a.strip() and not a.strip().startswith("?")]


class SilverNames:
    def __init__(self):
        self.phrases, self.places, self.countries, self.demonyms = {}, set(), set(), set()
        for path in ("actors/organisations.txt", "actors/groups.txt", "actors/parties.txt"):
            for row in rows_of(path):
                for name in [row[0]] + _aliases(row[3]):
                    self._add(name, ORGANISATION)
        for path in sorted((ROOT / "knowledge/actors").glob("people*.txt")):
            for row in rows_of(path.relative_to(ROOT / "knowledge")):
                for name in [row[0]] + _aliases(row[1]):
                    if " " in name:
                        self._add(name, PERSON)
        for path in ("places/regions.txt", "places/waters.txt", "places/geonames_regions.txt"):
            for row in rows_of(path):
                if not row[0].startswith("?"):
                    self.places.add(self._key(row[0]))
        for row in rows_of("places/geonames.txt"):
            if not row[0].startswith("?") and row[6].isdigit() and int(row[6]) > 20000:
                self.places.add(self._key(row[0]))
        for row in rows_of("world/countries.txt"):
            self.countries.update(self._key(n) for n in [row[7]] + _aliases(row[8]))
            self.demonyms.update(_aliases(row[9]) + _aliases(row[10]))

    @staticmethod
    def _key(name):
        return tuple(re.findall(r"(?:\w\.){2,}|\w+|[^\w\s]", name.replace("’", "'")))

    def _add(self, name, kind):
        key = self._key(name)
        while kind == PERSON and len(key) > 1 and key[0].lower() in TITLES:
            key = key[1:]
        if any(w[:1].isupper() for w in key):
            self.phrases[key] = kind

    def label(self, forms):
        """BIOES tags; None where nothing is sure."""
        n = len(forms)
        plain = [f.replace("’", "'") for f in forms]
        raised = [f[:1].isupper() for f in forms]
        if sum(raised) * 2 > n:  # headlines and lists
            return None
        tags = [UNKNOWN if r or not (f[:1].islower() or f in ".,;:!?()-\"'") else 0 for f, r in zip(forms, raised)]
        found, at = False, 0
        while at < n:
            if not raised[at] and not plain[at][:1].isdigit():
                at += 1
                continue
            end, kind = self._longest(plain, raised, at)
            if kind is None:
                at += 1
                continue
            tags[at:end] = bioes(end - at, [(0, end - at, kind)])
            found, at = True, end
        return tags if found else None

    def _longest(self, plain, raised, at):
        """The name that begins here: (end, kind), or (…, None)."""
        n = len(plain)
        for end in range(min(n, at + 9), at, -1):
            kind = self.phrases.get(tuple(plain[at:end]))
            if kind is not None and raised[end - 1] and not (end < n and raised[end]) and (
                    end - at > 1 or (at > 0 and not raised[at - 1])):
                return end, kind
        if plain[at] in self.demonyms and at > 0 and not raised[at - 1] and not (at + 1 < n and raised[at + 1]):
            return at + 1, GROUP
        run = at
        while run < n and (raised[run] or (plain[run] in ("of", "al", "-", "bin", "de") and run + 1 < n and raised[run + 1])):
            run += 1
        words = plain[at:run]
        alone = at == 0 or not raised[at - 1]
        if alone and 2 <= len(words) <= 6 and at > 0 and words[-1] in ORGANISATION_ENDS and words[0] not in self.demonyms:
            return run, ORGANISATION
        if alone and len(words) >= 3 and words[0] in ORGANISATION_STARTS and words[1] == "of":
            return run, ORGANISATION
        if alone and 2 <= len(words) <= 4 and at > 0 and words[-1] in PLACE_ENDS:
            return run, PLACE
        if alone and 2 <= len(words) <= 5 and words[0] in PLACE_STARTS:
            return run, PLACE
        if at > 0 and plain[at - 1].lower() in TITLES and raised[at - 1] and 1 <= len(words) <= 4 and "of" not in words \
                and words[0].lower() not in TITLES and words[0] not in self.demonyms:
            return run, PERSON
        if alone and at > 0 and 1 <= len(words) <= 4:
            key = tuple(words)
            behind = tuple(plain[run + 1:run + 2]) if run < n and plain[run] == "," else None
            known = key in self.places
            if key in self.countries and (plain[at - 1] in PLACE_BEFORE | {"of", "from", "to"} or behind in self.countries):
                return run, PLACE
            if known and key not in self.countries and (plain[at - 1] in PLACE_BEFORE or behind in self.countries):
                return run, PLACE
            if behind in self.countries and plain[at - 1] in PLACE_BEFORE | {"of", "from", "to"} and "of" not in words:
                return run, PLACE
        return at, None


def silver(texts, names, most, rng):
    """Up to `most` sentences of raw text with sure names."""
    out = []
    for i in rng.permutation(len(texts)):
        forms, after = texts[i]
        if 6 <= len(forms) <= 60 and not forms[0].isupper():
            tags = names.label(forms)
            if tags:
                out.append(Sentence(forms, after, names=tags, genre="silver"))
                if len(out) == most:
                    break
    return out
