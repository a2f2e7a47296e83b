"""Words of one text against words of another: what is barred here is done there.

A cue family (`conflict.ttl`, `everyday.ttl`, `deeds.ttl`) has the words that bar an act or a ground and those that do
it, or the parts of which both are made; the comparison asks for both sides, about the same aid, the doing side neither
negated nor left to the person's own will.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.compare.acts import parts
from checks.compare.acts.payers import others_pay
from checks.compare.acts.withheld import beside_another, lets_have, withheld
from checks.compare.ground.alignment import bag, in_scope, one_subject
from checks.compare.ground.norms import Norm, norms_of, without_items
from checks.compare.ground.opponents import opponents
from checks.compare.ground.providers import sold_by_others
from checks.compare.ground.topics import AREAS, LOOSE, aid_meets, aid_named, aid_of, title_aid
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.enums import Modality, Verdict
from kg.model import Reading
from kg.standing import Standing
from ontology.cues import Cue, load_cues, named_in

_NEGATION = re.compile(
    r"(?:不得|禁止|严禁|不准|不应|不再|无需|无须|不需要?|不能|避免|防止|杜绝|不|未)[^，。；的]{0,8}$"
    r"|(?:不得(?!不)|禁止|严禁|不准)(?:再|另行|以任何[^，。；]{2,4})?(?:向|对|由|在|从)[^，。；的]{2,24}$"
)
_WILL = re.compile(
    r"自愿(?!住院|入院|入住)|(?<!不得)(?<!不能)(?<!不可)(?<!不可以)(?<!无权)自行选择|本人(?:申请|同意|愿意|授权)|根据[^，。；]{0,6}意愿|征得[^，。；]{0,6}同意"
)
_OFFENCE = re.compile(
    r"违反[^，。；]{0,20}规定|责令|罚款|处罚|给予[^，。；]{0,6}处分|骗取|欺骗|弄虚作假|虚报冒领"
    r"|(?:查处|制止|打击|整治|纠正)[^，。；]{0,30}(?:行为|现象|问题)"
)
_NOT_ENTITLED = re.compile(
    r"(?:不符合|不具备)[^。；]{0,30}条件[^。；]{0,24}(?:终止|撤销|停止)[^。；]{0,20}[。，；]?[^。；]*$"
)
_STRICT = re.compile(r"专款专用|专项用于|不得|禁止|严禁|不准")
_CONDUCT = re.compile(r"职业道德|执业纪律|职业操守")  # of those who do the work, not of what their office may ask
_MEANS = re.compile(r"所称[^，。；]{2,40}，?是?指")  # what a word means is done by nobody
_WISHED = re.compile(r"(?:鼓励|提倡|倡导)[^。；]*$")
_WISH = re.compile(r"鼓励有条件的(?:地方|地区)")
_STAFF = re.compile(r"承办(?:人员?|律师)|法律援助人员|律师|工作人员|经办人员|志愿者|基层法律服务工作者")
_FAVOUR = re.compile(r"优待|优惠")
_FEE = re.compile(r"([一-龥]{2})(?<![收免缴交付经项他需关何种些等该分额减先]{1})费(?!用)")
_ANY_FEE = re.compile(r"任何|一切|其他费")
_AKIN = 2  # pieces that two norms share which name no aid
_ANY_DESK = frozenset({"office"})  # where people come with whatever it is
_PAID = frozenset({"charge", "paid-service"})
_SOFT = re.compile(r"有条件的(?:地方|地区|市|县|区)|鼓励|探索|逐步|有序推进|可以结合实际")


@dataclass(frozen=True, slots=True)
class Clash:
    """One family of wording: where it is done, and where the other text bars it."""

    id: str
    label: str
    done: tuple[Norm, ...]
    barred: tuple[Norm, ...]
    standing: Standing


def clashes(index: CoverageIndex, reading: Reading) -> Iterator[Clash]:
    """Families that `reading` does and a document beside or above it bars."""
    mine = norms_of(reading)
    done = {cue.id: found for cue in families() if (found := tuple(without_items(_doing(cue, mine))))}
    for other, how in opponents(index, reading):
        theirs = norms_of(other)
        for cue in families():
            if here := done.get(cue.id):
                pairs = [(a, b) for b in _barring(cue, theirs) for a in here if _same_matter(index, cue, a, b)]
                if pairs:
                    yield Clash(cue.id, cue.label, _once(a for a, _ in pairs), _once(b for _, b in pairs), how)


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Acts that one document both orders and bars, in different lines."""
    for cue in (c for c in load_cues().get("act", ()) if "people" not in c.facts):
        done = tuple(without_items(_doing(cue, norms)))
        barred = tuple(n for n in _barring(cue, norms) if _STRICT.search(n.text) and not _CONDUCT.search(n.words))
        only = set(cue.facts.get("of", ()))
        pairs = (
            (a, b)
            for a in done
            for b in barred
            if a.line != b.line and a.aid == b.aid and (not only or only & a.aid) and not _other_fee(a, b)
        )
        if pair := next(pairs, None):
            yield Double("act", cue.label, pair[0].text, pair[1].text, pair)


def _other_fee(a: Norm, b: Norm) -> bool:
    """Whether both name what a fee is for, and not the same (伙食费, 赞助费)."""
    mine, theirs = (frozenset(_FEE.findall(n.text)) for n in (a, b))
    return bool(mine and theirs) and not mine & theirs and not _ANY_FEE.search(b.text)


def _once(norms: Iterable[Norm]) -> tuple[Norm, ...]:
    return tuple(dict.fromkeys(norms))


def families() -> tuple[Cue, ...]:
    """Acts and grounds."""
    cues = load_cues()
    return cues.get("act", ()) + cues.get("ground", ())


