"""Help that is no money and yet worth it: an operation, a meal, a refit or a device that people get without paying.

A text that pays for lunch doubles one that has lunch brought to the door. Only what is given free to those who are
helped counts, or what a body has built and pays for; advice, visits and registration cost nobody anything.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checks.fingerprint import REMEMBERED
from checks.purposes import purposes_in
from kg.enums import Modality
from kg.model import Provision

_FREE = re.compile(
    r"(?:免费|无偿)(?:为[^，。；]{2,24}?)?(?:提供|开展|实施|配发|配送|送|发放|施工|安装|手术|接送|体检|配置|适配|配备|乘坐|上门|入住|治疗|改造)"
    r"|(?:患者|本人|家庭|个人|老年?人|残疾人|居民|农户|学生|儿童)(?:不|无需|无须|不需|免予)(?:承担|负担|支付|缴纳|交纳)[^，。；]{0,8}(?:费|钱)"
    r"|(?:费用|所需费用|全部费用)由[^，。；]{2,16}(?:全额)?(?:承担|负担|支付)，?(?:本人|个人|家庭|患者)?(?:不|无需)"
)
_BUILT = re.compile(
    r"(?:派员|派人|安排[^，。；]{0,8})上门(?:提供|开展|服务)|服务费(?:标准)?(?:为|按)?每[人户][^，。；]{0,4}[0-9]|"
    r"(?:统一)?(?:组织|负责)施工|按实际(?:费用|支出|造价)结算|每户(?:投入|控制在|造价|改造费用|补助)[^，。；]{0,8}[0-9]"
)
_TALK = re.compile(r"咨询|辅导|法律援助|宣传|培训|登记|指导|查询|复印|表格|文书|停车|图纸|场地|开放|证明")


def gives_service(provision: Provision, line: str) -> bool:
    """Whether a clause has people get something of use without paying for it, by the words of its paragraph."""
    if provision.modality in (Modality.PROHIBITION, Modality.DECLARATION):
        return False
    return _serves(provision.quote.text) and bool(purposes_in(line))


@lru_cache(maxsize=REMEMBERED)
def _serves(text: str) -> bool:
    return not _TALK.search(text) and bool(_FREE.search(text) or _BUILT.search(text))
