#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the lists of leaders by date that come from public tables.

usage: make_people.py ACTORS_FOLDER KNOWLEDGE_FOLDER

Writes KNOWLEDGE_FOLDER/actors/people_leaders.txt (heads of state and government: leaders_factbook.jsonl, CIA World
Factbook, public domain; foreign_leader_visits_to_us.jsonl, Office of the Historian, CC0) and people_principals.txt
(us_state_department_principals.jsonl, Office of the Historian, CC0). Who stands in another people*.txt by name is
left out, and so is who rules from elsewhere. The sources are lists made for reading: ranks, nicknames, second holders
and tails are taken off the names. A visit proves an office for the years between a person's first and last visit in it;
it is taken to reach two years further either way, but not into the visits of another holder. Whom a list calls by one
word ("President Goulart") goes by it after the title only.
"""
import json
import pathlib
import re
import sys
import unicodedata
from collections import defaultdict

RANKS = (r"Sir|Dame|Dr\.|Gen\.|General|Lt\.|Maj\.|Brig\.|Col\.|Capt\.|Captain|Colonel|Admiral|Adm\.|Air Marshal|Vice Admiral|"
         r"Field Marshal|Marshal|Sheikh|Shaykh|Ayatollah|Hojjat ol-Eslam|Mrs\.|Mr\.|His Excellency|Lady|Rear Adm\.|Ratu|Ambassador|"
         r"Vice Adm\.|Wing Commander|Comrade|Lieutenant|Major|Brigadier")
OFFICE = (r"President-elect|President-designate|President|Prime Ministere|Prime Minister|Premier|Chancellor|King|Queen|Emir|Amir|"
          r"Sultan|Crown Princess|Crown Prince|Grand Duke|Grand Duchess|Chief Minister|Chief Executive|Governor General|"
          r"Governor-General|Lieutenant Governor|Lieutenant-Governor|Governor|Taoiseach|Chairman|Chairwoman|Chairperson|State Counsellor|"
          r"Foreign Minister|Minister of Foreign Affairs|Foreign Secretary|Emperor|Empress|Shah|Prince|Princess|Pope|Regent|"
          r"Vice Premier|High Commissioner|Commissioner|Administrator|Bailiff|Chief of State|Head of State|General Secretary|"
          r"Head of Government|Minister of State|Captain Regent|Sheikh|Minister")
BEFORE = r"Acting|Interim|Caretaker|Transitional|Transition|First|Second|Third|Senior|Executive|Deputy|Vice|State|Former|Federal"
TITLE = re.compile(rf"^((?:(?:{BEFORE}) )*(?:{OFFICE}))(?= |$)")
WORD = re.compile(r"^[^\W\d_][\w.'’‘`-]*$")
PORTFOLIO = re.compile(r"^(the )?(Oil|Interior|Defense|Defence|Finance|Foreign|Justice|Economy|Economic|Health|Education|Science|Higher|"
                       r"Agriculture|Transport|Energy|Labor|Trade|Planning|State|Security|Affairs|Development|Cabinet|National|"
                       r"Industry|Tourism|Environment|Information|Water|and|of|for|the|Government|Council|Administration|"
                       r"Commonwealth|Australia|New|Zealand|Republic|Transition|Presidential|Superior|Ministers) ")
HOLDER_TAIL = re.compile(r",? (Jr\.?|Sr\.?)$")
PARTICLES = ("de", "da", "van", "von", "al-", "el-")
MARGIN = 2  # years that an office is taken to reach beyond the visits, unless somebody else is seen in it
COUNTRIES = {
    "germany federal republic of": "DEU", "china peoples republic of": "CHN", "congo republic of": "COG",
    "congo democratic republic of": "COD", "democratic republic of the congo zaire": "COD", "korea": "KOR",
    "korea south": "KOR", "poland government in exile": "POL", "macedonia former yugoslav republic of": "MKD",
    "china republic of": "TWN", "dahomey benin": "BEN", "tanganyika": "TZA", "upper volta": "BFA", "somali republic": "SOM",
    "western samoa": "WSM", "bosnian federation": "BIH", "somoa": "WSM", "france provisional government": "FRA",
    "union of south africa": "ZAF", "israel provisional government": "ISR", "ceylon sri lanka": "LKA",
    "cuba provisional government": "CUB", "malaya": "MYS", "upper volta burkina faso": "BFA", "khmer republic cambodia": "KHM",
    "zimbabwe rhodesia": "ZWE", "st christopher and nevis": "KNA", "yemen arab republic": "YEM",
    "afghanistan interim authority": "AFG", "czechoslovakia government in exile": "CSK", "bosnia herzegovina": "BIH",
    "slovak republic": "SVK", "brunei darussalam": "BRN", "ussr": "RUS", "vatican city": "VAT", "germany democratic republic": "DDR"}
OFFICES = {
    "Secretaries": "Secretary of State", "Deputy Secretaries of State": "Deputy Secretary of State",
    "Ambassadors at Large": "Ambassador at Large", "secretary ad interim": "Acting Secretary of State",
    "Under Secretaries of State with Functional Titles": "Under Secretary of State", "assistant secretary2": "Assistant Secretary of State",
    "administrator aid": "USAID Administrator", "director usia": "USIA director", "us trade representative": "Trade Representative"}


def fold(text):
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r" +", " ", re.sub(r"[^a-z ]", "", text.casefold().replace("-", " "))).strip()


def known_people(folder):
    """The folded names of everybody in the other files."""
    known = set()
    for path in sorted(folder.glob("people*.txt")):
        if path.name in ("people_leaders.txt", "people_principals.txt"):
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


def names_in(text):
    """The people that a name field names, without ranks, nicknames and tails."""
    text = text.replace("‘", "'").replace("`", "'").replace("’", "'")
    text = re.sub(r'["“][^"”]*["”]|\([^)]*\)', " ", text)
    text = HOLDER_TAIL.sub("", re.sub(r"\s+", " ", text).strip())
    people = []
    for part in re.split(r",? and |, ", text):
        part = part.strip()
        while PORTFOLIO.match(part) or re.match(rf"^({RANKS}) ", part):
            part = part.split(" ", 1)[1]
        part = re.sub(r" of (the )?[A-Z].*$", "", HOLDER_TAIL.sub("", part))
        words = part.split()
        if words and len(words) <= 7 and all(WORD.match(w) for w in words) and not TITLE.match(part) \
                and not re.match(rf"^({RANKS})", part) and (words[0][0].isupper() or words[0] in PARTICLES) and not (len(words) > 1 and words[1] in ("of", "and")):
            people.append(part)
    return people


def variants(name, family):
    """Other ways in which a full name is written."""
    out = []
    plain = " ".join(w for w in name.split() if not (len(w) == 2 and w.endswith(".")))
    short = f"{name.split()[0]} {family}" if family and family in name.split()[1:] else ""
    for alias in (plain, short):
        if alias and alias != name and alias not in out and " " in alias:
            out.append(alias)
    return out


class People:
    def __init__(self, known):
        self.known = known
        self.people = defaultdict(lambda: {"name": "", "family": "", "terms": set()})

    def add(self, code, name, family, since, until, title):
        if not code or fold(name) in self.known or (until and until < since[:len(until)]):
            return
        person = self.people[code, fold(name)]
        person["name"] = person["name"] or name
        person["family"] = person["family"] or family
        person["terms"].add((since, until, title))

    def lines(self, taken, aliases=True):
        for (code, _), person in sorted(self.people.items(), key=lambda item: (fold(item[1]["name"]), item[0][0])):
            name, family = person["name"], person["family"]
            others = [a for a in variants(name, family) if aliases and fold(a) not in taken]
            terms = "; ".join(f"{code} GOV {since}..{until} {title}" for since, until, title in sorted(person["terms"]))
            words = name.split()
            attribute = f"family={family}" if family and family != words[-1] and family in words else ""
            yield f"{name} | {'; '.join(others)} | {terms} | {'titled' if len(words) == 1 or words[0] in PARTICLES else attribute}"


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def office(title):
    match = TITLE.match(title.replace("Ministere", "Minister"))
    return match.group(1) if match else ""


def leaders(actors, people, codes):
    for row in read(actors / "leaders_factbook.jsonl"):
        title = office(row["title"]) or (office(re.sub(rf"^(({RANKS}) )+", "", row["title"])) if row["title"] else "")
        if not title and re.match(rf"^({RANKS})", row["title"]):
            title = "leader"
        home = re.search(r" of (?:the )?([A-Z][a-z]+)", row["name"])
        if not row["iso3"] or (home and codes.get(fold(home.group(1)), row["iso3"]) != row["iso3"]):
            continue  # a king or governor from elsewhere
        until = row["until"] or ("" if row["current_at_last_edition"] else row["last_seen"])
        for name in names_in(row["name"]) if title else []:
            if len(name.split()) > 1 or row["role"] == "chief of state":
                people.add(row["iso3"], name, row["family"], row["since"] or row["first_seen"], until, title)

    visits = defaultdict(list)
    for row in read(actors / "foreign_leader_visits_to_us.jsonl"):
        visitor = row["visitor"]
        title, code = office(visitor), COUNTRIES.get(fold(row["from"])) or codes.get(fold(row["from"]), "")
        rest = visitor[len(title):] if title and visitor.startswith(title) else re.sub(r"^\S+ \S+", "", visitor)
        if re.search(r"\b(and|,) (Mrs|Prime|Queen|Princess|President|Crown)", rest):
            rest = re.split(r",? and |, ", rest)[0]
        while office(rest.strip()):
            rest = rest.strip()[len(office(rest.strip())):]
        for name in names_in(rest) if title else []:
            visits[code, name, title].append(row["start"][:4])
    holders = defaultdict(list)  # by country and title: (first year, last year, name)
    for (code, name, title), years in visits.items():
        holders[code, title].append((int(min(years)), int(max(years)), name))
    for (code, title), spans in holders.items():
        spans.sort()
        for n, (first, last, name) in enumerate(spans):
            before = spans[n - 1][1] if n > 0 else first - MARGIN
            after = spans[n + 1][0] if n + 1 < len(spans) else last + MARGIN
            people.add(code, name, "", str(min(first, max(first - MARGIN, before))), str(max(last, min(last + MARGIN, after))), title)


def principals(actors, people):
    for row in read(actors / "us_state_department_principals.jsonl"):
        role = re.sub(r"^(assistant secretary|coordinator) (?!for|of)", r"\1 for ", row["role"])
        role = re.sub(r"^director (?!general|of)", "director of ", role)
        title = OFFICES.get(row["role"]) or re.sub(r"\bmgmt\b", "management", role)
        end = row["end"] or (f"{int(row['start'][:4]) + 1}" if row["start"] else "")
        for name in names_in(row["name"]) if row["start"] >= "1900" else []:
            if len(name.split()) > 1:
                people.add("USA", name, row["family"], row["start"], end, title)


LEADERS_HEAD = """# Heads of state and government by date, beyond those of the other people files.
# Columns: name | aliases | terms | attributes (docs/knowledge.md); written by tools/knowledge/make_people.py.
# Sources: The World Factbook, CIA, editions 2014-2026 (public domain); visits by foreign leaders, Office of the Historian,
# U.S. Department of State (CC0 1.0): their ranges are two years wider, where no other
# holder was seen.
# SPDX-License-Identifier: CC0-1.0"""
PRINCIPALS_HEAD = """# Principal officers of the U.S. Department of State by date, beyond those of the other people files.
# Columns: name | aliases | terms | attributes (docs/knowledge.md); written by tools/knowledge/make_people.py.
# Source: principal officers and chiefs of mission, Office of the Historian, U.S. Department of State (CC0 1.0).
# SPDX-License-Identifier: CC0-1.0"""


def main():
    actors, knowledge = map(pathlib.Path, sys.argv[1:3])
    known, codes = known_people(knowledge / "actors"), countries(knowledge)
    found = People(known)
    leaders(actors, found, codes)
    officers = People(known)
    principals(actors, officers)
    for file, head, lines in (("people_leaders.txt", LEADERS_HEAD, found.lines(known)),
                              ("people_principals.txt", PRINCIPALS_HEAD, officers.lines(known, aliases=False))):
        (knowledge / "actors" / file).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
