"""Whom a text serves in all, class by class, and which of those served by one rule of the higher text it names nowhere.

A text may name its people in one list, sentence by sentence (特困人员全额资助。低保对象每人280元。) or under headings;
the higher rule in a list of its own. So an article is taken as a whole and asked which of the higher rule's classes,
recognised ones and others (残疾幼儿), it names. Quiet where the article stays open (其他困难, 等), where anything in
the text names the class or a wider one, and where it names too few of them to be the same circle.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import aids_apart, article_of, bag, one_subject
from checks.compare.ground.listings import AMONG, PRIORITY, says
from checks.compare.ground.lists import in_sentences, items_beside, items_of, stems_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_of
from checks.compare.ground.windows import groups_in
from checks.compare.people.by_rule import gives_rest_nothing, said_of_rest
from checks.compare.people.stages import of_another_stage
from kg.coverage import CoverageIndex
from kg.enums import Modality
from kg.model import Groups
from ontology.cues import Setting
from ontology.vocabulary import load_vocabulary

_LISTING = Setting("listing")
_FACETS = frozenset({"economic", "health", "family", "special", "work", "legal"})  # that make classes of people
_WHEREVER = frozenset({"study", "place"})  # facets by which no class is narrower here
_LEAST, _MOST = 3, 0.5  # classes of the higher rule; of them, left out
_NAMED = 2  # of them, in the draft's article
_GIVEN = frozenset({Modality.ENTITLEMENT, Modality.RIGHT})
_IDLE = frozenset({Modality.DECLARATION, Modality.ENCOURAGEMENT, Modality.PROHIBITION})
_SAYS_WHOM = re.compile(
    r"对象(?:范围)?(?:仅?限于|仅限|为|是|[：:]|主要?包括|包括)|面向|(?:适用|发放|补助|救助|资助|减免|享受|受益|保障|服务)范围|所称[^，。；]{2,20}，?是?指|每[人户生名][^，。；]{0,8}元"
)
_HAS_TO_GIVE = re.compile(  # an order to let people in, whatever the act is read as
    r"(?:应当|应|一律|均|全部|全额|可以?|予以)[^，。；]{0,14}(?:免[收除缴交费]|减[免收半]|纳入|投保|参保|参加|代缴|配租|安置|入住|发[放给]|提供)"
    r"|(?:下列|以下)[^，。；：]{0,10}(?:人员|对象|家庭|户|儿童|学生|毕业生|老年人|残疾人|群众|居民)[^，。；：]{0,12}(?:免[除收缴交]|减[免收半]|享受|纳入)"
)
_WHOM = re.compile(r"[^，。；：]{0,8}(?:对象|范围|人员)(?:范围)?")  # a heading over those served
_TO_BODIES = re.compile(r"(?:下列|以下|符合条件的)[^，。；]{0,6}(?:企业|单位|机构|组织|项目|事项)")
_SAID = 0.4  # of the words that tell a class, in a norm that names it
_LONGEST = 24  # characters of an item that names people
_SHOWN = 5  # norms of the draft's article

Key = frozenset[str]


@dataclass(frozen=True, slots=True)
class Class:
    """People that a rule serves, where it says so: by their groups (`key`), or by the words that tell them."""

    key: Key
    norm: Norm
    pieces: frozenset[str]

    def named_by(self, norm: Norm) -> bool:
        """Whether a norm names the class, a wider or a narrower one; of words alone, whether it says most of them."""
        if self.pieces:
            called = bool(self.key) and any(self.key <= frozenset(a) for a in norm.people)
            return called or len(self.pieces & bag(norm.words)) >= _SAID * len(self.pieces)
        return any(_meets(g, frozenset(a)) for g in self.key for a in (*norm.people, *groups_in(norm.text)))


def _meets(group: str, alternative: frozenset[str]) -> bool:
    """Whether people told so are of a class, or all of a wider one (儿童; not 随迁儿童), or poor at all."""
    vocabulary = load_vocabulary()
    terms, wider = vocabulary.of("group"), set(vocabulary.ancestors("group", group))
    poor = (g for g in alternative & wider if terms[g].facet == "economic")
    if any(poor) or any(group in vocabulary.ancestors("group", g) for g in alternative):
        return True
    told = frozenset(g for g in alternative if terms[g].facet not in _WHEREVER) - {"local-hukou"}
    return bool(told) and told <= wider


@dataclass(frozen=True, slots=True)
class Rule:
    """A norm of the higher text, or a list with its stem, and the classes it serves."""

    norms: tuple[Norm, ...]
    classes: tuple[Class, ...]


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An article of the draft (`mine`) and the classes of a rule that nothing in the draft names, in words too."""

    mine: tuple[Norm, ...]
    theirs: tuple[Norm, ...]
    groups: Groups
    words: tuple[str, ...]


