# SPDX-License-Identifier: Apache-2.0
"""Writes a trained network as the section that src/language/network.cpp reads: weights in 8 bits, activations in 7.

usage: network_file.py DATA NETWORK.pt OUT
"""
import sys
from pathlib import Path

import numpy as np
import torch

from batches import mask_of, padded
from examples import Examples, Labels
from features import GROUPS, Extractor
from network import Encoder, Network
from treebank import NAME_TAGS, read_conllu, tag_names

FORMAT = 2
SCALE, ZERO = 63.0, 64  # of activations in [-1, 1]


class Writer:
    """Appends as SectionWriter of src/language/section_reader.h does."""

    def __init__(self):
        self.bytes = bytearray()

    def value(self, v, kind):
        self.bytes += np.array([v], dtype=kind).tobytes()

    def array(self, values, kind, alignment=64):
        self.bytes += b"\0" * (-len(self.bytes) % alignment)
        self.bytes += np.ascontiguousarray(values, dtype=kind).tobytes()

    def dense(self, weight, bias, activation_scale, zero):
        """`weight` [outputs, inputs] for activations x = (byte - zero) / activation_scale."""
        outputs, inputs = weight.shape
        rows = -(-outputs // 16) * 16
        w, b = np.zeros((rows, inputs), np.float64), np.zeros(rows)
        w[:outputs], b[:outputs] = weight, bias
        step = np.maximum(np.abs(w).max(axis=1), 1e-8) / 127
        q = np.clip(np.rint(w / step[:, None]), -127, 127)
        scale = step / activation_scale
        self.array(scale, "<f4")
        self.array(b - scale * zero * q.sum(axis=1), "<f4")
        self.array(q.reshape(rows // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3), "i1")


EMPTY, NO_ROW = 0xFFFFFFFF, 0xFFFFFFFE


def slots_of(rows, classes):
    """The hash table that Vocabulary::find of src/language/features.cpp searches: forms with rows of their own, and those
    that dictionaries know."""
    keys = sorted(rows.keys() | classes.keys())
    size = 1
    while size < 2 * len(keys):
        size *= 2
    table = np.zeros((size, 3), dtype=np.uint32)
    table[:, 1] = EMPTY
    for key in keys:
        at = key & (size - 1)
        while table[at, 1] != EMPTY:
            at = (at + 1) & (size - 1)
        parts, names = classes.get(key, (0, 0))
        table[at] = (key >> 32, rows.get(key, NO_ROW), parts | names << 16)
    return table


def quantized_table(table, vocabulary):
    """Rows in 8 bits, with one scale for each group."""
    scales, out, at = [], np.zeros(table.shape, np.int8), 0
    for i, (_, rows) in enumerate(GROUPS):
        end = at + rows + (vocabulary if i == 0 else 0)
        # The few largest numbers are cut, so that the others keep their bits.
        scale = np.quantile(np.abs(table[at:end]), 0.9999) / 127
        out[at:end] = np.clip(np.rint(table[at:end] / scale), -127, 127)
        scales.append(scale)
        at = end
    return np.array(scales), out


@torch.no_grad()
def largest_activations(network, examples):
    """The scales under which the rectified activations of some hundred sentences fit 7 bits."""
    order = np.argsort(-examples.lengths, kind="stable")[::20]
    seen = {"tag": [], "name": [], "dependent": [], "relation": []}
    for at in range(0, len(order), 32):
        batch = order[at:at + 32]
        ids, mask = padded([examples.ids[i][0] for i in batch], 0), mask_of([examples.labels[i] for i in batch])
        y = network.encoder(ids, mask)
        heads = padded([np.maximum(examples.labels[i][:, 3], 0) for i in batch], 0)
        with_root = torch.cat([network.root.expand(1, y.shape[1], -1), y])
        chosen = network.relation_head(with_root).gather(0, heads[:, :, None].expand(-1, -1, network.encoder.shape.relation))
        real = mask[:, :, 0] > 0
        seen["tag"].append(network.tag(y)[real]), seen["name"].append(network.name(y)[real])
        seen["dependent"].append(network.dependent(y)[real])
        seen["relation"].append((network.relation_dependent(y) + chosen)[real])
    return {k: float(127 / np.quantile(torch.cat(v).clamp(min=0).numpy(), 0.99995)) for k, v in seen.items()}


def write(state, data):
    vocabulary, feats, shape = state["vocabulary"], state["feats"], state["shape"]
    extractor = Extractor.of(state)
    sizes = [len(tag_names(k)) for k in ("kUpos", "kXpos", "kRelations")]
    network = Network(Encoder(extractor.rows, shape), sizes[0], sizes[1], len(feats), sizes[2], NAME_TAGS)
    network.load_state_dict(state["network"])
    network.eval()
    treebank = read_conllu(data / "ud/en-train.conllu")
    scales = largest_activations(network, Examples(treebank, extractor, Labels.of(treebank), cases=1))
    p = {k: v.double().numpy() for k, v in network.state_dict().items()}

    out = Writer()
    out.value(FORMAT, "<u4")
    for v in (shape.arc, shape.relation, shape.tag, shape.name, len(feats), *sizes, NAME_TAGS):
        out.value(v, "<u4")
    for k in ("tag", "name", "dependent", "relation"):
        out.value(scales[k], "<f4")
    slots = slots_of(extractor.vocabulary, extractor.classes)
    for v in (len(vocabulary), len(slots), shape.width, 2 * shape.side, shape.layers):
        out.value(v, "<u4")
    out.array(slots, "<u4")
    group_scales, table = quantized_table(p["encoder.table"][:-1], len(vocabulary))
    out.array(group_scales, "<f4"), out.array(p["encoder.bias"], "<f4"), out.array(table, "i1")
    for i in range(shape.layers):
        out.dense(p[f"encoder.layers.{i}.gates.weight"], p[f"encoder.layers.{i}.gates.bias"], SCALE, ZERO)
    joint = ("tag", "name", "dependent", "head", "distance", "relation_dependent", "relation_head")
    p["relation_head.bias"] = np.zeros(shape.relation)
    out.dense(np.concatenate([p[f"{k}.weight"] for k in joint]), np.concatenate([p[f"{k}.bias"] for k in joint]),
              SCALE, ZERO)
    for name, scale in (("tags", "tag"), ("names", "name"), ("bilinear", "dependent"), ("relation", "relation")):
        out.dense(p[f"{name}.weight"], p[f"{name}.bias"], scales[scale], 0)
    out.array(np.maximum(p["head.weight"] @ p["root"] + p["head.bias"], 0), "<f4")
    out.array(p["relation_head.weight"] @ p["root"], "<f4")
    texts = [f.encode() for f in feats]
    out.array(np.cumsum([0] + [len(t) for t in texts]), "<u4")
    out.array(np.frombuffer(b"".join(texts), np.uint8), "u1", 1)
    return bytes(out.bytes)


if __name__ == "__main__":
    Path(sys.argv[3]).write_bytes(write(torch.load(sys.argv[2]), Path(sys.argv[1])))
