"""Bodies that a notice in force has done away with: 不再保留县乡村振兴局，将其职责划入县农业农村局.

What a document of the place says of its own bodies is surer than any general date of a reform. A sign given up
(不再加挂…牌子) is no body given up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm

_GONE = re.compile(
    r"(?:不再保留|不再设立|不再设置|撤销|撤并|裁撤|取消)(?P<names>[^，。；]{3,80})"
    r"|(?P<former>[一-龥]{2,40}?(?:局|委员会|办公室|中心|站|处)(?:[、和及与][一-龥]{2,24}?(?:局|委员会|办公室|中心|站|处)){0,6})"
    r"(?:同时|一并|均|也|已经?|随之|相应)*(?:予以|整体)?(?:撤销|不再(?:保留|设立|设置|单设|单独设[立置])|停止(?:运行|履职)|(?:更名|改名|改组)(?:为|成)|并入(?=[^，。；]{2,16}(?:局|委|会|办|部门|中心)))"
)
_SIGN = re.compile(r"牌子|名称|称谓|印章")
_HANGS = re.compile(
    r"(?<!不再)(?<!取消)加?挂(?P<sign>[^，。；]{3,24}?)的?牌子(?![^，。；]{0,10}(?:不予?保留|不再|取消|停止|撤销|终止|摘除))"
)
_NAME = re.compile(  # of a body that no register knows: 县扶贫和移民办公室
    r"(?P<name>[一-龥]{2,24}?(?:局|委员会|办公室|事务中心|服务中心|管理处|管理站|服务站|管理中心|救助中心|指导中心|救助站|工作站|领导小组))"
)
_OWNER = re.compile(r"(?:原|[一-龥]{0,8}[省市县区州旗盟]|[、和及与])*$")  # before a body given up
_PLACED = re.compile(r"[^，。；、]{0,10}?[省市县区州旗盟]")
_OF_IT = re.compile(r"的|认定|登记|资格|许可|备案|证书|称号|决定|处分")  # what a body has or did, and loses
_BEFORE = re.compile(r"^[^、]*(?:将|把|原|对|，|年起?|月起?|日起?|后|起)(?!、)")
_TO = re.compile(r"(?:划入|划转|划归|并入|转隶|移交|调整(?:到|至|由|给)|由)")


@dataclass(frozen=True, slots=True)
class Dissolution:
    """A body of a line of agencies, as the norm names it, that is no more; `targets` took over."""

    norm: Norm
    agency: str
    name: str
    targets: tuple[str, ...]

    def means(self, surface: str) -> bool:
        """Whether a name in another text is this body's: one ends with the other (县乡村振兴局, 乡村振兴局)."""
        return len(surface) > 2 and (self.name.endswith(surface) or surface.endswith(self.name))


def dissolutions(norms: tuple[Norm, ...]) -> Iterator[Dissolution]:
    """Every body that the norms say is gone, with those that a handing-over in the same paragraph names."""
    for norm in norms:
        for gone in _GONE.finditer(norm.text):
            names = gone["names"] or _BEFORE.sub("", gone["former"])
            if _SIGN.search(names):
                continue
            said = [n.text for n in norms if n.line == norm.line]
            targets = _targets(said)
            for name, agency in _listed(names):
                if any(_keeps_sign(words, name) for words in said):
                    continue
                yield Dissolution(norm, agency, name, tuple(t for t in targets if t != agency))


def _listed(said: str) -> Iterator[tuple[str, str]]:
    """(name, agency) of the bodies that a stretch begins with, one after another: 撤销监护资格 gives up no body."""
    at = 0
    for start, end, agency in agencies_in(said):
        if not _OWNER.fullmatch(said[at:start]) or _OF_IT.match(said, end):
            break
        yield said[start:end], agency
        at = end
    yield from _unknown(said[at:])


def _unknown(said: str) -> Iterator[tuple[str, str]]:
    """(name, "") of bodies one after another that the vocabulary does not know, each with the place that it is of."""
    found = re.match(rf"[、和及与]?(?:原)?{_NAME.pattern}(?=[、和及与]|$)", said)
    while found and (_PLACED.match(found["name"])):
        yield found["name"], ""
        said = said[found.end() :]
        found = re.match(rf"[、和及与]{_NAME.pattern}(?=[、和及与]|$)", said)


def _keeps_sign(said: str, name: str) -> bool:
    """Whether the body's sign goes on at another's door (加挂县乡村振兴局牌子), so that its name may still be used."""
    return any(name in found["sign"] or found["sign"] in name for found in _HANGS.finditer(said))


def signs_kept(norms: tuple[Norm, ...]) -> frozenset[str]:
    """Names that go on as a sign at another body's door, so that a text may still use them."""
    return frozenset(found["sign"] for n in norms for found in _HANGS.finditer(n.text))


def _targets(sentences: list[str]) -> tuple[str, ...]:
    """Agencies right behind a word for handing over."""
    found: dict[str, None] = {}
    for said in sentences:
        for start, _, agency in agencies_in(said):
            if agency != "unresolved" and _TO.search(said[max(0, start - 8) : start]):
                found[agency] = None
    return tuple(found)
