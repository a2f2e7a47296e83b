"""What a text says of its benefit beside another: which comes first (医疗救助支付后仍有困难的), or who is left out.

Such a sentence settles how the two combine, though it has none of the words for stacking. It counts where it names the
other aid (not the text's own) with a word of order, or puts out those who have been given something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from checks.compare.ground.agencies import names_in
from checks.compare.ground.alignment import bag, plain, share
from checks.compare.ground.marks import SENTENCE
from checks.compare.ground.windows import groups_in
from checks.compare.money.reckoning import is_charity, of_charities
from checks.purposes import purposes_in
from kg.stretches import value_of
from ontology.cues import Setting
from ontology.vocabulary import load_vocabulary
from ontology.wording import wordings

_STACKING = Setting("stacking")
_ORDER = re.compile(
    r"先行?(?:享受|申请|给予|支付|救助|报销|办理)|(?:支付|报销|补偿|救助|补助|资助|援助|结算|享受|保障|待遇)(?:之?后|仍|的基础上)"
    r"|(?:基础上|剩余|余额|差额)|再(?:计算|给予|按|予|行)|在先"
)
_PUT_OUT = re.compile(
    r"(?:已[^。；，]{0,20}?(?:享受|领取|获得|纳入|发放|实施|资助|补助|补贴|救助|报销|减免|免除|配置|配发)|享受|领取|获得)[^。；，]{0,40}"
    r"(?:的?除外|，?(?:不(?:列入|纳入|适用|属于|在)|(?:不再|不予)(?:重复)?(?:享受|发放|发给|给予|纳入|列入|救助|补助|资助|改造)))"
    r"|(?:未|没有|尚未)(?:曾|被)?(?:享受|领取|获得|纳入|列入)[^。；，]{0,20}(?:补贴|补助|津贴|待遇|救助金?|资助|减免|优惠|政策|改造)(?:范围|对象|计划|名单)?的"
)
_PURSE = re.compile(r"(?:资金|经费)[^。；]*(?:预算|财政|列支)")
_CHOICE = re.compile(
    r"(?:分为|包括|采取|采用)[^。；]{2,40}[和与、或][^。；]{2,24}(?:选择其一|任选其一|选其一|择一|任选一)"
)
_HOUSED = re.compile(
    r"(?:承租|租住|入住|配租|居住[在于]|住[在进]|安置[在于]|集中供养)(?:(?!补贴|补助|津贴|待遇|救助金|保障金)[^。；])*?"
    r"(?:不得|不再|不予|不享受|不能|不纳入|不列入|不重复|除外)"
)
_WITH = re.compile(  # which other benefit a rule is on
    r"[与和同](?P<beside>[^，。；]{2,40}?)(?:不|只|仅|可以?|不得|不能)(?:再|得|予|能|可)?(?:重复|同时|叠加|兼得|享受)"
    r"|(?:可以?|能|可同时|仍可)[与和同](?P<along>[^，。；]{2,24}?)(?:同时|重复|叠加|一并)"
    r"|(?:享受|领取)(?P<held>[^，。；的]{4,24}?)的(?:人员|对象|家庭|残疾人|老年人|儿童)?，(?:不|不再|不予|不得)(?:享受|领取|发放|纳入)"
    r"|(?:同时|重复|叠加)(?:享受|领取|申领|申请|发放|获得|执行)(?P<too>[^，。；]{2,24})"
    r"|(?:申请|享受|领取|申领|获得)(?P<unhurt>[^。；]{2,40}?)不受(?:任何)?影响"
    r"|不影响[^，。；]{0,14}?(?:申请|享受|领取|获得|申领|办理|评定|参加)(?P<apart>[^。；]{2,40})"
    r"|(?:享受|领取|获得|申领|接受|得到)(?P<having>[^，。；的]{2,40}?)的?，(?:不影响|仍可|也可|还可|可以)"
    r"|(?:^|[。；，　 ])(?P<first>[^，。；　 ]{3,24})不影响(?:[^，。；]{0,6}(?:申领|申请|领取|享受))(?=[。；，]|$)"
    r"|(?:可以?|仍可|继续)(?:继续|同时|另行|再|依法|按规定)*(?:申请|享受|申领|办理|参加)(?P<next>[^，。；]{2,30})"
    r"|在(?P<beyond>[^，。；]{2,30}?)之外，?(?:再|另|还|同时|额外)"
    r"|在(?P<pick>[^，。；]{3,30})(?:中|之间)(?:任选|自行选择|自主选择|选择|择)|同时(?:符合|属于|具备)(?P<also>[^，。；]{2,24}?)(?:条件|范围|情形)?的"
    r"|已经?(?:享受|领取|获得|得到)(?:过|了)?(?P<had>[^，。；]{4,40}?)(?:资金)?(?:的，?|[，、]?或者?[^。；]{2,20}的，?)"
    r"(?:不再|不予|不得|不重复|不纳入|不列入|不享受|不发|不能)"
)
_UNNAMED = re.compile(
    r"其[他它]|同类|各类|各项|有关|相关|类似|上述|(?<!残疾人)两项|多项|本(?:办法|规定|细则|方案|意见|通知)|以上|同一|性质"
)
_ALIKE_KIND = re.compile(r"同类|类似|同性质|性质相同|同一性质|同样")
_SORT = re.compile(r"能源|教育类|医疗类|住房类|养老类|就业类|康复类")
_UNNAMED_RULE = re.compile(
    r"(?:同类|其[他它]|相关|有关|各类|同一性质|性质相同)[^，。；的]{0,8}(?:不得?|不能|不再)(?:重复|同时|叠加)"
)
_ANYBODY = frozenset({"government", "unresolved", "other-body"})
_AND = re.compile(r"或者|或|和|及|与|、|（|）")
_FAR = re.compile(
    r"贷款|国家(?:助学|奖学|励志)(?!贷款)|社会捐|捐赠|公积金|购房|工伤保险|失业保险|商业保险"
)  # money of another sort, unless called so
_SELF_CARE = re.compile(
    r"(?:日常)?生活(?:完全|部分|基本)?(?:不能|丧失|能够?)?(?:自理|照料|照护)"
)  # which is no money for living
_QUOTES = re.compile(r"[“”‘’《》]")
_ANY_HELP = re.compile(r"(?<!保险)(?:待遇|政策)$")
_OWN = re.compile(r"(?:已经?|正在)(?:享受|领取|获得)(?:了)?(?P<what>[^，。；]{2,24})")
_OWN_SUM = re.compile(r"[一-龥]{2}(?:补贴|补助|津贴|[一-龥]{2}金)")  # as a title calls it (大病关爱金)
_ONCE = re.compile(r"(?:只|仅|限)(?:能|可以?)?[^，。；]{0,8}(?:一|1)次")
_OTHERS = re.compile(
    r"补贴|补助|津贴|救助金|保障金|待遇|减免|其他|同类|相同|同时|重复|叠加|就高|择|抵扣|扣除|减去|补差"
)
_SETS = re.compile(r"(?:公布|调整|确定|提高|发布|核定|执行)[^，。]{0,40}标准|标准的(?:通知|通告|公告|函)$|标准$")
_BILLED = re.compile(  # paid by way of a bill, beside no other money
    r"(?:不得|不准|严禁|不许)[^，。；]{0,6}抵扣|抵扣[^，。；]{0,6}(?:费|租金)(?!用?的?补)|(?:[水电气暖]费|租金|学费|账单)(?:时|中|里|内)?(?:予以|直接|据实|全额)*(?:抵扣|抵减|扣减)"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_ISSUERS = re.compile(r"^.*?关于")
_ITEM = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]")
_ITEMS = re.compile(r"第[（(][一二三四五六七八九十]+[）)][（(一二三四五六七八九十）)、和及与至项第]*项")
_KIND = re.compile(r"(?:暂行|试行|实施|管理|发放|工作)*(?:办法|细则|规定|方案|通知|意见|规程)$")
_PLACE = re.compile(r"^.{2,8}?(?:自治[县州旗]|省|市|县|区|州|旗)(?=.{4})")
_LEAST_NAME = 5  # characters of a title that tell a benefit from others
_ALIKE = 0.6  # of the pieces of the shorter title
_CALLED = re.compile(r"[一-龥]{2}(?:补贴|补助|津贴|救助|保障|供养)")
_MONEY_CALLED = re.compile(r"[一-龥]{2}(?:补贴|补助|津贴)")
_NOUN = re.compile(r"(?:补贴|补助|津贴|救助金?|资助金?|保障金?|待遇|金|费)*$")
_ANY = ("社会救助",)
_ANY_AID = re.compile(r"社会救助(?!法|协调|机制|部门|机构|工作|站|专干|经办|平台|系统|窗口|家庭|对象|备用金|领导|联席)")
_AFTER = re.compile(
    r"后[^，。；]{0,20}(?:仍|依然|还有|还存在)|仍有[^，。；]{0,8}困难"
    r"|已[^，。；]{0,30}，?不(?:再|重复|得重复)(?:给予|享受|救助|发放)|不(?:再)?重复"
)


def comes_after(text: str, title: str, aid: str, other: str) -> bool:
    """Whether a text titled `title` says which is first, its benefit or the `aid` that the `other` title is about."""
    names = [n for n in _names(aid) if n not in title and n in other]
    anything = "救助" in other and not any(n in title for n in _ANY)
    said = (m.group() for m in SENTENCE.finditer(text)) if names or anything else ()
    ordered = (s for s in said if _ORDER.search(without_purse(s)))
    return any(any(n in s for n in names) or (anything and _ANY_AID.search(s) is not None) for s in ordered)


def called_first(text: str, other: str) -> bool:
    """Whether a text names, by its title's short form, what comes before its own benefit (大病医疗补助后，仍…)."""
    name = _PLACE.sub("", _KIND.sub("", other))
    return len(name) >= _LEAST_NAME and re.search(rf"{re.escape(name)}[^，。；]{{0,10}}后", text) is not None


