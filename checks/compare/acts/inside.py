"""What one document orders or lets happen in one place and bars in another, in whatever words.

The comparers that hold two documents against one another are asked about one: grounds on which nobody may be refused,
desks that may refuse nobody, deeds granted and denied, things not to be published, what people may do as they please.
Quiet inside one line or one list, and for an act that is barred only until something is done (未经批准，不得拨付).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.acts import freedoms
from checks.compare.acts.alone import alone
from checks.compare.acts.forbidden import breaches
from checks.compare.acts.pretexts import turned_away
from checks.compare.acts.refusals import refused
from checks.compare.acts.shown import listed
from checks.compare.acts.stances import Stance, clashing
from checks.compare.ground.alignment import article_of, in_two_places, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex

_UNLESS = re.compile(r"[未无没非]|之前|以前|除")  # barred in a case only
_EXCEPTION = re.compile(
    r"除|但|另有规定|(?:特殊|紧急|特别)(?:情[况形]|原因|需要)|确需|确有|因故|例外|其中|不受|视情|经[^，。；]{2,12}(?:批准|同意)"
)
_NOT_YET = re.compile(r"尚未|未经|[^，。；]{2}[前内]，")
_TOLD_OF = re.compile(r"包括|载明|注明|写明|告知|责令|宣传|举报|投诉")
_CASE = re.compile(r"[^。；]{6,}?的[^，。；的]{0,10}，")  # for some of them only
_HEAD = 4  # characters of an act by which it is found
_ALIKE, _LEAST = 0.6, 3  # of the words of what is done, of the shorter; pieces of them


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Each two places of which one does what the other bars, once."""
    told: set[frozenset[int]] = set()
    for matter, a, b in _against(index, norms):
        both = frozenset((a.start, b.start))
        if both not in told and in_two_places(a, b):
            told.add(both)
            yield Double("act", matter, a.text, b.text, (a, b))


def _against(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[tuple[str, Norm, Norm]]:
    """What is at issue, the place that does it and the one that bars it."""
    laid = (index, norms, norms)
    for norm, barred in turned_away(*laid):
        yield "拒绝的理由", norm, barred.norm
    for norm, bound in refused(*laid):
        yield "不得拒绝的对象", norm, bound.norm
    for norm, bar in (*breaches(*laid), *listed(*laid)):
        barred_so = not _excepted(norm, bar.norm) and not _UNLESS.search(bar.norm.text.partition("不得")[0])
        if article_of(norm) != article_of(bar.norm) and barred_so:
            yield "禁止的行为", norm, bar.norm
    for norm, not_alone, _ in alone(*laid):
        yield "能否单独进行", norm, not_alone
    yield from _deeds(index, norms)
    for departure in freedoms.compare(*laid):
        yield departure.matter, departure.mine[0], departure.theirs[0]


def _deeds(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[tuple[str, Norm, Norm]]:
    """Deeds that one article grants or orders and another denies, each grant once."""
    told: set[int] = set()
    for done, denied in clashing(index, norms[0].document) if norms else ():
        if done.norm.start not in told and _of_one_thing(index, done, denied):
            told.add(done.norm.start)
            yield done.deed.label, done.norm, denied.norm


def _of_one_thing(index: CoverageIndex, done: Stance, denied: Stance) -> bool:
    """Whether both are for the same people and thing, and neither is an exception to the other."""
    a, b = done.norm, denied.norm
    if article_of(a) == article_of(b) or a.aid != b.aid or any(_EXCEPTION.search(n.words) for n in (a, b)):
        return False
    if (
        _NOT_YET.search(b.text)
        or _excepted(a, b)
        or any(_TOLD_OF.search(n.text) for n in (a, b))
        or _is_said_of(denied.act, a.text)
    ):
        return False
    about = groups_in(index.documents[a.document].title or "").ids()
    if (a.people.ids() ^ b.people.ids()) - about:
        return False
    said = done.words | done.case
    return len(denied.words & said) >= _LEAST and share(denied.words, said) >= _ALIKE


def _excepted(done: Norm, barred: Norm) -> bool:
    """Whether something is let happen for some of those only for whom it is barred."""
    return _CASE.match(done.text) is not None and _CASE.match(barred.text) is None


def _is_said_of(act: str, text: str) -> bool:
    """Whether a text has the words of an act only to say of whom or what it speaks (侵害其权益的事件)."""
    head = act if act in text or "的" in act else act[:_HEAD]
    behind = text.split(head)[1:] if len(act) >= _HEAD else []
    return bool(behind) and all(re.match(r"[^，。；]{0,16}?的[^，。；]", rest) for rest in behind)
