"""同级文件重复规定。

A rule that stands twice is amended once: the two texts drift apart. Sentences are aligned by their wording; quiet where
the repetition is how such texts are written (basis, purpose, definitions, remedies, fraud, earmarking; who applies
where, in one sentence alone), where the sentence names the text it follows or ends it, and between levels, where a
lower text spells out the higher one, unless a normative document copies a long sentence word for word (照抄照转), that
of penalties and remedies apart. Rules of one tier also count as said again where a line has all its quantities, in much
the same words, from a text that it does not name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checks.base import Check, Hit, Looked, Material, Outcome, Route, Severity, Skip, Slot
from checks.bodies import is_named
from checks.compare.figures.retold import Retold, quantities, retold
from checks.compare.ground.norms import norms_of
from checks.compare.ground.topics import aid_meets, title_aid, unrelated
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.hits import places
from checks.fingerprint import words
from checks.matter import people_named
from checks.places import document_pairs, is_of_street, same_tier, title
from checks.retelling import LEAST_WORDS, NO_RULE, by_another_hand, is_carried
from checks.sentences import Sentence, about, alikeness, numbers, parts_of, provisions_in, sentences, shingles
from checks.stacking import names
from kg.coverage import CoverageIndex
from kg.enums import Rank, Role, Verdict
from kg.model import Groups, Reading
from kg.standing import Standing
from ontology.wording import wordings

LEAST_SHARED = 6  # shingles, before two sentences are aligned at all
LEAST_ALIKE = 0.85
LEAST_COPIED, COPIED = 40, 0.95  # words and likeness of what is copied from a higher document
LEAST_INSIDE, INSIDE = 28, 0.97  # words and likeness of a sentence that stands inside a longer one
WHOLE = 0.8  # of the longer sentence's words that the shorter one has
_BESIDE_PEOPLE = 10  # words of a rule beside the names of people: a list of those is none
_ROUTINE = frozenset({"accept", "inform"})  # steps that every benefit has, each in the same words


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Sentences of two documents of one tier that say the same."""
    for a, b in document_pairs(index):
        tier = same_tier(index, a.document, b.document)
        if tier is Verdict.NO and not (copies_from_above(index, a, b) or is_of_street(index, a, b)):
            yield Skip("上下级或者不同地区文件之间的转述")
        elif any(r.title and r.title in b.document.title for r in a.document.repeals):
            yield Skip("被本稿废止的文件")
        else:
            hits = list(_restated(index, a, b, tier))
            yield from hits
            one_desk = tier is Verdict.YES or is_of_street(index, a, b)
            if one_desk and not (names(a, b) or names(b, a)):
                yield from _in_other_words(index, a, b, [h for h in hits if isinstance(h, Hit)])


def copies_from_above(index: CoverageIndex, a: Reading, b: Reading) -> bool:
    """Whether `a` is a normative document below `b`: it may spell out what `b` says, and has no need to copy it."""
    below = index.relation(a.document, b.document) is Standing.LOWER
    return below and (a.document.rank or Rank.NORMATIVE) is Rank.NORMATIVE


def _restated(index: CoverageIndex, a: Reading, b: Reading, tier: Verdict) -> Iterator[Outcome]:
    carried = is_carried if tier is not Verdict.NO else _is_closing
    theirs = [(s, shingles(s.words)) for s in sentences(b) if _is_rule(s, b, carried)]
    parts = [(p, shingles(p.words)) for s, _ in theirs for p in parts_of(s) if _is_rule(p, b, carried)]
    found: list[tuple[Sentence, Sentence]] = []
    for mine in sentences(a):
        if _is_rule(mine, a, carried) and not _names(mine, b):
            yield Looked(pairs=len(theirs))
            own = (p for p in parts_of(mine) if _is_rule(p, a, carried))
            told = ((x, y) for x in own if (y := _like(x, theirs, tier)))
            other = _like(mine, theirs, tier) or _like(mine, parts, tier)
            pair = (mine, other) if other else next(told, None)
            apart = pair and (_of_two_aids(index, a, b, *pair) or _led_apart(a, b, *pair))
            found += [pair] if pair and not apart else []
    if len(found) == 1 and tier is not Verdict.NO and _is_routine(a, found[0][0]):
        yield Skip("单独一句例行的申请、异议条款")
        return
    for mine, other in found:
        yield _hit(index, mine, other, a, b, Verdict.YES if tier is Verdict.NO else tier)


