#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes knowledge/actors/people_leaders.txt: heads of state and government by date.

usage: make_people.py ACTORS_FOLDER KNOWLEDGE_FOLDER > people_leaders.txt

ACTORS_FOLDER holds leaders_factbook.jsonl (CIA World Factbook, public domain) and foreign_leader_visits_to_us.jsonl
(Office of the Historian, CC0). Who stands in another people*.txt is left out, and so are rows whose title or name does
not look like one: the sources are lists made for reading. A visit proves an office for the years between a person's
first and last visit in it; it is taken to reach two years further either way, but not into the visits of another holder.
"""
import json
import pathlib
import re
import sys
import unicodedata
from collections import defaultdict

TITLE = re.compile(r"^(Acting |Interim |Caretaker |Transitional |First |Second |Third |Senior |Executive |Deputy |Vice )*"
                   r"(President|Prime Minister|Premier|Chancellor|King|Queen|Emir|Amir|Sultan|Crown Prince|Grand Duke|Chief Minister|"
                   r"Chief Executive|Governor General|Governor|Taoiseach|Chairman|State Counsellor|Foreign Minister|Minister of Foreign Affairs)$")
NAME = re.compile(r"^[^\W\d_][\w.'’-]*( [\w.'’-]+){1,4}$")
MARGIN = 2  # years that an office is taken to reach beyond the visits, unless somebody else is seen in it
LOWER = {"of", "and", "the"}


def fold(text):
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z ]", "", text.casefold().replace("-", " ")).strip()


def known_people(folder):
    known = set()
    for path in sorted(folder.glob("people*.txt")):
        if path.name == "people_leaders.txt":
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                fields = line.split(" | ")
                known.update(fold(name) for name in [fields[0], *fields[1].split(";")] if name.strip())
    return known


def countries(folder):
    codes = {}
    for line in (folder / "world" / "countries.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split(" | ")
        if len(fields) > 8 and not line.startswith("#"):
            for name in [fields[7], *fields[8].split(";")]:
                name = name.strip()
                if name and not name.startswith("?"):
                    codes.setdefault(fold(name), fields[0])
    return codes


def good_name(name):
    return bool(NAME.match(name)) and not LOWER & set(name.split()) and not any(w.isupper() and len(w) > 3 for w in name.split())


def main():
    actors, knowledge = map(pathlib.Path, sys.argv[1:3])
    known, codes = known_people(knowledge / "actors"), countries(knowledge)
    people = defaultdict(lambda: {"name": "", "family": "", "terms": set()})

    def add(code, name, family, since, until, title):
        if not code or not good_name(name) or not TITLE.match(title) or fold(name) in known:
            return
        if until and until < since[:len(until)]:
            return
        person = people[code, fold(name)]
        person["name"] = person["name"] or name
        person["family"] = person["family"] or family
        person["terms"].add((since, until, title))

    for line in (actors / "leaders_factbook.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        until = row["until"] or ("" if row["current_at_last_edition"] else row["last_seen"])
        add(row["iso3"], row["name"], row["family"], row["since"] or row["first_seen"], until, row["title"])

    visits = defaultdict(list)
    for line in (actors / "foreign_leader_visits_to_us.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = row["visitor"].split()
        for n in range(len(words) - 2, 0, -1):
            if TITLE.match(" ".join(words[:n])):
                visits[codes.get(fold(row["from"]), ""), " ".join(words[n:]), " ".join(words[:n])].append(row["start"][:4])
                break
    holders = defaultdict(list)  # by country and title: (first year, last year, name)
    for (code, name, title), years in visits.items():
        holders[code, title].append((int(min(years)), int(max(years)), name))
    for (code, title), spans in holders.items():
        spans.sort()
        for n, (first, last, name) in enumerate(spans):
            before = spans[n - 1][1] if n > 0 else first - MARGIN
            after = spans[n + 1][0] if n + 1 < len(spans) else last + MARGIN
            add(code, name, "", str(min(first, max(first - MARGIN, before))), str(max(last, min(last + MARGIN, after))), title)

    print("# Heads of state and government by date, beyond those of the other people files.")
    print("# Columns: name | aliases | terms | attributes (docs/knowledge.md); written by tools/knowledge/make_people.py.")
    print("# Sources: The World Factbook, CIA, editions 2014-2026 (public domain); visits by foreign leaders, Office of the Historian,")
    print("# U.S. Department of State (CC0 1.0): their ranges are two years wider, where no other")
    print("# holder was seen.")
    print("# SPDX-License-Identifier: CC0-1.0")
    for (code, _), person in sorted(people.items(), key=lambda item: (fold(item[1]["name"]), item[0][0])):
        name, family = person["name"], person["family"]
        aliases = []
        plain = " ".join(w for w in name.split() if not (len(w) == 2 and w.endswith(".")))
        short = f"{name.split()[0]} {family}" if family and family in name.split()[1:] else ""
        for alias in (plain, short):
            if alias and alias != name and alias not in aliases and fold(alias) not in known and " " in alias:
                aliases.append(alias)
        terms = "; ".join(f"{code} GOV {since}..{until} {title}" for since, until, title in sorted(person["terms"]))
        last = name.split()[-1]
        family_attribute = f"family={family}" if family and family != last and family in name.split() else ""
        print(f"{name} | {'; '.join(aliases)} | {terms} | {family_attribute}")


if __name__ == "__main__":
    main()
