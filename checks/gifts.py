"""What a text gives people, told by how it is given and not by what it is called.

`grants` knows sums by the words for aid (补贴, 救助金). Offices also write 每名孩子每月500元，存入照料人账户,
每天供应一顿热饭，分文不取, 派护理员到家，每人每月30小时. What people pay, lines that somebody has to be under, and
what staff or bodies get are no gifts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checks.fingerprint import REMEMBERED
from kg.enums import Modality
from kg.model import Parameter, Provision

_NUMBER = r"(?:[0-9０-９.]+|[一二两三四五六七八九十百]+)"
_MEASURE = "(?:罐|份|袋|桶|箱|顿|餐|件|套|床|斤|公斤|千克|盒|包|瓶|壶|台|副|辆|只|张|块|双|支|部)"
_THING = re.compile(  # what is handed out: 一台制氧机, 手环一只
    rf"(?:装|配发|配备|配置|发放?|送|领取?|赠送)[^，。；]{{0,8}}?[一两二三1-9]{_MEASURE}(?P<after>[一-龥]{{2,8}})"
    rf"|(?:的|带|、|发|送|领)(?P<before>[一-龥]{{2,6}})[一两二三1-9]{_MEASURE}(?=[，。；、]|$)"
)
_GOODS = re.compile(
    r"(?:发放|发给|赠送|配送)[^，。；]{0,16}(?:慰问品|慰问物资|礼包|爱心包|生活包)|"
    rf"(?:送|供应|提供|发给|发放|配发|领取|分发|给)[^，。；0-9]{{0,12}}{_NUMBER}{_MEASURE}"
    rf"|(?:配发|发|送|装|配备|配置|领|赠)[^，。；]{{0,24}}?[一-龥](?:[一两二三四五六]|[0-9]+){_MEASURE}"
)
_NO_CHARGE = re.compile(
    r"分文不取|零(?:自付|支出|费用|负担)|免费|无偿|(?:钱|费|费用)(?:全免|全部?免除)|不(?:用|需|需要|必|再|另)?(?:向?[^，。；不]{1,8})?(?:收取?|付|出|花|掏|交纳?|缴纳?)(?:任何)?(?:费用?|钱|款)"
    r"|(?:个人|本人|家庭|患者|老人|学生)(?:不|无需|零)(?:负担|承担|自付|付费)"
)
_HOURS = re.compile(
    rf"每(?:人|户|名|位|月|周|年)[^，。；]{{0,12}}{_NUMBER}个?(?:小时|课时|工时)|{_NUMBER}个?(?:小时|工时)的?[^，。；]{{0,6}}服务"
)
_EVERY = re.compile(r"每|[为给向对][^，。；]{2,24}(?:家庭|户|人|老人|儿童|学生|对象|职工)")
_AT_HOME = re.compile(r"上门|到家|入户|居家|家中|到户")
_BORNE = re.compile(
    r"(?:缴费|保费|费用?|支出|开支|款|部分)[^，。；]{0,6}，?(?:全部|一律|均)?由(?!本人|个人|家庭|患者|其|用人单位|单位|企业|雇主|当事人|责任人|监护人|扶养)[^，。；]{2,18}"
    r"(?:全额|全部|据实)?(?:承担|负担|代缴|代为缴纳|买单|缴纳|支付|结账|付清|包干)"
)
_BORNE_BY = re.compile(  # 保费每年200元，总会全部负担; 训练费由我局与机构结清
    r"(?:保费|费用?|药费|餐费)[^。；]{0,16}，[^，。；本个家患]{2,10}(?:全部|全额|统一|全)(?:负担|承担|出|付|缴)"
    r"|费用?[^。；]{0,20}由[^。；]{2,20}(?:与|同|跟|和)[^，。；]{0,8}(?:机构|医院|学校|公司|单位)[^，。；]{0,6}(?:结清|结算|结账)"
)
_GIVEN = re.compile(r"(?:给付?|发给?|补|奖|付给|领到?|享受)(?:予|放)?[^，。；0-9]{0,10}[0-9.]+万?元")
_FREED = re.compile(r"免(?:学[费杂]|除[^，。；]{0,12}费|[收交缴]|住宿费|书本?费|保教费)")
_HOPED = re.compile(r"落实[^，。；]{0,14}政策|逐步|加快|建立[^，。；]{0,10}制度|探索|鼓励")
_TALK = re.compile(r"咨询|宣传|登记|申请|受理|办理|查询|复印|表格|证明|讲座|指导")
_SHARE = re.compile(
    r"(?:部分|费用|支出|缴费)[^。；]{0,28}?(?:再|给|按|补|助|报)[^，。；]{0,10}(?:[0-9.]+%|[一二三四五六七八九]成)"
)
_PAID_IN = re.compile(r"领|发[给放]|给|打入|转入|存入|划入|充入|补[助贴偿]|资助|奖|慰问|帮扶|救助|支持")
_EACH_GETS = re.compile(r"每[^，。；0-9]{1,4}(?:一次性)?(?:给|补|发|奖|助)[^，。；0-9]{0,8}[0-9.]+万?元")
_AT_MOST = re.compile(
    r"(?:救助|补助|资助|帮扶|慰问|扶助|给予[^，。；]{0,10})(?:一般|原则上)?(?:不超过|最高)[0-9.]+万?元"
    r"|按不超过[0-9.]+万?元的?标准(?:给予)?(?:救助|补助|资助|补贴)"
)
_NOT_GIVEN = re.compile(
    r"工作经费|运营经费|办公经费|运营补|运行经费|建设补|床位补|培训机构|养老机构|康复机构|托养机构|服务机构|用人单位|企业(?!职工)|供应商|承接|奖补资金|拨付给|绩效"
    r"|社工(?:补|报酬)|护理员(?:补|报酬)|志愿者|网格员|协理员|医务人员|罚款|违约金|押金|滞纳金|标准线|认定标准|低于|高于|不足[^，。；]{0,6}元|收费标准"
)
_STAFF = re.compile(
    r"(?:教师|老师|医生|村医|专家|儿童主任|督导员|评估员|社工|护理员|协管员|网格员|志愿者)的?[^，。；]{0,4}(?:[一-龥]{2})?(?:补助|补贴|津贴|报酬|误餐)"
)
_SPEAKS = frozenset({Modality.PROHIBITION, Modality.DECLARATION})


def gift(provision: Provision) -> str:
    """How a clause gives people something (cash, goods), or "" where it does not."""
    if provision.modality in _SPEAKS or is_of_bodies(provision.quote.text) or of_staff(provision.quote.text):
        return ""
    said = provision.quote.text
    for_people = bool(provision.groups)
    if has_sum(provision) or _SHARE.search(said) or (for_people and (_BORNE.search(said) or _BORNE_BY.search(said))):
        return "cash"
    if _HOPED.search(said):
        return ""
    if for_people and _FREED.search(said):
        return "relief"
    return _in_kind(said) or ("goods" if _is_free(said) else "")


def of_staff(text: str) -> bool:
    """Whether a clause is on what those get who serve people (送教教师的交通补助)."""
    return _STAFF.search(text) is not None


def things_in(text: str) -> frozenset[str]:
    """What a text has handed out piece by piece (制氧机, 手环)."""
    return frozenset(m["after"] or m["before"] for m in _THING.finditer(text))


@lru_cache(maxsize=REMEMBERED)
def _is_free(text: str) -> bool:
    """Whether people get something without paying, advice and papers aside."""
    return bool(_NO_CHARGE.search(text)) and not _TALK.search(text)


@lru_cache(maxsize=REMEMBERED)
def is_of_bodies(text: str) -> bool:
    """Whether a clause is on what bodies, staff or builders get, or on a line that people are measured by."""
    return bool(_NOT_GIVEN.search(text))


@lru_cache(maxsize=REMEMBERED)
def _in_kind(text: str) -> str:
    if _HOURS.search(text) and (_AT_HOME.search(text) or "服务" in text):
        return "goods"
    return "goods" if _GOODS.search(text) and _EVERY.search(text) else ""


def has_sum(provision: Provision) -> bool:
    """Whether it names a sum that people get, by the kind of the figure."""
    return any(_is_given(provision, x) for x in provision.parameters)


def _is_given(provision: Provision, figure: Parameter) -> bool:
    if not figure.unit.startswith("元") or figure.op not in ("=", "<="):
        return False
    if figure.kind == "benefit-standard":
        return True
    said = provision.quote.text
    if figure.kind in ("benefit-cap", "amount") and _AT_MOST.search(said):
        return True
    by_time = "/" in figure.unit and _PAID_IN.search(said)
    return figure.kind == "amount" and bool(by_time or _EACH_GETS.search(said) or _GIVEN.search(said))
