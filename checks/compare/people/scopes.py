"""Whom a text about an aid is for, by the classes of people that an authority recognises (特困, 低保, 低保边缘 …)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from checks.compare.ground.alignment import aids_apart
from checks.compare.ground.marks import ETC
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import title_aid
from checks.compare.ground.windows import groups_in
from checks.places import is_duty_list
from checks.programmes import programmes
from kg.boxes import GIVING
from kg.coverage import CoverageIndex
from kg.enums import Modality
from kg.model import Clause, ClauseId, Document, Groups, Parameter, Provision, Reading
from ontology.acts import load_acts
from ontology.vocabulary import load_vocabulary
from ontology.wording import wordings

_DEFINES = re.compile(r"本(?:办法|条例|细则|规定|意见|通知|方案)所称[^，。；]{2,30}?，?(?:包括|是指|指)")
_DRAWS = re.compile(
    r"对象(?:范围)?(?:仅?限于|仅限|为|是|应当是|主要?包括|包括)|(?:救助|援助|补助|补贴|津贴|资助|保障)(?:仅|只|主要)?(?:面向|限于|仅限)"
)
_CIRCLE = re.compile(r"对象|适用|申请|纳入|是指|限于|面向|范围|条件|情形|覆盖")
_REST = re.compile(r"规定的(?:可以[^，。；]{2,12}的)?其他|^其他")
_GOES_ON = re.compile(rf"{ETC}[^，。；、一二两三四五六七八九十]{{0,12}}(?:人员|对象|群众|家庭|群体|居民|人口)")
_OPTIONAL = re.compile(r"有条件的(?:地方|地区)|可以?扩大|逐步(?:扩大|将)|可以?结合实际")
_IN_NEED = re.compile(
    r"(?:住房|居住|就医|就学|上学|就业|行动|出行|用水|饮水|取暖|照料)(?:确有|存在|有)?困难(?:的|且(?=符合|属于)|标准|条件|面积)"
)
_LOOSE = re.compile(r"(?<!支出)(?<!支出型)困难|贫困|低收入|其[他它]")
_NEXT_ABOVE = re.compile(
    r"(?:不符合|未纳入|不属于|未享受|没有纳入)[^，。；]{0,4}(?:低保|最低生活保障)[^，。；]{0,12}的(?:低收入|贫困|困难)"
)
_STRUCK = re.compile(
    r"突发严重困难|(?<!防范)(?<!化解)(?<!防止)(?<!避免)(?<!减少)因病致贫(?=[^，。；、]{0,10}(?:家庭|人员|患者|人口|对象|户|群众|成员))"
    r"|因病因灾|支出型"
)  # those hit by what they have to spend, as others call them
_EARNINGS = re.compile(r"可支配收入|纯收入|平均收入|最低工资|社会平均工资|消费支出")
_UNDUE = re.compile(
    r"不符合[^，。；]{0,12}(?:条件|规定)[^，。；]{0,8}(?:享受|领取|获得)"
)  # who has it without a right to it
_HAVING = re.compile(r"已经?(?:全额|足额)?(?:享受|领取|获得|取得|纳入)[^，。；]{2,40}的，")
_BY_RULE = re.compile(
    r"(?:认定|确认|审核|核对|管理|计算|实施|具体)(?:办法|标准|条件|规则|细则|程序)[^。；]{0,4}由[^。；]{2,60}(?:制定|规定|确定|公布)"
)
_NEAR = 16  # characters behind a bare 低于 that name the line
_SEVERAL = 2  # classes
_PEOPLE = frozenset({"age", "sex", "health", "work", "family", "event", "legal", "special"})  # facets
_TELLS = frozenset({"publicise", "inform", "monitor", "mobilise"})
_NO_GRANT = frozenset({Modality.DECLARATION, Modality.PROHIBITION, Modality.ENCOURAGEMENT})


def scopes(index: CoverageIndex, reading: Reading) -> dict[str, list[Provision]]:
    """Aid type the text is about → the clauses that say, by recognised classes, whom it is for."""
    found: dict[str, list[Provision]] = {}
    main = title_aid(reading.document) | {p.aid for p in programmes(index, reading)}
    clauses = {c.id: c for c in reading.clauses}
    for provision in reading.provisions:
        if provision.modality in _NO_GRANT or not strata(provision) or _only_tells(provision):
            continue
        entitles = provision.modality is Modality.ENTITLEMENT
        if entitles or any(word in _words(reading, clauses, provision) for word in wordings()["scope"]):
            own = set(provision.aid) if len(provision.aid) == 1 and _DRAWS.search(provision.quote.text) else set()
            for aid in main & set(provision.aid) | own:
                if _have_it(provision, aid):
                    continue
                found.setdefault(aid, []).append(provision)
    return found


def _have_it(provision: Provision, aid: str) -> bool:
    """Whether it speaks only of those who have the aid already (低保家庭成员就业后给予渐退期), and draws no line."""
    said = provision.quote.text
    if _UNDUE.search(said):
        return True
    if _HAVING.match(said) and not _CIRCLE.search(said):  # 已享受低保的，补差发放
        return True
    lined = any(x.kind == "income-line" and x.op in ("<", "<=") for x in provision.parameters)
    return strata(provision) == {aid} and not lined and not _CIRCLE.search(said)


def _only_tells(provision: Provision) -> bool:
    """Whether people are only told of the aid, called on or watched (面向低保家庭宣传)."""
    tells = bool(_TELLS & set(provision.functions)) and not GIVING & set(provision.functions)
    return tells and not _DRAWS.search(provision.quote.text)


def strata(provision: Provision) -> frozenset[str]:
    """The recognised classes a provision names; 低收入 below one times the line is the class of 低保 itself.

    The line is that of 低保, not what people earn (低于当地人均可支配收入).
    """
    named = provision.groups.ids() & set(wordings()["strata"])
    lines = [
        x for x in provision.parameters if x.kind == "income-line" and x.unit == "倍" and not _earned(provision, x)
    ]
    if any(x.op in ("<", "<=") and x.value <= 1 for x in lines):
        named |= {"dibao"}
    return frozenset(named)


def _earned(provision: Provision, line: Parameter) -> bool:
    """Whether a line is what people earn in a place."""
    end = line.end - provision.quote.start
    behind = provision.quote.text[max(line.start - provision.quote.start, 0) : end + _NEAR]
    return _EARNINGS.search((line.basis or "") + behind) is not None


def _words(reading: Reading, clauses: dict[ClauseId, Clause], provision: Provision) -> str:
    """The provision's words and those of the stem it stands under."""
    clause = clauses.get(provision.clause)
    parent = clauses.get(clause.parent) if clause and clause.parent else None
    stem = reading.document.text[parent.start : provision.quote.start] if parent else ""
    return stem[-200:] + provision.quote.text


