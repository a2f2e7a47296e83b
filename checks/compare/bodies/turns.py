"""Steps of two bodies that each wait for the other's: 经甲查明身份后由乙接收 here, 经乙接收后由甲查询身份 there.

A norm has a step of one body wait for a deed of another. Two such norms make a circle only where the deed that each
waits for is the step that the other has wait: 经甲初审后由乙复核，经乙复核后由甲发放 is an order with an end, and none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.compare.bodies.holds import Turn, held_back
from checks.compare.ground.agencies import agencies_in, leads_of, one_of_each
from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm, norms_of
from checks.places import document_pairs
from checks.remember import per_index
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_TURN = Setting("turn")
_ACCEPTED = re.compile(
    r"不再(?:另行|重复)?(?:审查|核查|调查|核实|认定)|互认|直接(?:认定|采信|作出)"
)  # each takes the other's word
_DATA = re.compile(r"(?:推送|提供|共享|反馈|报送|交换|传输)的[^，。；]{0,20}(?:数据|信息|资料)")  # used, not waited for
_WEAK = re.compile(r"方可|方能|才能|才可|再行?|启动|开展|进行|予以|办理|及时|应当|工作")
_BARE = 2  # pieces of a step that says no more than its verb: what it is done to stands before
_BY = 2  # characters before the body that acts (由, 再由)
_SHARED = 2  # pieces of the two norms, beside those of the steps


def each_for_the_other(index: CoverageIndex) -> Iterator[tuple[Turn, Turn]]:
    """Pairs of steps that wait for each other, in two documents or in one."""
    for mine, other in document_pairs(index):
        ours, theirs = (turns_of(index, r.document.name) for r in (mine, other))
        yield from ((a, b) for a in ours for b in theirs if _circle(a, b))
    for reading in index.readings:
        yield from ((a, b) for a, b in combinations(turns_of(index, reading.document.name), 2) if _circle(a, b))


def _circle(a: Turn, b: Turn) -> bool:
    back = (a.body, a.other) == (b.other, b.body) and (a.firm or b.firm)
    return (
        back
        and bool(a.step & b.deed)
        and bool(b.step & a.deed)
        and len(bag(a.norm.words) & bag(b.norm.words)) > _SHARED
    )


@per_index
def turns_of(index: CoverageIndex, name: str) -> tuple[Turn, ...]:
    """The steps of a document that wait for another body."""
    norms = norms_of(index.reading(name))
    document = index.documents[name]
    title = document.title or ""
    return tuple(turn for norm in norms for turn in (*_turns(norm, title), *held_back(document, norm)))


def _turns(norm: Norm, title: str) -> Iterator[Turn]:
    if _ACCEPTED.search(norm.text):
        return
    for match in (m for m in _TURN.all("waits", norm.text) if not _DATA.search(m.group())):
        first = [x for x in agencies_in(norm.text) if match.start("first") <= x[0] < match.end("first")][:1]
        for _, end, other in first:
            deed, rest = norm.text[end : match.end()], norm.text[match.end() :]
            body, step = _step(norm, norm.text[: match.start()], re.split(r"[。；]", rest)[0])
            if len(step) <= _BARE:
                step |= bag(f"{norm.text[: match.start()]}，{title}")
            if body and body != other:
                yield Turn(norm, body, step, other, bag(deed))


def _step(norm: Norm, before: str, rest: str) -> tuple[str, frozenset[str]]:
    """Who acts then, and what: the body first behind, else the one before the colon, the lead, or the last before."""
    said = rest.lstrip("，：")
    for start, end, agency in agencies_in(said)[:1]:
        if start <= _BY:
            return agency, bag(_WEAK.sub(" ", said[end:]))
    named = list(one_of_each(before)[-1:])
    speaks = [a for _, _, a in agencies_in(norm.stem)[:1]] or named or list(leads_of(norm))[:1]
    return (speaks[0] if speaks else ""), bag(_WEAK.sub(" ", said))
