"""How applications are handled, where a text says what is done and leaves open by whom, or by when.

Nobody is named where the steps (申请, 审定 …) are written without any body. A step is without end where
及时, 尽快, 根据工作进度 stand for every time limit of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.agencies import agencies_in
from checks.compare.norms import Norm

_APPLIED = re.compile(r"申请|申报|受理|报名|登记")
_DECIDED = re.compile(r"审[核批定查议]|核[定准实]|评[定审]|认定|确认|批准|研究决定|核验")
_DONE = re.compile(r"发放|支付|拨付|办理|组织实施|负责|主管|牵头|承办|经办|承担|具体实施|归口")
_REMEDY = re.compile(r"不服|复议|诉讼|异议|申诉")
_SOMEBODY = re.compile(
    r"[我本]单位|[我本](?:局|部|委|厅|办|院|站|所|中心|校|会|行|公司)|学校|高校|幼儿园|班主任|医院|公司|企业|村|社区|站|所(?![需列属在得有谓称涉致])|中心|机构|委员会|单位|小组"
    r"|窗口|平台|专班|办公室|街道|乡镇|镇|银行|协会|基金会|大厅|工会|主管|有关|相关|部门|政府|局|科|处"
)
_PAYERS = frozenset({"finance", "audit"})
_VAGUE = re.compile(
    r"及时|尽快|适时|抓紧|限时|择期|根据(?:工作)?(?:进度|安排|情况|实际)|视(?:工作)?(?:情况?|进度)|(?:规定|合理)(?:的)?(?:时间|期限|时限)内"
)
_HANDLED = re.compile(
    r"核实|调查|审[核批定查]|研究|评[定审]|认定|确认|决定|发放|拨付|办理|受理|上报|报送?[^，。；]{2,12}(?:局|部门)"
)
_TIMED = re.compile(
    r"(?:[0-9０-９一二三四五六七八九十]|半)个?(?:工作日|日|天|小时|周|月)(?!起|[0-9])(?:以|之)?[内前]|日前|月底前|月末|当[日天月场]|即时|即日|[按逐每次]月|[按每逐]季|季度"
    r"|学期|年底前|[0-9]日(?:前|至)|限期|集中发放"
)
_EFFECT = re.compile(r"施行|有效期|印发之日|试行")


def unhandled(norms: tuple[Norm, ...]) -> list[Norm]:
    """Where applying and deciding are written without saying to whom and by whom; empty where any body is named."""
    steps = [n for n in norms if not _REMEDY.search(n.text) and (_APPLIED.search(n.text) or _DECIDED.search(n.text))]
    doing = [n for n in norms if not _REMEDY.search(n.text) and _DONE.search(n.text)]
    if any(_is_of_somebody(n) for n in (*steps, *doing)):
        return []
    whole = any(_APPLIED.search(n.text) for n in steps) and any(_DECIDED.search(n.text) for n in steps)
    return [n for n in steps if n.provisions] if whole else []


def endless(norms: tuple[Norm, ...]) -> list[Norm]:
    """Steps that are to be taken 及时 or 根据工作进度, in a text that sets no time limit at all."""
    said = [n for n in norms if not _EFFECT.search(n.text) and not _REMEDY.search(n.text)]
    if any(_TIMED.search(n.text) for n in said):
        return []
    return [n for n in said if n.provisions and any(_HANDLED.search(part) for part in _vague_parts(n.text))]


def _vague_parts(text: str) -> Iterator[str]:
    """What follows each vague word, up to the end of its clause."""
    return (re.split(r"[，。；]", text[m.end() :])[0] for m in _VAGUE.finditer(text))


def _is_of_somebody(norm: Norm) -> bool:
    named = any(agency not in _PAYERS for _, _, agency in agencies_in(norm.words))
    actors = any(a.agency not in _PAYERS for p in norm.provisions for a in p.actors)
    return named or actors or bool(_SOMEBODY.search(norm.text))
