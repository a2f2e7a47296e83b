"""Grants promised without a sum, and rules on money that are for other grants than this one.

A text that sets several grants in figures and promises one more (给予无障碍改造补助) leaves its amount to whoever pays;
a clause on money for 第七条至第十条 leaves the grant of 第十一条 without; a sum still to be looked into (具体另行研究)
is left open whatever else the text sets. Quiet where the grant's line or another one about it has a figure or says by
what rule it is worked out, and where some rule on money is for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.cited import article_number
from checks.compare.ground.alignment import bag, share
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_named
from kg.enums import Modality
from ontology.cues import Setting
from ontology.wording import wordings

_PROMISED = Setting("promise")
NOUN = r"(?:补助金?|补贴|资助金?|救助金|津贴|慰问金|奖励金?|帮扶金|助学金|奖学金|援助金|关爱金|关怀金|生活费)"
_PROMISE = re.compile(
    rf"(?:给予|发放|发给|予以|设立|增设|新设)(?P<name>[^，。；、]{{0,14}}?{NOUN})(?:资金)?(?=[，。；]|$)"
)
_PROMISE_TO = re.compile(  # 给予办理丧事的亲属或者村民委员会丧葬补贴: whom first, then what
    rf"(?:给予|发给)[^，。；、]{{4,24}}?(?:人|者|亲属|家属|家庭|户|儿童|学生|委员会|机构)(?P<name>[一-龥]{{2,6}}?{NOUN})(?=[，。；]|$)"
)
_NAMED = re.compile(rf"(?P<core>[一-龥]{{2,6}}?)(?:{NOUN}|(?<=[护料])理?费)")
_WORKED_OUT = re.compile(
    r"[0-9０-９](?![0-9０-９]*个?(?:月|年|日|天|周?岁|次|工作日|户|名|家))|标准|按照?(?!月|季|年|户|人|需)|依照|依据.{2,12}规定|参照|比例|差额|全额|[一二三四五六七八九十百千万两]+(?:元|倍|成)|百分之|额度|规定|另行(?!发放|给予|发给)"
    r"|减免|免费|免除|视情|适当"
)
_SUM = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万两][^，。；]{0,3}(?:元|倍)|[0-9０-９][%％]的?(?:比例|标准)|标准|按照[^，。；]*规定"
)
_PRICE = re.compile(r"[0-9０-９一二三四五六七八九十百千万两](?:万|千)?元|[0-9０-９.]+倍|[0-9０-９][%％]")
_RANGE = re.compile(r"第([一二三四五六七八九十百零〇\d]+条)(?:(?:至|到|—|－|-)第([一二三四五六七八九十百零〇\d]+条))?")
_ALL = re.compile(
    r"(?:本(?:办法|细则|规定|方案|意见|通知|实施细则|实施方案)|各项|上述|以上|前述)[^，。；第]{0,12}(?:资金|经费)"
)
_MONEY_OF = re.compile(r"(?P<of>[一-龥]{4,8})(?:所需)?(?:资金|经费)由")
_ANY_MONEY = re.compile(
    r"所需|专项|配套|财政|补助|救助|资助|帮扶|补贴|工作|项目|上述|各项|以上|本[一-龥]{2}|政策|保障|实施|有关|相关|全部"
)
_BARE = re.compile(rf"(?P<noun>{NOUN})(?:的?(?:发放|具体))?标准(?=[：:为按])")
_HEADING = 12  # characters of a heading that stands in a line (加强资金保障。)
_NEW = re.compile(r"一次性|设立|增设|新设")
_STANDARDS = re.compile(r"(?:资助|补助|补贴|救助|慰问|奖励|帮扶|发放)金?(?:的)?(?:标准|额度|金额)")
_BARE_STANDARD = re.compile(r"\s*(?:资助|补助|补贴|救助|慰问|奖励|帮扶|发放)金?(?:的)?标准")
_FOUNDED = re.compile(r"设立|增设|新设")
_AT_WILL = re.compile(r"酌情|视情|适当|根据情况|自行确定")
_PUT_OFF = re.compile(  # what is left open is left to nobody, and to no day
    r"^[，。；]?(?:其?(?:具体|发放|补助|补贴|实施|奖励|救助|资助|慰问|津贴)?(?:办法|标准|金额|数额|细则|方案|事宜|事项|额度|条件|对象|范围)?(?:和|、)?){0,3}(?:将|由|待|再)?"
    r"(?:(?:[^，。；]{2,20}后)?另行?(?:研究|商定|商议|议定|确定|定|考虑)|(?:(?:有关|相关)(?:部门|方面|单位)|由[^，。；]{2,24}?(?:另行|研究|商))(?:另行)?(?:研究|商定|商议|确定)+|待定|待研究|再定|适时(?:研究|确定|明确))"
)
_BEFORE = 6  # characters in which it is said that a grant is new
_SAME_PEOPLE = 0.6  # of the words for whom a grant is
_CORE = 2  # characters of a name that tells the grant


@dataclass(frozen=True, slots=True)
class Promise:
    """A grant of which a norm gives no sum: its name, and whether the text has money for it."""

    norm: Norm
    name: str
    funded: bool
    bare: bool = False  # whether nothing else in the text is about it, nor about money for it
    unheard: bool = False  # whether besides it is no aid that other texts are known to set up


def promises(norms: tuple[Norm, ...]) -> Iterator[Promise]:
    """Grants to people that a text promises without saying how much, each once."""
    told: set[str] = set()
    for norm, name in put_off(norms):
        told.add(name)
        yield Promise(norm, name, funded=False, bare=True)
    for norm in norms:
        said = _PROMISE.search(norm.text) or _PROMISE_TO.search(norm.text)
        if not said or not is_rule(norm) or _PROMISED.has("bodies", norm.text[: said.start()]):
            continue
        name = _called(said)
        if (
            name not in told
            and not any(_sets(n, name, norm) or _sets_the_only(norms, n, name) for n in norms)
            and not _priced_next(norms, norm)
            and not _is_titled(norms, name)
            and not any(name.endswith(t) or t.endswith(name) for t in told)
        ):
            told.add(name)
            alone = _is_alone(norms, norm, name)
            bare = alone and _is_new(norm, said)
            yield Promise(norm, name, has_money(norms, norm, name), bare, alone and not aid_named(name))


def _is_titled(norms: tuple[Norm, ...], name: str) -> bool:
    """Whether the text is about the grant by its title, so that the sums it sets are of this one."""
    titles = [bag(n.text) for n in norms if n.locator == "标题"]
    return any(share(bag(name), t) >= _SAME_PEOPLE for t in titles) and any(_PRICE.search(n.text) for n in norms)


def put_off(norms: tuple[Norm, ...]) -> Iterator[tuple[Norm, str]]:
    """Grants of which everything else is still to be looked into (给予生活补助，具体另行研究), with their names."""
    for norm, after in zip(norms, [*norms[1:], None], strict=False):
        said = _PROMISE.search(norm.text)
        if not said or _PROMISED.has("bodies", norm.text[: said.start()]) or _PROMISED.has("aside", norm.words):
            continue
        behind = norm.text[said.end() :] + (after.text if after and after.line == norm.line else "")
        name = _called(said)
        who = bag(norm.text[: said.start()])
        named = (n for n in norms if n is not norm and name in n.words and _SUM.search(n.text))
        priced = any(share(who, bag(n.words)) >= _SAME_PEOPLE for n in named)
        if _PUT_OFF.search(behind) and not _SUM.search(norm.text[: said.end()]) and not priced:
            yield norm, name


def _called(said: re.Match[str]) -> str:
    """The name of what is promised, without the words for whom or how often (领取失业保险金人员的补贴)."""
    return said["name"].rpartition("的")[2].lstrip("一次性")


def _is_new(norm: Norm, said: re.Match[str]) -> bool:
    return bool(_NEW.search(said.group()) or _NEW.search(norm.text[max(0, said.start() - _BEFORE) : said.start()]))


def _is_alone(norms: tuple[Norm, ...], norm: Norm, name: str) -> bool:
    """Whether no other line names a grant, while no rule of the text is about money.

    Where somebody gives it as he sees fit (酌情), a rule on the money of the whole text is none for it.
    """
    core = re.sub(NOUN, "", name)
    others = [n for n in norms if n.line != norm.line]
    called = re.compile(re.escape(core) + (NOUN if len(core) <= _CORE else ""))
    named = len(core) >= _CORE and any(called.search(n.text) for n in others if len(n.text) > _HEADING)
    rules = [n for n in others if _PROMISED.has("funded", n.text)]
    priced = any(_STANDARDS.search(n.words) and _SUM.search(n.text) for n in others)
    return not named and not priced and (not rules or bool(_AT_WILL.search(norm.text)))


def in_figures(norms: tuple[Norm, ...], name: str) -> int:
    """How many lines of a text set a sum for a grant that they name, another than the one called `name`."""
    mine = _pairs(name)
    lines: dict[tuple[int, int], bool] = {}
    for norm in norms:
        cores = [m.group("core") for m in _NAMED.finditer(norm.words)]
        other = bool(cores) and not any(mine & _pairs(core) for core in cores)
        counted = any(x.unit.startswith("元") for p in norm.provisions for x in p.parameters)
        lines[norm.line] = lines.get(norm.line, False) or (other and counted)
    return sum(lines.values())


def _pairs(name: str) -> frozenset[str]:
    core = re.sub(NOUN, "", name)
    return frozenset(core[i : i + 2] for i in range(len(core) - 1))


def has_money(norms: tuple[Norm, ...], norm: Norm, name: str) -> bool:
    """Whether some rule on money is for this grant, or for all; so it counts where the text has no such rule."""
    rules = [n for n in norms if _PROMISED.has("funded", n.text) and len(n.text) > _HEADING]
    reaching = [r for r in rules if r.line == norm.line or not (_is_of_its_line(norms, r) or _pays_its_own(r))]
    return not rules or any(_reaches(rule, norm, name) for rule in reaching)


def _pays_its_own(rule: Norm) -> bool:
    """Whether a rule on money sets the sums that it is for (每户3万元，所需资金由…安排)."""
    money = rule.start + min((m.start() for m in _PROMISED.all("funded", rule.text)), default=0)
    return any(x.unit.startswith("元") and x.start < money for p in rule.provisions for x in p.parameters)


def _is_of_its_line(norms: tuple[Norm, ...], rule: Norm) -> bool:
    """Whether a rule on money closes a line that gives something: it is for that alone."""
    before = (n for n in norms if n.line == rule.line and n.start < rule.start)
    return any(p.groups and p.modality is not Modality.DECLARATION for n in before for p in n.provisions)


def is_rule(norm: Norm) -> bool:
    """Whether a norm gives something to people named, and is not about where the money comes from."""
    if _PROMISED.has("funded", norm.text) or not any(p.groups for p in norm.provisions):
        return False
    modal = any(p.modality in (Modality.OBLIGATION, Modality.ENTITLEMENT, Modality.PERMISSION) for p in norm.provisions)
    return modal and not _PROMISED.has("aside", norm.words)


def _sets(other: Norm, name: str, norm: Norm) -> bool:
    """Whether a norm says how much: the grant's own line, or another that names it; a new one at will says nothing."""
    core = re.sub(NOUN, "", name)
    if other.line == norm.line:
        return bool(_WORKED_OUT.search(_AT_WILL.sub("", other.text) if _FOUNDED.search(norm.text) else other.text))
    named = core in other.words if len(core) >= _CORE else f"{name}标准" in other.words
    named = named or _BARE_STANDARD.match(other.words) is not None  # 补贴标准：…: of what the text gives
    return named and bool(_SUM.search(other.text)) and not _PROMISED.has("funded", other.text)


