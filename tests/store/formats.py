# SPDX-License-Identifier: Apache-2.0
"""Loads what formats.sh wrote and checks that every format tells the same events."""
import csv
import json
import xml.etree.ElementTree as xml

events = [json.loads(line) for line in open("out.jsonl", encoding="utf-8")]
texts = {d["id"]: d for d in map(json.loads, open("news.jsonl", encoding="utf-8"))}
assert events, "there should be events"


def rows(name, delimiter="\t"):
    quoting = csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE
    with open(name, encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter, quoting=quoting, quotechar='"'))


def same(given, wanted, what):
    assert given == wanted, f"{what}: {given} where {wanted} was expected"


for event in events:  # offsets are those of the text
    info, text = event["text_info"], texts[event["doc_id"]]["text"]
    same(text[info["start"]:info["end"]].split()[0], event["event_text"][0].split()[0], "trigger")
    for party in event["actor"] + event["recipient"]:
        if "start" in party:
            same(text[party["start"]:party["end"]], party["entity_text"], "party")

for name, delimiter in (("out.csv", ","), ("out.tsv", "\t")):
    head, *body = rows(name, delimiter)
    same([r[head.index("id")] for r in body], [e["id"] for e in events], name)
    same({len(r) for r in body}, {len(head)}, name)
    same([r[head.index("date")] for r in body], [e.get("date", "") for e in events], name)

numbers = [str(int(e["id"], 16) >> 1) for e in events]
gdelt = rows("out.gdelt")
same({len(r) for r in gdelt}, {61}, "gdelt columns")
same([r[0] for r in gdelt], numbers, "gdelt ids")
same([r[1] for r in gdelt], [e.get("date", "").replace("-", "") for e in events], "gdelt days")
same([r[26] for r in gdelt], [e.get("cameo", "") for e in events], "gdelt codes")
same([r[29] for r in gdelt], [str(e["quad_code"]) for e in events], "gdelt quad classes")
for row, event in zip(gdelt, events):
    place = next(iter(event["event_loc"]), {})
    same(row[56], f"{place['lat']:.4f}" if "lat" in place else "", "gdelt latitude")
    same(row[60], texts[event["doc_id"]].get("url", ""), "gdelt url")
mentions = rows("out.gdelt-mentions")
same({len(r) for r in mentions}, {16}, "gdelt-mentions columns")
same([r[0] for r in mentions], numbers, "gdelt-mentions ids")
same([r[9] for r in mentions], [str(e["text_info"]["start"]) for e in events], "gdelt-mentions offsets")

head, *body = rows("out.polecat")
same({len(r) for r in [head] + body}, {40}, "polecat columns")
same([r[0] for r in body], [e["id"] for e in events], "polecat ids")
same([r[2] for r in body], [e["event"][0] for e in events], "polecat types")
assert not any(cell == "" for r in body for cell in r), "polecat: missing is None, never empty"
head, *body = rows("out.icews")
same({len(r) for r in [head] + body}, {20}, "icews columns")
same([r[6] for r in body], [e.get("cameo", "") for e in events], "icews codes")
phoenix = rows("out.phoenix")
same({len(r) for r in phoenix}, {26}, "phoenix columns")
same([r[13] for r in phoenix], [e.get("cameo", "") for e in events], "phoenix codes")

features = json.load(open("out.geojson", encoding="utf-8"))["features"]
same([f["id"] for f in features], [e["id"] for e in events], "geojson")
for feature, event in zip(features, events):
    place = next(iter(event["event_loc"]), {})
    wanted = [place["lon"], place["lat"]] if "lat" in place else None
    same(feature["geometry"] and feature["geometry"]["coordinates"], wanted, "geojson point")

bundle = json.load(open("out.stix", encoding="utf-8"))
ids = [o["id"] for o in bundle["objects"]]
same(len(ids), len(set(ids)), "stix ids")
same(sum(o["type"] == "incident" for o in bundle["objects"]), len(events), "stix incidents")
for o in bundle["objects"]:
    for key in ("source_ref", "target_ref"):
        assert o.get(key, ids[0]) in ids, f"stix: {key} leads nowhere"

space = "{http://graphml.graphdrawing.org/xmlns}"
graph = xml.parse("out.graphml").getroot().find(space + "graph")
nodes = [n.get("id") for n in graph.iter(space + "node")]
same(len(nodes), len(set(nodes)), "graphml nodes")
edges = list(graph.iter(space + "edge"))
same(len(edges), sum(len(e["actor"]) * len(e["recipient"]) for e in events), "graphml edges")
assert all(e.get("source") in nodes and e.get("target") in nodes for e in edges), "graphml: an edge leads nowhere"