def without_purse(sentence: str) -> str:
    """A sentence without the words on who pays, after what other purses give (资金扣除上级补助后列入预算)."""
    return _PURSE.sub("", sentence)


def combines(sentence: str) -> bool:
    """Whether a sentence has words for how benefits combine, or for having one with what follows from it."""
    words, sentence = wordings(), _BILLED.sub("", sentence)
    if any(w in sentence for w in words["stacking"]) or _STACKING.has("rule", sentence):
        return True
    had = next((sentence[sentence.index(w) + len(w) :] for w in words["stacking-had"] if w in sentence), "")
    return any(w in had for w in words["stacking-then"])


def puts_out(sentence: str) -> bool:
    """Whether a sentence leaves out those who already have something."""
    return bool(_PUT_OUT.search(sentence))


def on_another(
    sentence: str, called: str, people: frozenset[str], bodies: frozenset[str] = frozenset(), own: str = ""
) -> bool:
    """Whether a rule of a benefit called `own` is only on others that it names, none of which can be one called so.

    护理补贴与老年人护理补贴不重复享受 says nothing of a subsidy for the care of the disabled; nor does a rule on
    what others give than `bodies`, who give this one.
    """
    said = [x for m in _WITH.finditer(sentence) for x in m.groups() if x]
    named = [n for x in said for n in _AND.split(x) if len(n) > 1]
    named = [n for n in named if n not in own] or named
    if of_charities(sentence):
        return not is_charity(called)
    if not named or any(_is_any(n) for n in named) or _UNNAMED_RULE.search(sentence):
        return False
    givers = {a for x in said for a in names_in(x)}
    if givers & {*bodies, *_ANYBODY}:
        return False
    return bool(givers) or not any(_may_be(n, called, people) for n in named)