def _doing(cue: Cue, norms: tuple[Norm, ...]) -> Iterator[Norm]:
    name = "done" if cue.kind == "act" else "imposed"
    for norm in norms:
        match = cue.find(name, norm.words)
        if not (match and not _negated(norm.words, match.start())) and not parts.does(cue, norm):
            continue
        if cue.find("barred", norm.words) or cue.find("not", norm.words) or parts.bars(cue, norm):
            continue
        if _MEANS.search(norm.text) or _OFFENCE.search(norm.words) or _not_entitled(cue, norm):
            continue
        if cue.kind != "act" or "unwilled" in cue.facts or not _WILL.search(norm.words):
            yield norm


def _not_entitled(cue: Cue, norm: Norm) -> bool:
    """Whether those pay who were found not to be entitled, for what was done for them (先行提供…不符合条件的)."""
    return cue.id in _PAID and _NOT_ENTITLED.search((norm.prior + norm.words).rstrip("。；")) is not None


def _negated(words: str, at: int) -> bool:
    return bool(_NEGATION.search(words[:at]))


def _barring(cue: Cue, norms: tuple[Norm, ...]) -> Iterator[Norm]:
    for norm in norms:
        if _WISH.search(norm.text) or (cue.find("waived", norm.words) and _SOFT.search(norm.words)):
            continue
        barred = cue.find("barred", norm.words)
        in_words = barred and not _WISHED.search(norm.words[: barred.start()])
        if in_words or cue.find("waived", norm.words) or parts.bars(cue, norm):
            yield norm


def _same_matter(index: CoverageIndex, cue: Cue, a: Norm, b: Norm) -> bool:
    if (_CONDUCT.search(b.words) and not _STAFF.search(a.words)) or (
        cue.id in _PAID and (sold_by_others(a, b) or others_pay(a, b))
    ):
        return False
    if cue.find("field", b.words) and not cue.find("field", a.words):
        return False
    if only := frozenset(cue.facts.get("of", ())):
        mine, theirs = (_protected(index, n) & only for n in (a, b))
        return bool(mine & theirs)
    if "people" in cue.facts and not a.people.ids() & b.people.ids():
        return False
    if "alike" in cue.facts and len(_sentence(a) & bag(b.words)) < int(cue.facts["alike"][0]):
        return False
    if "withheld" in cue.facts and (what := withheld(cue, a)):  # a benefit that both name, whatever their titles
        one = bool(a.aid & b.aid) or not (a.aid and b.aid) or _of_same_people(index, a, b)
        return one and lets_have(cue, b, what) and not beside_another(index, a, b, what)
    titles = [title_aid(index.documents[n.document]) - LOOSE for n in (a, b)]
    if "titled" in cue.facts and titles[0] & titles[1]:  # papers are named after other aids (社保缴费证明)
        return True
    if "named" in cue.facts and aid_named(a.text) & titles[1]:  # whatever the text is about, it takes from that aid
        return True
    verdict = aid_meets(index, a, b)
    if verdict is not Verdict.YES and in_scope(index, b.document, a.document):
        return True
    unnamed = not titles[0] and a.people.ids() & b.people.ids()  # 低保患者 names people, no aid
    if cue.kind == "act" and (verdict is Verdict.UNKNOWN or unnamed) and _of_one_desk(index, a, b):
        return True
    if verdict is Verdict.UNKNOWN:
        if cue.kind == "ground" and not aid_of(index, b):  # a rule for texts on whatever aid
            return True
        if cue.kind == "ground":
            return one_subject(index, a, b) or _same_people_or_desk(a, b) or _of_a_class(index, a, b)
        return one_subject(index, a, b) and len(_sentence(a) & bag(b.words)) >= _AKIN
    return verdict is not Verdict.NO


def _sentence(norm: Norm) -> frozenset[str]:
    """Pieces of a norm with its sentence so far, which says of whom it speaks (…的，先调解；监护人同意的，再报案)."""
    return bag(norm.prior + norm.words)


def _of_one_desk(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether both are rules of one kind of house (救助站须知), by their words or their titles."""
    mine, theirs = (named_in("desk", (index.documents[n.document].title or "") + n.words) - _ANY_DESK for n in (a, b))
    return bool(mine & theirs) and len(bag(a.words) & bag(b.words)) >= _AKIN


def _same_people_or_desk(a: Norm, b: Norm) -> bool:
    """Whether both norms name one class of people, and one desk, or favours that such people are to have."""
    people = groups_in(a.words).ids() & groups_in(b.words).ids()
    return bool(people) and bool(named_in("desk", a.words) & named_in("desk", b.words) or _FAVOUR.search(b.text))


def _of_same_people(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    return bool(a.people.ids() & b.people.ids()) and one_subject(index, a, b)


def _of_a_class(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether a rule protects a class of people whatever the matter is, and speaks of this one too (集体收益分配)."""
    return aid_of(index, b) <= AREAS and len(bag(a.words) & bag(b.words)) >= _AKIN


def _protected(index: CoverageIndex, norm: Norm) -> frozenset[str]:
    """The aid a norm is about and the people it names (受助人员 in a text on 社会救助 are still 流浪乞讨人员).

    A norm that names nobody speaks of those for whom its document is made: the aid and people of its purpose clause.
    """
    return aid_of(index, norm) | (norm.people.ids() or _made_for(index, norm.document))


def _made_for(index: CoverageIndex, name: str) -> frozenset[str]:
    reading = index.reading(name)
    first = reading.provisions[0] if reading.provisions else None
    if first is None or first.modality is not Modality.DECLARATION:
        return frozenset()
    return frozenset(first.aid) | frozenset(first.groups.ids())
