"""Shares of one cost that make no whole: 由市、县两级承担，其中市级60%，县级50%.

Who bears what stands in one run of bodies and percentages; another class of people or of places begins another run, as
does a body that bears all. Less than the whole is told only where the text says that these bodies bear all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.doubles import Double
from kg.stretches import value_of
from ontology.cues import Setting

_SHARE = Setting("share")
_ALL, _LEAST = 100, 2  # per cent; bodies
_VALUE = r"(?:(?P<value>[0-9]+(?:\.[0-9]+)?)[%％]|百分之(?P<words>[一二三四五六七八九十百]+))"
_GRADES = 3  # that make up a whole
_GRADED = re.compile(r"[等级档类]")
_PEOPLE = re.compile(r"人员|对象|家庭|学生|群众|人数|户数")
_MAKES_UP = re.compile(
    r"(?P<who>[一-龥]{2,10}?)(?:的)?(?:比例)?占(?:[^，。；、0-9]{0,14}的)?(?P<value>[0-9]+(?:\.[0-9]+)?)[%％]"
)
_OF_USES = re.compile(r"(?:资金|经费|分配|使用|支出|构成|权重)[^，。；]{0,8}比例(?:分别)?(?:为|如下|是)?[：:]?")
_OF_A_BASE = re.compile(r"(?:标准|费用?|金额|总额|部分|价格?|工资|收入|支出|限额|数)的$")  # each has its own rate of it
_USE = re.compile(r"(?P<who>[一-龥]{2,14}?)(?:占|为)?(?P<value>[0-9]+(?:\.[0-9]+)?)[%％](?=[，、；。]|$)")
_BORNE = r"(?:承担|负担|分担|分摊|出资|解决|安排|自筹|自付|筹集|筹措|配套|列支|支出|支付|拨付|拨款|投入|补助|资助)"
_DEALT = re.compile(
    rf"(?P<who>[一-龥（）()]{{1,24}}?)(?:各|应当?|须|按照?|统一|分别|予以|给予)*(?:{_BORNE}[^，。；、0-9]{{0,4}})?"
    rf"(?:的?比例)?(?:为|是|占)?{_VALUE}(?:的?(?:比例|资金|费用|部分))?(?:予以|给予|进行)?(?P<by>由[一-龥（）()]{{1,14}}?)?{_BORNE}?"
)
_NEXT = re.compile(r"[，、；和及]{0,2}")
_GIVEN = re.compile(r"^(?:其中|由|则|即|再|并|另|从|和|及|以及)+")
_BODY = re.compile(
    r"(?P<before>[一-龥]{0,8}?)(?P<body>(?:(?:中央|地方|省|自治区|市|州|盟|县|区|旗|乡镇|乡|镇|街道|苏木|村|社区|集体)(?:[（(][^（）()]{1,6}[）)])?)?"
    r"(?:本?级|财政|人民政府|政府|办事处|集体经济组织|自筹|资金|经费)*"
    r"|[一-龥]{2,10}(?:局|基金|保障金|公益金|慈善会|红十字会|联合会|公司|合作社)|用人单位|所在单位|单位|企业|[一-龥]{2,6}机构|[一-龥]{2}方"
    r"|(?P<person>个人|本人|家庭|农户|住户|职工))$"
)
_CLASS = re.compile(r"[户人员童生]$|家庭|对象|阶段|[类档]|山区|平原|农村|城[市镇区]|牧区|地区|学校|项目|其他")
_SEVERAL = re.compile(
    r"(?P<number>[两双二三四])(?:级|方)(?!以)|(?P<all>各方|共同)|[省市州盟县区旗乡镇）]、(?P<pair>[省市州盟县区旗乡镇（）]{1,5})财政"
)
_NUMBER = {"两": 2, "双": 2, "二": 2, "三": 3, "四": 4}


def shares(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Shares that several bear of one cost and that are more, or where they are all of it less, than the whole."""
    for norm in norms:
        if "%" not in norm.text and "％" not in norm.text and "百分之" not in norm.text:
            continue
        for dealt in (_grades(norm.text), _uses(norm), *_runs(norm)):
            added = sum(dealt.values())
            if len(dealt) >= _LEAST and (added > _ALL or (added < _ALL and _is_whole(norm, dealt))):
                said = "＋".join(f"{who}{value:g}%" for who, value in dealt.items())
                yield Double("shares", "各方分担的比例", said, f"合计{added:g}%，应为100%", (norm, norm))
                break


def _uses(norm: Norm) -> dict[str, float]:
    """What money is used for, each with its share, behind 分配比例为： (职业培训35%，…), where that is too much."""
    opened = _OF_USES.search(norm.words)
    if opened is None:
        return {}
    found = {m["who"]: float(m["value"]) for m in _USE.finditer(norm.words, opened.end())}
    rates = any(_OF_A_BASE.search(who) for who in found) or all(groups_in(who) for who in found)
    return found if len(found) >= _GRADES and sum(found.values()) > _ALL and not rates else {}


def _is_whole(norm: Norm, dealt: dict[str, float]) -> bool:
    """Whether the text says that those who bear the shares bear all of the cost."""
    if _SHARE.has("rest", norm.words):
        return False
    if _SHARE.has("whole", norm.words):
        return True
    several = _SEVERAL.search(norm.words) if _SHARE.has("borne", norm.words) else None
    if several is None:
        return False
    return several["all"] is not None or len(dealt) == _NUMBER.get(several["number"] or "两")


def _runs(norm: Norm) -> Iterator[dict[str, float]]:
    """Bodies and what each bears, for each run of them that follow at once upon each other."""
    if not _SHARE.has("borne", norm.words) or _SHARE.has("aside", norm.words):
        return
    run: dict[str, float] = {}
    end = persons = 0
    for match in _DEALT.finditer(norm.text):
        body, person, alone = _bearer(match["by"] or match["who"])
        value = value_of(match["value"] or match["words"])
        follows = alone and _NEXT.fullmatch(norm.text, end, match.start()) is not None
        persons += person
        if not follows or body in run or persons > 1 or value >= _ALL:
            yield run
            run, persons = {}, int(person)
        run = {**run, body: value} if body and value < _ALL else {}
        end = match.end()
    yield run


def _bearer(said: str) -> tuple[str, bool, bool]:
    """Who bears a share, whether those are people, and whether nothing else (whose cost it is) stands before it."""
    topic, _, who = _GIVEN.sub("", said).rpartition("由")
    found = _BODY.search(who)
    if found is None or not found["body"]:
        return "", False, False
    return found["body"], found["person"] is not None, not topic and not _CLASS.search(found["before"])


def _grades(text: str) -> dict[str, float]:
    """The percentages of a whole that grades of one name make up (困难占40%、一般困难占50%)."""
    found = {m["who"]: float(m["value"]) for m in _MAKES_UP.finditer(text)}
    return found if len(found) >= _GRADES and _common(found) else {}


def _common(names: Iterable[str]) -> bool:
    """Whether all the names are of grades, or have a word in common that is not only one for people."""
    if all(_GRADED.search(name) for name in names):
        return True
    return bool(frozenset.intersection(*(bag(_PEOPLE.sub(" ", name)) for name in names)))
