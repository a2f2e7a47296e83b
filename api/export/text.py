"""Plain-text rendering for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from api.quantities import Quantity
from kg.model import Groups, Parameter, Provision, Reading
from kg.naming import cited
from ontology.vocabulary import Vocabulary


def groups_text(groups: Groups, vocabulary: Vocabulary) -> str:
    """低保对象；困难且残疾 …"""
    return "；".join("且".join(vocabulary.label("group", g) for g in a) for a in groups)


def parameter_text(parameter: Parameter, vocabulary: Vocabulary) -> str:
    """办理期限 ≤20工作日."""
    sign = {"<=": "≤", ">=": "≥"}.get(parameter.op, parameter.op)
    return f"{vocabulary.label('parameter', parameter.kind)} {sign}{parameter.value:g}{parameter.unit}"


def quantity_line(quantity: Quantity, vocabulary: Vocabulary) -> str:
    """办理期限 ≤20工作日　临时救助　困难群众　《某办法》第六条　自2024-01-01."""
    aid = "、".join(vocabulary.label("aid", a) for a in quantity.provision.aid)
    since = quantity.period.start
    said = (
        parameter_text(quantity.parameter, vocabulary),
        aid,
        groups_text(quantity.provision.groups, vocabulary),
        f"{cited(quantity.document)}{quantity.provision.locator}",
        f"自{since.isoformat()}" if since else "日期不详",
    )
    return "　".join(part for part in said if part)


def provision_lines(reading: Reading, vocabulary: Vocabulary) -> Iterator[str]:
    """The document's title, then each provision with what was read from it."""
    yield f"{cited(reading.document)} {len(reading.provisions)} 条"
    for provision in reading.provisions:
        yield f"  {provision.locator}　{provision.quote.text}"
        yield f"      {'　'.join(_facts(provision, vocabulary))}"


def _facts(provision: Provision, vocabulary: Vocabulary) -> Iterator[str]:
    yield vocabulary.label("modality", provision.modality)
    for actor in provision.actors:
        yield f"{vocabulary.label('agency', actor.agency)}（{vocabulary.label('role', actor.role)}）"
    if provision.functions:
        yield "职能：" + "、".join(vocabulary.label("function", f) for f in provision.functions)
    if provision.aid:
        yield "救助：" + "、".join(vocabulary.label("aid", a) for a in provision.aid)
    if provision.groups:
        yield "对象：" + groups_text(provision.groups, vocabulary)
    yield from (parameter_text(p, vocabulary) for p in provision.parameters)


def silence_lines(reading: Reading) -> Iterator[str]:
    """Modal sentences that gave nothing."""
    if reading.silent:
        yield f"{cited(reading.document)}有 {len(reading.silent)} 句未读出内容："
    for quote in reading.silent:
        yield f"  第{quote.start}字起：{quote.text}"
