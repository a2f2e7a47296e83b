"""Which norms of two texts rule the same matter, whatever words they use for it.

A reviewer lays a clause of the draft beside the clause of the higher text on the same step, right or body. Here that is
a likeness of wording: two-character pieces of the norm and of the stem it stands under, families of near-synonyms
made one, each piece weighed by how rare it is in the two texts together, and a share for the rest of the article.
Kept are pairs that are each other's best, and the others that come near it. Left out: titles, recitals, clauses on
effect and repeal, and whatever has too few words to be recognised.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log, sqrt

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.left_to import of_the_rest
from checks.compare.ground.lifetimes import never_of_both
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import LOOSE, aid_meets, aid_of, cites, own_aid, title_aid, unrelated
from checks.compare.ground.windows import groups_in
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Document
from ontology.cues import load_cues
from ontology.wording import wordings

LEAST = 0.3  # likeness below which two norms are not said to rule one matter
_TOLD = _NEAR = 0.6  # of the best of either norm: what is kept beside it; and what surely says the same
_ARTICLE = 0.2  # share of the likeness that the rest of the article gives
_CORE = frozenset({"dibao", "tekun", "temporary", "vagrant", "living-aid", "medical"})  # what 社会救助 is about
_CLASSES = 3  # recognised classes of people that two documents both name, to be about one subject
_FEW = 5  # pieces that a norm needs to be recognised
_REMEMBERED = 65_536  # texts
_EMPTY = frozenset("的了和与及或者在对为等由按照以将本有其向自内被并")
_NUMBER = re.compile(r"[0-9０-９.．%％‰]+|[一二三四五六七八九十百千万两]+(?=[个日天月年周倍次元%人户分岁款项条米])")
_ASIDE = re.compile(r"起施行|同时废止|^\s*为了?[^。]{4,}制定本|追究刑事责任|现印发|解释。?$|^\s*《[^》]+》\s*$")
_GENERIC = re.compile(
    r"中华人民共和国|国务院|办公厅|若干|有关|关于|进一步|加强|做好|完善|印发|实施|工作|管理|保障|保护|权益|服务|制度|社会"
    r"|条例|办法|规定|细则|意见|通知|方案|决定|暂行|试行|人员|居民|城乡|城市|农村|困难|群众|公民|职工|生活|法$"
    r"|[^（）]{2,8}(?:省|自治区|[^城]市|县|区|州)|[（）《》]"
)
_APPLIES = re.compile(r"适用(?:于)?本|本[^，。；]{1,6}(?:适用于|所称)")
_OF_WORKS = re.compile(r"(?:事项|措施|要求|任务|工作)(?:如下)?[：:]$")
_ARTICLE_OF = re.compile(r"^.*?第[一二三四五六七八九十百零〇\d]+条(?:之[一二三四五六七八九十])?|^[^/]*/[^/]*")


@dataclass(frozen=True, slots=True)
class Match:
    """Two norms on one matter; `likeness` is from 0 to 1, `mutual` where each is the other's best."""

    a: Norm
    b: Norm
    likeness: float
    mutual: bool


