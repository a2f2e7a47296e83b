"""Whether a text says how its benefit stands to that of another: by a rule, an exclusion, an order or a name."""

from __future__ import annotations

import re

from checks.compare.ground.agencies import names_in
from checks.compare.money.precedence import called_first, combines, comes_after, puts_out, settles_nothing
from checks.compare.money.reckoning import reckons
from checks.grants import Grant
from checks.programmes import Programme
from checks.purposes import purposes_in
from kg.model import Reading
from ontology.wording import wordings

_BY_RULES = re.compile(
    r"(?:按照?|依照|执行)(?P<whose>[^，。；]{2,14}?)的?(?:规定|标准)[^，。；]{0,6}(?:发放|给予|支付|执行|享受|领取)"
)
_PAYERS = re.compile(r"经?(?P<payers>[^，。；]{4,40}?)(?:支付|报销|补偿|结算)(?:之)?后")
_AND = re.compile(r"、|以及|和|及|等")
_PAYER = 4  # characters of what pays
_LAST = re.compile(r"(?:支付|报销|补偿|保障|救助|结算)(?:之)?后")


def settled(a: Programme, b: Programme) -> bool:
    """Whether the text of `a` says how its benefit stands to others, or to that of `b` by name."""
    if a.stacking:
        return True
    inside, title = wordings()["stacking-inside"], a.reading.document.title or ""
    sentences = a.reading.document.text.replace("\n", "。").split("。")
    ruled = (s for s in sentences if combines(s) or _stands(a, b, s))
    if any(
        not any(w in s for w in inside) and (_about_benefit(s) or reckons(s)) and not settles_nothing(s, title)
        for s in ruled
    ):
        return True
    return follows(a, b) or names(a.reading, b.reading)


def _stands(a: Programme, b: Programme, sentence: str) -> bool:
    """Whether a sentence leaves out those who have a benefit like that of `b`, or reckons one against the other.

    Among several benefits of a text it has to say which.
    """
    alone = len(a.provisions) == len(a.reading.provisions)
    return (puts_out(sentence) or reckons(sentence)) and (alone or bool(purposes_in(sentence) & b.purposes))


def follows(a: Programme, b: Programme) -> bool:
    """Whether the text of `a` says which of the two comes first."""
    mine, theirs = a.reading.document, b.reading.document
    return comes_after(mine.text, mine.title or "", b.aid, theirs.title or "")


def names(a: Reading, b: Reading) -> bool:
    """Whether one document speaks of the other by its title."""
    name = b.document.title
    return bool(name) and name in a.document.text


def points_to(a: Grant, b: Grant) -> bool:
    """Whether the text of a grant names the other document, or says which of the two comes first."""
    title, other = a.reading.document.title or "", b.reading.document.title or ""
    if other and other in a.own_words:
        return True
    if called_first(a.own_words, other) or _by_rules_of(a, b):
        return True
    both_last = all(_LAST.search(g.line) for g in (a, b))  # each comes after the same others, neither after the other
    if both_last and any(x in other and x not in b.line for x in _first_payers(a.line)):
        return True
    return not both_last and comes_after(a.own_words, title, b.programme.aid, other)


def _first_payers(line: str) -> list[str]:
    """What pays before a grant does (经基本医疗保险、大病保险、医疗救助支付后)."""
    return [x for m in _PAYERS.finditer(line) for x in _AND.split(m["payers"]) if len(x) >= _PAYER]


def _by_rules_of(a: Grant, b: Grant) -> bool:
    """Whether the line of a grant has it given by the rules of the body that the other is of: it is that one."""
    bodies = frozenset(b.reading.document.issuer_ids) | b.programme.leads
    return any(names_in(m["whose"]) & bodies for m in _BY_RULES.finditer(a.line))


def _about_benefit(sentence: str) -> bool:
    return any(word in sentence for word in (*wordings()["cash"], "享受", "待遇", "救助"))