def _is_any(name: str) -> bool:
    """Whether a few words may mean any other benefit (其他同类补助), and not one sort of it (其他能源类补贴)."""
    if _ALIKE_KIND.search(name):
        return True
    open_ended = _UNNAMED.search(name) or _ANY_HELP.search(name)
    return bool(open_ended) and not purposes_in(name) and not _SORT.search(name)


def of_other_items(sentence: str, lines: Iterable[str]) -> bool:
    """Whether a rule names the items that it is for (第（三）、（四）项), and not each that opens one of the lines."""
    items = _ITEMS.search(sentence)
    numbers = [int(value_of(n)) for n in _ITEM.findall(items.group())] if items else []
    if items and "至" in items.group():
        numbers = [*range(min(numbers), max(numbers) + 1)]
    opened = (m for line in lines if (m := _ITEM.match(line.lstrip())))
    return bool(numbers) and any(value_of(m[1]) not in numbers for m in opened)


def _may_be(name: str, called: str, people: frozenset[str]) -> bool:
    if any(m.group() not in called for m in _FAR.finditer(name)):
        return False
    own = groups_in(name).ids()
    if purposes_in(name) & purposes_in(called) and (not own or own & people):
        return True
    name, called = plain(_QUOTES.sub("", name)), plain(_QUOTES.sub("", _SELF_CARE.sub("", called)))
    core = _NOUN.sub("", name)[-2:]
    return (core in called or name in called) and (not own or bool(own & people))