def matches(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> tuple[Match, ...]:
    """Pairs of norms of two documents that rule one matter, in the order of `mine`."""
    return _matches(index, mine[0].document, theirs[0].document) if mine and theirs else ()


def partners(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[int, Norm]]:
    """Where each norm of `mine` begins, with the norm of `theirs` that is its mutual best."""
    return ((m.a.start, m.b) for m in matches(index, mine, theirs) if m.mutual)


@per_index
def _matches(index: CoverageIndex, mine: str, theirs: str) -> tuple[Match, ...]:
    ours, above = (_Side(_ruling(norms_of(index.reading(name)))) for name in (mine, theirs))
    return tuple(_paired(ours, above, _likeness(ours, above)))


class _Side:
    """The norms of one document with their pieces."""

    def __init__(self, norms: Iterable[Norm]) -> None:
        self.norms = tuple(norms)
        self.bags = tuple(bag(n.words) for n in self.norms)
        self.articles = [article_of(n) for n in self.norms]

    @cached_property
    def around(self) -> dict[str, frozenset[str]]:
        """All pieces of each article."""
        found: dict[str, set[str]] = {}
        for article, pieces in zip(self.articles, self.bags, strict=True):
            found.setdefault(article, set()).update(pieces)
        return {article: frozenset(pieces) for article, pieces in found.items()}


def _ruling(norms: tuple[Norm, ...]) -> Iterator[Norm]:
    """Norms that order, grant or define something."""
    return (n for n in norms if n.provisions and not _ASIDE.search(n.text) and len(bag(n.words)) >= _FEW)


def article_of(norm: Norm) -> str:
    """The article (条) or numbered part a norm stands in."""
    found = _ARTICLE_OF.match(norm.locator)
    return found.group() if found else norm.locator


def _likeness(ours: _Side, above: _Side) -> dict[tuple[int, int], float]:
    """Likeness of every two norms that share enough, by their places."""
    known = frozenset().union(*ours.bags) if ours.bags else frozenset()
    shared = [pieces & known for pieces in above.bags]
    seen = Counter(p for pieces in ours.bags for p in pieces)
    seen.update(p for pieces in above.bags for p in pieces)
    number = len(ours.bags) + len(above.bags)
    weight = {p: log(1 + number / count) for p, count in seen.items()}
    where: dict[str, list[int]] = {}
    for i, pieces in enumerate(ours.bags):
        for p in pieces:
            where.setdefault(p, []).append(i)
    length, theirs = ([sum(weight[p] for p in b) for b in side.bags] for side in (ours, above))
    found: dict[tuple[int, int], float] = {}
    for j, pieces in enumerate(shared):
        common: defaultdict[int, float] = defaultdict(float)
        for p in pieces:
            for i in where[p]:
                common[i] += weight[p]
        for i, amount in common.items():
            alike = amount / sqrt(length[i] * theirs[j])
            if alike >= LEAST - _ARTICLE / 2:
                found[i, j] = (1 - _ARTICLE) * alike + _ARTICLE * _beside(ours, above, i, j, weight)
    return found


def _beside(ours: _Side, above: _Side, i: int, j: int, weight: dict[str, float]) -> float:
    """Likeness of the articles that two norms stand in."""
    a, b = ours.around[ours.articles[i]], above.around[above.articles[j]]
    both, one, two = (sum(weight[p] for p in pieces) for pieces in (a & b, a, b))
    return both / sqrt(one * two)


def _paired(ours: _Side, above: _Side, found: dict[tuple[int, int], float]) -> Iterator[Match]:
    mine: dict[int, float] = {}
    theirs: dict[int, float] = {}
    for (i, j), alike in found.items():
        mine[i], theirs[j] = max(alike, mine.get(i, 0)), max(alike, theirs.get(j, 0))
    for (i, j), alike in sorted(found.items()):
        if alike >= max(LEAST, _NEAR * max(mine[i], theirs[j])):
            yield Match(ours.norms[i], above.norms[j], alike, alike >= max(mine[i], theirs[j]))


@lru_cache(maxsize=_REMEMBERED)
def bag(text: str) -> frozenset[str]:
    """Two-character pieces of `text`: bodies, numbers and empty words left out, near-synonyms as one."""
    for start, end in sorted({(start, end) for start, end, _ in agencies_in(text)}, reverse=True):
        text = text[:start] + " " + text[end:]  # once, though a name may stand for several bodies
    text = plain(_NUMBER.sub(" ", text))
    kept = "".join(c if "一" <= c <= "鿿" and c not in _EMPTY else " " for c in text)
    return frozenset(w[i : i + 2] for w in kept.split() for i in range(len(w) - 1))


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """`text` with near-synonyms as one."""
    for cue in load_cues()["synonym"]:
        text = cue.patterns["named"].sub(cue.label, text)
    return text


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the shorter one's pieces that the other has too."""
    return len(a & b) / (min(len(a), len(b)) or 1)


def shared_words(a: Norm, b: Norm) -> float:
    """How much of what the shorter norm says, with what governs it, the other says too."""
    return share(bag(a.words), bag(b.words))


def in_two_places(a: Norm, b: Norm) -> bool:
    """Whether two norms of one document stand neither on one line nor in one list."""
    return a.line != b.line and not in_one_list(a, b)


def in_one_list(a: Norm, b: Norm) -> bool:
    """Whether two norms are items under one stem, as its cases; of works (议定以下事项：) each stands for itself."""
    return bool(a.stem) and a.lead.start == b.lead.start and not _OF_WORKS.search(a.stem)


def one_matter(index: CoverageIndex, match: Match) -> bool:
    """As `on_one_matter`; of two that say much the same for the same people, one may name the class, not the aid."""
    told = match.mutual and match.likeness >= _TOLD and bool(match.a.people) and match.a.people == match.b.people
    return one_subject(index, match.a, match.b) and (told or not aids_apart(index, match.a, match.b))


def on_one_matter(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether two norms are about one subject, and name no two aids that are apart."""
    return not aids_apart(index, a, b) and one_subject(index, a, b)


def aids_apart(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether both norms name aids themselves, and none of one lies on a line with one of the other."""
    return unrelated(index, own_aid(index, a), own_aid(index, b))


def people_apart(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether both norms name people, and nobody can be of both; or they are for others by age."""
    named = bool(a.people and b.people) and index.groups_meet(a.people, b.people) is Verdict.NO
    return named or (a.document != b.document and never_of_both(index, a, b))


def names_others(a: Norm, b: Norm) -> bool:
    """Whether both norms name people, and no class of one is named by the other."""
    return bool(a.people and b.people) and not a.people.ids() & b.people.ids()


def maybe_one_matter(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the norms are about one subject, and nothing says that their aids are apart."""
    return aid_meets(index, a, b) is not Verdict.NO and one_subject(index, a, b)


def one_subject(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the norms name one aid, or their documents have one subject by their titles, or one cites the other."""
    if left_to_other(index, a, b):
        return False
    if (aid_of(index, a) & aid_of(index, b)) - LOOSE and aid_meets(index, a, b) is Verdict.YES:
        return True
    return _kin(index, a.document, b.document)


def left_to_other(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the text of either norm leaves what the other is about to the other's text."""
    return of_the_rest(index, a.quote, b.document) or of_the_rest(index, b.quote, a.document)


@per_index
def in_scope(index: CoverageIndex, rule: str, name: str) -> bool:
    """Whether a rule on how things are done says that it applies to people whom the other document's title names."""
    said = "".join(n.text for n in norms_of(index.reading(rule)) if _APPLIES.search(n.text))
    return bool(groups_in(said).ids() & groups_in(index.documents[name].title or "").ids()) if said else False


@per_index
def _kin(index: CoverageIndex, mine: str, theirs: str) -> bool:
    a, b = index.documents[mine], index.documents[theirs]
    if title_aid(b) & LOOSE and title_aid(a) & _CORE:
        return True
    one, two = map(subject_words, (a, b))
    groups = [{g for p in index.reading(name).provisions for g in p.groups.ids()} for name in (mine, theirs)]
    if len(groups[0] & groups[1] & frozenset(wordings()["strata"])) >= _CLASSES:
        return True
    return bool(one & two) or cites(index, mine, theirs)


def subject_words(document: Document) -> frozenset[str]:
    """Pieces of a title that say what the document is about."""
    return bag(_GENERIC.sub(" ", document.title or document.name))
