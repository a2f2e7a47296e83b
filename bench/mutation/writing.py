"""A pair as the checks get it: straight in normal form, or written out as documents and read back."""

from __future__ import annotations

from datetime import date
from typing import Any

from bench.mutation.acts import Act, Rule
from bench.mutation.pairs import Pair
from ingest.reading import read_text
from kg.coverage import CoverageIndex, build_index
from kg.model import Corpus
from ontology.vocabulary import load_vocabulary
from tests.builders import Sketch, build, provision

AT = date(2025, 6, 1)


def in_normal_form(made: Pair) -> CoverageIndex:
    """Index over the provisions as they were made: nothing is read."""
    sketches = [_sketch(act, i, rule) for act in made.acts for i, rule in enumerate(act.rules)]
    return build(sketches, {act.name: _facts(act) for act in made.acts}, AT, made.acts[-1].place.code)


def as_documents(made: Pair) -> CoverageIndex:
    """Index over the acts written out and read back."""
    vocabulary = load_vocabulary()
    readings = [read_text(a.name, written(a), a.name, vocabulary) for a in made.acts]
    drafts = [r for r, a in zip(readings, made.acts, strict=True) if a.draft]
    rest = tuple(r for r, a in zip(readings, made.acts, strict=True) if not a.draft)
    return build_index(Corpus(rest), drafts[0] if drafts else None, vocabulary, AT, made.acts[-1].place.code)


def written(act: Act) -> str:
    """The act as a document: title, issue line, articles, end."""
    issued = f"（{act.issuer[0]}{_day(act.start)}印发）" if not act.draft else "（征求意见稿）"
    first = f"为规范有关工作，结合实际，制定本{act.title[-2:]}。"
    rules = [first, *(rule.text for rule in act.rules), _ending(act)]
    body = "\n\n".join(f"第{_chinese(i)}条　{text}" for i, text in enumerate(rules, 1))
    return f"{act.title}\n\n{issued}\n\n{body}\n"


def _ending(act: Act) -> str:
    end = f"，有效期至{_day(act.end)}" if act.end else ""
    repeal = "".join(f"《{title}》同时废止。" for title in act.repeals)
    return f"本{act.title[-2:]}自{_day(act.start)}起施行{end}。{repeal}"


def _facts(act: Act) -> dict[str, Any]:
    return {
        "title": act.title,
        "region": act.place.code,
        "level": act.place.level,
        "rank": act.rank,
        "issuers": (act.issuer[1],),
        "start": act.start,
        "end": act.end,
        "repeals": act.repeals,
    }


def _sketch(act: Act, number: int, rule: Rule) -> Sketch:
    return provision(f"{act.name}-{number}", document=act.name, text=rule.text, **rule.facts)


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else digits[tens]) + "十" if tens else "") + (digits[ones] if ones or not tens else "")
