"""What a rule says nobody may be asked about (不与家庭收入挂钩, 不得另设缴费年限等条件), and another text asks.

A rule frees its people of a ground in many words: no tie to it, no condition of it, no matter whether; which ground it
is, and how a text makes it a condition, are families of wording (`asked` in `conflict.ttl`); a ground that none of them
knows goes by its own name. Quiet for other people, another benefit, and where the text itself frees them too or serves
those on the other side of the ground (非本县户籍).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from checks.compare.ground.alignment import bag, in_two_places, maybe_one_matter, one_subject, people_apart, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_named, aid_of, title_aid
from checks.compare.ground.windows import groups_in
from checks.compare.ground.wording import pieces
from checks.compare.money.manners import BARE, paid_names
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from checks.compare.outcome.hits import clip
from checks.fingerprint import REMEMBERED
from kg.coverage import CoverageIndex
from ontology.cues import Cue, Setting, load_cues, named_in, pattern
from ontology.wording import wordings

_ASKED = Setting("asked")
_NEVER = r"(?:不(?:得|应|准|许|再)?|严禁|禁止)"
_FREES = re.compile(
    rf"不(?:得|应|再)?(?:与|同)(?P<tied>[^，。；]{{2,24}}?)(?:相)?挂钩"
    rf"|(?P<premise>[^，。；]{{2,30}}?)，?(?:均|都|一律)?{_NEVER}(?:作为|列为|当作)[^，。；]{{0,16}}?(?:前提|条件|依据|门槛|理由|限制)"
    rf"|{_NEVER}(?:[对给在][^，。；]{{2,20}}?)?(?:另行|另外|另|擅自|自行)?(?:增设|附加|设置|设定|设|规定|提出|增加)(?P<added>[^。；]{{2,44}}?)(?:条件|限制|门槛|要求)"
    rf"|{_NEVER}(?:以|将|把)(?P<made>[^。；]{{2,40}}?)(?:作为|列为|列入|当作|视为|设为|设定为|规定为|为)[^，。；]{{0,16}}?(?:前提|条件|依据|门槛|限制|因素|要件)"
    rf"|{_NEVER}(?:以|因|将)(?P<set>[^。；]{{2,40}}?)(?:等)?(?:设置|设定|增设|附加|排除|另设|设立|限制)[^，。；]{{0,16}}"
    rf"|{_NEVER}(?:另行|另|擅自|自行)?(?:设定|设置|规定|要求|限定)(?P<span>[^，。；]{{2,16}}?(?:年限|期限|时间|年龄|户籍))"
    r"|不受(?P<bound>[^，。；]{2,20}?)(?:条件)?的?(?:限制|约束|影响)"
    r"|(?:免予|免于|不再|无需|无须)(?:核查|审查|审核|查验|调查)(?P<checked>[^，。；]{2,20})"
    r"|(?:不限|不论|不分|不看|不问|无论)(?P<whatever>[^。；]{2,30})"
    r"|(?P<indifferent>[^。；]{2,40}?)，?(?:均|都|一律|皆)?不(?:得|应)?影响(?:其|其他|依法|按规定|正常)*(?:享受|申请|申领|领取|受理|认定|纳入|救助|资格|发放|办理)"
    r"|(?:取消|放开)(?P<dropped>[^，。；]{2,20}?)(?:的)?(?:限制|条件|要求)"
)
_WHETHER = re.compile(
    r"(?:是否|是不是|有无|有没有)([^，。；、或]{2,16})|(?:参加|加入|购买|办理|持有|签订|缴纳)([^，。；、或]{2,8}?)与否"
)  # what makes none
_BARRED = ("tied", "premise", "added", "made", "set")  # groups of the words that bar by name
_ITEM = re.compile(r"、|，|和(?!解)|以及|及(?![时格])|与|或者|或")
_BARE_ITEM = re.compile(
    r"^(?:是否|有无|参加|参与|提供|缴纳|本人|家庭|监护人|父母|其)+|(?:情况|状况|要求|年限|时间|数额|额|等|的)+$"
)
_ANY_ITEM = re.compile(
    r"其他|任何|有关|相关|申请|条件|限制|特殊|不合理|法律|规定|以外|救助|补贴|附加|歧视|违反|违背|损害"
)
_SOFT = re.compile(r"鼓励|探索|逐步|有条件的|可以(?!(?:再次|多次|随时|直接|依法|照常|继续)*申请|向|在)")
_GIVEN = re.compile(
    r"(?:享受|申请|申领|领取|纳入|获得|提供|发放)(?P<what>[一-龥]{2,12}?(?:服务|补贴|补助|津贴|救助|资助|援助|帮扶|关爱|[金费]))(?:范围|对象|待遇|资格|名单)?(?=[，。；：]|的[，。；]|$)"
)
_ANY_GIFT = re.compile(
    r"服务|补贴|补助|津贴|救助|资助|援助|保障|保护|帮扶|待遇|资金|范围|对象|办理|条件|手续|业务|有关|相关|规定"
)
_EVERYBODY = re.compile(r"均|都|一律|凡|所有|任何")
_NEGATED = re.compile(r"(?:不得|无需|无须|不需要?|不必|不再|免于|免予|未|不)[^，。；的]{0,8}$")
_OTHERS = re.compile(r"^[^，。；]{0,20}其他(?:情形|人员|对象)")
_CORE, _SUM = 4, 3  # last characters of a benefit's name, by which it is known; of a sum's (助学金)
_SHORTEST, _LONGEST = 2, 8  # characters of a ground's own name
_CASE = 0.6  # of the words of a freed case


@dataclass(frozen=True, slots=True)
class Freed:
    """A ground that a norm frees its people of."""

    norm: Norm
    ground: Cue
    listed: bool  # its people are the items of a list
    said: str = ""  # the words that name the grounds


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Grounds that `theirs` frees people of and `mine` makes a condition for them."""
    for norm, said, freed in asked(index, mine, theirs):
        yield Departure(
            Label.CONDITION,
            freed.ground.id,
            freed.ground.label,
            f"以“{clip(said)}”为条件",
            "不得以此为条件",
            (norm,),
            (freed.norm,),
        )


