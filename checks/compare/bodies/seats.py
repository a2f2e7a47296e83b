"""Where the office of a committee, group or mechanism sits: 评定委员会办公室设在公安机关, 日常工作由民政局承担.

Two texts that seat one office with two bodies leave open who does its work. The office is known by the words of its
name that are not those of any such body; of a bare 办公室 those of the text's title count. Quiet where the texts speak
of offices of different levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.bodies.assignments import Assignment
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import bag, one_subject, subject_words
from checks.compare.ground.norms import Norm, norms_of
from checks.remember import per_index
from kg.coverage import CoverageIndex

_HOST = r"(?P<host>[^，。；：、]{2,20}?)"
_NAME = r"(?P<name>[^，。；：]{0,30}?)"
_SEATS = tuple(
    map(
        re.compile,
        (
            rf"{_NAME}办公室(?:日常工作机构)?(?:设立?在|设于|设置[在于]|挂靠在?|依托在?){_HOST}(?=[，。；]|$)",
            rf"{_NAME}(?:办公室|办事机构)?的?(?:日常|具体)(?:工作|事务)，?(?:由|归){_HOST}(?:具体)?(?:承担|负责|办理|承办)",
            rf"在{_HOST}(?:下设|设立|设置|设)(?P<name>[^，。；：]{{2,30}}?)办公室",
            rf"(?:^|[，。；]){_HOST}(?:具体)?(?:承担|负责|承办)(?P<name>[^，。；：]{{2,30}}?(?:委员会|小组|联席会议|指挥部|专班))"
            rf"(?:办公室)?的?(?:日常|具体)(?:工作|事务)",
            rf"由{_HOST}(?:具体)?(?:承担|负责|承办)(?P<name>[^，。；：]{{2,30}}?)办公室的?(?:日常)?(?:工作|事务|职责)",
        ),
    )
)
_LEVEL = re.compile(r"^(?:设在)?(?P<level>自治区|省|自治州|州|盟|市|县|区|旗)(?!级)")
_ANY_BODY = re.compile(
    r"^.*(?:成立|设立|建立|组建)|全?(?:自治区|省|市|州|县|区|旗)|人民政府|委员会|领导小组|联席会议|协调(?:小组|机制)?"
    r"|工作专班|专班|指挥部|工作|下设|其|的|该"
)
_MECHANISM = re.compile(r"协调机制|联席会议|领导小组")
_WHOLE = 1.0  # of the shorter name, in the other
_TITLE = 0.6  # of the pieces of the shorter title, where a name says nothing


def clashes(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Assignment, Assignment]]:
    """Offices that two documents seat with different bodies."""
    for a in seats_of(index, mine):
        same = [b for b in seats_of(index, theirs) if _one_office(index, a, b)]
        if same and all(a.agency != b.agency for b in same):
            yield a, max(same, key=lambda b: len(a.pieces & b.pieces))


@per_index
def seats_of(index: CoverageIndex, name: str) -> tuple[Assignment, ...]:
    """Every office that a document seats with one named body."""
    return tuple(x for n in norms_of(index.reading(name)) for x in _seats(n))


def _seats(norm: Norm) -> Iterator[Assignment]:
    for pattern in _SEATS:
        for said in pattern.finditer(norm.text):
            if "具体" in said.group() and not _MECHANISM.search(norm.text):
                continue
            hosts = {agency for _, _, agency in agencies_in(said["host"])}
            hosts = hosts - {"government"} or hosts  # 县级以上人民政府民政部门
            if len(hosts) == 1:
                name = bag(_ANY_BODY.sub(" ", said["name"]))
                yield Assignment(norm, hosts.pop(), name, name, said["host"])
                return


def _one_office(index: CoverageIndex, a: Assignment, b: Assignment) -> bool:
    if _levels_apart(a, b) or not one_subject(index, a.norm, b.norm):
        return False
    named = a.pieces and b.pieces
    if not named and (a.pieces or b.pieces):  # 协调机制 in the text whose title says of what
        one, other = (a, b) if a.pieces else (b, a)
        document = index.documents[other.norm.document]
        return bool(_MECHANISM.search(other.norm.text)) and one.pieces <= bag(document.title or document.name)
    mine, theirs = ((x.pieces if named else subject_words(index.documents[x.norm.document])) for x in (a, b))
    shared = len(mine & theirs) / (min(len(mine), len(theirs)) or 1)
    return shared >= (_WHOLE if named else _TITLE)


def _levels_apart(a: Assignment, b: Assignment) -> bool:
    """Whether both hosts are called by a level, and not by one."""
    mine, theirs = (_LEVEL.match(x.said) for x in (a, b))
    return mine is not None and theirs is not None and mine["level"] != theirs["level"]