def only_housed(sentence: str) -> bool:
    """Whether a sentence leaves out only those who live in a place (承租公共租赁住房的，不得领取): no other money."""
    return bool(_HOUSED.search(sentence))


def settles_nothing(sentence: str, title: str) -> bool:
    """Whether a sentence on people who have something says nothing of other money, in a text titled `title`.

    So it is where it is about a place to live in, or only about the text's own benefit (已领取租赁补贴的，入住后停发).
    """
    return only_housed(sentence) or bool(_CHOICE.search(sentence)) or _only_own(sentence, title)


def _only_own(sentence: str, title: str) -> bool:
    once = [n for n in _OWN_SUM.findall(title) if n in sentence] if _ONCE.search(sentence) else []
    if once:
        return not _OTHERS.search(_named_out(sentence, once))
    has = _OWN.search(sentence)
    own = [n for n in _CALLED.findall(has["what"]) if n in title] if has else []
    return bool(own) and not _OTHERS.search(_named_out(sentence, own))


def _named_out(sentence: str, names: list[str]) -> str:
    for name in names:
        sentence = sentence.replace(name, "")
    return sentence


def one_series(one: str, other: str) -> bool:
    """Whether two titles are of one text issued anew for another year (2025年度参保通知, 2026年度参保通知)."""
    years = [_YEAR.findall(title) for title in (one, other)]
    rest = [bag(_YEAR.sub("", _ISSUERS.sub("", title))) for title in (one, other)]
    return all(years) and years[0] != years[1] and share(*rest) >= _ALIKE


def called_in(title: str) -> frozenset[str]:
    """What a title calls the money that is given (护理补贴)."""
    return frozenset(_MONEY_CALLED.findall(title))


def sets_standard_of(one: str, other: str) -> bool:
    """Whether one of two titles only makes known the standard of the benefit that the other one names too."""
    called = set(_CALLED.findall(one)) & set(_CALLED.findall(other))
    return bool(called) and bool(_SETS.search(one)) != bool(_SETS.search(other))


def told_twice(one: str, other: str) -> str:
    """Why two titles are of one benefit told twice; "" where they are not."""
    if one_series(one, other):
        return "逐年印发的同一文件"
    return "公布同一待遇标准的文件" if sets_standard_of(one, other) else ""


@cache
def _names(aid: str) -> tuple[str, ...]:
    term = load_vocabulary().of("aid").get(aid)
    labels = (*term.label.split("、"), *term.alternatives) if term else ()
    return tuple(n for n in labels if len(n) > 3)


def still_in_need(text: str) -> bool:
    """Whether people are helped who have had another help before, or for what that has not covered."""
    return _AFTER.search(text) is not None