def _sets_the_only(norms: tuple[Norm, ...], other: Norm, name: str) -> bool:
    """Whether a norm sets the sums of 补贴, by that bare word, in a text that has figures for no other grant."""
    bare = _BARE.match(other.words)
    return bool(bare and bare["noun"] in name and _SUM.search(other.text) and not in_figures(norms, name))


def _priced_next(norms: tuple[Norm, ...], norm: Norm) -> bool:
    """Whether the line behind the promise sets sums for a person or household and calls them by no name."""
    line = min((n.line for n in norms if n.line > norm.line), default=None)
    said = [n for n in norms if n.line == line]
    sums = any(x.unit.startswith("元/") for n in said for p in n.provisions for x in p.parameters)
    return sums and not any(re.search(NOUN, n.words) or n.aid - norm.aid for n in said)


def within(rule: Norm, norm: Norm) -> bool | None:
    """Whether the articles that a rule names take in that of `norm`; `None` where it names none."""
    articles = [_articles(m) for m in _RANGE.finditer(rule.text)]
    here = article_number(norm.locator) if articles else 0
    return any(first <= here <= last for first, last in articles) if articles else None


def _reaches(rule: Norm, norm: Norm, name: str) -> bool:
    inside = within(rule, norm)
    if inside is not None:
        return inside
    core = re.sub(NOUN, "", name)
    if _ALL.search(rule.text) or (len(core) >= _CORE and core in rule.text):
        return True
    if not core and name in rule.text:  # 补贴, and the money for it
        return True
    others = [g for g in wordings()["cash"] if g in rule.text]
    return not others and not _is_of_another(rule, core)


def _is_of_another(rule: Norm, core: str) -> bool:
    """Whether the money is that of a help with a name of its own (入学救助资金由…安排)."""
    called = _MONEY_OF.search(rule.text)
    of = _pairs(_ANY_MONEY.sub("", called["of"])) if called else frozenset()
    return bool(of) and len(core) >= _CORE and not of & _pairs(core)


def _articles(match: re.Match[str]) -> tuple[int, int]:
    first = article_number(f"第{match[1]}")
    return first, article_number(f"第{match[2]}") if match[2] else first