def _of_two_aids(index: CoverageIndex, a: Reading, b: Reading, mine: Sentence, other: Sentence) -> bool:
    """Whether the titles are of two aids that are apart, and the sentences name none in common."""
    titled = [title_aid(r.document) | _of_class(index, r) for r in (a, b)]
    if not unrelated(index, *titled):
        return False
    named = [{x for p in provisions_in(r, s) for x in p.aid} for r, s in ((a, mine), (b, other))]
    return not named[0] & named[1]


def _led_apart(a: Reading, b: Reading, mine: Sentence, other: Sentence) -> bool:
    """Whether the sentences give one work to two bodies: that is said otherwise, not again."""
    led = [
        {x for p in provisions_in(r, s) for x in p.agencies(Role.LEAD) if is_named(x)}
        for r, s in ((a, mine), (b, other))
    ]
    return all(led) and not led[0] & led[1]


def _of_class(index: CoverageIndex, reading: Reading) -> frozenset[str]:
    """The aids whose people the title names (特困人员认定办法)."""
    return groups_in(reading.document.title or "").ids() & frozenset(index.vocabulary.of("aid"))


def _like(mine: Sentence, theirs: list[tuple[Sentence, frozenset[str]]], tier: Verdict) -> Sentence | None:
    """The sentence of another document that says the same, in nearly the same words and with the same figures."""
    if tier is Verdict.NO and len(mine.words) < LEAST_COPIED:
        return None
    known = shingles(mine.words)
    near = [s for s, shared in theirs if len(known & shared) >= LEAST_SHARED and _same_figures(mine, s)]
    near = [s for s in near if tier is not Verdict.NO or len(s.words) >= LEAST_COPIED]
    if is_carried(mine.text):  # among what every text has, only the whole sentence is a copy
        near = [s for s in near if min(len(s.words), len(mine.words)) >= WHOLE * max(len(s.words), len(mine.words))]
    other = max(near, key=lambda s: alikeness(mine.words, s.words), default=None)
    least = COPIED if tier is Verdict.NO else LEAST_ALIKE
    return other if other and alikeness(mine.words, other.words) >= least else None


def _same_figures(mine: Sentence, other: Sentence) -> bool:
    """Whether both name the same figures, or the longer one has the other, with its figures, word for word in it."""
    short, long = sorted((mine, other), key=lambda s: len(s.words))
    if numbers(short) == numbers(long):
        return True
    whole = len(short.words) >= LEAST_INSIDE and alikeness(short.words, long.words) >= INSIDE
    return whole and bool(numbers(short)) and numbers(short) <= numbers(long)


