# SPDX-License-Identifier: Apache-2.0
"""Trees of raw news as several networks together read them, for a smaller one to learn from.

usage: silver_trees.py DATA SENTENCES.conllu OUT.pt TEACHER.pt…
SENTENCES: raw text in the program's own sentences and words (masudi parse); its tags and trees are not read. The
teachers' probabilities are averaged; what they are not sure of gets no label. After Hinton et al. 2015
(https://arxiv.org/abs/1503.02531) and, for parsers, Kuncoro et al. 2016 (https://arxiv.org/abs/1609.07561).
"""
import sys
import time
from pathlib import Path

import numpy as np
import torch

from batches import mask_of, padded, plan
from examples import Examples, Labels
from features import Extractor
from network import Encoder, Network
from treebank import NAME_TAGS, UNKNOWN, Sentence, read_conllu

SHORTEST, LONGEST = 3, 60  # words of a sentence
SURE, SURE_NAME = 0.5, 0.7  # probability under which a label is left away


def unique(sentences):
    seen = set()
    for s in sentences:
        key = tuple(s.forms)
        if SHORTEST <= len(key) <= LONGEST and key not in seen:
            seen.add(key)
            yield s


def load(path, labels):
    state = torch.load(path)
    extractor = Extractor.of(state)
    network = Network(Encoder(extractor.rows, state["shape"]), len(labels.upos), len(labels.xpos), len(labels.feats),
                      len(labels.relations), NAME_TAGS)
    network.load_state_dict(state["network"])
    network.eval()
    return network, extractor


@torch.no_grad()
def read(networks, ids, mask):
    """Labels [time, sentence, 6] and how sure each is."""
    outputs = [network(ids, mask) for network in networks]
    mean = lambda logits: sum(torch.softmax(l, dim=-1) for l in logits) / len(logits)
    heads = mean([arcs for _, _, arcs, _ in outputs]).transpose(0, 1)
    head_sure, head = heads.max(2)
    columns = [mean([tags[k] for tags, _, _, _ in outputs]).max(2) for k in range(3)]
    columns.append((head_sure, head))
    columns.append(mean([n.relations(o[3], head) for n, o in zip(networks, outputs)]).max(2))
    columns.append(mean([names for _, names, _, _ in outputs]).max(2))
    return torch.stack([c[1] for c in columns], 2).numpy(), torch.stack([c[0] for c in columns], 2).numpy()


def main():
    data, raw, out, teachers = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:]
    torch.set_num_threads(1)
    labels = Labels.of(read_conllu(data / "ud/en-train.conllu"))
    loaded = [load(t, labels) for t in teachers]
    networks, extractor = [n for n, _ in loaded], loaded[0][1]
    assert all(e.vocabulary == extractor.vocabulary for _, e in loaded), "teachers of one vocabulary"
    sentences, start = list(unique(read_conllu(raw))), time.time()
    lengths, parts = np.array([len(s.forms) for s in sentences]), []
    for done, batch in enumerate(plan(lengths, 6000, np.random.default_rng(0))):
        rows = [np.array(extractor.sentence(s.forms, s.before(), s.after)[0], dtype=np.int32)
                for s in (sentences[i] for i in batch)]
        value, sure = read(networks, padded(rows, 0), mask_of(rows))
        value[sure < np.array([SURE] * 5 + [SURE_NAME])] = UNKNOWN
        value[:, :, 4][value[:, :, 3] == UNKNOWN] = UNKNOWN  # a relation is to a head
        for k, i in enumerate(batch):
            s, v = sentences[i], value[:lengths[i], k]
            name = lambda column, names: [names[t] if t != UNKNOWN else None for t in column]
            parts.append((i, Sentence(s.forms, s.after, name(v[:, 0], labels.upos), name(v[:, 1], labels.xpos),
                                      name(v[:, 2], labels.feats), v[:, 3].tolist(), name(v[:, 4], labels.relations),
                                      names=v[:, 5].tolist(), genre="parsed")))
        if done % 100 == 0:
            print(f"{len(parts)} of {len(sentences)} sentences, {time.time() - start:.0f} s", flush=True)
    torch.save([s for _, s in sorted(parts, key=lambda p: p[0])], out)


if __name__ == "__main__":
    main()
