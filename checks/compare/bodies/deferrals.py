"""Texts that leave one matter to each other: 补贴标准按照甲办法执行, and in it 按照乙细则执行; nobody sets it.

So too where what a text leaves in detail to another one (具体标准按照…) is there left to the very body that issued it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, product

from checks.compare.ground.agencies import agencies_in, authors_of
from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm, norms_of
from checks.places import title
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Level
from kg.force import same_title

_LEFT = re.compile(
    r"(?P<what>[^，。；：]{3,30}?)，?(?:应当)?(?:按照|按|依照|依据|参照)"
    r"(?:《(?P<title>[^》]{4,40})》|[^，。；《]{0,20}(?:制定|出台|印发|公布)的(?P<kind>[^，。；]{4,20}(?:细则|办法|规定|方案|标准)))"
    r"[^，。；]{0,12}(?:执行|确定|办理|发放)"
)
_KINDS = "文件|细则|办法|规定|方案|标准|通知|意见|通告|公告|规程|规则|制度|指引|指南|目录|决定|条例"
_NAMED = (
    r"(?:[^，。；《]{0,16}《(?P<title>[^》]{4,40})》"
    rf"|(?!(?:本|国家|有关|相关))(?P<kind>[^，。；《》]{{4,30}}(?:{_KINDS})))"
)
_LEFT_OFTEN = re.compile(  # as officials say it in passing: 以某局某文件所定为准, 照《某办法》给…定的数走
    rf"(?P<what>[^。；：]{{3,60}}?)，?(?:以|按照?|照|比照|参照|依照|依据|根据){_NAMED}"
    r"[^，。；]{0,16}(?:为准|办|走|定|算|执行|标准|数额|发放)"
)
_LEFT_BY = re.compile(rf"(?P<what>[^。；：，]{{3,40}}?)，?由{_NAMED}(?:另行|具体)?(?:规定|确定|明确)")
_LEFT_TO = re.compile(
    rf"(?P<what>[^。；：，]{{3,40}}?)，?(?:执行|适用|详见|参见|见){_NAMED}(?:的?(?:有关|相关|具体)?规定)?(?=[，。；]|$)"
)
_FOLLOWS = re.compile(  # whatever way a text has something go by another one, and the words behind
    rf"(?:按照?|依照?|依据|根据|参照|参见|详见|见|比照|照|以|由|适用|执行|遵照|遵从|[从随依同]){_NAMED}(?P<rest>[^，。；]{{0,16}})"
)
_LEFT_TO_BODY = re.compile(
    r"(?P<what>[^。；：，]{3,40}?)，?由(?P<body>[^，。；]{2,30}?)(?:会同[^，。；]{2,20})?(?:另行|负责|具体)*(?:制定|制订|确定|规定|拟定)"
)
_IN_DETAIL = re.compile(r"具体|不(?:再)?另行|不(?:再)?(?:单独|重新)")
_OF_LEVEL = (
    ("省|自治区|直辖市", Level.PROVINCE),
    ("设区的?市|地级", Level.PREFECTURE),
    ("县|区(?!的?市)|旗", Level.COUNTY),
)
_CITING = re.compile(rf"《|{_KINDS}")
_MADE_BY = re.compile(r"(?:制定|制订|出台)本")  # 根据《…条例》，制定本办法: its basis, to which nothing is left
_ISSUED = re.compile(r"(?:联合)?(?:印发|制定|制发|出台|公布|发布|下发)的")
_SORTS = tuple(
    map(
        re.compile,
        (
            "数额|金额|多少|度数|数量|天数|次数|时数|标准|额度|比例|限额|几折|倍数|档次|幅度|上浮",
            "对象|范围|资格|谁|领取人|哪些人|人群|条件",
            "程序|流程|步骤|手续|材料|怎么申|如何申|怎样申",
            "时间|期限|时限|何时|日期|几时|什么时候|月份|起算|哪个月",
            "结算|支付|拨付|资金来源|经费|费用|出资|谁出",
            "安置|去向|落户|接收",
        ),
    )
)
_REST = re.compile(
    r"其他|其余|以外"
    r"|[0-9０-９.]+个?(?:元|%|倍|万元|工作日|日|天|度|千瓦时|立方米|方|吨|公?斤|小时|月|次|周?岁|平方米)"
)  # of others, or beside what is set
_SAYS_NOTHING = re.compile(
    r"(?:本|我|此|这里|上述)?(?:办法|细则|方案|规定|通知|意见|规程|规则|文件)?(?:中|里)?(?:对此)?(?:均|也|都)?(?:不|从略|未)(?:再|另|另行|单独|重复|作)*(?:规定|安排|明确|列|要求|制定)?|从略|一律|均|统一|应当?|具体|，$"
)
_KNOWN = 0.6  # of what a document is called in passing, in its title
_SHARED = 2  # pieces that the matters share


@dataclass(frozen=True, slots=True)
class Deferral:
    """A norm that leaves `what` to another document, named by its title or its kind, or to a body (in `kind`)."""

    norm: Norm
    what: str
    title: str
    kind: str


def circles(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Deferral, Deferral]]:
    """The first matter that two documents leave to each other, or that one sends back to the issuer of the other."""
    found = chain(
        _left_to_each_other(index, mine, theirs), _sent_back(index, mine, theirs), _sent_back(index, theirs, mine)
    )
    yield from islice(found, 1)


def _left_to_each_other(index: CoverageIndex, mine: str, theirs: str) -> Iterator[tuple[Deferral, Deferral]]:
    for a, b in product(deferrals_of(index, mine), deferrals_of(index, theirs)):
        if _means(index, a, theirs) and _means(index, b, mine) and _one_matter(a, b):
            yield a, b


def _sent_back(index: CoverageIndex, lower: str, upper: str) -> Iterator[tuple[Deferral, Deferral]]:
    """What the issuer of a text leaves in detail to another one, which has that very issuer set it."""
    for a in deferrals_of(index, lower):
        if not _means(index, a, upper) or not _IN_DETAIL.search(a.norm.text):
            continue
        for b in _left_to_bodies(index, upper):
            shared, short = bag(a.what) & bag(b.what), min(len(bag(a.what)), len(bag(b.what)))
            if _is_issuer(index, b, lower) and len(shared) >= max(_SHARED, _KNOWN * short) and _one_sort(a, b):
                yield a, b


@per_index
def _left_to_bodies(index: CoverageIndex, name: str) -> tuple[Deferral, ...]:
    """What a document has a body set."""
    norms = norms_of(index.reading(name))
    return tuple(Deferral(n, m["what"], "", m["body"]) for n in norms for m in _LEFT_TO_BODY.finditer(n.text))


def _is_issuer(index: CoverageIndex, deferral: Deferral, name: str) -> bool:
    """Whether the body that a deferral names has issued a document, as far as its level is said."""
    document = index.documents[name]
    named = {a for _, _, a in agencies_in(deferral.kind)}
    levels = [level for said, level in _OF_LEVEL if re.search(said, deferral.kind)][:1]
    return bool(named & authors_of(document)) and (not levels or document.level in (None, *levels))


def _one_matter(a: Deferral, b: Deferral) -> bool:
    """Whether both leave one thing open: in words they share, or how much, to whom or how for what both speak of."""
    mine, theirs = map(_sorts, (a, b))
    if mine and theirs:
        return bool(mine & theirs) and len(bag(a.norm.text) & bag(b.norm.text)) >= _SHARED
    least = _KNOWN if mine or theirs else 0
    return len(bag(a.what) & bag(b.what)) >= max(_SHARED, least * min(len(bag(a.what)), len(bag(b.what))))


def _sorts(deferral: Deferral) -> frozenset[int]:
    """What sorts of things it leaves open, by its last clause, else by all that it says."""
    said = (deferral.what.rpartition("，")[2], deferral.what)
    found = (frozenset(i for i, p in enumerate(_SORTS) if p.search(x)) for x in said)
    return next(filter(None, found), frozenset())


def _one_sort(a: Deferral, b: Deferral) -> bool:
    mine, theirs = map(_sorts, (a, b))
    return mine == theirs or not (mine and theirs)


@per_index
def deferrals_of(index: CoverageIndex, name: str) -> tuple[Deferral, ...]:
    """What a document leaves to others."""
    citing = [n for n in norms_of(index.reading(name)) if _CITING.search(n.text) and not _MADE_BY.search(n.text)]
    return (
        *(
            Deferral(n, m["what"].rpartition("，")[2] or m["what"], m["title"] or "", _ISSUED.sub("", m["kind"] or ""))
            for n in citing
            for pattern in (_LEFT, _LEFT_OFTEN, _LEFT_BY, _LEFT_TO)
            for m in pattern.finditer(n.text)
        ),
        *(d for n in citing for d in _by_what_is_before(n)),
    )


def _by_what_is_before(norm: Norm) -> Iterator[Deferral]:
    """What stands before the text that it goes by: 护理费多少、付给谁，本方案不作规定，均照《…办法》办理."""
    for match in _FOLLOWS.finditer(norm.text):
        what = _SAYS_NOTHING.sub("", norm.text[: match.start()]).strip("，")
        if bag(what) and not _REST.search(norm.prior + what):
            yield Deferral(norm, what, match["title"] or "", _ISSUED.sub("", match["kind"] or ""))


def _means(index: CoverageIndex, deferral: Deferral, name: str) -> bool:
    called = title(index.documents[name])
    if deferral.title:
        return same_title(called, deferral.title)
    known, words = bag(called), bag(deferral.kind)
    return deferral.kind in called or len(words & known) >= max(_SHARED, _KNOWN * len(words))
