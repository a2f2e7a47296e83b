from __future__ import annotations

from datetime import date

from kg.enums import Role, Verdict
from kg.model import Groups
from kg.standing import Standing
from tests.builders import BASE, DRAFT, build, provision

POOR = Groups.of([["dibao"]])


def paired(*sketches: object, **facts: object) -> list[tuple[str, str, Verdict]]:
    index = build(sketches, **facts)  # type: ignore[arg-type]
    return [(p.a.agency, p.b.agency, p.verdict) for p in index.pairs((Role.LEAD,))]


def test_two_leads_in_one_cell_are_a_pair_once() -> None:
    assert paired(provision("a"), provision("b", agency="finance")) == [("civil-affairs", "finance", Verdict.YES)]


def test_draft_stands_first_in_its_pairs() -> None:
    found = paired(provision("a", document=DRAFT), provision("b", agency="finance"))
    assert found == [("civil-affairs", "finance", Verdict.YES)]


def test_base_is_not_joined_with_itself_in_the_check_of_a_draft() -> None:
    found = paired(provision("a"), provision("b", agency="finance"), provision("c", aid="heating", document=DRAFT))
    assert found == []


def test_draft_is_joined_with_itself() -> None:
    found = paired(provision("a", document=DRAFT), provision("b", agency="finance", document=DRAFT))
    assert [v for *_, v in found] == [Verdict.YES]


def test_pairs_of_one_agency_are_left_out_where_two_are_asked_for() -> None:
    index = build([provision("a"), provision("b"), provision("c", agency="finance")])
    found = [(p.a.agency, p.b.agency) for p in index.pairs(two_agencies=True)]
    assert found == [("civil-affairs", "finance")] * 2
    assert index.skipped["同一部门"] == 1


def test_aid_and_its_kind_meet() -> None:
    assert paired(provision("a", aid="medical"), provision("b", agency="finance", aid="medical-contribution"))


def test_functions_apart() -> None:
    assert not paired(provision("a"), provision("b", agency="finance", function="fund"))


def test_groups_apart_are_counted() -> None:
    index = build([provision("a"), provision("b", agency="finance", groups=[["tekun"]])])
    assert list(index.pairs()) == []
    assert index.skipped["救助对象不相交"] == 1
    assert index.compared == 1


def test_regions_apart_are_counted() -> None:
    index = build(
        [provision("a"), provision("b", agency="finance", document="other.txt")],
        {"other.txt": {"region": "310000"}},
    )
    assert list(index.pairs()) == []
    assert index.skipped["适用地区不同"] == 1


def test_never_in_force_together() -> None:
    index = build(
        [provision("a", document=DRAFT), provision("b", agency="finance")],
        {DRAFT: {"start": "2026-01-01"}, BASE: {"end": "2025-12-31"}},
    )
    assert list(index.pairs()) == []
    assert index.skipped["文件不在有效期内"] == 1


def test_region_not_stated_makes_the_pair_possible() -> None:
    found = paired(
        provision("a"), provision("b", agency="finance", document="o.txt"), documents={"o.txt": {"region": None}}
    )
    assert [v for *_, v in found] == [Verdict.UNKNOWN]


def test_what_the_draft_repeals_is_out() -> None:
    index = build([provision("a", document=DRAFT), provision("b", agency="finance")], {DRAFT: {"repeals": ["base"]}})
    assert list(index.pairs()) == []
    assert index.ended_by(BASE) is index.documents[DRAFT]
    assert index.in_force(BASE).end == index.at


def test_higher_document() -> None:
    index = build(
        [provision("a", document=DRAFT), provision("b")], {BASE: {"rank": "law", "level": "central", "region": None}}
    )
    assert index.relation(BASE, DRAFT) is Standing.HIGHER


def test_grants_are_entitlements_and_what_leads_pay() -> None:
    index = build(
        [
            provision("a", modality="entitlement", actors=[]),
            provision("b", function="pay"),
            provision("c", function="supervise"),
            provision("d", role="assist"),
        ]
    )
    assert [(g.aid, g.entitles, bool(g.leads)) for g in index.grants()] == [
        ("dibao", True, False),
        ("dibao", False, True),
    ]


def test_named_group_is_covered() -> None:
    found = build([provision("a")]).coverage(POOR, "dibao", "650000")
    assert [d.agency for d in found.certain] == ["civil-affairs"]
    assert found.uncovered.verdict is Verdict.NO
    assert found.witness == ""


def test_part_of_a_group_is_left_out_and_shown() -> None:
    found = build([provision("a", groups=[["dibao", "urban"]])]).coverage(POOR, "dibao", "650000")
    assert found.uncovered.verdict is Verdict.YES
    assert found.witness == "一名持低保证的居民（不属于城市居民）" or "农村" in found.witness or "城市" in found.witness


def test_loose_word_covers_possibly() -> None:
    found = build([provision("a", groups=[["hardship"]])]).coverage(POOR, "dibao", "650000")
    assert (found.certain, [d.agency for d in found.possible]) == ((), ["civil-affairs"])
    assert found.uncovered.verdict is Verdict.UNKNOWN


def test_same_loose_word_is_an_answer() -> None:
    found = build([provision("a", groups=[["hardship"]])]).coverage(Groups.of([["hardship"]]), "dibao", "650000")
    assert [d.agency for d in found.certain] == ["civil-affairs"]


def test_helper_covers_nobody() -> None:
    found = build([provision("a", role="assist")]).coverage(POOR, "dibao", "650000")
    assert (found.certain, found.possible) == ((), ())
    assert found.uncovered.verdict is Verdict.YES


def test_county_covers_its_province_only_possibly() -> None:
    found = build([provision("a")], {BASE: {"region": "652323"}}).coverage(POOR, "dibao", "650000")
    assert (len(found.certain), len(found.possible)) == (0, 1)


def test_witness_of_two_rules_that_catch_one_person() -> None:
    index = build([provision("a", groups=[["disabled"]]), provision("b", groups=[["dibao", "rural"]])])
    assert index.witness_of_both(*index.provisions) == "一名持低保证、残疾的农村居民"


def test_draft_is_judged_by_the_day_it_takes_effect() -> None:
    index = build(
        [provision("a", document=DRAFT), provision("b", document=BASE)],
        {DRAFT: {"start": "2026-08-01"}, BASE: {"start": "2026-07-01"}},
    )
    assert index.effective == date(2026, 8, 1)
    assert index.is_in_force(BASE)
