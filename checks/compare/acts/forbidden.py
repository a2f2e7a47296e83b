"""What a text forbids in so many words, and another orders or allows in nearly the same.

For acts that no family of wording in `conflict.ttl` covers: most two-character pieces of the forbidden act, those of
its verb among them and near-synonyms as one, have to stand behind the modal word of one clause on the same subject, and
that clause must not forbid, punish or negate. Acts come one by one from a list (不得有下列行为), and without the ground
that they may not have (不得因结婚等情形，降低…); one told word for word, or of one kind of desk, needs no common
subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, on_one_matter
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import named_in

_BARS = re.compile(
    r"(?:不得(?:以任何[^，。；]{1,6})?|禁止|严禁|不准)(?!低于|高于|超过|少于|多于|影响|突破|违反|违背|早于|晚于)(?P<act>[^，。；]{4,40})"
)
_OFFENCE = re.compile(r"责令|罚款|处分|追究")
_GUARDED = re.compile(
    r"不|未|禁止|严禁|避免|防止|杜绝|违反|责令|处分|罚款|处罚|追究|擅自|变相|非法|违规|除外|撤销|制止|举报|侵害"
)
_DOES = re.compile(r"应当|必须|可以|一律|统一")
_LEAD = re.compile(r"^[^，。；]{0,8}?(?:借口|理由|方式|名义|形式)")
_LISTED = re.compile(r"(?:不得|禁止|严禁|不准)(?:实施|有|从事)?[^，。；]{0,6}(?:行为|情形|活动|内容)[：:]$")
_GROUND = re.compile(r"(?:因|以)(?P<ground>[^，。；]{2,40})(?:情形|原因|理由|为由|等)，(?P<act>[^，。；]{4,40})")
_FEIGNED = re.compile(r"(?:或者|、|或)变相[一-龥]{2}")  # 收取或者变相收取报酬
_ASIDE = re.compile(r"^除[^，。；]{2,30}外，|进一步|擅自|变相|非法|违规|直接|或者变相")
_QUOTED = re.compile(r"(?:包括|载明|注明|写明)[^。；]*$")
_VERB = 2  # characters
_SOMEBODY = re.compile(r"的[^，。；]{0,10}?(?:人(?!民|均)|者|人员|行为人|个人|家庭|当事人|单位|机构|组织|企业)")
_TRADE = re.compile(
    r"(?:^|[，。；])(?P<trade>[^，。；]{2,10}?)(?<!工作)(?<!经办)(?<!有关)(?<!相关)(?<!其他)(?<!责任)人员$"
)
_OR = re.compile(r"或者|或(?!许)")
_LEAST, _SHARED = 7, 0.7
_SHORT = 5  # pieces of an act in few words, all of which have to stand elsewhere
_FEWEST = 4  # pieces of an act that stands behind 或者


@dataclass(frozen=True, slots=True)
class Bar:
    """A forbidden act and where it stands."""

    norm: Norm
    act: str
    pieces: frozenset[str]
    verb: frozenset[str]  # those of its first words
    who: frozenset[str] = frozenset()  # those to whom alone it is forbidden
    ground: frozenset[str] = frozenset()  # those of the ground on which it may not be done (因怀孕、产假等情形)
    whole: bool = False  # one of several, in few words, all of which have to stand elsewhere


def bars(norms: tuple[Norm, ...]) -> Iterator[Bar]:
    """Forbidden acts with enough words to be recognised elsewhere."""
    for norm in norms:
        if _LISTED.search(norm.stem):
            yield from _items(norm)
        for match in _BARS.finditer(norm.text):
            act = _act(norm, match)
            if _QUOTED.search(norm.text[: match.start()]):
                continue
            who = _of_a_trade(norm.text[: match.start()])
            if len(bag(act)) >= _LEAST and bag(act[:_VERB]):
                yield Bar(norm, act, bag(act), bag(act[:_VERB]), who, bag(_ground(norm, match)))
            elif len(bag(act)) >= _SHORT and bag(act[:_VERB]):
                yield Bar(norm, act, bag(act), bag(act[:_VERB]), who, bag(_ground(norm, match)), whole=True)
            others = _OR.split(act)[1:]
            yield from (Bar(norm, x, bag(x), bag(x[:_VERB]), who, whole=True) for x in others if len(bag(x)) >= _FEWEST)


def _act(norm: Norm, match: re.Match[str]) -> str:
    """What is forbidden: the words behind a ground that it may not have (不得因结婚等情形，降低…), where one stands."""
    act = _FEIGNED.sub("", _LEAD.sub("", match["act"]))
    behind = _GROUND.match(norm.text, match.start("act"))
    return behind["act"] if behind else act


def _ground(norm: Norm, match: re.Match[str]) -> str:
    behind = _GROUND.match(norm.text, match.start("act"))
    return behind["ground"] if behind else ""


def _items(norm: Norm) -> Iterator[Bar]:
    """What an item of a list of forbidden acts says, in each of its ways."""
    said = _ASIDE.sub("", norm.text)
    for act in CLAUSE.findall(said)[:1]:
        first, *others = _OR.split(act)
        both = first + others[0][_VERB:] if others else act  # 询问或者调查婚育情况: 询问婚育情况
        for x in dict.fromkeys((act, both)):
            if len(bag(x)) >= _LEAST and bag(x[:_VERB]):
                yield Bar(norm, x, bag(x), bag(x[:_VERB]))


def _of_a_trade(before: str) -> frozenset[str]:
    """Pieces of the name of a trade, where those of it alone are forbidden something (心理咨询人员不得…)."""
    said = _TRADE.search(before)
    return bag(said["trade"]) if said else frozenset()


def breaches(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Bar]]:
    """Norms of `mine` that do what `theirs` forbids."""
    forbidden = tuple(bars(theirs))
    for norm, said in _doing(mine) if forbidden else ():
        for bar in forbidden:
            least = 1 if bar.whole else _SHARED
            if (bar.who and not bar.who & bag(norm.words)) or _describes(norm, bar):
                continue
            size = min(len(said), len(bar.pieces)) if bar.ground & bag(norm.words) else len(bar.pieces)
            close = bool(bar.verb) and bar.verb <= said and len(said & bar.pieces) >= least * size
            known = bar.pieces <= said and len(bar.pieces) >= _LEAST  # word for word, whatever the titles are
            if close and (known or on_one_matter(index, norm, bar.norm) or _at_one_desk(norm, bar)):
                yield norm, bar
                break


def _describes(norm: Norm, bar: Bar) -> bool:
    """Whether the words of the act only say who the people are (对实施家庭暴力的加害人进行教育)."""
    return any(_SOMEBODY.match(rest) for rest in norm.text.split(bar.act)[1:])


def _at_one_desk(norm: Norm, bar: Bar) -> bool:
    """Whether every word of the act is told of one kind of desk (学校不得分设重点班), whatever the titles are."""
    whole = bar.whole and len(bar.pieces) >= _SHORT
    return whole and bool(named_in("desk", norm.words) & named_in("desk", bar.norm.words))


def _doing(norms: tuple[Norm, ...]) -> Iterator[tuple[Norm, frozenset[str]]]:
    """Clauses that order or allow something and negate nothing, with the pieces behind their modal word."""
    for norm in norms:
        if "：" in norm.stem and _GUARDED.search(norm.stem):
            continue
        for clause in CLAUSE.findall(norm.text):
            modal = _DOES.search(clause)
            if modal and not _GUARDED.search(clause) and not _OFFENCE.search(norm.text):
                yield norm, bag(clause[modal.end() :])