def defines(higher: Reading, aid: str, provision: Provision) -> bool:
    """Whether a provision says whom the text is for (本办法所称…包括), in a text that is about `aid` above all."""
    if draws(provision, aid):
        return True
    if not _DEFINES.search(provision.quote.text) or len(strata(provision)) < _SEVERAL:
        return False
    aids = Counter(a for p in higher.provisions for a in p.aid)
    return bool(aids) and aid == aids.most_common(1)[0][0]


def draws(provision: Provision, aid: str) -> bool:
    """Whether a provision says by classes whom the aid is for (医疗救助对象包括…)."""
    drawn = aid in provision.aid and _DRAWS.search(provision.quote.text)
    return bool(drawn) and len(strata(provision)) >= _SEVERAL and not _OPTIONAL.search(provision.quote.text)


def grants(provision: Provision) -> bool:
    """Whether a provision gives the aid, not only rules on it."""
    if provision.modality in _NO_GRANT or _OPTIONAL.search(provision.quote.text):
        return False
    if _BY_RULE.search(provision.quote.text):  # who makes the rules on recognising them
        return False
    return provision.modality is Modality.ENTITLEMENT or bool(GIVING & set(provision.functions))


def titled_for(document: Document) -> frozenset[str]:
    """The recognised classes that a text is for by its title (低保对象医疗救助结算通知)."""
    return groups_in(document.title or "").ids() & frozenset(wordings()["strata"])


def own_people(index: CoverageIndex, scope: list[Provision]) -> frozenset[str]:
    """What all the classes of a scope have in common beside poverty (残疾 in 低保残疾人): a benefit of their own."""
    terms = index.vocabulary.of("group")
    own = set(wordings()["strata"])
    found = [{g for g in a if terms[g].facet in _PEOPLE} for p in scope for a in p.groups if set(a) & own]
    return frozenset(set.intersection(*found)) if found else frozenset()


