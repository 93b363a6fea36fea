# SPDX-License-Identifier: Apache-2.0
"""Sentences and words of raw news, near enough to UD's for learning what words stand beside each other."""
import json
import re
from pathlib import Path

_CLITIC = r"(?:n['’]t|['’](?:s|re|ve|ll|d|m|S|LL|RE))"
_TOKEN = re.compile(
    r"(?P<url>(?:https?://|www\.)\S+|\S+@\S+\.\w+)"
    r"|(?P<abbr>(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|St|Jr|Sr|Prof|Rev|No|vs|etc|Jan|Feb|"
    r"Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Co|Corp|Ltd)\.(?=\s))"
    r"|(?P<num>\d+(?:[.,:]\d+)*)"
    r"|(?P<neg>(?<=\w)n['’]t\b)"
    r"|(?P<clitic>['’](?:s|re|ve|ll|d|m|S|LL|RE)\b)"
    r"|(?P<word>[^\W\d_]+?(?=n['’]t\b)|[^\W_]+)"
    r"|(?P<dots>\.{2,}|-{2,})"
    r"|(?P<other>\S)")
_END = re.compile(r"[.?!]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|St|Jr|Sr|Prof|Rev|No|vs))\.\s+$")


def tokenize(text):
    """Yields sentences as lists of (begin, end) in `text`."""
    for part in re.finditer(r"(?:[^\n]|\n(?!\n))+", text):
        begin = part.start()
        cuts = [begin + m.end() for m in _END.finditer(part.group())
                if not _ABBREVIATION.search(part.group()[: m.end()])] + [part.end()]
        for cut in cuts:
            tokens = [m.span() for m in _TOKEN.finditer(text, begin, cut)]
            begin = cut
            if tokens:
                yield tokens


def read_raw(folder):
    """Sentences of all raw text as (forms, after)."""
    for path in sorted(Path(folder).glob("*.jsonl")):
        for line in open(path, encoding="utf-8"):
            text = json.loads(line)["text"]
            for tokens in tokenize(text):
                if len(tokens) > 200:
                    continue
                forms = [text[a:b] for a, b in tokens]
                yield forms, [1 if i + 1 == len(tokens) or tokens[i + 1][0] > b else 0
                              for i, (a, b) in enumerate(tokens)]
