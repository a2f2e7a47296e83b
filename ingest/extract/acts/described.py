"""Agencies before a marker with a description: behind a relative clause, or several with one between them."""

from __future__ import annotations

import re

from ingest.extract.bodies.chains import Body, Chain
from ingest.grammar import Token

_NAMED = ("指定", "定点", "委托")
STAFF = re.compile(
    r"(?!工作人员)(?:(?:和|、|以及|及|或者)(?:个人|其他(?:组织|单位|有关单位)|社会组织))?(?:的|及其)?(?:其他)?(?:直接负责的)?"
    r"(?:[一-龥]{0,4}人员|有关人员|主管人员|负责人|主要负责人|办案人员|执法人员|相关人员|责任人员)?(?:均|都|也|一般|原则上|在.{0,20})?$"
)
_AND = re.compile(r"、|和|以及|及|与|或者|或")


def described(text: str, zone: list[Token], stop: int) -> tuple[Body, ...]:
    """The agency right before the marker, behind a relative clause (使用校车的学校应当)."""
    if len(zone) > 2 and zone[-2].text in _NAMED and zone[-2].end == zone[-1].start:
        zone = [*zone[:-2], zone[-1]]  # 收治病人的指定医院
    if (
        len(zone) < 2
        or zone[-1].chain is None
        or zone[-2].kind != "de"
        or (zone[0].kind == "prep" and zone[0].word.value != "in")
    ):
        return ()
    return zone[-1].chain.bodies if STAFF.fullmatch(text, zone[-1].end, stop) else ()


def described_about(tokens: list[Token]) -> Chain | None:
    """招收残疾学生的学校对…，应当: the agency behind what describes it, where it turns to somebody."""
    for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if a.kind == "prep":
            return None
        if b.chain is not None and c.kind == "prep":
            turns = c.word.value == "on" and c.start == b.end and a.kind == "de" and a.end == b.start
            return b.chain if turns else None
    return None


def shared_marker(text: str, chain: Chain, zone: list[Token], stop: int) -> tuple[Body, ...]:
    """民政部门或者具备条件的村民委员会应当: all of them; none where it is no such list."""
    last = next((t for t in zone[-1:] if t.chain not in (None, chain)), None)
    if last is None or text[last.start - 1] == "等" or not _AND.match(text, chain.end):
        return ()
    return coordinated(text, zone, stop)


def coordinated(text: str, zone: list[Token], stop: int) -> tuple[Body, ...]:
    """Agencies with a description between them (市人民政府和易发地区的县级人民政府应当): all of them, or none."""
    chains = [t.chain for t in zone if t.chain is not None]
    if any(t.kind == "prep" for t in zone) or not STAFF.fullmatch(text, chains[-1].end, stop):
        return ()
    joined = all(text[c.end : c.end + 1] in "和、或及与" for c in chains[:-1])
    return tuple(b for c in chains for b in c.bodies) if joined else chains[-1].bodies