def strata_of(grant: Provision, special: frozenset[str]) -> frozenset[str]:
    """The recognised classes that a grant names among such people, in more or in fewer words (no 劳动年龄 said)."""
    return strata(grant) & {g for a in grant.groups if _are_such(set(a), special) for g in a}


def _are_such(alternative: set[str], special: frozenset[str]) -> bool:
    vocabulary = load_vocabulary()
    terms = vocabulary.of("group")
    named = {g for g in alternative if terms[g].facet in _PEOPLE}
    wider = {x for g in special for x in vocabulary.ancestors("group", g)}
    return bool(named) and (special <= alternative or named <= wider)


def named_with(given: list[Provision], stratum: str) -> Groups:
    """Those of a class that provisions name, less whom another of them holds as part of more (低保学生 in 低保家庭)."""
    told = [(p, a) for p in given for a in p.groups if stratum in a]
    return Groups.of(a for p, a in told if not any(q is not p and set(b) < set(a) for q, b in told))


def groups_of(scope: list[Provision]) -> Groups:
    """Whoever one of the provisions is for."""
    return Groups.of(g for p in scope for g in p.groups)


def open_ended(reading: Reading, scope: Sequence[Provision]) -> bool:
    """Whether one of the lists that say whom the text is for ends in 其他情形, or all in 等救助对象."""
    if scope and all(_GOES_ON.search(p.quote.text) for p in scope):
        return True
    clauses = {c.id: c for c in reading.clauses}
    lists = {clauses[p.clause].parent or p.clause for p in scope if p.clause in clauses}
    items = (p for p in reading.provisions if p.clause in clauses and clauses[p.clause].parent in lists)
    return any(_REST.search(p.quote.text) for p in items)


def _only_titled(provision: Provision) -> bool:
    """Whether a loose word stands only in front of those whom the aid is for (教育救助对象为…): it is no class."""
    drawn = _DRAWS.search(provision.quote.text)
    return bool(drawn) and bool(strata(provision)) and not _LOOSE.search(provision.quote.text)


def _is_of_need(provision: Provision) -> bool:
    """Whether a loose word only says what the classes named behind it lack (住房困难的特困人员): it is no class."""
    said = provision.quote.text
    bare = _IN_NEED.sub("", said)
    return bare != said and not _LOOSE.search(bare)


def under_an_old_name(index: CoverageIndex, stratum: str, scope: Sequence[Provision]) -> bool:
    """Whether the scope names a class by a word that has been replaced since (低收入困难家庭, now 低保边缘家庭).

    So too all who are 低收入 and not of 低保 (不符合低保条件的低收入家庭).
    """
    if stratum == "dibao-margin" and any(("low-income",) in p.groups and _next_above(p) for p in scope):
        return True
    if stratum == "rigid-expenditure" and any(_STRUCK.search(p.quote.text) for p in scope):
        return True
    stale = (term for p in scope for _, _, term in load_acts().stale(p.quote.text, index.effective))
    return any(stratum in groups_in(term.instead).ids() for term in stale)


def _next_above(provision: Provision) -> bool:
    return _NEXT_ABOVE.search(provision.quote.text) is not None


def covered(
    index: CoverageIndex, wanted: Groups, scope: Iterable[Provision], beside: frozenset[str] = frozenset()
) -> bool:
    """Whether a loose alternative of the scope itself (其他困难群众) may hold the people wanted.

    Not one of those `beside`, which the higher list has next to them.
    """
    loose = index.groups.relations.umbrella["group"] - beside
    alternatives = [g for p in scope for g in p.groups if not (set(g) <= loose and (_is_of_need(p) or _only_titled(p)))]
    return any(set(g) <= loose for g in alternatives) or any(
        set(w) & set(g) & set(wordings()["strata"]) for w in wanted for g in alternatives
    )


def not_of_duties(reading: Reading, norms: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """The norms of a text that stand in no clause on what one body does."""
    if not is_duty_list(reading):
        return norms
    duties = [(c.start, c.end) for c in reading.clauses if c.kind == "duty"]
    return tuple(n for n in norms if not any(start <= n.start < end for start, end in duties))


def of_own_aid_apart(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether a norm is about the aid that its text is called after, and the other about another aid."""
    return bool(a.aid & title_aid(index.documents[a.document])) and aids_apart(index, a, b)
