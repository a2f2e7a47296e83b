"""What people have to obtain before they may apply: two texts that want each the other's result first serve nobody.

A norm names what is applied for (申请慈善帮扶的), or speaks of what its document is for; what comes first is named
after 先, as a paper to bring (凭…决定书), or as what nobody is taken without (未取得…的，不予受理; …作出前，不予受理).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.norms import Norm, norms_of
from kg.coverage import CoverageIndex
from kg.model import Reading
from ontology.wording import wordings

_FOR = re.compile(
    r"申[请领办](?!人|材料|书|表|之日|条件|家庭|对象|事项)(?P<what>[一-龥]{2,16}?)(?:待遇)?(?:的|前|时|之前|，|、)"
)
_DENIED = re.compile(
    r"不(?:予|再|得)?(?:受理|办理|收件|接件|接收|登记)(?:其)?(?P<what>[一-龥]{2,16}?)(?:的?申请|，|。|；)"
)
_FIRST = re.compile(
    r"(?<![优可])(?<!可以)(?<!得)先(?:行)?(?P<first>(?:向|取得|申请|申领|申办|办理|经|到|由)[^，。；]{2,40})"
    r"|[凭持](?P<paper>[^，。；]{2,40}?(?:决定书?|通知书?|告知书|证明|凭证|结果|意见书?|结算单|回执))[^，。；]{0,8}(?:申[请领办]|办理|提出)"
    r"|(?:提交|提供|附上?|出示)(?P<proof>[^，。；]{4,40}?(?:决定书?|通知书?|告知书|证明|凭证|意见书?|审批表|回执))(?=[^。；]{0,24}不(?:予|再|得)?(?:受理|办理|收件|接件|登记|认定|审批|核准))"
    r"|(?:未|没有)(?P<lack>(?:取得|办理|经|申请|持有?|附|提供|提交|出具|领取)?[^，。；]{2,40}?)的?，[^，。；]{0,24}?不(?:予|再|得)?(?:受理|办理|收件|接件|登记)"
    r"|(?P<until>[^，。；]{2,40}?)(?:决定|结论|结果|答复|意见)(?:作出)?(?:之)?前，[^，。；]{0,24}?(?:不(?:予|再|得)?|暂不|暂缓)(?:受理|办理|收件|接件|登记)"
)
_PROGRAMME = re.compile(r"救助|援助|补贴|补助|资助|帮扶|津贴|供养|保障金?|待遇|减免|认定|鉴定|评估|登记")
_NAME = 4  # characters of a programme's name that tell it from others
_CALLED = re.compile(r"(?:实施|管理|工作|暂行|试行)?(?:办法|细则|规定|意见|规程|方案|条例|制度|通知).*$")


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """Who applies for `what` has first to have what `first` says."""

    what: str
    first: str
    norm: Norm

    def leads_to(self, other: Prerequisite) -> bool:
        """Whether what has to be had first is what the other is applied for."""
        return _means(other.what, self.first) and not _means(self.what, other.what)


def prerequisites(index: CoverageIndex, reading: Reading) -> Iterator[Prerequisite]:
    """What one document makes people obtain before they may apply: 申请慈善帮扶的，应当先取得临时救助决定."""
    about = _CALLED.sub("", reading.document.title or "")
    for norm in norms_of(reading):
        for match in _FIRST.finditer(norm.words):
            first = next(said for said in match.groups() if said)
            start, end = next(match.span(name) for name, words in match.groupdict().items() if words)
            said = norm.words[:start] + "，" + norm.words[end:]
            named = [m["what"] for p in (_FOR, _DENIED) for m in p.finditer(said) if not _means(m["what"], first)]
            for what in dict.fromkeys(named or [about]):
                if what and not _means(what, first):
                    yield Prerequisite(what, first, norm)


def _means(name: str, said: str) -> bool:
    """Whether `said` names the programme called `name`: as a whole, or by the last characters of its name."""
    if name in said:
        return True
    ends = (name[max(0, m.end() - _NAME) : m.end()] for m in _PROGRAMME.finditer(name))
    return any(len(end) == _NAME and end not in wordings()["no-programme"] and end in said for end in ends)
