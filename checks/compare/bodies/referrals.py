"""Who sends people, or waits for whom: edges between bodies, each with the matter it is about.

Two manners: a body turns people away and names another door (不予受理，由…向X申请), or makes its own work wait for
another's list (以X确定的名单为准). A plain hand-over (转X办理) is no turning away, so a chain that ends somewhere is
no circle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.bodies import COORDINATING, is_department
from checks.compare.ground.agencies import agencies_in, leads_of, one_of_each
from checks.compare.ground.holders import NO_DESK, holders_of
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import aid_of
from checks.compare.ground.wording import pieces
from kg.coverage import CoverageIndex
from kg.model import Reading

_AWAY = re.compile(
    r"(?:不|暂不|暂缓)(?:再|予|得|直接|单独|另行|重复)*(?:受理|接收|收件|接待|办理|救助|纳入|列入|出具|开具|安排|安置|收治|收住|登记|认定|评估)|退回[^，。；]{0,6}申请|不接受[^，。；]{0,6}申请"
    r"|(?:不予|不再|不得|不能|暂不予?|不另行)[^，。；的]{0,6}?(?:救助|资助|补助|帮扶|纳入|列入|受理)"
    r"|不作为[^，。；]{0,12}(?:受理|办理|对象)|不属于[^，。；]{0,10}(?:救助|受理|服务)(?:范围|对象)"
    r"|(?:不|概不)(?:再)?(?:负责|承担)|(?:不予|不再|不得|概不|一律不|不)(?:支付|结算|报销|发放|给付|垫付|列支|补助)(?!的)|不适用本|先行?向|不属于本[^，。；]{0,10}范围"
)
_DOOR = re.compile(
    r"(?:转?由|应由|改由)(?P<by>[^，。；向到引告]{2,24}?)(?:按照|按|依照|依据|根据|负责|纳入|办理|受理|处理|解决|给予|予以|承担|救治|先行|接收|安置|安排|收住|收留|托养|审核|审批|核实|垫付|兜底|从|支付|结算|报销|发放)"
    r"|转(?!由|交|送|介|至|移)(?P<turn>[^，。；向到引告]{2,24}?)(?:办理|受理|处理|解决|审核|审批|核实|救助|救治|垫付|承担)"
    r"|(?:告知|引导|建议|通知|指引|指导|动员|请|让|劝导|介绍)[^，。；]{0,14}?(?:向|到|去|至|找|联系|前往)(?P<at>[^，。；]{2,24}?)(?:申请|办理|提出|求助|登记|申报|反映|解决|就诊|就医|诊治|治疗|收治|安置|领取|申领|咨询|接受救助|接受帮助|处理|(?=[，。；]))"
    r"|(?:由其|由(?:申请人|当事人|本人|家长|监护人|承租户|家庭))[^，。；]{0,6}?(?:向|到|去|找|联系)(?P<self>[^，。；]{2,24}?)(?:申请|办理|提出|求助|登记|申报|反映|解决)"
    r"|属于?(?P<of>[^，。；]{2,24}?)(?:的)?(?:职责|职能|业务|管辖|主管|负责)"
    r"|(?:应当?|可以)?向(?P<to>[^，。；]{2,24}?)(?:申请|提出|求助)"
    r"|(?:转交|转送|转介|移送|移交|转至)(?P<over>[^，。；]{2,24})"
)
_WAIT = re.compile(
    r"以(?P<body>[^，。；]{2,24}?)(?:确定|认定|公布|提供|出具|核定|审核|审批|核实|下达|审定|确认)的?(?P<what>[^，。；]{1,24}?)"
    r"为(?:准|依据|前提|条件|基础)"
    r"|(?:依据|根据|按照)(?P<basis>[^，。；]{2,24}?)(?:认定|确定|核定|审核|出具)的?(?P<basic>结果|名单|结论|意见)[^，。；]{0,8}?(?:确认|认定|确定|审批|审定)"
    r"|先(?:行)?(?:取得|提供|提交|由)(?P<whose>[^，。；]{2,24}?)(?:出具|开具|作出)(?:的)?(?P<paper>[^。；]{2,40}?)(?:方可|方予|方能|才能|再行)"
    r"|(?:待|等|在|凭|经)(?P<first>[^，。；]{2,24}?)(?:确定|认定|出具|核定|审核|审定|确认)(?P<thing>[^，。；]{0,20}?)"
    r"(?:后|的证明|的意见)[^。；]{0,10}?(?:再行|方可|方才|才能|再)"
    r"|(?P<until>[^，。；]{2,24}?)(?:尚?未?作出|出具|提出|形成)?(?:明确|认定|决定|确定|审定|答复|结论|意见)(?:之)?前，?(?P<who>[^，。；]{2,24}?)(?:一律)?(?:不予?|暂不|暂缓|不得)(?:受理|研究|办理|收件|审批|审核)"
    r"|(?:未|没有)(?:附|取得|持有?|提交|提供|经)(?:有)?(?P<lack>[^，。；]{2,24}?)(?:的|出具|研究|开具|作出|认定|确认|审核)[^，。；]{0,12}?(?:的)?，(?P<desk>[^，。；]{2,24}?)(?:一律)?(?:不予?|暂不|暂缓|不得)(?:受理|研究|办理|收件|审批|审核)"
    r"|(?:只|仅)(?:能|可)?(?:对|受理|为|就|限于|接受|办理)(?P<only>[^，。；]{2,24}?)(?:已经|已|先行|事先)?"
    r"(?:批准|审批|认定|确认|确定|核定|审核|通过|同意|审定|核准|立项|登记|受理)(?:的|过的|后的|通过的|同意的)"
    r"|凭(?P<with>[^，。；]{2,24}?)出具的[^，。；]{0,24}?(?:证明|通知书|决定书?|意见|结果|结论)[^。；]{0,12}?(?:方可|方能|才能|才可)"
    r"|(?:凭|持|依据|根据|附有?|提交|提供|取得|查验)(?P<giver>[^，。；]{2,24}?)(?:出具|核发|开具|颁发|发放|发给|制作|作出|签发|制发)的?"
    r"(?P<result>[^，。；]{0,24}?)(?P<form>证明|文件|认定书|核定书|鉴定书|确认书|核准书|登记卡|通知书?|决定书?|意见书?|结果|结论|证书?|凭证|批文|批复|复函|报告|手续)"
)
_ISSUED = re.compile(r"(?:出具|核发|开具|颁发|发放|发给|签发)(?!的)([^，。；]{2,16}?(?:书|证|证明|凭证|卡))")
_SENT_TO = frozenset({"township"})  # where people go, if nobody waits for its papers
_MOST_OF = 0.5  # of a paper's name, that the other norm has
_TURNS = ("who", "desk")  # names of those who turn away, in the patterns
_NO_TARGET = frozenset({"what", "thing", "paper", "result", "form", "basic", *_TURNS})


@dataclass(frozen=True, slots=True)
class Referral:
    """`source` turns people to `target`, or waits for it; the aid on both sides may be unknown ("")."""

    source: str
    target: str
    aid: frozenset[str]
    norm: Norm
    waits: bool
    words: frozenset[str]  # two-character pieces of what it is about
    paper: frozenset[str] = frozenset()  # of the paper that is waited for, where any paper would stand in such words
    act: frozenset[str] = frozenset()  # of what waits

    def fits(self, other: Referral) -> bool:
        """Whether the paper waited for, if one is named, is what `other` is about."""
        return not self.paper or len(self.paper & other.act) > _MOST_OF * len(self.paper)


def referrals(index: CoverageIndex, reading: Reading) -> Iterator[Referral]:
    """All edges that one document draws."""
    for norm in norms_of(reading):
        for match in _WAIT.finditer(norm.words):
            yield from _edges(index, reading, norm, match, waits=True)
        if _AWAY.search(norm.words):
            for match in _DOOR.finditer(norm.words):
                yield from _edges(index, reading, norm, match, waits=False)


def _edges(index: CoverageIndex, reading: Reading, norm: Norm, match: re.Match[str], waits: bool) -> Iterator[Referral]:
    name = next(v for v in (match.groupdict()) if match[v] and v not in _NO_TARGET)
    found = agencies_in(match[name])
    said = [a for group in _TURNS for _, _, a in agencies_in(match.groupdict().get(group) or "")][:1]
    for _, _, target in found[:1]:
        for source in said or _sources(index, reading, norm, match.start(), target):
            sent = target in _SENT_TO and not waits
            if source in _SENT_TO and (waits or target in NO_DESK):
                continue
            if target != source and (target not in NO_DESK or sent or (said and target in COORDINATING)):
                paper = pieces(match["result"] or "") or pieces(match["form"] or "") if waits else frozenset()
                own = norm.words.replace(match.group(), "，") + "，" + (reading.document.title or "")
                act = pieces("，".join((own, *_ISSUED.findall(reading.document.text)))) if paper else pieces(own)
                yield Referral(source, target, aid_of(index, norm), norm, waits, pieces(norm.words), paper, act)


def _sources(index: CoverageIndex, reading: Reading, norm: Norm, before: int, target: str) -> tuple[str, ...]:
    """Who speaks: the body that turns away, the one named before, the label, the lead of the act, or its issuer.

    A service point (救助管理机构) turns away in the name of the department that the act is of.
    """
    found = agencies_in(norm.words)
    one = {(s, e) for s, e, a in found if a == target}
    same = {a for s, e, a in found if (s, e) in one} | {target}  # a bureau of two lines (教育体育局) is one body
    heard = [a for _, _, a in found if a not in NO_DESK and a not in same]
    named = [a for a in one_of_each(norm.words[:before]) if a not in NO_DESK] or heard[:1]
    if named and is_department(index.vocabulary, named[-1]):
        return (named[-1],)
    if label := label_of(reading, norm):
        return label
    issuers = [a for a in reading.document.issuer_ids if a not in NO_DESK]
    leads = [a for a in (*leads_of(norm), *holders_of(reading), *issuers) if a not in {*same, *NO_DESK}]
    first = sorted(leads, key=lambda a: not is_department(index.vocabulary, a))[:1]
    titled = () if first else (a for _, _, a in agencies_in(reading.document.title or "") if a not in NO_DESK)
    return tuple(dict.fromkeys((*first, *(a for a in (*titled, *_turning_away(norm)) if a not in same))))


def _turning_away(norm: Norm) -> tuple[str, ...]:
    """The body right before the words that turn people away (救助管理站不予接收)."""
    away = _AWAY.search(norm.words)
    return tuple(
        a for _, end, a in agencies_in(norm.words) if away and end == away.start() and a not in NO_DESK - _SENT_TO
    )


def label_of(reading: Reading, norm: Norm) -> tuple[str, ...]:
    """The agency before the colon of a duty paragraph."""
    head = reading.document.text[norm.line[0] : norm.start]
    colon = head.find("：")
    return tuple(a for _, _, a in agencies_in(head[:colon])[:1]) if 0 < colon < 40 else ()