def _is_routine(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence only says who applies, objects or tells whom: a step that other benefits have as well."""
    inside = provisions_in(reading, sentence)
    if any("appeal" in p.functions for p in inside):
        return True
    return bool(inside) and not numbers(sentence) and all(p.functions and {*p.functions} <= _ROUTINE for p in inside)


def _in_other_words(index: CoverageIndex, a: Reading, b: Reading, told: list[Hit]) -> Iterator[Hit]:
    """Lines whose quantities all stand in the other text, however the sentences are put."""
    places_told = [e.quote for hit in told for e in hit.evidence if e.quote.document == a.document.name]
    for found in retold(norms_of(a), norms_of(b)):
        start, end = found.mine[0].line
        ruled = any(p.modality not in NO_RULE for n in found.mine for p in n.provisions)
        if ruled and _one_thing(index, found) and not any(start < q.end and q.start < end for q in places_told):
            yield (hit := _hit_of_figures(index, found, a, b))
            places_told += [e.quote for e in hit.evidence if e.quote.document == a.document.name]
    yield from by_another_hand(index, a, b, places_told)


def _one_thing(index: CoverageIndex, found: Retold) -> bool:
    """Whether both are about one aid, for people who can be the same: steps of two aids are often told alike."""
    mine = max(found.mine, key=lambda n: len(n.text))
    people = [Groups.of(g for n in norms for g in n.people) for norms in (found.mine, found.theirs)]
    apart = all(people) and index.groups.meets(*people) is Verdict.NO
    return not apart and all(aid_meets(index, mine, n) is Verdict.YES for n in found.theirs)


def _hit_of_figures(index: CoverageIndex, found: Retold, a: Reading, b: Reading) -> Hit:
    mine, theirs = max(found.mine, key=lambda n: len(n.text)), found.theirs[0]
    ours = "本稿" if index.is_draft(a.document.name) else title(a.document)
    there = f"{title(b.document)}{theirs.locator}"
    return Hit(
        (*mine.ids, *theirs.ids),
        f"{ours}{mine.locator}与现行{there}等处数额、期限逐项相同（{'、'.join(found.quantities[:4])}），"
        f"属于重复规定：“{mine.text[:40]}{'…' if len(mine.text) > 40 else ''}”。",
        places(index, (mine, *(n for n in found.mine if n is not mine and quantities(n.text)), *found.theirs)),
        same=(Slot("quantities", "、".join(found.quantities)),),
        differs=(Slot("document", a=title(a.document), b=title(b.document)),),
        agencies=tuple(dict.fromkeys((*a.document.issuer_ids, *b.document.issuer_ids))),
        aid=tuple(sorted({x for n in found.mine for x in n.aid})),
        suggestion=f"删去重复的内容，改为引用{there}；需要替代的，写明原规定的相应内容同时停止执行。",
    )


def _hit(index: CoverageIndex, mine: Sentence, other: Sentence, a: Reading, b: Reading, tier: Verdict) -> Hit:
    ours = "本稿" if index.is_draft(mine.document) else title(a.document)
    there = f"{title(b.document)}{other.locator}"
    aid = dict.fromkeys(x for p in provisions_in(a, mine) for x in p.aid)
    return Hit(
        about(a, mine) + about(b, other),
        f"{ours}{mine.locator}与现行{there}文字和内容重复：“{mine.text[:40]}{'…' if len(mine.text) > 40 else ''}”。",
        (mine.evidence(index), other.evidence(index)),
        same=(Slot("wording", mine.text),),
        differs=(Slot("document", a=title(a.document), b=title(b.document)),),
        agencies=tuple(dict.fromkeys((*a.document.issuer_ids, *b.document.issuer_ids))),
        aid=tuple(aid),
        certain=tier,
        suggestion=f"删去重复的内容，改为引用{there}；需要替代的，写明原规定的相应内容同时停止执行。",
    )


def _is_rule(sentence: Sentence, reading: Reading, carried: Callable[[str], bool]) -> bool:
    """Long enough, not `carried` by every text, and not merely a principle, a definition or an act that ends."""
    if len(words("".join(p for p in sentence.text.split("；") if not carried(p)))) < LEAST_WORDS:
        return False
    if any(r.start < sentence.end and sentence.start < r.end for r in reading.document.repeals):
        return False
    if len(words(people_named().sub("", sentence.text))) < _BESIDE_PEOPLE:
        return False
    inside = provisions_in(reading, sentence)
    return not inside or any(p.modality not in NO_RULE for p in inside)


def _is_closing(text: str) -> bool:
    """Whether it has words of penalties, remedies and effect: a long copy of these is routine too."""
    return any(w in text for w in wordings()["boilerplate-closing"])


def _names(sentence: Sentence, other: Reading) -> bool:
    """Whether the sentence cites the other document."""
    return bool(other.document.title) and other.document.title in sentence.text


CHECK = Check(
    "OV03",
    "overlap.restated",
    "overlap",
    "restated",
    "同级文件重复规定",
    Severity.WARNING,
    "国办发〔2018〕37号：现行文件已有部署且仍然适用的，不得重复发文；两处规定日后容易各改各的。",
    "删去重复的内容，改为引用现行规定。",
    Route.DRAFTER,
    find,
    (Material.BASE,),
)