def asked(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, str, Freed]]:
    """Norms of `mine` that ask what `theirs` frees their people of, each once, with the words that ask."""
    freed = [f for n in theirs for f in _freed(n) if not any(_serves_others(f, x) for x in mine)]
    told: set[int] = set()
    for f in freed:
        for a in mine:
            said = _imposed(f.ground, a) if a.start not in told else ""
            if said and _one_benefit(index, a, f) and (not f.listed or _same_case(a, f.norm)):
                told.add(a.start)
                yield a, said, f


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Grounds that one document frees people of and asks elsewhere."""
    for norm, _, freed in asked(index, norms, norms):
        if not freed.listed and in_two_places(norm, freed.norm) and not _exception(norm, freed.norm):
            yield Double("asked", freed.ground.label, norm.text, freed.norm.text, (norm, freed.norm))


def _exception(general: Norm, freed: Norm) -> bool:
    """Whether a norm frees people of its own of what the other asks of others by name."""
    own, asked = freed.people.ids(), general.people.ids()
    poor = frozenset(wordings()["poor-group"])
    if own and not asked:  # the rule for all, and a class that it does not hold for
        return not _EVERYBODY.search(freed.text)
    return bool(own and asked) and (not own & asked or (asked <= poor and bool(own - poor)))


def _serves_others(freed: Freed, norm: Norm) -> bool:
    """Whether another norm than the one that frees them is for those on the other side of the ground."""
    same = (norm.document, norm.start) == (freed.norm.document, freed.norm.start)
    return not same and freed.ground.find("other", norm.words) is not None


def _freed(norm: Norm) -> Iterator[Freed]:
    if _SOFT.search(norm.text) or norm.text.rstrip().endswith(("：", ":")) or _OTHERS.search(norm.text):
        return
    for text, listed in ((norm.text, False), (norm.stem, True)):
        for match in _FREES.finditer(text):
            said = next(x for x in match.groups() if x)
            if _ASKED.has("harder", said):
                continue
            yield from (Freed(norm, c, listed, said) for c in load_cues()["asked"] if c.find("named", said))
            if not listed:
                yield from (Freed(norm, _in_words(x), listed, said) for x in _named(match, said) if x)


def _named(match: re.Match[str], said: str) -> Iterator[str]:
    """What is barred, or makes no difference (是否参加农村住房保险), by its own name."""
    if match.lastgroup in _BARRED:
        yield from map(_own_name, _ITEM.split(said))
    yield from (_of_length(_BARE_ITEM.sub("", x)) for pair in _WHETHER.findall(said) for x in pair)


def _own_name(item: str) -> str:
    """What an item of a list of grounds is called, "" where a family of wording knows it or it names none."""
    if named_in("asked", item) or _ANY_ITEM.search(item):
        return ""
    return _of_length(_BARE_ITEM.sub("", item))


def _of_length(name: str) -> str:
    return name if _SHORTEST <= len(name) <= _LONGEST else ""


@lru_cache(maxsize=REMEMBERED)
def _in_words(own_name: str) -> Cue:
    """A ground by its own name: a text asks it that orders or measures what it says, or refuses or gives less for want
    of it.
    """
    name = re.escape(own_name)
    imposed = (
        f"(?:应当?|必须|须|需要?|要求)[^，。；]{{0,12}}{name}",
        f"{name}[^，。；]{{0,12}}(?:满|达到?|不少于|不低于|以上|合格|优良|优秀|良好|方可|才能|才可)",
        f"(?:未|没有|不)[^，。；]{{0,6}}{name}[^。；]{{0,12}}(?:不予|不得|不享受|不纳入|不受理|取消)",
        f"(?:未|没有|不|无)[^，。；]{{0,6}}{name}[^。；]{{0,36}}?(?:{_ASKED.pattern('less').pattern})",
    )
    return Cue(
        "asked", f"asked-{name}", own_name, MappingProxyType({"imposed": pattern(imposed)}), MappingProxyType({})
    )


def _imposed(ground: Cue, norm: Norm) -> str:
    """The words of a norm that make a ground a condition, "" where it frees of it, or speaks of something else."""
    match = ground.find("imposed", norm.text)
    if (
        not match
        or _NEGATED.search(norm.text[: match.start()])
        or ground.find("not", norm.words)
        or _ASKED.has("aside", norm.words)
        or _FREES.search(norm.words)
    ):
        return ""
    return match.group()


def _one_benefit(index: CoverageIndex, a: Norm, freed: Freed) -> bool:
    """Whether both are about one thing given: the benefit that the rule names, or the subject of both texts."""
    own = aid_of(index, freed.norm) - aid_named(freed.said)  # the ground names an aid too
    entitled = (title_aid(index.documents[a.document]) & own) - LOOSE
    alike = maybe_one_matter(index, a, freed.norm) or (not own and one_subject(index, a, freed.norm))
    if not (entitled or alike) or people_apart(index, a, freed.norm) or _other_gift(a.text, freed.norm.text):
        return False
    where = a.words if paid_names(a) else a.words + (index.documents[a.document].title or "")
    names = [n for n in paid_names(freed.norm) if len(n) > BARE]
    return not names or any(n[-(_SUM if n.endswith("金") else _CORE) :] in where for n in names)


def _other_gift(a: str, b: str) -> bool:
    """Whether each says what is given, and not in one word in common (养老服务补贴, 探访关爱服务)."""
    mine, theirs = (
        frozenset().union(*(bag(_ANY_GIFT.sub(" ", m["what"])) for m in _GIVEN.finditer(x))) for x in (a, b)
    )
    return bool(mine and theirs) and not mine & theirs


def _same_case(a: Norm, b: Norm) -> bool:
    """Whether a norm speaks of the case of a list's item: of its people by name, or in most of its words."""
    people = named_in("people", a.words) & named_in("people", b.text)
    groups = groups_in(b.text).alternatives
    named = any(x in groups_in(a.text).alternatives for x in groups if len(x) > 1)
    return bool(people) or named or share(pieces(b.text), pieces(a.words)) >= _CASE
