#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How well places are found in texts and resolved, and where events are said to happen.

usage: places.py toponyms GEO.jsonl  MASUDI_PLACES MODEL KNOWLEDGE [--errors N]
       places.py events   GOLD.jsonl MASUDI_PLACES MODEL KNOWLEDGE [--errors N]

toponyms: found (same words: precision, recall, F1); of all gold toponyms and of those found, how many are resolved within
161 km (100 miles, the custom since Leidner) and in the right country. The country of a gold toponym is that of the
gazetteer's nearest town, or of the country that its page names; continents and seas have none and are left out.
events: for events whose gold has a place, whether the first place given is one of the gold's (by name or part of it),
and whether its country is right; for those whose gold has none, how often none is given.
"""
import argparse
import json
import math
import pathlib
import random
import subprocess
import unicodedata
from collections import Counter

ROOT = pathlib.Path(__file__).resolve().parents[2]
WITHIN = 161


def ask(documents, events, given):
    lines = []
    for d in documents:
        raw = d["text"].encode()
        source = (d.get("source") or "-").replace(" ", "_")
        lines.append(f"D {d.get('date', '2015-01-01')[:10]} {source} {len(raw)}\n".encode() + raw + b"\n")
        for begin, end, nearby in events(d):
            lines.append(f"E {len(d['text'][:begin].encode())} {len(d['text'][:end].encode())} {nearby}\n".encode())
    done = subprocess.run([given.masudi, given.model, given.knowledge], input=b"".join(lines), stdout=subprocess.PIPE, check=True)
    return [line.split("\t") for line in done.stdout.decode().splitlines()]


def distance(a, b):
    (lat1, lon1), (lat2, lon2) = ((math.radians(x), math.radians(y)) for x, y in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1, h)))


def fold(text):
    text = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in text if c.isalnum() or c == " ").replace("the ", "").strip()


class Atlas:
    """The country of a point, by the nearest town of the gazetteer; of a page, by its name."""

    def __init__(self):
        self.cells, self.names = {}, {}
        for line in (ROOT / "knowledge/places/geonames.txt").read_text(encoding="utf-8").splitlines():
            cells = line.split(" | ")
            if not line.startswith("#"):
                lat, lon = float(cells[3]), float(cells[4])
                self.cells.setdefault((int(lat // 1), int(lon // 1)), []).append((lat, lon, cells[1]))
        for line in (ROOT / "knowledge/world/countries.txt").read_text(encoding="utf-8").splitlines():
            cells = [c.strip() for c in line.split(" | ")]
            if not line.startswith("#") and len(cells) > 8:
                for name in [cells[7]] + cells[8].split(";"):
                    self.names.setdefault(fold(name.strip(" ?")), cells[0])

    def country(self, toponym):
        page = toponym["page"].split("/")[-1].replace("_", " ")
        named = self.names.get(fold(page)) if "(" not in page else None
        if named:
            return named
        if page in NOWHERE or page.endswith((" Sea", " Ocean", "Europe", "Asia", "America")):
            return None
        lat, lon = toponym["lat"], toponym["lon"]
        near = [t for dx in (-1, 0, 1) for dy in (-1, 0, 1) for t in self.cells.get((int(lat // 1) + dx, int(lon // 1) + dy), [])]
        return min(near, key=lambda t: distance((lat, lon), t[:2]))[2] if near else None


# Types for which the coder takes the nearest place of the sentence (see Places::of_event).
DEEDS = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "CONSULT", "AID", "COOPERATE"}
NOWHERE = {"Africa", "Asia", "Europe", "Americas", "European Union", "Middle East", "Kashmir", "Caribbean"}


def toponyms(given):
    documents = [json.loads(line) for line in open(given.gold, encoding="utf-8")]
    found, index = [], -1
    for fields in ask(documents, lambda d: [], given):
        if fields[0] == "D":
            index += 1
            raw = documents[index]["text"].encode()
            found.append([])
        elif fields[0] == "T":
            begin, end = (len(raw[: int(n)].decode()) for n in fields[1:3])
            position = (float(fields[4]), float(fields[5])) if fields[4] else None
            found[-1].append(dict(begin=begin, end=end, country=fields[3], position=position, precision=fields[6], name=fields[7]))
    atlas, count, errors = Atlas(), Counter(), []
    for d, ours in zip(documents, found):
        spans = {(t["begin"], t["end"]): t for t in ours}
        gold = {(t["start"], t["end"]): t for t in d["toponyms"]}
        count["ours"] += len(spans)
        around = lambda b, e: d["text"][max(0, b - 50):b] + "[" + d["text"][b:e] + "]" + d["text"][e:e + 40]
        for span, t in spans.items():
            if span not in gold:
                errors.append(("FALSE", t["country"], t["precision"], around(*span)))
        for span, g in gold.items():
            count["gold"] += 1
            t = spans.get(span)
            if t is None:
                t = next((o for o in ours if o["begin"] < span[1] and span[0] < o["end"]), None)
                errors.append(("MISSED" if t is None else "SPAN", "", "", around(*span)))
            else:
                count["found"] += 1
            country = atlas.country(g)
            count["with country"] += country is not None
            if t is None:
                continue
            count["met"] += 1
            count["met with country"] += country is not None
            near = t["position"] is not None and distance(t["position"], (g["lat"], g["lon"])) <= WITHIN
            count["near"] += near
            right = country is not None and t["country"] == country
            count["right country"] += right
            if not near or (country and not right):
                away = "%.0f km" % distance(t["position"], (g["lat"], g["lon"])) if t["position"] else "unknown"
                errors.append(("FAR" if not near else "COUNTRY", away, f"{t['country']} for {country}", around(*span)))
    p, r = count["found"] / max(1, count["ours"]), count["found"] / count["gold"]
    print(f"toponyms {count['gold']}  found: precision {p:.3f}  recall {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}")
    print(f"within {WITHIN} km: {count['near'] / count['gold']:.3f} of all, {count['near'] / max(1, count['met']):.3f} of those met")
    print(f"country right: {count['right country'] / count['with country']:.3f} of all, "
          f"{count['right country'] / max(1, count['met with country']):.3f} of those met")
    show(errors, given)


def events(given):
    documents = [json.loads(line) for line in open(given.gold, encoding="utf-8")]
    gold = [(d, e) for d in documents for e in d["events"] if e.get("start") is not None]
    places = [[] for _ in gold]
    for fields in ask(documents, lambda d: [(e["start"], e["end"], int(e["event"] in DEEDS)) for e in d["events"] if e.get("start") is not None], given):
        if fields[0] == "E":
            places[int(fields[1])].append((fields[2], fields[6]))
    count, errors, by_type = Counter(), [], {}
    for (d, e), ours in zip(gold, places):
        kind = by_type.setdefault(e["event"], Counter())
        wanted = e.get("event_loc") or []
        begin, end = d["sentences"][e["sentence"]]
        line = (e["event"], e["event_text"], "gold " + str([w["name"] for w in wanted]), "ours " + str(ours), d["text"][begin:end][:300])
        if not wanted:
            count["none"] += 1
            kind["none"] += 1
            kind["given"] += bool(ours)
            count["none given"] += not ours
            if ours:
                errors.append(("GIVEN",) + line)
            continue
        count["some"] += 1
        kind["some"] += 1
        if not ours:
            errors.append(("NOT GIVEN",) + line)
            continue
        count["given"] += 1
        same = [fold(ours[0][1]) in fold(w["name"]) or fold(w["name"]) in fold(ours[0][1]) for w in wanted]
        right = ours[0][0] == wanted[0].get("country")
        count["first right"] += any(same)
        kind["right"] += any(same)
        count["country right"] += right
        if not any(same) or not right:
            errors.append(("OTHER",) + line)
    print(f"events with a place {count['some']}: given {count['given'] / max(1, count['some']):.3f}, "
          f"name right {count['first right'] / max(1, count['some']):.3f}, country right {count['country right'] / max(1, count['some']):.3f}; "
          f"of those given, name right {count['first right'] / max(1, count['given']):.3f}")
    print(f"events without {count['none']}: none given {count['none given'] / max(1, count['none']):.3f}")
    for kind, c in sorted(by_type.items()):
        print(f"  {kind:10} with a place {c['some']:4}: name right {c['right']:4}; without {c['none']:4}: given {c['given']:4}")
    show(errors, given)


def show(errors, given):
    random.Random(1).shuffle(errors)
    for error in errors[: given.errors]:
        print("\t".join(str(x).replace("\n", " ") for x in error))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", choices=["toponyms", "events"])
    for name in ("gold", "masudi", "model", "knowledge"):
        arguments.add_argument(name)
    arguments.add_argument("--errors", type=int, default=0)
    given = arguments.parse_args()
    toponyms(given) if given.what == "toponyms" else events(given)


if __name__ == "__main__":
    main()
