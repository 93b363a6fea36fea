#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Puts the texts to the readings, which hold none: what comes out has the format of the hand-coded gold stories.

usage: join.py DATA READINGS.jsonl > STORIES.jsonl

DATA: the folder with text/*.jsonl (id, date, source, text), as for `make train`. A reading names a document by its id,
the first `length` code points of whose text were read; `sentences` are [start, end] in code points. Fails where a text
is not there, or is shorter than what was read.
"""
import json
import sys
from pathlib import Path


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as handle:
        readings = [json.loads(line) for line in handle if line.strip()]
    wanted = {reading["id"] for reading in readings}
    texts = {}
    for path in sorted(Path(sys.argv[1], "text").glob("*.jsonl")):
        with open(path, encoding="utf-8") as handle:
            for line in handle:
                document = json.loads(line)
                if document["id"] in wanted:
                    texts[document["id"]] = document
    for reading in readings:
        document = texts.get(reading["id"])
        if document is None or len(document["text"]) < reading["length"]:
            sys.exit(f"join: {reading['id']}: its text is not in {sys.argv[1]}/text")
        story = {key: document[key] for key in ("id", "date", "source")}
        if reading.get("quick"):
            story["quick"] = True
        story["text"] = document["text"][:reading["length"]]
        story["sentences"], story["events"] = reading["sentences"], reading["events"]
        print(json.dumps(story, ensure_ascii=False))


if __name__ == "__main__":
    main()