def unnamed(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Unnamed]:
    """Classes that a rule of `theirs` serves and that no norm of `mine` names, where an article has the others."""
    articles = _articles(mine)
    for rule in _rules(theirs) if articles else ():
        near = tuple(n for n in mine if not of_another_stage(n, rule.norms[0]))
        missing = [c for c in rule.classes if not _is_named(c, near)]
        if not missing or len(missing) > _MOST * len(rule.classes):
            continue
        kept = [c for c in rule.classes if c not in missing]
        circles = ([n for n in article if any(c.named_by(n) for c in kept)] for article in articles)
        fit = [c for c in circles if _is_same(c, rule) and _is_closed(index, c, mine) and _is_of_one(index, c, rule)]
        if fit:
            naming = max(fit, key=lambda c: _number(c, kept))
            shown = tuple(dict.fromkeys((*naming[:_SHOWN], *said_of_rest(mine, naming[-1]))))
            above = tuple(dict.fromkeys((rule.norms[0], *(c.norm for c in missing if c.norm in rule.norms))))
            groups = Groups.of(tuple(sorted(c.key)) for c in missing if not c.pieces)
            yield Unnamed(shown, above, groups, tuple(c.norm.text.rstrip("；。") for c in missing if c.pieces))


def _articles(norms: tuple[Norm, ...]) -> list[list[Norm]]:
    """The norms that give something or say to whom, by article."""
    found: dict[str, list[Norm]] = {}
    heads = {n.locator: n.text for n in norms if _WHOM.fullmatch(n.text.rstrip("。"))}
    for norm in norms:
        above = norm.locator.rpartition("/")[0]
        head = heads.get(norm.locator) or heads.get(above, "")
        if norm.provisions and _opens(norm, head):
            found.setdefault(above if above in heads else article_of(norm), []).append(norm)
    return list(found.values())


def _opens(norm: Norm, head: str = "") -> bool:
    """Whether a norm gives people something or says to whom, and does not only rank them."""
    said = norm.words + norm.headed + head
    if _LISTING.has("aside", norm.words) or PRIORITY.search(norm.text) or _TO_BODIES.search(said) or "是否" in said:
        return False
    headed = any(_WHOM.fullmatch(x.rstrip("。：")) for x in (norm.stem, norm.headed, head) if x)
    given = headed or any(
        p.modality in _GIVEN or "pay" in p.functions for p in norm.provisions if p.modality not in _IDLE
    )
    told = _SAYS_WHOM.search(said) or _HAS_TO_GIVE.search(said)
    return _LISTING.has("opens", said) and (given or told is not None)


def _rules(norms: tuple[Norm, ...]) -> Iterator[Rule]:
    """Rules that serve several classes: a sentence by itself, or a list with its stem."""
    for stem in stems_of(norms):
        items = items_of(norms, stem)
        if _opens(stem) and len(items) > 1 and not any(i.text.rstrip().endswith("：") for i in items):
            yield from _rule((stem, *items), [(i, groups_in(i.text)) for i in items], tuple(items))
    for norm in norms:
        if not norm.stem and norm.provisions and _opens(norm) and not norm.text.rstrip().endswith("："):
            listed = tuple(i for run in in_sentences((norm,)) for i in run.items)
            yield from _rule((norm,), [(norm, groups_in(norm.text))], listed)


def _rule(norms: tuple[Norm, ...], named: list[tuple[Norm, Groups]], items: tuple[Norm, ...]) -> Iterator[Rule]:
    """The rule, if it names classes enough: each without what all of them have in common."""
    alternatives = [(norm, frozenset(a)) for norm, groups in named for a in groups]
    common = frozenset.intersection(*(a for _, a in alternatives)) if alternatives else frozenset[str]()
    classes: dict[Key, Class] = {}
    for norm, alternative in alternatives:
        key = _key(alternative - common)
        if key:
            classes.setdefault(key, Class(key, norm, frozenset()))
    told = (_told_apart(c, classes.keys() - {c.key}, items) for c in classes.values())
    found = (*(c for c in told if c), *_by_words(items))
    if len(found) >= _LEAST and classes:
        yield Rule(norms, found)


