"""Who leads and who helps, said before the work; and what minutes say before what is decided."""

import pytest

from tests.ingest.test_acts import Read, read

TEAM = {"civil-affairs:lead", "health:assist", "disabled-fed:assist"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由民政局牵头，卫健局、残联配合，于6月底前完成失能老年人摸底", [(TEAM, {"investigate"})]),
        (
            "民政局牵头，财政局、卫健局参与，制定补贴办法",
            [({"civil-affairs:lead", "finance:participate", "health:participate"}, {"policy"})],
        ),
        (
            "民政局牵头抓总，财政局、医保局按职责分工负责，共同做好救助资金结算",
            [({"civil-affairs:lead", "finance:joint", "medical-security:joint"}, {"pay"})],
        ),
        ("教育局牵头，会同财政局制定资助办法", [({"education:lead", "finance:joint"}, {"policy"})]),
        # who only helps leads in nothing
        (
            "老年人评估由卫健局牵头，民政局配合，8月底前完成",
            [({"health:lead", "civil-affairs:assist"}, {"investigate"})] * 2,
        ),
        # whoever is named beside the work does it
        (
            "由民政局牵头，财政局负责资金筹措",
            [({"civil-affairs:lead"}, {"implement"}), ({"finance:lead"}, {"fund"})],
        ),
        # nothing is said behind the shares
        (
            "由民政局牵头，乡镇配合",
            [({"civil-affairs:lead", "township:assist"}, {"implement"})] * 2,
        ),
        # a series of bodies with their shares, with 由 or without, behind another share or alone
        (
            "由民政局牵头、卫健局配合、乡镇（街道）具体负责，提供助餐服务",
            [({"civil-affairs:lead", "township:lead", "health:assist"}, {"service"})],
        ),
        (
            "由司法局负责，法院协助、老龄办参与，开展维权宣传",
            [({"justice:lead", "court:assist", "ageing-committee:participate"}, {"publicise"})],
        ),
        (
            "救助审核由残联负责，由卫健局协助、财政局配合、乡镇参与",
            [({"disabled-fed:lead", "health:assist", "finance:assist", "township:participate"}, {"investigate"})] * 2,
        ),
        ("卫健局协助财政局做好核查", [({"health:assist", "finance:lead"}, {"investigate"})]),
        # nobody leads
        ("财政局配合，做好资金保障", [({"finance:assist"}, {"fund"})]),
    ],
)
def test_shares_in_the_work_behind_them(text: str, expected: list[Read]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议明确，由民政局制定补贴办法", [({"civil-affairs:lead"}, {"policy"})]),
        ("经研究，会议决定由民政局负责发放补贴", [({"civil-affairs:lead"}, {"pay"})]),
        ("会议要求各乡镇完成低保核查", [({"township:lead"}, {"investigate"})]),
        # a meeting that decides itself
        ("联席会议研究决定救助工作重大事项", [({"leading-group:lead"}, {"decide"})]),
    ],
)
def test_minutes_open_with_words_of_their_own(text: str, expected: list[Read]) -> None:
    assert read(text) == expected
