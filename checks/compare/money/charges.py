"""What a rule has people get free, or at public cost, and another text has them pay for.

A rule frees a service of cost in many words (不得收取费用, 评估费用由财政负担, 免费办理); a text that has those served
pay, advance or make good a sum for what is called the same takes it back. Quiet for other people or another kind of the
thing, for what is sold on the market beside public bodies, where the sum is a fine or is paid by an employer, and where
the text itself says who else bears it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag, names_others, one_subject, people_apart, share
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.providers import sold_by_others
from checks.compare.ground.topics import LOOSE, aid_meets, aid_of
from checks.compare.ground.windows import variants_in
from checks.compare.ground.wording import pieces
from checks.compare.money.free_services import charged_for, freed
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import Setting
from ontology.wording import wordings

_CHARGE = Setting("charge")
_MONEY = re.compile(
    r"由[^，。；]{0,8}财政|[省市县区州]级|不得|收取|收费|免收|免费|免除|费用|所需|全部|财政|负担|承担|列支|支付|成本|开支|任何|名义|标准|财物|一律|统一|资金|经费|费"
)
_FEE_HEAD = re.compile(r"[^，。；：]{0,12}(?:费用?|成本|开支)(?:负担|承担)?[：:]")
_HEAD = re.compile(r"[^。]{2,14}。")  # of a paragraph: 五、签注。
_ANY = re.compile(  # whatever it is for
    r"(?:不(?:得)?|禁止|严禁|不准)(?:以[^，。；]{1,10}[^，。；]{0,4})?向(?P<who>[^，。；]{1,24}?)(?:收取|索取|收受|收)(?:任何|一切|其他)?(?:费用|费(?!用)|款物|财物|钱物)"
)
_FROM = re.compile(  # who does not charge, and whom, is no service
    r"[^，。；]*?(?:不得|不|禁止|严禁)[^，。；]{0,6}向(?P<who>[^，。；]{2,24}?)(?=收|索)"
)
_GIVEN = re.compile(r"(?:持有?|凭|出示)[^，。；、]{0,12}(?:证件?|证明|卡|簿)|提供|发放|配发|给予")
_OF_AGE = re.compile(
    r"(?:年满|满|不满|未满)?[0-9一二三四五六七八九十百]+周?岁(?:以上|以下)?的?[^，。；、]{0,2}?(?:老年人|老人|儿童)?"
)
_FREE = re.compile(r"无偿(?:使用|发放|配发|提供|给予|救助)")
_WHOLE_AID = re.compile(r"(?:救助|救灾|救济|援助|帮扶|补助|保障)[^，。；]{0,6}(?:款物|物资|资金|款项|服务|金)")
_GETS = re.compile(r"领取|发放|配发|领用|受灾|受助|受援|救助对象")
_EACH = re.compile(r"、|或者|和|以及|及|与")
_WISHED = re.compile(r"鼓励|提倡|倡导")  # what others are only asked to give free
_TAIL = 2  # characters that tell people by the end of their name (其亲属, 受援人)
_STAFF = re.compile(
    r"(?:工作|经办|援助|救助|服务)人员|律师"
)  # what they may not take is not what an institution charges
_BARRED_LIST = re.compile(r"(?:不得|禁止|严禁|不准)[^，。；]{0,12}[：:]$")
_FIRST, _LATER = re.compile(r"首次|初次|第一次"), re.compile(r"换领|补领|换发|补发|补办|再次|遗失|损坏")
_BOUGHT = re.compile(r"自行购买|自行选购|自愿购买|商店|超市|店家")  # of others, by one's own choice
_SERVED = re.compile(r"申请人|受助人员?|受援人|本人|亲属|家属|家庭|个人|监护人|当事人|每人|每位|每户")
_FEE = re.compile(r"([一-龥]{2})(?<!收|免|缴|交|付|经|项|他|需|关|何|种|些|等|该|分|额|减|先)费")  # the name of one fee
_SCHOOL_FEE = re.compile(r"(学杂|学|杂|书)费(?!用)")
_SAME, _SAME_PEOPLE, _FEW = 0.6, 0.4, 4  # of the words of two norms but for money; for the same people; pieces
_LEAST = 3  # pieces of the first of several things
_NAMED = 0.5  # likeness of two clauses that are on one charge by what is said of it
_SURE = 2.0  # of two that name one fee, above any likeness of words
_TITLED = 0.3  # for what the paragraph's heading names
_SHARED = 0.3  # of what the rule calls the service
_WHOEVER = frozenset({"working-age"})  # 劳动者, of whatever class


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Norms of `mine` that have people pay for what `theirs` gives free."""
    bound = [n for n in theirs if not _WISHED.search(n.text)]
    said_above = [(n, c) for n in bound for c in CLAUSE.findall(n.text) if _CHARGE.has("free", c) or _is_paid(c)]
    said_above += [(n, "") for n in bound if any(freed(n))]
    for a in mine if any(not c or _CHARGE.has("free", c) for _, c in said_above) else ():
        said = _charged(a)
        near = [(_near(index, a, n, c), n, c) for n, c in said_above] if said else []
        likeness, found, clause = max(near, key=lambda x: x[0], default=(0.0, a, ""))
        borne = likeness < _SHARED or _is_paid(clause) or _is_paid(found.text)
        if not borne and not _other_people(index, a, found):
            yield Departure(
                Label.CONDITION, "charge", "费用负担", f"规定“{clip(said)}”", "不由其负担费用", (a,), (found,)
            )


