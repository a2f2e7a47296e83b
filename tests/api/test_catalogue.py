"""Questions to the API: every filter of the duties, pages with links, tags of documents, the graph in its forms."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from rdflib import Dataset, Graph

from ontology.vocabulary import load_vocabulary
from tests.api.serving import IN_FORCE, application

AT = {"at": "2026-08-01", "limit": 1000}
MEDICAL = "昌吉州医疗救助实施办法.txt"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    made = TestClient(application(tmp_path_factory.mktemp("w")))
    job = made.post("/api/v1/jobs", json={"kind": "rebuild"}).json()["id"]
    made.get(f"/api/v1/jobs/{job}/events")
    return made


def duties(client, **asked):
    answer = client.get("/api/v1/coverage", params={**AT, **asked})
    assert answer.status_code == 200
    return answer.json()


def related(a, b):
    above = load_vocabulary().ancestors
    return b in above("group", a) or a in above("group", b)


FILTERS = {
    "agency": ({"agency": "medical-security"}, lambda d: d["agency"] == "medical-security"),
    "agency by name": ({"agency": "医疗保障部门"}, lambda d: d["agency"] == "medical-security"),
    "aid with its kinds": ({"aid": "medical"}, lambda d: "medical" in load_vocabulary().ancestors("aid", d["aid"])),
    "function": ({"function": "pay"}, lambda d: d["function"] == "pay"),
    "role": ({"role": "lead"}, lambda d: d["role"] == "lead"),
    "document": ({"document": MEDICAL}, lambda d: d["document"] == MEDICAL),
    "group with those above and below": (
        {"group": "dibao"},
        lambda d: any(related("dibao", g) for all_of in d["groups"] for g in all_of),
    ),
    "several together": (
        {"aid": "medical", "role": "lead", "function": "pay"},
        lambda d: (d["role"], d["function"]) == ("lead", "pay"),
    ),
}


@pytest.mark.parametrize(("asked", "fits"), FILTERS.values(), ids=FILTERS)
def test_a_filter_gives_all_that_fit_and_nothing_else(client, asked, fits):
    everything, found = duties(client), duties(client, **asked)
    assert 0 < len(found) < len(everything)
    if len(asked) == 1:
        assert found == [d for d in everything if fits(d)]
    assert all(fits(d) for d in found)


def test_the_region_leaves_out_what_holds_elsewhere_only(client):
    here = {d["document"] for d in duties(client, region="652325")}
    elsewhere = {d["document"] for d in duties(client, region="110000")}
    assert MEDICAL in here and MEDICAL not in elsewhere
    assert elsewhere < here


def test_the_date_leaves_out_what_is_not_in_force_yet(client):
    assert MEDICAL in {d["document"] for d in duties(client)}
    assert MEDICAL not in {d["document"] for d in duties(client, at="2022-03-31")}


def test_who_gives_what_to_whom_in_one_call_with_clauses(client):
    found = duties(client, group="特困人员", aid="医疗救助", role="lead", region="652325")
    assert ("medical-security", "implement") in {(d["agency"], d["function"]) for d in found}
    for duty in found:
        text = client.get(f"/api/v1/documents/{duty['document']}/text").text
        assert duty["quote"] in text and duty["locator"] and duty["title"]


@pytest.mark.parametrize(
    "asked", [{"agency": "x"}, {"aid": "飞行"}, {"role": "boss"}, {"group": "无"}, {"function": "-"}]
)
def test_a_word_that_does_not_exist_is_said_to_be_wrong_instead_of_covering_nobody(client, asked):
    assert client.get("/api/v1/coverage", params=asked).status_code == 422


def test_an_unknown_document_is_not_found(client):
    assert client.get("/api/v1/coverage", params={"document": "没有"}).status_code == 404


def links(answer):
    return {rel: url for url, rel in re.findall(r'<([^>]+)>; rel="(\w+)"', answer.headers["link"])}


@pytest.mark.parametrize("path", ["/api/v1/coverage?at=2026-08-01&role=主责", "/api/v1/documents", "/api/v1/log"])
def test_following_next_gives_everything_once(client, path):
    separator = "&" if "?" in path else "?"
    whole = client.get(f"{path}{separator}limit=1000")
    size = max(1, int(whole.headers["x-total-count"]) // 3)
    seen, answer = [], client.get(f"{path}{separator}limit={size}")
    while True:
        seen += answer.json()
        if "next" not in links(answer):
            break
        answer = client.get(links(answer)["next"])
        assert client.get(links(answer)["prev"]).status_code == 200
    assert seen == whole.json()
    assert links(answer)["first"] and "prev" not in links(whole)


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "offset=-1"])
def test_pages_have_bounds(client, query):
    assert client.get(f"/api/v1/documents?{query}").status_code == 422


@pytest.mark.parametrize("part", ["", "/text", "/provisions"])
def test_a_document_already_known_is_not_sent_again(client, part):
    address = f"/api/v1/documents/{MEDICAL}{part}"
    tag = client.get(address).headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = client.get(address, headers={"If-None-Match": known})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_changed_document_has_another_tag(tmp_path):
    client = TestClient(application(tmp_path, examples=False))
    tags = set()
    for text in ("第一条　县民政局负责临时救助。", "第一条　县财政局负责临时救助。"):
        client.post("/api/v1/documents", files={"file": ("a.txt", text.encode())})
        tags.add(client.get("/api/v1/documents/a.txt").headers["etag"])
    assert len(tags) == 2


@pytest.mark.parametrize(
    ("form", "kind"), [("turtle", "turtle"), ("trig", "trig"), ("jsonld", "json-ld"), ("nquads", "nquads")]
)
def test_the_graph_is_read_by_others_in_every_form(client, form, kind):
    answer = client.get("/api/v1/graph", params={"form": form})
    graph = (Graph() if form == "turtle" else Dataset()).parse(data=answer.text, format=kind)
    names = {str(o) for _, p, o, *_ in (graph if form == "turtle" else graph.quads()) if str(p).endswith("fileName")}
    assert names == {path.name for path in IN_FORCE}
    one = client.get("/api/v1/graph", params={"form": form, "document": MEDICAL})
    assert MEDICAL in one.text and IN_FORCE[-1].name not in one.text
