"""Routes and tracks as data."""

from __future__ import annotations

from checks.base import Route
from ontology.routes import load_channels
from ontology.vocabulary import load_vocabulary


def test_every_route_of_a_finding_has_its_words() -> None:
    assert set(load_channels().routes) == {r.value for r in Route}


def test_keepers_and_those_not_seated_are_agencies() -> None:
    channels, agencies = load_channels(), set(load_vocabulary().of("agency"))
    keepers = {k for c in (*channels.routes.values(), *channels.tracks.values()) for k in c.keepers}
    assert keepers | channels.not_seated <= agencies
    assert not keepers & channels.not_seated


def test_a_matter_of_wording_asks_nobody() -> None:
    assert [c.id for c in load_channels().routes.values() if not c.asks] == ["drafter"]


def test_tracks_run_over_routes() -> None:
    channels = load_channels()
    assert {t.via for t in channels.tracks.values()} <= set(channels.routes)
