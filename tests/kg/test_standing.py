from __future__ import annotations

from typing import Any

import pytest

from kg.enums import Level, Rank
from kg.model import Document
from kg.regions import Place, RegionTree
from kg.standing import MIRROR, Standing, standing

LAW: dict[str, Any] = {"rank": Rank.LAW, "level": Level.CENTRAL}
STATE_COUNCIL: dict[str, Any] = {"rank": Rank.ADMINISTRATIVE_REGULATION, "level": Level.CENTRAL}
MINISTRY_RULE: dict[str, Any] = {"rank": Rank.DEPARTMENT_RULE, "level": Level.CENTRAL}
MINISTRY_NOTICE: dict[str, Any] = {"level": Level.CENTRAL, "issuer_ids": ("civil-affairs",)}
STATE_COUNCIL_NOTICE: dict[str, Any] = {"level": Level.CENTRAL, "issuer_ids": ("state-council",)}
PROVINCE_LAW: dict[str, Any] = {"rank": Rank.LOCAL_REGULATION, "level": Level.PROVINCE, "region": "650000"}
PROVINCE_RULE: dict[str, Any] = {"rank": Rank.LOCAL_RULE, "level": Level.PROVINCE, "region": "650000"}
PROVINCE: dict[str, Any] = {"level": Level.PROVINCE, "region": "650000"}
CITY_LAW: dict[str, Any] = {"rank": Rank.LOCAL_REGULATION, "level": Level.PREFECTURE, "region": "652300"}
COUNTY: dict[str, Any] = {"level": Level.COUNTY, "region": "652323", "issuer_ids": ("civil-affairs",)}
COUNTY_GOVERNMENT: dict[str, Any] = {**COUNTY, "issuer_ids": ("government",)}
COUNTY_FINANCE: dict[str, Any] = {**COUNTY, "issuer_ids": ("finance",)}
TOWN: dict[str, Any] = {**COUNTY, "level": Level.TOWNSHIP}
SHANGHAI: dict[str, Any] = {"level": Level.PROVINCE, "region": "310000"}
SHANGHAI_LAW: dict[str, Any] = {"rank": Rank.LOCAL_REGULATION, "region": "310000"}
PARTY: dict[str, Any] = {"rank": Rank.PARTY, "level": Level.CENTRAL}
NOWHERE: dict[str, Any] = {}

ROWS = [
    ("law above regulation", LAW, STATE_COUNCIL, Standing.HIGHER),
    ("law above a county's notice", LAW, COUNTY, Standing.HIGHER),
    ("regulation above a provincial law", STATE_COUNCIL, PROVINCE_LAW, Standing.HIGHER),
    ("province above its city", PROVINCE_LAW, CITY_LAW, Standing.HIGHER),
    ("local law above its government's rule", PROVINCE_LAW, PROVINCE_RULE, Standing.HIGHER),
    ("city law and provincial rule: not settled", CITY_LAW, PROVINCE_RULE, Standing.UNKNOWN),
    ("ministry rule and local rule are equals", MINISTRY_RULE, PROVINCE_RULE, Standing.SAME),
    ("ministry rule and local law: not settled", MINISTRY_RULE, PROVINCE_LAW, Standing.UNKNOWN),
    ("rule above a notice of the same place", PROVINCE_RULE, PROVINCE, Standing.HIGHER),
    ("ministry notice above a county's", MINISTRY_NOTICE, COUNTY, Standing.HIGHER),
    ("ministry notice and local rule: not settled", MINISTRY_NOTICE, PROVINCE_RULE, Standing.UNKNOWN),
    ("State Council notice above a local rule", STATE_COUNCIL_NOTICE, PROVINCE_RULE, Standing.HIGHER),
    ("province above its county", PROVINCE, COUNTY, Standing.HIGHER),
    ("government above its bureau", COUNTY_GOVERNMENT, COUNTY, Standing.HIGHER),
    ("two bureaus", COUNTY, COUNTY_FINANCE, Standing.SAME),
    ("county above its township", COUNTY, TOWN, Standing.HIGHER),
    ("other province", PROVINCE, SHANGHAI, Standing.ELSEWHERE),
    ("other province, other rank", COUNTY, SHANGHAI_LAW, Standing.ELSEWHERE),
    ("Party document beside the scale", PARTY, COUNTY, Standing.PARTY),
    ("no region stated", NOWHERE, COUNTY, Standing.UNKNOWN),
    ("law against no region stated", LAW, NOWHERE, Standing.HIGHER),
]


@pytest.mark.parametrize(("why", "a", "b", "expected"), ROWS, ids=[r[0] for r in ROWS])
def test_standing_and_its_mirror(why: str, a: dict[str, Any], b: dict[str, Any], expected: Standing) -> None:
    x, y = Document("a", "", "a", **a), Document("b", "", "b", **b)
    back = {v: k for k, v in MIRROR.items()}.get(expected, expected)
    assert standing(x, y, RegionTree()) is expected
    assert standing(y, x, RegionTree()) is back


def test_region_of_the_check_stands_in_for_one_not_stated() -> None:
    draft, law = Document("a", "", "a"), Document("b", "", "b", **PROVINCE_LAW)
    assert standing(law, draft, RegionTree(), "652323") is Standing.HIGHER


PLACES = [
    ("province holds county", "650000", "652323", Place.CONTAINS),
    ("county in prefecture", "652323", "652300", Place.WITHIN),
    ("same", "652323", "652323", Place.SAME),
    ("short and long form", "65", "650000", Place.SAME),
    ("two prefectures", "652300", "652800", Place.APART),
    ("塔城 belongs to 伊犁", "654000", "654221", Place.CONTAINS),
    ("塔城 and 阿勒泰", "654221", "654300", Place.APART),
    ("old and new code of 吐鲁番", "652100", "650400", Place.SAME),
    ("old county code under the new city", "652122", "650400", Place.WITHIN),
    ("the state holds everything", "100000", "310115", Place.CONTAINS),
    ("兵团 stands beside 新疆", "660000", "650000", Place.APART),
    ("not stated", None, "650000", Place.UNKNOWN),
    ("prefecture code that ends in two zeros twice", "371000", "371002", Place.CONTAINS),
]


@pytest.mark.parametrize(("why", "a", "b", "expected"), PLACES, ids=[p[0] for p in PLACES])
def test_regions(why: str, a: str | None, b: str | None, expected: Place) -> None:
    flipped = {Place.CONTAINS: Place.WITHIN, Place.WITHIN: Place.CONTAINS}
    assert RegionTree().relation(a, b) is expected
    assert RegionTree().relation(b, a) is flipped.get(expected, expected)