def _told_apart(one: Class, others: Iterable[Key], items: tuple[Norm, ...]) -> Class | None:
    """The class; one that holds others of the rule (感染儿童, read as 困境儿童) by its words, if it has any."""
    vocabulary = load_vocabulary()
    if not any(set(vocabulary.ancestors("group", g)) & one.key for other in others for g in other):
        return one
    item = next((i for i in items if one.key & groups_in(i.text).ids()), None)
    own = bag(item.text) - frozenset().union(*(bag(vocabulary.label("group", g)) for g in one.key)) if item else None
    return Class(one.key, item, own) if item and own else None


def _by_words(items: tuple[Norm, ...]) -> Iterator[Class]:
    """People among the items of a list whom no group stands for (新就业无房职工), by the words of their own."""
    seen = Counter(p for i in items for p in bag(i.text))
    for item in items:
        said = item.text.rstrip("；。 ")
        own = frozenset(p for p in bag(said) if 2 * seen[p] <= len(items) or len(items) == 1)
        longest = _LONGEST // 2 if "困难" in said else _LONGEST  # at length, how poor people are
        plain = _LISTING.has("person", said) and len(said) <= longest and not _LISTING.has("open", said)
        if plain and len(own) > 1 and not agencies_in(said) and not any(map(_key, map(frozenset, groups_in(said)))):
            yield Class(frozenset(), item, own)


def _key(alternative: frozenset[str]) -> Key:
    """What makes people a class: not where they live, how old they are or that they are poor in some way."""
    terms = load_vocabulary().of("group")
    loose = frozenset({"hardship", "low-income", "other-hardship"})
    return frozenset(g for g in alternative if terms[g].facet in _FACETS) - loose


def _is_named(one: Class, mine: tuple[Norm, ...]) -> bool:
    """Whether anything of the draft names the class, unless only to give it nothing."""
    said = one.norm.text
    own = bool(one.key) and len(said) <= _LONGEST and not groups_in(said).ids() - one.key
    told = (n for n in mine if not gives_rest_nothing(n.text))
    return any(one.named_by(n) or (own and says(n.words, said)) for n in told)


def _number(naming: list[Norm], classes: Iterable[Class]) -> int:
    """How many of the classes the norms name."""
    return sum(any(c.named_by(n) for n in naming) for c in classes)


def _is_same(naming: list[Norm], rule: Rule) -> bool:
    """Whether the norms name enough of the classes of a rule to draw the same circle."""
    return max(_NAMED, len(rule.classes) / 2) <= _number(naming, rule.classes)


def _is_closed(index: CoverageIndex, naming: list[Norm], mine: tuple[Norm, ...]) -> bool:
    """Whether none of the norms, or the lists they stand in, goes on (其他困难家庭) or is for all poor people."""
    loose = index.groups.relations.umbrella["group"]
    listed = [i for n in naming for i in (n, *items_beside(mine, n), *items_of(mine, n))]
    if any(_LISTING.has("open", n.text) and not gives_rest_nothing(n.text) for n in listed):
        return False
    return not any(set(a) <= loose for n in naming for a in n.people)


def _is_of_one(index: CoverageIndex, naming: list[Norm], rule: Rule) -> bool:
    """Whether both are about one aid, and the draft's article is for no people of a kind of its own."""
    above = rule.norms[0]
    about = aid_of(index, above)
    general = bool(about) and about <= LOOSE and not all(aid_of(index, n) <= LOOSE for n in naming)
    apart = any(aids_apart(index, n, above) or AMONG.search(n.words) or of_another_stage(n, above) for n in naming)
    if general or apart or not any(one_subject(index, n, above) for n in naming):
        return False
    alternatives = [_key(frozenset(a)) for n in naming for a in n.people]
    common = frozenset.intersection(*alternatives) if alternatives else frozenset[str]()
    return not common - frozenset[str]().union(*(c.key for c in rule.classes))
