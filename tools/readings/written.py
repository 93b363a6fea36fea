#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reads stories that were written for learning, with their codings: what comes out has the format of the hand-coded gold stories.

usage: written.py [--check] FILE.txt ... > STORIES.jsonl

A file holds stories. A story begins with `# YYYY-MM-DD Its title` (the title is not part of its text); its sentences
follow, one a line, an empty line between paragraphs; `{2:accused}` marks the trigger of event 2 (`{2,3:killed}` that of
both). After a line `--` come the events, one a line:

    2 ACCUSE UKR:GOV > RUS:GOV+RUS:MIL
    3? ASSAULT RUS:MIL > - =historical | - > -

A party is CODE, CODE:SECTOR or :SECTOR (no country known), parties are joined by `+`, `-` is nobody; `?` is an event
that another careful coder might leave out; `=` gives a status other than actual; ` | ` another reading of both sides.

--check: prints what is wrong with the files, and how much they hold, and writes no stories.
"""
import json
import re
import sys
from collections import Counter
from pathlib import Path

TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
STATUS = {"actual", "historical", "future", "hypothetical", "negated"}
SECTORS = set("GOV MIL COP JUD LEG SPY PTY OPP REB PRM UAF UNK CRM CVL REF MED EDU BUS JRN LAB AGR REL SOC ELI PRE".split())
HEAD = re.compile(r"# (\d{4}-\d\d-\d\d) (\S.*)")
MARK = re.compile(r"\{(\d+(?:,\d+)*):([^{}]+)\}")
EVENT = re.compile(r"(\d+)(\??) ([A-Z]+) (\S+) > (\S+?)(?: =([a-z]+))?((?: \| \S+ > \S+)*)")
PARTY = re.compile(r"([A-Z]{3})?(?::([A-Z]{3}))?")


class Wrong(Exception):
    pass


def parties(text):
    if text == "-":
        return []
    found = []
    for part in text.split("+"):
        match = PARTY.fullmatch(part)
        if not part or not match or (match[2] and match[2] not in SECTORS):
            raise Wrong(f"not a party: {part}")
        found.append({key: value for key, value in (("code", match[1]), ("sector", match[2] and [match[2]])) if value})
    return found


def event_of(line):
    match = EVENT.fullmatch(line)
    if not match:
        raise Wrong(f"not an event: {line}")
    number, optional, kind, actor, recipient, status, others = match.groups()
    if kind not in TYPES or (status and status not in STATUS):
        raise Wrong(f"no such type or status: {line}")
    event = {"event": kind, "status": status or "actual", "actor": parties(actor), "recipient": parties(recipient)}
    if optional:
        event["optional"] = True
    also = [dict(zip(("actor", "recipient"), map(parties, other.split(" > ")))) for other in others.split(" | ")[1:]]
    if also:
        event["also"] = also
    return int(number), event


def text_of(paragraphs):
    """The text, its sentences, and the triggers in it by number: (sentence, start, end)."""
    text, sentences, triggers = "", [], {}
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        for n, line in enumerate(paragraph):
            text += " " if n else ""
            start, at = len(text), 0
            for mark in MARK.finditer(line):
                text += line[at:mark.start()]
                for number in map(int, mark[1].split(",")):
                    if number in triggers:
                        raise Wrong(f"event {number} is marked twice")
                    triggers[number] = len(sentences), len(text), len(text) + len(mark[2])
                text += mark[2]
                at = mark.end()
            text += line[at:]
            if re.search(r"[{}]", text[start:]):
                raise Wrong(f"a brace is left: {line}")
            sentences.append([start, len(text)])
    return text, sentences, triggers


def story_of(name, lines):
    head = HEAD.fullmatch(lines[0])
    if not head:
        raise Wrong(f"not a head: {lines[0]}")
    if "--" not in lines:
        raise Wrong("no line `--` before its events")
    cut = lines.index("--")
    paragraphs = [[]]
    for line in lines[1:cut]:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    text, sentences, triggers = text_of([p for p in paragraphs if p])
    events = []
    for number, event in map(event_of, filter(None, lines[cut + 1:])):
        if number not in triggers:
            raise Wrong(f"event {number} is not marked in the text")
        sentence, start, end = triggers.pop(number)
        events.append({"sentence": sentence, "start": start, "end": end, **event})
    if triggers:
        raise Wrong(f"marked, and no event: {sorted(triggers)}")
    events.sort(key=lambda e: e["start"])
    return {"id": name, "date": head[1], "source": "written", "text": text, "sentences": sentences, "events": events}


def stories_of(path):
    blocks = re.split(r"^(?=# )", Path(path).read_text(encoding="utf-8"), flags=re.M)
    for n, block in enumerate(filter(str.strip, blocks), 1):
        try:
            yield story_of(f"written-{Path(path).stem}-{n:03}", [line.strip() for line in block.strip().splitlines()])
        except Wrong as wrong:
            yield Wrong(f"{path}: story {n} ({block.splitlines()[0][:60]}): {wrong}")


def main():
    check = "--check" in sys.argv[1:]
    paths = [a for a in sys.argv[1:] if a != "--check"]
    if not paths:
        sys.exit(__doc__)
    count, wrong = Counter(), 0
    for story in (s for path in paths for s in stories_of(path)):
        if isinstance(story, Wrong):
            print(story, file=sys.stderr)
            wrong += 1
        elif check:
            count.update(stories=1, sentences=len(story["sentences"]), words=len(story["text"].split()), events=len(story["events"]))
            count.update(e["event"] for e in story["events"])
        else:
            print(json.dumps(story, ensure_ascii=False))
    if check:
        print(dict(count))
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
