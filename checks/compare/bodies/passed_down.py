"""A decision that a rule keeps with whom it is entrusted to (不得再委托村委会审批), and a draft has the village take.

The rule bars that it is handed on, or has the village only help; the draft has the village committee settle what is
given, in any words for it (商定, 拍板, 给不给、给多少, 直接发放). Quiet where what it does is a step before (提出建议,
评议) or somebody above it still decides in the same line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import one_aid
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex

_VILLAGE = r"(?:村（居）|居（村）|村民|居民|村|社区)[^，。；]{0,10}?(?:委员会|委会|两委|小组|议事会)"
_ELSEWHERE = r"(?:村|社区|居（村）|居民|其他(?:组织|单位|机构|个人|人员)|他人|第三方|下级|社会组织)"
_NEVER = r"(?:不得|不再|不准|不能|严禁|禁止)(?:再|另行|层层|转|继续|擅自)*"
_KEPT = re.compile(
    rf"{_NEVER}(?:委托|转委托|转由|转交|转给|交由|交给|授权|下放|下沉|让|由)(?:给|至|到)?[^，。；]{{0,8}}{_ELSEWHERE}"
    rf"|{_VILLAGE}[^，。；]{{0,6}}(?:不得|无权|不能|不)(?:代为|代替|直接|自行|行使|作出|承担|参与)*(?:审批|决定|审核|确定|认定)"
)
_TOWN_NEVER = re.compile(
    r"(?:乡镇|街道|乡|镇)[^，。；]{0,10}(?:不得|无权|不能|不准)(?:自行|直接|擅自|单独|先行)*(?:决定|作出)?(?P<deed>停发|减发|增发|取消|审批|审定|终止|停止|核减|决定|认定)"
)
_TOWN = (  # the township does so at once, by itself
    r"(?:乡镇|街道|乡|镇)(?:(?!报|提出|提请|意见)[^。；]){0,40}?(?:直接|自行|先行|即行|当即|即可|当场|立即|就地)(?:予以|决定|作出)*"
)
_SETTLES = re.compile(
    rf"{_VILLAGE}(?![^，。；]{{0,12}}(?:协助|配合|建议|初步|意见|名单))[^，。；]{{0,14}}?"
    r"(?:决定|商定|议定|拍板|定夺|敲定|裁定|说了算|审定|核定|审批|确定|定下|直接(?:发放|给付|兑付|发给)|自行(?:发放|给付)|给不给)"
)
_ABOVE = re.compile(
    r"报[^，。；]{2,16}(?:审批|审定|批准|审核|确认|核准)|(?:乡镇|街道|镇|县)[^，。；]{0,12}(?<!不再)(?:审批|审定|核准)(?!和|权)"
)


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Decisions of `mine` that the village takes, and `theirs` keeps from it."""
    kept = [n for n in theirs if _KEPT.search(n.text)]
    for norm in mine if kept else ():
        if _SETTLES.search(norm.text) and not _ABOVE.search(norm.text):
            for bar in (k for k in kept[:1] if one_aid(index, norm, k)):
                said = (clip(norm.text), clip(bar.text))
                yield Departure(Label.COMPETENCE, "passed-down", "不得再行转交的决定权", *said, (norm,), (bar,))
    yield from _town(index, mine, theirs)


def _town(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """What the township does by itself in `mine`, and may not by `theirs`."""
    for bar, deed in ((n, m["deed"]) for n in theirs for m in _TOWN_NEVER.finditer(n.text)):
        for norm in mine:
            if re.search(f"{_TOWN}{deed}(?!意见|建议)", norm.text) and one_aid(index, norm, bar):
                said = (clip(norm.text), clip(bar.text))
                yield Departure(Label.COMPETENCE, "passed-down", f"{deed}的决定权", *said, (norm,), (bar,))
                return
