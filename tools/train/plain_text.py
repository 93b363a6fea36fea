# SPDX-License-Identifier: Apache-2.0
"""Prints the raw news as plain text, one text a paragraph, for masudi parse. usage: plain_text.py DATA"""
import json
import sys
from pathlib import Path

SOURCES = ("wikipedia_current_events", "wikinews", "us_state_department", "us_white_house")

for name in SOURCES:
    for line in open(Path(sys.argv[1]) / f"text/{name}.jsonl", encoding="utf-8"):
        text = json.loads(line)["text"].strip()
        if text:
            print(text, end="\n\n")
