"""Pieces that are no act: the acts of a sentence are those that remain, with what such pieces name."""

import pytest

from tests.ingest.test_acts import Read, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # acts that no other piece swallows
        ("民政局受理申请，财政局拨付资金", [({"civil-affairs:lead"}, {"accept"}), ({"finance:lead"}, {"fund"})]),
        (
            "经民政局审核后，由财政局拨付资金",
            [({"civil-affairs:lead"}, {"investigate"}), ({"finance:lead"}, {"fund"})],
        ),
        # conditions, aims and circumstances before the act
        ("民政局受理后，由财政局拨付资金", [({"finance:lead"}, {"fund"})]),
        ("公示期满后，民政局应当作出决定", [({"civil-affairs:lead"}, {"decide"})]),
        ("为了加强管理，民政局应当制定办法", [({"civil-affairs:lead"}, {"policy"})]),
        ("民政局拒不受理的，由监察局责令改正", [({"supervision:lead"}, {"sanction"})]),
        # people by what they ask for
        ("申请救助的人员，有下列情形之一的，不予救助", [(set(), {"decide"})]),
        ("资助低保对象，有剩余资金的，由财政局收回", [({"finance:lead"}, {"sanction"})]),
        # what the act is for behind it
        ("民政局制定办法，促进救助公平", [({"civil-affairs:lead"}, {"policy"})]),
        ("民政局受理申请，确保按时发放", [({"civil-affairs:lead"}, {"accept"})]),
    ],
)
def test_pieces_that_are_no_act(text: str, expected: Read) -> None:
    assert read(text) == expected
