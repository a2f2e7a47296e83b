from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aid import AidTree
from kg.enums import Verdict
from ontology.relations import Relations
from ontology.vocabulary import Term, Vocabulary, load_vocabulary

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN

MEETINGS = [
    ("same", "medical", "medical", YES),
    ("kind of", "medical-contribution", "medical", YES),
    ("two kinds", "medical-contribution", "emergency-medical", NO),
    ("two aids", "dibao", "heating", NO),
    ("社会救助 as a whole", "social-assistance", "dibao", UNKNOWN),
    ("社会救助 twice", "social-assistance", "social-assistance", UNKNOWN),
    ("基本生活救助 may be 低保", "living-aid", "dibao", UNKNOWN),
    ("基本生活救助 is not education", "living-aid", "education", NO),
    ("none stated", "", "dibao", UNKNOWN),
]


@pytest.mark.parametrize(("why", "a", "b", "expected"), MEETINGS, ids=[m[0] for m in MEETINGS])
def test_meets(why: str, a: str, b: str, expected: Verdict) -> None:
    tree = AidTree(load_vocabulary())
    assert tree.meets(a, b) is expected
    assert tree.meets(b, a) is expected


CONTAINMENTS = [
    ("kind inside its genus", "medical", "medical-contribution", YES),
    ("genus not inside its kind", "medical-contribution", "medical", NO),
    ("loose word", "social-assistance", "dibao", UNKNOWN),
    ("loose word of its parts", "living-aid", "tekun", UNKNOWN),
    ("apart", "housing", "dibao", NO),
]


@pytest.mark.parametrize(("why", "a", "b", "expected"), CONTAINMENTS, ids=[c[0] for c in CONTAINMENTS])
def test_contains(why: str, a: str, b: str, expected: Verdict) -> None:
    assert AidTree(load_vocabulary()).contains(a, b) is expected


NAMES = "abcdefgh"


@given(st.data())
def test_intervals_equal_walking_up(data: st.DataObject) -> None:
    """With several parents a node: inside means reachable by broader."""
    parents = {
        n: data.draw(st.lists(st.sampled_from(NAMES[:i]), max_size=2, unique=True)) if i else []
        for i, n in enumerate(NAMES)
    }
    terms = {n: Term("aid", n, n, (), tuple(parents[n]), "") for n in NAMES}
    tree = AidTree(Vocabulary(MappingProxyType({"aid": MappingProxyType(terms)})), Relations())

    def reaches(a: str, b: str) -> bool:
        return a == b or any(reaches(p, b) for p in parents[a])

    for a in NAMES:
        for b in NAMES:
            assert tree.inside(a, b) is reaches(a, b)
            assert tree.meets(a, b) is (YES if reaches(a, b) or reaches(b, a) else NO)
