"""Lists: a stem that announces 项, and whether these are acts of their own or things the stem speaks of.

项 that are acts (steps, measures, duties) are provisions of their own under the stem's subject; 项 that are persons,
things or situations (下列人员, 下列情形之一) belong to one provision with their stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.grammar import Tokens

_STEM = re.compile(r"[：:]\s*$|下列|如下|(?<![倍元岁级年月日人户个件次%％米里])以下")
_ONE_OF = re.compile(r"(?:下列|以下)[^：:，。；]{0,24}之一")
_THINGS = re.compile(
    r"(?:下列|以下|如下)[^：:，。；]{0,24}?(?:人员|对象|家庭|群体|人|情形|情况|条件|材料|证件|资料|证明|事项|行为|形式|之一|范围|原因|"
    r"费用|收入|财产|因素|信息|权利|案件|物品|机构|部门|单位|项目|类型|群众|儿童|老年人|残疾人|居民|公民|学生|职工|者)"
    r"|(?:包括|是指|分为|为|如下|有)\s*[：:]?\s*$"
)
_CASES = re.compile(r"(?:下列|以下)[^：:，。；;]{0,24}之一[^。；;]*[：:][^。；;]*的[；;]$")
_COUNTED = re.compile(r"(?:^|，)(?:主要)?(?:包括|包含)[^，。；;：:]{2,}[；;]$")
_PEOPLE = re.compile(
    r"(?!.*(?:应当?|可以?|不得|负责|由|给予))[^，。；;：:]{2,60}(?:人员|家庭|对象|儿童|少年|孤儿|老年人|残疾人|居民|群众|学生|职工|[病患]者)"
)
_SORTS = re.compile(r"(?:下列|以下|如下)[^：:，。；]{0,24}?(?:项目|事项|类型|类别|情况)")
_SAID_OF = re.compile(  # 住院自付超过5000元的，按三成补助: no mere noun
    r"(?:^|[，。；])[^，。；]{0,24}(?:按照?[^，。；]{1,16}(?:补助|救助|报销|资助|执行|发放|减免)|由[^，。；]{2,30}(?:发给|发放|给予|承担|负责|办理)|给予|可以|不得|应当"
    r"|每[人户生年][^，。；]{0,8}\d)"
)
_MADE_BY = re.compile(
    r"[^，。；：]{2,40}?(?:产生|发现|反映|提供|推送|移交|转办|报告|形成|出具|开具|制发|颁发|核发|认定|签发|发放)的[^，。；：的]{1,12}[；;。\s]*"
)
Span = tuple[int, int]
_CLOSES = "；;"  # how the clause ends that a list of cases or people goes on behind
_GRANT = re.compile(  # 特困人员、孤儿，全额资助; 自付1万元以上的，按60%救助
    r"[^。；]{2,80}?，(?:按照?|每人|每[月年]|[全定差]额|给予|发放|资助|补助|减免|免[收除]|不设|(?:救助|补助|资助|报销)(?:比例|标准)|报销|享受|救助)"
)
_SITUATION = re.compile(r"[的、，。；]|未|不(?!动产)|拒|没有|擅自|违反|滥用")  # 相关单位未采取措施: nobody acts
_OPENING = re.compile(r"(?:的|、|和|与|及|以及|等|工作|$)")
_ACTS = re.compile(
    r"(?:下列|以下|如下)[^：:，。；]{0,24}?(?:程序|步骤|措施|方式|职责|规定|要求|内容|办法|工作|任务|制度|分工|标准|义务|原则|流程|途径|服务|职能|政策|方法|"
    r"顺序|比例|待遇|规则|机制|处理|办理|执行)"
    r"|(?:职责|分工|内容|程序|流程|措施|方式|任务|要求|待遇|义务|标准)(?:包括|为|是|如下|有)?\s*[：:]?\s*$"
)


def with_lists(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, int, int]]:
    """(start, end, end of what it lists) of each ；-clause; one more case or kind of people is part of the first."""
    held: tuple[int, int, int] | None = None
    for left, right in spans:
        if held and text[held[1] - 1] in _CLOSES and _one_more(text[held[0] : held[1]], text[left:right]):
            held = (held[0], held[1], right)
            continue
        if held:
            yield held
        held = (left, right, right)
    if held:
        yield held


def _one_more(stem: str, words: str) -> bool:
    """有下列情形之一的，不予救助：A的；B的: whether `words` are one more case, or one more kind of those counted."""
    words = words.rstrip("。；;，、 ")
    if _CASES.search(stem):
        return words.endswith("的")
    return _COUNTED.search(stem) is not None and _PEOPLE.fullmatch(words) is not None


def announces(words: str) -> bool:
    """Whether the words announce a list."""
    return bool(_STEM.search(words.rstrip()))


def of_things(stem: str, items: list[str], acting: list[bool]) -> bool:
    """Whether the 项 are nouns or situations under one provision; `acting` says which of them have a verb of duty."""
    if _ONE_OF.search(stem) or _situations(items):
        return True
    if _SORTS.search(stem) and sum(_SAID_OF.search(item) is not None for item in items) * 2 > len(items):
        return False
    acts, things = list(_ACTS.finditer(stem)), list(_THINGS.finditer(stem))
    if things and acts and things[-1].start() == acts[-1].start():
        return sum(acting) * 2 < len(items)
    if things and (not acts or things[-1].start() > acts[-1].start()) and not _only_copula(things[-1]):
        return True
    if acts:
        return False
    return sum(acting) * 2 < len(items) + bool(things)


def opens_with_act(words: Tokens, text: str, start: int, end: int) -> bool:
    """Whether an item says what is done: an order, a grant, or a verb, preposition or agency at its head."""
    tokens = words.between(start, end)
    if not tokens or any(t.kind == "marker" for t in tokens) or grants(text[start:end]):
        return bool(tokens)
    first = tokens[0]
    if first.start > start + 2:
        return False
    if first.kind == "agency" and is_product(text[start:end]):
        return False
    opens = first.kind == "verb" and says_something(text[first.end : end])
    return opens or first.kind in ("prep", "role", "agency")


def _situations(items: list[str]) -> bool:
    """Whether most 项 close with 的: cases that something is said of (连续失业一年以上的)."""
    return sum(words.rstrip("。；;，、 ").endswith("的") for words in items) * 2 > len(items) > 1


def grants(words: str) -> bool:
    """Whether an item says what those it names get, so that it is a clause and no noun or situation."""
    return _GRANT.match(words) is not None and not words.rstrip("。；;，、 ").endswith("的")


def is_product(words: str) -> bool:
    """民政部门出具的证明: a thing, whoever makes it."""
    return _MADE_BY.fullmatch(words) is not None


def is_situation(rest: str) -> bool:
    """Whether the words behind an agency at the start of an item say what it failed to do, or own what is named."""
    return _SITUATION.match(rest) is not None


def says_something(rest: str) -> bool:
    """Whether words behind an opening verb are its object, so that the 项 is an act and no noun."""
    return len(rest.rstrip("。；;，")) > 1 and not _OPENING.match(rest)


def _only_copula(match: re.Match[str]) -> bool:
    return not match.group().startswith(("下列", "以下", "如下"))
