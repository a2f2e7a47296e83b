"""Results that each of two texts, or two bodies of one, wants before it acts: 凭认定书受理 here, 凭受理单认定 there.

Read as an officer reads them: a paragraph has its body wait for something (a paper to be brought, a result that is
lacking, a step that comes first, a basis), and its text gives something (what its title names, the papers that it
issues, what the paragraph holds back). Two such paragraphs make a circle where each waits for what the other gives, by
the words for it and, where it is named, by the body it comes from. At least one has to shut the door meanwhile. Quiet
where a paragraph lets the paper follow or be fetched by the offices themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise, product, zip_longest

from checks.compare.bodies.referrals import label_of
from checks.compare.ground.agencies import agencies_in, authors_of, names_in
from checks.compare.ground.alignment import bag, share
from checks.compare.ground.marks import CLAUSE, PAUSE
from checks.compare.ground.norms import Norm, norms_of
from kg.memo import per_reading
from kg.model import Document, Reading
from kg.naming import called
from ontology.cues import Setting

_WAIT = Setting("wait")
_KIND = re.compile(
    r"关于|(?:实施|管理|工作|操作|办理|经办|暂行|试行|若干|有关|认定|事项|的)*(?:办法|细则|规定|意见|规程|方案|条例|制度|通知|流程|规则|分工|措施|指引|指南|规范)(?:（[^（）]*）)?"
)
_WEAK = re.compile(
    r"不予|不得|不再|暂不|启动|开展|进行|予以|给予|安排|组织|申请|受理|办理|材料|其|应当|可以|可|及时|手续|工作|提出|提交|审[核批查]|结果|情况|继续|重新|一律|相关|有关|是否"
)
_GENERAL = re.compile(r"(?:法|条例|意见|决定|纲要|规划)(?:（[^（）]*）)?$")  # titles of texts on more than one step
_DEED = re.compile(
    r"认定|评定|鉴定|核对|备案|复核|体检|诊断|建档|落户|帮扶|援助|收治|甄别"
)  # what one body does to people, by which its result is known
_APPLIES = re.compile(r"(?:申[请领办]|提出|要求)(?P<what>[^，。；]{2,20}?)(?:的?申请)?(?:的|时)$")
_ACTING = re.compile(
    r"(?:、[^，。；、]{2,12})*(?:应当?|必?须|要|需|一律|均|只|仅)*(?:待|等|俟|在|[凭持依据根对]|按|于|自|以|(?:尚?未)?(?:收到|接到|拿到|取得|见到))"
)
_PLACE = re.compile(r"^[^关的]{1,8}?(?:自治[县州旗]|省|市|县|区|州|旗)(?=[^，。]{4})")
_JOINED = re.compile(r"[与和及、]|衔接|关于|做好")
_HEADS = 12  # characters that may stand before the body that a title begins with
_TAIL = 8  # characters of a title that say what it is about
_NAMED, _BARE = 0.45, 0.6  # of what the other gives, in the words of the wait: where its body is named too, and not
_RETOLD = 0.8  # of two norms that say one thing
_FEW = 3  # pieces of what is given, where its body is not named
_ONE = 0.5  # of two things given that are one thing
_NOT_OWN = frozenset({"unresolved", "government", "member-units"})


@dataclass(frozen=True, slots=True)
class Wait:
    """A paragraph whose bodies wait for what `asked` names; `gives` are the things that come from it, as pieces."""

    norms: tuple[Norm, ...]  # the one that waits first
    asked: frozenset[str]
    others: frozenset[str]  # bodies named in what is waited for
    bodies: frozenset[str]
    gives: tuple[frozenset[str], ...]
    firm: bool
    known: bool = True  # whether it shows who waits


def wait_for_each_other(mine: Reading, theirs: Reading) -> Iterator[tuple[Wait, Wait]]:
    """The first two waits of two documents, or of two bodies in one, for what the other gives."""
    within = mine is theirs
    pairs = combinations(waits_of(mine), 2) if within else product(waits_of(mine), waits_of(theirs))
    yield from ((a, b) for a, b in pairs if _circle(a, b, within))


def _circle(a: Wait, b: Wait, within: bool) -> bool:
    if (a.norms[0].line == b.norms[0].line and within) or not (a.firm or b.firm):
        return False
    if share(bag(a.norms[0].words), bag(b.norms[0].words)) > _RETOLD:
        return False
    if within and not (a.others - b.others and b.others - a.others):
        return False
    there, back = list(_met(a, b)), list(_met(b, a))
    return any(_apart(x, y) for x, y in product(there, back))


def _met(waiting: Wait, other: Wait) -> Iterator[frozenset[str]]:
    """The things that `other` gives and `waiting` wants."""
    named = bool(waiting.others & other.bodies)
    if waiting.others and other.known and not named:
        return
    for thing in other.gives:
        least = _NAMED if named else _BARE
        shared = thing & waiting.asked
        if len(shared) >= max(min(len(thing), 2) if named else _FEW, least * len(thing)):
            yield thing


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) < _ONE * min(len(a), len(b))


@per_reading
def waits_of(reading: Reading) -> tuple[Wait, ...]:
    """The waits of a document."""
    document = reading.document
    held = groupby(norms_of(reading), key=lambda n: n.line)
    titled = _titled(document)
    return tuple(w for _, norms in held for w in _waits(reading, tuple(norms), titled))


def _titled(document: Document) -> tuple[frozenset[str], ...]:
    """What a document as a whole gives: the matter of its title, and the papers that it issues."""
    name = called(document)
    signs = (end for start, end, _ in agencies_in(name) if start <= _HEADS and len(name) - end > _TAIL)
    name = name[max(signs, default=0) :]
    papers = (m["paper"] for m in _WAIT.all("issued", document.text))
    plain = "" if _GENERAL.search(name) and not name.endswith("办法") else _KIND.sub("", _PLACE.sub("", name))
    matters = (part[-_TAIL:] for part in _JOINED.split(plain))
    deeds = (frozenset({deed}) for deed in _DEED.findall(plain and name))
    return tuple(dict.fromkeys((*_things((*matters, *papers)), *deeds)))


def _waits(reading: Reading, norms: tuple[Norm, ...], titled: tuple[frozenset[str], ...]) -> Iterator[Wait]:
    """The waits of a paragraph; a door is shut by the norm that waits, or the one behind it."""
    text = "".join(n.text for n in norms)
    if _WAIT.has("aside", text):
        return
    own = frozenset(label_of(reading, norms[0])) or authors_of(reading.document)
    bodies = own | names_in(text)
    for norm, behind in zip_longest(norms, norms[1:], fillvalue=norms[-1]):
        told = (norm, behind) if behind is not norm and _WAIT.has("shuts", behind.text) else (norm,)
        shut = [m for n in told for m in _WAIT.all("shuts", n.text)]
        clauses = CLAUSE.findall(norm.text)
        asking = [(c, *_asked(c, after, bool(shut))) for c, after in zip_longest(clauses, clauses[1:], fillvalue="")]
        held = [words for m in shut for words in (_subject(m), *m.groupdict().values()) if words]
        held += [rest for _, asked, rest in asking if asked and rest]
        held += [after for (_, asked, _), (after, more, _) in pairwise(asking) if asked and not more]
        behind_case = ((case, rest) for (case, more, _), (_, asked, rest) in pairwise(asking) if asked and not more)
        held += [what for case, rest in behind_case for what in _applied_for(case, rest)]
        deeds = (thing for clause, asked, _ in asking if not asked for thing in _deeds(clause))
        gives = (*_things(held), *titled, *deeds)
        for clause, asked, _ in asking:
            if asked:
                others = (_waited_for(asked) or _waited_for(clause)) - _NOT_OWN
                words = bag(clause) | frozenset(_DEED.findall(clause))
                yield Wait(told, words, others, bodies - _NOT_OWN, gives, bool(shut), bool(own or bodies - others))


def _deeds(clause: str) -> Iterator[frozenset[str]]:
    """What a clause has done to people: by the deed alone, and with the words before it (低保边缘家庭认定)."""
    for match in _DEED.finditer(clause):
        yield frozenset({match.group()})
        yield from _things((clause[max(match.start() - _TAIL, 0) : match.end()],))


def _applied_for(case: str, rest: str) -> tuple[str, ...]:
    """What is applied for in a case before a wait, behind which it is only handled (申请医疗救助的，凭…审批)."""
    return tuple(_APPLIES.findall(case)) if rest and not _WEAK.sub("", rest) else ()


def _subject(shut: re.Match[str]) -> str:
    """The words of its clause before a door is shut (复核 of 复核不予通过)."""
    return PAUSE.split(shut.string[: shut.start()])[-1]


def _waited_for(asked: str) -> frozenset[str]:
    """The bodies named in what is waited for, less the one that waits (乡镇人民政府须待县财政局拨付)."""
    acting = next((end for start, end, _ in agencies_in(asked) if start <= 1 and _ACTING.match(asked, end)), 0)
    return names_in(asked[acting:])


def _things(said: Iterable[str]) -> Iterator[frozenset[str]]:
    """What a few words name, less words of procedure."""
    yield from (thing for thing in (bag(_WEAK.sub(" ", words)) for words in dict.fromkeys(said)) if _tells(thing))


def _tells(thing: frozenset[str]) -> bool:
    return len(thing) > 1 or any(_DEED.fullmatch(piece) for piece in thing)


def _asked(clause: str, after: str, shut: bool) -> tuple[str, str]:
    """The words of a clause that name what it waits for, and the words behind; none for one that waits for nothing.

    Where no door is shut, only a paper, or what a body named is to do first, is waited for.
    """
    if _WAIT.has("spent", clause) or (clause.endswith("的") and _WAIT.has("favours", after)):
        return "", ""
    for what in ("papers", "asks"):
        for match in _WAIT.all(what, clause):
            asked = next((words for words in match.groups() if words), match.group())
            if shut or what == "papers" or _waited_for(asked):
                basis = match.groupdict().get("basis")
                return asked, (clause[: match.start()] if basis else "") + clause[match.end() :]
    return "", ""
