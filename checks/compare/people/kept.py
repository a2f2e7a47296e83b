"""An aid that a text keeps to recognised classes in so many words, where the higher rule opens it to everybody.

急难型临时救助限于低保家庭和特困人员 against 基本生活暂时出现严重困难的家庭和个人: whoever is on no roll is left
out. Quiet where the higher rule draws the circle by classes itself, where the two are about different kinds of the
aid (急难型, 支出型), where the text under review is only about a class by its title, and where it sends the others
to another rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag, one_subject, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_of
from checks.compare.ground.windows import groups_in
from checks.compare.people.by_rule import rest_by_rule, shuts_out_rest
from kg.coverage import CoverageIndex
from ontology.wording import wordings

_ANYBODY = re.compile(
    r"(?:家庭(?:和|或者?|及|、)(?:者)?个人|个人(?:和|或者?|及|、)家庭|困难(?:的|、)[^，。；]{0,16}(?:家庭|个人|人员|公民|居民|群众)"
    r"|(?:遭遇|遭受|发生|患)[^。；]{2,80}的(?:家庭|个人|人员|公民|居民|群众)|公民|任何人)"
)
_DRAWS = re.compile(r"对象|适用|范围|给予|提供|享受|可以申请|有权|纳入|是指|救助")
_ENDS = re.compile(r"终止|停止|撤销|处罚|罚款|不予|责令|取消|停发|不得(?!拒绝|推诿)|不纳入|除外|优先|重点")
_KIND = re.compile(r"急难型|支出型|应急|慢性病|门诊|住院|一次性|长期|定期|过渡期|冬春")


def kept_to_classes(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm]]:
    """Norms of `mine` that keep an aid to classes, each with the norm of `theirs` that gives it to anybody."""
    known = frozenset(wordings()["recognised"])
    kept = [n for n in mine if _names(n, known) and _DRAWS.search(n.text) and shuts_out_rest(mine, n)]
    if not kept or groups_in(index.documents[mine[0].document].title or "").ids() & known:
        return
    for a in kept:
        wider = [b for b in theirs if _is_for_anybody(b, known) and aid_of(index, a) & aid_of(index, b) - LOOSE]
        wider = [b for b in wider if not _apart(index, a, b) and one_subject(index, a, b)]
        if wider and not rest_by_rule(mine, a):
            yield a, max(wider, key=lambda b: share(bag(a.text), bag(b.text)))


def _names(norm: Norm, known: frozenset[str]) -> bool:
    return bool(norm.people.ids() & known)


def _is_for_anybody(norm: Norm, known: frozenset[str]) -> bool:
    """Whether a norm gives the aid to people by what has befallen them alone."""
    by_class = bool((norm.people.ids() | groups_in(norm.words).ids()) & known)
    return bool(_ANYBODY.search(norm.text) and _DRAWS.search(norm.words)) and not by_class and not _ends(norm)


def _ends(norm: Norm) -> bool:
    return _ENDS.search(norm.words) is not None


def _apart(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the paragraphs of two norms are each about another kind of the aid."""
    mine, theirs = (frozenset(_KIND.findall(index.documents[n.document].text[slice(*n.line)])) for n in (a, b))
    return bool(mine and theirs) and not mine & theirs
