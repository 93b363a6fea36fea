#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whether leaders are known by date: asks masudi whom "TITLE NAME" is on a day of their term, and ten years after it.

usage: leaders.py ACTORS_FOLDER MASUDI_PARTIES MODEL KNOWLEDGE [--errors N] [--since YEAR]

Every row with a title of leaders_factbook.jsonl, foreign_leader_visits_to_us.jsonl and
us_state_department_principals.jsonl is put as "On Monday TITLE NAME spoke to reporters." Inside the row's range the party must have
the row's country; ten years after the last day that any row shows the person in that country's service, it must not be
somebody in that office (GOV). Whoever the rows show in office on that later day too is left out of the second question. A person whom the rows name
for several countries (a king of many realms, a president of territories) may have any of them.
"""
import argparse
import datetime
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict

# Countries as the visits call them, where knowledge/world/countries.txt has no such name.
COUNTRIES = {
    "germany federal republic of": "DEU", "china peoples republic of": "CHN", "congo republic of": "COG",
    "congo democratic republic of": "COD", "democratic republic of the congo zaire": "COD", "korea": "KOR",
    "korea south": "KOR", "poland governmentinexile": "POL", "macedonia former yugoslav republic of": "MKD",
    "china republic of": "TWN", "dahomey benin": "BEN", "tanganyika": "TZA", "upper volta": "BFA",
    "somali republic": "SOM", "western samoa": "WSM", "bosnian federation": "BIH", "somoa": "WSM",
    "france provisional government": "FRA", "union of south africa": "ZAF", "israel provisional government": "ISR",
    "ceylon sri lanka": "LKA", "cuba provisional government": "CUB", "malaya": "MYS",
    "upper volta burkina faso": "BFA", "khmer republic cambodia": "KHM", "zimbabwe rhodesia": "ZWE",
    "st christopher and nevis": "KNA", "yemen arab republic": "YEM", "german democratic republic": "DDR",
    "afghanistan interim authority": "AFG", "czechoslovakia governmentinexile": "CSK", "bosniaherzegovina": "BIH",
    "slovak republic": "SVK",
}
LAST_EDITION = datetime.date(2026, 5, 17)  # of the Factbook; who holds what after it the rows do not say
SAME = [{"XKX", "KOS"}, {"SUN", "RUS"}, {"YUG", "SRB", "SCG"}, {"DDR", "DEU"}, {"CSK", "CZE"}, {"DEU", "DDR", "BRD"}]
TITLE = re.compile(
    r"^((Acting|Interim|Caretaker|Transitional|First|Second|Third|Senior|Executive|Deputy|Vice|Prime|State|Foreign|Crown|"
    r"Grand|Former|Chief|Federal|Governor|General|Ministere?|President(-elect|-designate)?|Premier|Chancellor|King|Queen|"
    r"Emir|Amir|Sultan|Duke|Duchess|Executive|Taoiseach|Chairman|Chairwoman|Chairperson|Counsellor|Secretary|Prince|"
    r"Princess|Pope|Regent|Shah|Emperor|Empress|Captain|Colonel|Lieutenant|Major|Dr\.|Ambassador|Sir|Sheikh|Shaykh|"
    r"Ayatollah|Marshal|Imam|High|Commissioner|Foreign|of|the|Council|Ministers|State|Affairs|Head|Government|Mr\.|Mrs\.|"
    r"Presidency|National|Assembly|Authority|Administration|Transition|Member|and|Patriarch)\s)+")
PRINCIPALS = {"Secretaries": "Secretary of State", "Deputy Secretaries of State": "Deputy Secretary of State",
              "Ambassadors at Large": "Ambassador at Large", "secretary ad interim": "Acting Secretary of State",
              "Under Secretaries of State with Functional Titles": "Under Secretary of State"}


def fold(text):
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r"\s+", " ", re.sub(r"[^a-z ]", "", text.casefold().replace("’", ""))).strip()


def country_codes(knowledge):
    codes = {}
    for line in (knowledge / "world" / "countries.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split(" | ")
        if len(fields) > 8 and not line.startswith("#"):
            for name in [fields[7], *fields[8].split(";")]:
                codes.setdefault(fold(name), fields[0])
    return codes


def day(text, last=False):
    text = text[:10]
    if len(text) == 4:
        text += "-12-31" if last else "-01-01"
    if len(text) == 7:
        text += "-28" if last else "-01"
    return datetime.date.fromisoformat(text)


def rows_of(folder, codes):
    """(source, title, name, code, first day, last day or none while in office)"""
    read = lambda name: [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    for row in read("leaders_factbook.jsonl"):
        if row["title"][:1].isupper() and row["iso3"] and (row["since"] or row["first_seen"]):
            ended = row["until"] or ("" if row["current_at_last_edition"] else row["last_seen"])
            begun = day(row["since"] or row["first_seen"])
            # A row seen after its holder's term ended stands in an edition that was late.
            end = max(day(ended, True), begun) if ended else None
            yield "factbook", row["title"], row["name"], row["iso3"], begun, end
    for row in read("foreign_leader_visits_to_us.jsonl"):
        title = TITLE.match(row["visitor"] + " ")
        if not title or title.end() >= len(row["visitor"]):
            continue
        code = COUNTRIES.get(fold(row["from"])) or codes.get(fold(row["from"]), row["from"])
        yield ("visits", title.group().strip(), row["visitor"][title.end():].strip(), code, day(row["start"]),
               day(row["end"] or row["start"]))
    for row in read("us_state_department_principals.jsonl"):
        if not row["start"]:
            continue
        title = PRINCIPALS.get(row["role"]) or re.sub(r"\d+$", "", row["role"]).title()
        title = re.sub(r"^(Assistant Secretary|Coordinator) (?!For|Of)", r"\1 for ", title)
        title = re.sub(r"^Administrator Aid$", "AID Administrator", title.replace("Mgmt", "Management"))
        title = re.sub(r"^Director (?=Office|Bureau)", "Director of the ", title)
        title = re.sub(r"\b(Office|Bureau) (?!Of)", r"\1 of ", title)
        title = re.sub(r"^Director (?!General|of|Of)", "Director of ", title)
        title = re.sub(r"\b(For|Of|And|To)\b", lambda m: m.group().lower(), title)
        yield ("principals", title, row["name"], "USA", day(row["start"]),
               day(row["end"], True) if row["end"] else day(row["start"]) + datetime.timedelta(days=365))


def ask(questions, args):
    lines = []
    for date, phrase in questions:
        lead, words = b"On Monday ", phrase.encode()
        raw = lead + words + b" spoke to reporters."
        span = f"P {len(lead)} {len(lead + words)}\n"
        lines.append(f"D {date} - {len(raw)}\n".encode() + raw + b"\n" + span.encode())
    run = subprocess.run([args.program, args.model, str(args.bin)], input=b"".join(lines), capture_output=True, check=True)
    answers = defaultdict(list)
    for line in run.stdout.decode().splitlines():
        number, *fields = line.split("\t")
        answers[int(number)].append(fields)
    return answers


def person(name):
    """The last two words of a name: who it is, across the rows."""
    return tuple(fold(re.sub(r" of (the )?[A-Z].*|,? Jr\.?$", "", name)).split()[-2:])


def same(a, b):
    return a == b or any(a in pair and b in pair for pair in SAME)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("actors", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("model")
    parser.add_argument("bin", type=pathlib.Path)
    parser.add_argument("--sources", type=pathlib.Path, default=pathlib.Path(__file__).parents[2] / "knowledge")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--since", type=int, default=0)
    args = parser.parse_args()
    rows = [r for r in rows_of(args.actors, country_codes(args.sources)) if (r[5] or r[4]).year >= args.since]
    last = {}
    for _, _, name, code, begin, end in rows:
        key = code, person(name)[-1:]
        last[key] = max(last.get(key, datetime.date.min), end or datetime.date.max)
    inside = [(begin + ((end or begin + datetime.timedelta(days=60)) - begin) // 2, f"{title} {name}")
              for _, title, name, _, begin, end in rows]
    answers = ask(inside, args)
    wanted = defaultdict(set)
    for row in rows:
        wanted[person(row[2])].add(row[3])
    good, misses = Counter(), []
    total = Counter(row[0] for row in rows)
    for n, row in enumerate(rows):
        codes = [a[0] for a in answers.get(n, [])]
        if codes and any(same(codes[0], code) for code in wanted[person(row[2])]):
            good[row[0]] += 1
        else:
            misses.append((row, inside[n][0], codes))
    kinds = Counter((row[0], "nobody" if not codes or codes[0] == "-" else "no country" if not codes[0] else "another country")
                    for row, _, codes in misses)
    for source in total:
        print(f"inside the term, {source}: {good[source]} of {total[source]} = {good[source] / total[source]:.1%}")
    print(f"inside the term, all: {sum(good.values())} of {len(rows)} = {sum(good.values()) / len(rows):.1%}")
    for (source, kind), count in sorted(kinds.items()):
        print(f"  {source}, {kind}: {count}")

    later = [(row, last[row[3], person(row[2])[-1:]]) for row in rows if last[row[3], person(row[2])[-1:]].year < 2100]
    asked = [(end + datetime.timedelta(days=3653), f"{row[1]} {row[2]}") for row, end in later]
    answers = ask(asked, args)
    holders = []
    for n, (row, _) in enumerate(later):
        for a in answers.get(n, [])[:1]:
            office = a[-1].partition("known name, ")[2].casefold()
            other = office and office not in row[1].casefold() and row[1].casefold() not in office
            if same(a[0], row[3]) and a[1].split(";")[0] in ("GOV", "LEG", "MIL") and a[2] and not other:
                holders.append((row, asked[n][0], a))
    for what, past in (("up to the last edition", True), ("later than that", False)):
        taken = sum((date <= LAST_EDITION) == past for _, date, _ in holders)
        print(f"ten years after, {what}, taken for the holder: {taken} of {sum((d <= LAST_EDITION) == past for d, _ in asked)}")
    for row, date, codes in misses[:args.errors]:
        print("MISS", row[0], date, f"{row[1]} | {row[2]}", row[3], "found", codes)
    for row, date, a in holders[:args.errors]:
        print("HOLDER", row[0], date, f"{row[1]} | {row[2]}", row[3], "found", a[0], a[1], a[2], a[-1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