def _charged(norm: Norm) -> str:
    """The clause that has those served pay, "" where there is none."""
    if _CHARGE.has("aside", norm.words) or _BOUGHT.search(norm.text) or _BARRED_LIST.search(norm.stem):
        return ""
    said = norm.stem + norm.text if _FEE_HEAD.fullmatch(norm.stem) else norm.text
    clauses = CLAUSE.findall(said if said is norm.text else said.replace("：", "", 1))  # 评估费用：由申请人承担
    return next((c for c in clauses if _is_paid(c)), "")


def _is_paid(clause: str) -> bool:
    return _CHARGE.has("paid", clause) and not _CHARGE.has("not", clause) and not clause.endswith("的")


def _near(index: CoverageIndex, a: Norm, b: Norm, clause: str) -> float:
    """How much of what a clause above calls the service the paragraph that charges names too; 0 for other people."""
    head = _HEAD.match(index.documents[a.document].text[slice(*a.line)])
    titled = head.group() if head else ""
    around = pieces((titled + a.sentence).replace("机构", "，"))  # 评估机构 is paid for 评估
    freed = _freed(a, clause, around)
    if _FIRST.search(b.text) and _LATER.search(a.text):
        return 0.0
    if sold_by_others(a, b):
        return 0.0
    if people_apart(index, a, b) or _kinds_apart(titled + a.words, b.words) or aid_meets(index, a, b) is Verdict.NO:
        return 0.0
    if not clause:
        return _SURE if charged_for(index, a, b) else 0.0
    deposits = [_CHARGE.words("deposit", text) for text in (clause, a.text)]
    if deposits[0] & deposits[1] and one_subject(index, a, b):
        return _SURE
    if _but_for_money(a, b):
        return _NAMED
    fees = [_fees(text) for text in (clause, a.text)]
    bar = None if _STAFF.search(b.text) and not _STAFF.search(a.text) else _ANY.search(clause)
    if bar and (_SERVED.search(a.text) or _named(bar["who"], a.text)) and one_subject(index, a, b):
        return _NAMED
    if _given_free(index, a, b, clause):
        return _NAMED
    if all(fees):
        return _SURE if fees[0] & fees[1] and one_subject(index, a, b) else 0.0
    shared = len(freed & around) / (len(freed) or 1) if one_subject(index, a, b) else 0.0
    return shared + _TITLED if freed & pieces(titled) else shared


def _freed(a: Norm, clause: str, around: frozenset[str]) -> frozenset[str]:
    """What a clause above calls the service: of several things the first, where the paragraph that charges names it."""
    said = _OF_AGE.sub(" ", _FROM.sub(lambda m: m["who"] if _named(m["who"], a.text) else " ", clause))
    first, _, others = said.partition("、")
    one, whole = (pieces(_MONEY.sub(" ", text)) for text in (_GIVEN.sub(" ", first), said))
    return one if others and one and (one <= around or len(one & around) >= _LEAST) else whole


def _but_for_money(a: Norm, b: Norm) -> bool:
    """Whether two norms say the same of the same people, and only not at whose cost (首次申领…免收, 缴纳工本费)."""
    mine, theirs = (bag(_MONEY.sub(" ", n.text)) for n in (a, b))
    one = bool(a.people.ids() & b.people.ids()) if a.people and b.people else False
    least = _SAME_PEOPLE if one else _SAME
    return len(mine & theirs) >= _FEW and share(mine, theirs) >= least


def _given_free(index: CoverageIndex, a: Norm, b: Norm, clause: str) -> bool:
    """Whether all of one aid is free (救助款物无偿使用), and `a` has those pay who get it."""
    aid = (aid_of(index, a) & aid_of(index, b)) - LOOSE
    free = _FREE.search(clause) and _WHOLE_AID.search(b.text)
    return bool(aid and free and (_SERVED.search(a.text) or _GETS.search(a.text))) and one_subject(index, a, b)


def _named(who: str, text: str) -> bool:
    """Whether a text names those of whom another says that they are not charged."""
    parts = (part if part.endswith(("人员", "对象")) else part[-_TAIL:] for part in _EACH.split(who) if len(part) > 1)
    return any(part in text for part in parts)


def _fees(text: str) -> frozenset[str]:
    """The names of the fees that a text speaks of (学杂费 being two), but for names of any fee."""
    school = frozenset("".join(_SCHOOL_FEE.findall(text)))
    return school | frozenset(_FEE.findall(_SCHOOL_FEE.sub("，", text))).difference(wordings()["any-fee"])


def _other_people(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether both name people, and those of neither are among those of the other."""
    pairs = ((a.people, b.people), (b.people, a.people))
    if b.people.ids() <= _WHOEVER and not people_apart(index, a, b):
        return False
    return names_others(a, b) and not any(index.groups_contain(x, y) is Verdict.YES for x, y in pairs)


def _kinds_apart(one: str, two: str) -> bool:
    """Whether both name kinds of one sort (高中, 小学), and no kind in common."""
    mine, theirs = variants_in(one), variants_in(two)
    axes = {axis for axis, _ in mine} & {axis for axis, _ in theirs}
    return bool(axes - {axis for axis, _ in mine & theirs})