incidents = [json.loads(line) for line in open("incidents.jsonl", encoding="utf-8")]
assert incidents, "there should be incidents"
features = json.load(open("incidents.geojson", encoding="utf-8"))["features"]
same([f["id"] for f in features], [i["id"] for i in incidents], "incidents geojson")
for feature, incident in zip(features, incidents):
    wanted = [incident["lon"], incident["lat"]] if "lat" in incident else None
    same(feature["geometry"] and feature["geometry"]["coordinates"], wanted, "incidents geojson point")
    same(feature["properties"], {k: v for k, v in incident.items() if k not in ("id", "lat", "lon")}, "its properties")
numbers = [str(int(i["id"], 16) >> 1) for i in incidents]
gdelt = rows("incidents.gdelt")
same({len(r) for r in gdelt}, {61}, "incidents gdelt columns")
same([r[0] for r in gdelt], numbers, "incidents gdelt ids")
codes = {t: {e["cameo"] for e in events if e["event"][0] == t} for t in {e["event"][0] for e in events}}
for row, incident in zip(gdelt, incidents):
    same(row[1], incident["date"].replace("-", ""), "incidents gdelt days")
    same(row[31], str(incident["mentions"]), "incidents gdelt mentions")
    same(row[33], str(incident["reports"]), "incidents gdelt articles")
    assert row[26] in codes[incident["type"]], "incidents gdelt codes"
    same(row[56], f"{incident['lat']:.4f}" if "lat" in incident else "", "incidents gdelt latitude")
mentions = rows("incidents.gdelt-mentions")
same([r[0] for r in mentions], [n for n, i in zip(numbers, incidents) for _ in range(i["mentions"])], "incidents mentions")


def graph(name):
    keys, nodes, edges = {}, {}, []
    for at in xml.parse(name).getroot().iter():
        if at.tag == space + "key":
            keys[at.get("id")] = at.get("attr.name"), {"long": int, "double": float, "string": str}[at.get("attr.type")]
        data = {keys[d.get("key")][0]: keys[d.get("key")][1](d.text) for d in at.findall(space + "data")}
        if at.tag == space + "node":
            assert at.get("id") not in nodes, f"{name}: a node twice"
            nodes[at.get("id")] = data
        if at.tag == space + "edge":
            edges.append((at.get("source"), at.get("target"), data))
    for source, target, _ in edges:
        assert source in nodes and target in nodes, f"{name}: an edge leads nowhere"
    return nodes, edges


nodes, edges = graph("incidents.graphml")
pairs = {i["id"]: len(i.get("actors", "").split("; ")) * len(i.get("recipients", "").split("; "))
         for i in incidents if i.get("actors") and i.get("recipients")}
for incident in incidents:
    own = [data for _, _, data in edges if data["incident"] == incident["id"]]
    same(len(own), pairs.get(incident["id"], 0), "incidents graphml edges")
    for data in own:
        same(data["event"], incident["type"], "incidents graphml type")
        same({k: v for k, v in data.items() if k in ("lat", "lon", "reports", "origins", "verdict", "place")},
             {k: incident[k] for k in ("lat", "lon", "reports", "origins", "verdict", "place") if k in incident},
             "incidents graphml data")
citations = [json.loads(line) for line in open("citations.jsonl", encoding="utf-8")]
nodes, edges = graph("citations.graphml")
same([(s, t, d["incidents"]) for s, t, d in edges], [(c["citing"], c["cited"], c["incidents"]) for c in citations],
     "citations graphml")
origins = {o["origin"]: o for o in map(json.loads, open("origins.jsonl", encoding="utf-8"))}
for name, data in nodes.items():
    same(data.get("origin_of"), origins.get(name, {}).get("incidents"), "citations graphml origins")

for kind in ("incidents", "citations", "actors", "sources", "timeline"):
    objects = [json.loads(line) for line in open(kind + ".jsonl", encoding="utf-8")]
    for name, delimiter in ((kind + ".csv", ","), (kind + ".tsv", "\t")):
        head, *body = rows(name, delimiter)
        same(len(body), len(objects), name)
        for row, wanted in zip(body, objects):
            same(row, [str(wanted.get(c, "")).removesuffix(".0") for c in head], name)
