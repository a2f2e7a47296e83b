"""What a number of money, share, count, age or grade is for: the kind of its parameter.

Rules are tried in order, the particular before the general; the words they look for stand in parameters.ttl
(`hs:cue`), where they look is grammar and stands here. Spans of time have rules of their own in periods.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.figures.quantities import Quantity
from ingest.extract.figures.surroundings import Surroundings
from ingest.extract.figures.units import Dimension
from ontology.parameter_lexicon import load_parameter_terms


@cache
def cue(kind: str) -> re.Pattern[str]:
    """Any of the words that betray `kind`."""
    return re.compile("|".join(sorted(map(re.escape, load_parameter_terms()[kind].cues), key=len, reverse=True)))


@cache
def line(kind: str) -> str:
    """Alternation of the published standards that a bare comparison of `kind` refers to."""
    return "|".join(sorted(map(re.escape, load_parameter_terms()[kind].lines), key=len, reverse=True))


_CAPPED = re.compile(r"(?:不超过|不得超过|不高于|最高|封顶|上限|限额|最多|不得?突破)[^，。；]{0,16}$")
_WORTH = re.compile(  # 发放价值600元的用品
    r"(?:发放|发给|配发|赠送|给予|提供)[^，。；]{0,12}价值(?:约|不超过|不低于|人民币)*$"
)
_GIVEN_OUT = re.compile(  # 为低收入妇女发放…
    r"收入[^，。；]{0,16}(?:发放|发给|给予|补助|补贴|救助|资助|奖励)[^，。；]{0,12}$"
)
_CAP_OF_AID = re.compile(r"(?:帮扶|扶助)[^。；]{0,24}(?:最高|不(?:得)?(?:超过|突破))[^，。；]{0,4}$")
_UP_TO = re.compile(r"的?(?:限额|额度|限度)(?:之|以)?内")  # 在3000元限额内先行救助
_STANDARD = re.compile(r"标准(?:分别)?(?:为|是|：|:)[^。；]*$")
_ABOVE = re.compile(r"[线额]?(?:标准)?(?:以上|以下|以外)")  # 起付线以上部分按65%: the share, not the line
_INCREMENT = re.compile(r"(?:增加|提高|上浮|下浮|增发|加发|增长|降低|下调|减发|减收|减征|优惠)(?:了|到|至|不?超?过?)?$")
_WAGE_BASE = re.compile(r"(?:高于|低于|超过)[^，。；]{0,24}(?:工资|收入)[^，。；]{0,12}的，")
_DISREGARDED = re.compile(
    r"(?:不计入|豁免|不予计算)的?[^，。；]{0,4}(?:额度|数额|部分|金额|收入)"
)  # of what people earn
_HOUSEHOLDS = re.compile(r"^[^，。；]{0,14}的[^，。；]{0,8}(?:家庭|居民|人员|对象)")
_CLASSED = re.compile(r"^(?:以[上下内]|之间|[（(][^）)]{1,4}[）)])*的，?(?:为|属于|认定为|确定为|列为|划为)")
_BASE = re.compile(r"(?:工资|标准|可支配收入|纯收入|消费支出|津贴|失业保险金|保障金|生活费|退休金|养老金)的?$")
_BRACKET = re.compile(
    r"^(?:[及或]?以[上下内]|[（(][^）)]{0,12}[）)]|之间)*(?:[^，。；]{1,10}(?:元|倍|%)(?:[（(][^）)]{1,4}[）)])?(?:以[上下内])?)?(?:的(?:$|由|报|经)|的?部分|费用)"
)
_ASSETS_EACH = re.compile(  # 家庭的财产价值，人均不超过…
    r"(?:财产|存款|金融资产|货币资产|有价证券)(?:价值|总额|总值|余额|限额|标准|市值)?，(?:按)?(?:家庭)?(?:成员)?(?:人均|户均|每人|每户|总额|合计)?"
    r"[^，。；]{0,24}$"
)
_TREASURY = re.compile(  # 其中，中央财政补助270元: who bears how much, nobody's benefit
    r"(?:中央|省级?|自治区|[市州县区]级?|市县|各级|两级|地方|本级)财政(?:分别|各|承担|负担|分担|补助|安排|出资|配套|拨付|为|按)*$"
)
_MARKER = re.compile(r"^[（(][^）)]{1,4}[）)]")
_PAID_IN = re.compile(r"缴费|缴纳|缴存|征缴|基数|计征|拨缴|上缴|费率|核定缴")
_SPENT = re.compile(r"收费|收取|租金|造价|投资|损失|负债|债务|支出|花费|工作经费|保费")
_MEASURED = re.compile(  # 起付标准，不高于…可支配收入的: the line is named in the piece before
    r"(?:起付线|起付标准|起付金额)(?!以[上下外])[^，。；]{0,8}，(?:一般|原则上)?(?:不高于|不低于|不超过|为|按照?|暂定)[^，。；]{0,36}$"
)
_WAIVED = re.compile(r"(?:取消|不设|不再设置?|免除|不设置|无)[^，。；]{0,8}起付")
_PAID_OUT = re.compile(
    r"的?(?:比例|标准)?(?:给予|予以|进行)?(?:救助|报销|支付|补助|补偿|资助|减免|结算)"
)  # 按70%给予救助
_GOES_ON = re.compile(r"(?:按照?|为|不低于|不高于|不超过)$")  # 全护理的按30%确定: as the number before
_FUND_SHARE = re.compile(
    r"(?:总额|总数|总量|总人数|总支出|总收入|总户数|金额|面积|人数|名额|时间|资金|基金|费用?|利润|数额)的?$"
)


def kind_of(quantity: Quantity, words: Surroundings, earlier: str = "") -> str:
    """Kind of a quantity that is no span of time, "" where it sets nothing.

    `earlier` is the kind of the number of the same dimension before it in the sentence, "" where none.
    """
    match quantity.dimension:
        case Dimension.MONEY:
            return _money(quantity, words, earlier)
        case Dimension.RATIO:
            return _ratio(quantity, words, earlier)
        case Dimension.AGE:
            return "age"
        case Dimension.GRADE:
            return _grade(words)
    return _count(quantity, words)


def _money(quantity: Quantity, words: Surroundings, earlier: str) -> str:
    if common := _common(words):
        return common
    if earlier == "deductible" and re.fullmatch(r"[^限封]*为", words.near_left):  # …，因病致贫患者为8000元
        return earlier
    if not _GIVEN_OUT.search(words.near_left) and (
        cue("income-line").search(words.near_left) or _goes_on_with_income(words)
    ):
        return "income-line"
    if cue("asset-limit").search(words.left) and not _pays(words):
        return "asset-limit"
    if cue("amount").search(words.near_left) or _BRACKET.match(words.near_right) or _TREASURY.search(words.near_left):
        return "amount"
    if (
        _pays(words)
        or "/人" in quantity.unit
        or _for_a_household(quantity, words)
        or re.search(r"限额|封顶", words.near_left)
    ):
        capped = _CAPPED.search(words.near_left) or _UP_TO.match(words.near_right)
        return "benefit-cap" if capped else "benefit-standard"
    return "benefit-cap" if _CAP_OF_AID.search(words.left) else earlier or "amount"


def _for_a_household(quantity: Quantity, words: Surroundings) -> bool:
    """住房全部毁损的每户8000元: a sum for each household that nobody pays in."""
    return "/户" in quantity.unit and not _PAID_IN.search(words.near) and not _SPENT.search(words.near)


def _goes_on_with_income(words: Surroundings) -> bool:
    """收入1倍以上1.5倍以下的，…；1.5倍以上2倍以下的，…: the measure is named once for all grades."""
    opens = not _MARKER.sub("", words.left.strip())
    return opens and bool(_BRACKET.match(words.near_right) and cue("income-line").search(words.stem))


def _pays(words: Surroundings) -> bool:
    """Whether somebody gets the money: a word of aid in the sentence, or in the lead-in of its list."""
    benefit = cue("benefit-standard")
    return bool(benefit.search(words.left) or benefit.search(words.near_right) or benefit.search(words.stem))


def _common(words: Surroundings) -> str:
    """Kinds that money and shares have in common, by a word in the same piece."""
    if cue("fine").search(words.near_right) or _fined(words):
        return "fine"
    if cue("trigger").search(words.near_left):
        return "trigger"
    deductible = cue("deductible").search(words.near)
    measured = _MEASURED.search(words.left)
    if measured and not (_WAIVED.search(words.left, 0, measured.end()) or _PAID_OUT.match(words.near_right)):
        return "deductible"
    if deductible and not _ABOVE.match(words.near, deductible.end()):
        return "deductible"
    if _WORTH.search(words.near_left):
        return "benefit-standard"
    if cue("asset-limit").search(words.near_left) or _ASSETS_EACH.search(words.left):
        return "asset-limit"
    return ""


def _fined(words: Surroundings) -> bool:
    """罚款数额不超过…, or a ceiling in the piece after the fine itself."""
    last = cue("fine").search(words.near_left)
    if last:
        return True
    return bool(
        cue("fine").search(words.left) and re.fullmatch(r"(?:但是?|，)*(?:最高|最多)?(?:不得|不)超过", words.near_left)
    )


def _ratio(quantity: Quantity, words: Surroundings, earlier: str) -> str:
    common = _common(words)
    if common:
        return common
    if quantity.unit == "百分点" or _INCREMENT.search(words.near_left):
        return "rate"
    if _DISREGARDED.search(words.near_left):
        return "amount"
    if _is_income_line(words):
        return "income-line"
    if _is_contribution_base(words):
        return "amount"
    if quantity.unit == "倍":
        return "benefit-cap" if _CAPPED.search(words.near_left) else "benefit-standard"
    if earlier == "trigger":
        return earlier
    shared = cue("rate").search(words.near) or (earlier == "deductible" and _PAID_OUT.match(words.near_right))
    if earlier and _GOES_ON.search(words.near_left) and not shared:
        return earlier
    return "benefit-standard" if _is_share_of_wage(words) else "rate"


def _is_income_line(words: Surroundings) -> bool:
    """收入…低于…标准1.5倍, 收入在当地1.5倍低保标准以内: an income against a published line."""
    income = cue("income-line").search(words.near_left)
    if not income:
        if _goes_on_with_income(words):
            return True
        ends = re.search(f"(?:{line('income-line')})(?:的|[、，](?:且|但)?在?其)?$", words.left)
        return bool(ends and (_HOUSEHOLDS.match(words.near_right) or _CLASSED.match(words.right)))
    rest = words.near_left[income.start() :]
    if "部分" in rest:
        return False
    return bool(re.search(line("income-line"), rest) or re.match(f"的?(?:当地)?(?:{line('income-line')})", words.right))


def _is_contribution_base(words: Surroundings) -> bool:
    """本人工资高于平均工资300%的，按照平均工资的300%计算: brackets of a contribution base."""
    if re.search(r"工资(?:高于|低于|超过)[^，。；]*工资的?$", words.near_left):
        return True
    return bool(_WAGE_BASE.search(words.left) and _BASE.search(words.near_left)) or bool(
        re.search(r"基数[^，。；]{0,12}$", words.near_left)
    )


_RAISED = re.compile(r"(?:筹资|缴费|出资)(?:额|标准|水平|费率)*[^，。；]{0,4}(?:不低于|不高于|不超过|不少于|为|按照?)")


def _is_share_of_wage(words: Surroundings) -> bool:
    """伤残津贴为本人工资的90%: what a person gets, as a share of a wage or a standard."""
    if _PAID_IN.search(words.near) or re.search(
        r"预支|抽查|报销|减免|滞纳金|比例|扣减|扣除|抵扣|增发|加发|(?:超过|超出|以上|以内|范围内)的?部分", words.near
    ):
        return False
    if _FUND_SHARE.search(words.near_left) or _RAISED.search(words.near_left):
        return False
    if _BASE.search(words.near_left) or re.match(r"的?标准", words.right):
        return True
    return bool(_STANDARD.search(words.left))


_NO_DISABILITY = re.compile(
    r"^(?:以上|及以上)?(?:医院|医疗|综合|预防|网络|甲等|公立|政府|财政|平台|预警|响应|单位|标准|联动|服务|管理|保健|残疾预防|[^，。；]{0,6}(?:网络|体系|机制))"
)


def _grade(words: Surroundings) -> str:
    """Only grades of disability count: 一级至四级伤残, 残疾等级为一、二级."""
    if _NO_DISABILITY.match(words.right) or words.left.endswith(("高", "低", "上", "下")):
        return ""  # 高一级职业资格
    cues = cue("disability-grade")
    here = (
        cues.search(words.left) or cues.match(words.right.lstrip("至以上及、的者到")) or cues.search(words.right[:14])
    )
    return "disability-grade" if here else ""


_ONLY_WITH_CUE = re.compile(
    r"(?:至少|最少|最多|不少于|不得少于|不超过|不得超过|其中|只能|只有|只|仅|限于|限|指定|确定|明确|配备|设立|设置|选举\w{0,4}|推选"
    r"|选派|聘请|每|不足|不满|超过|具有|拥有|拥有的|申请复议|提供给|生育|由|保证|安排|派出|增加|任何)(?:[^，。；]{0,6})$"
)
_BOUND_RIGHT = re.compile(r"^(?:\s?[（(]含[^）)]*[）)])?[及或]?以[上下内]")
_EMPTY_NOUN = re.compile(
    r"^(?:或者?多[项个种名]|重要|重大|紧迫|首要|长期|战略|临时|基本|方针|整体|档案|良好|新的|完整|有机|统一|过程|阶段|时期|机构两块)"
)
_REFERS_BACK = re.compile(r"(?:上述|前述|(?<!位)(?<!名)(?<!个)以上|这|一式|跑)$")
_NAMED_SORT = re.compile(r"^补贴")  # 残疾人两项补贴 is a name
_ONCE = re.compile(r"^(?:申请|审批|补助|报批|办好|办理|办结|受理|完成|告知|动用|分配|总|救助|缴费|领取|征收|规划|就)")


def _count(quantity: Quantity, words: Surroundings) -> str:
    if _REFERS_BACK.search(words.left) or words.right.startswith("基点"):
        return ""
    if quantity.unit in ("类", "项") and _NAMED_SORT.match(words.right):
        return ""
    if quantity.unit == "次":
        return "" if _ONCE.match(words.right) else "count"
    if quantity.value == 1 and not quantity.ranged:
        if _EMPTY_NOUN.match(words.right) and not re.search(r"(?:至少|最少|不少于)[^，。；]{0,8}$", words.near_left):
            return ""
        sure = quantity.unit in ("名",) or _BOUND_RIGHT.match(words.right) or _ONLY_WITH_CUE.search(words.near_left)
        return "count" if sure else ""
    return "count"
