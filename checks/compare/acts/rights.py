"""What people have a right to ask for above, and may not ask for below: 可以请求更换法律援助人员, 不得请求更换承办人员.

And a choice between two forms of one aid that is taken away: 有权在公租房和租赁补贴中选择, 不得申请租赁补贴. A flat
denial is meant: quiet for those who have broken a rule, have the other form already or would have both, for a time that
has to pass, and for staff.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.acts.objects import has_the_other
from checks.compare.ground.alignment import bag, names_others, on_one_matter, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_RIGHT = Setting("right")
_BODY = r"(?:向[^，。；]{2,20}?|由[^，。；]{2,16}?|[^，。；]{0,14}?(?:机构|部门|机关|单位|中心|人民政府))?"
_SPECIFIC = r"选择|更换|变更|调换|撤回|放弃|拒绝|查阅|复制|委托|撤销|解除|终止|退出|转出|转入"
_ASKS = rf"(?:提出|请求|要求|申请|{_SPECIFIC})"
_VERB = re.compile(rf"(?:{_SPECIFIC})|(?:提出|请求|要求|申请)")
_ALLOWED = re.compile(
    rf"(?:可以|有权|均可|可)(?:随时|自主|自愿|自行|书面|依法|直接)*(?:提出)?(?P<act>{_ASKS}{_BODY}[^，。；]{{2,30}})"
)
_NEVER = (
    r"不得|不能|不可以?|不准|不允许|不许|无权|(?:一律|概|均|暂)不(?:予|得|再)?|(?<!可以)不予|不再"
    r"|不(?=接受|受理|办理|支持|给)"
)
_DENIED = re.compile(
    rf"(?:{_NEVER})(?:接受|受理|办理|支持|给)?(?:再|自行|自主|擅自|随意|要求|随时)*(?P<act>{_ASKS}[^，。；]{{2,30}}|(?:{_SPECIFIC})(?=[，。；]|$))"
)
_CHOICE = re.compile(
    r"(?:有权|可以|自愿|自主|自行|任意)[^，。；]{0,8}?(?:在|从)(?P<forms>[^，。；]{4,60}?)(?:之?中|之间|两种方式中)[^，。；]{0,8}?(?:选择|择一)"
    r"|(?:可以|有权|自愿|自主|自行)(?:选择|在)(?P<either>[^，。；]{2,24}(?:或者?|与|和)[^，。；]{2,24})"
)
_FORMS = re.compile(r"或者|以及|、|和|与|或|及")
_FORM_ASKED = r"(?:申请|选择|享受|领取|申领|要求|给予|发放?|提供|改领|改发|改为|改选|换成|转为|折算成?|折成)"
_WITHHELD = re.compile(
    rf"(?:(?:不得|不能|不可以?|不准|不许|不允许|不予|无权|不再|一律不)(?:再|予|自行)*{_FORM_ASKED}"
    rf"|不(?:办理|接受|受理|支持|提供|发放?|给){_FORM_ASKED}?)(?P<what>[^，。；]{{2,24}})"
)
_ONLY = re.compile(
    r"(?:只能|仅能|只可|仅可|一律|统一|全部|都是|仅限|限于|只)(?:选择|享受|申请|采取|实行|实施|安排|给予|发放?|配租|配发|配送|提供|以|领|给)(?P<what>[^，。；]{2,24})"
)
_ASKED_FOR = re.compile(r"的?(?:请求|要求|申请|业务|手续|服务)$")
_HELPER = re.compile(r"(?:援助|承办|服务|护理|照料|工作)人员|律师|社工|护工|护理员|照料人|教师|医生")
_EXCHANGED = frozenset({"更换", "变更", "调换"})  # of helpers, whatever they are called
_BARE = frozenset(_SPECIFIC.split("|"))  # with what it is done to in the words before (援助人员指派后不予更换)
_GENERAL = frozenset({"提出", "请求", "要求", "申请"})
_LEAST, _ALIKE, _KIN = 2, 0.5, 0.2  # pieces of the object that both name; their part of the shorter
_ONE_FORM, _PART = 0.6, 0.3  # of the pieces of a form; where it is all that there is, and names no other


@dataclass(frozen=True, slots=True)
class _Choice:
    """Forms of an aid between which a norm lets people choose."""

    norm: Norm
    said: str
    forms: tuple[frozenset[str], ...]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Rights and choices of `theirs` that `mine` takes away."""
    yield from _rights(index, mine, theirs)
    yield from _choices(index, mine, theirs)


def _rights(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    given = [(n, m) for n in theirs for m in _ALLOWED.finditer(n.text) if not _RIGHT.has("aside", n.words)]
    answered: set[int] = set()
    for a, text in _texts(mine, answered) if given else ():
        for denied in _DENIED.finditer(text):
            asked = denied["act"] if denied["act"] not in _BARE else f"{denied['act']}{text[: denied.start()]}"
            found = [(b, m) for b, m in given if _one_act(asked, m["act"]) and not _aside(a, b)]
            if near := next((x for x in found if on_one_matter(index, a, x[0])), None):
                b, said = near
                answered.add(a.lead.start)
                told = (f"“{clip(denied.group(), 30)}”", f"“{clip(said.group(), 36)}”")
                yield Departure(Label.CONDITION, "right", "当事人可以提出的请求", *told, (a,), (b,))
                break


def _texts(norms: tuple[Norm, ...], answered: set[int]) -> Iterator[tuple[Norm, str]]:
    """Norms with their own words; then with the question that they answer, where none said so in its own words."""
    yield from ((n, n.text) for n in norms)
    yield from ((n, n.words) for n in norms if n.asked and n.lead.start not in answered)


def _one_act(denied: str, given: str) -> bool:
    """Whether what is denied is what may be asked for: one verb of its own with an object akin, or one object."""
    (verb, what), (other, had) = map(_act, (denied, given))
    if verb != other:
        return False
    own = verb not in _GENERAL
    if verb in _EXCHANGED and _HELPER.search(denied) and _HELPER.search(given):
        return True
    return len(what & had) >= (1 if own else _LEAST) and share(what, had) >= (_KIN if own else _ALIKE)


def _act(said: str) -> tuple[str, frozenset[str]]:
    """The verb that says most of what is asked for (请求更换: 更换), and the pieces of its object."""
    verbs = list(_VERB.finditer(said))
    main = next((m for m in verbs if m.group() not in _GENERAL), verbs[0])
    return main.group() if main.group() not in _GENERAL else "申请", bag(_HELPER.sub(" ", said[main.end() :]))


def _aside(a: Norm, b: Norm) -> bool:
    return _RIGHT.has("aside", a.words) or has_the_other(a.text, b.words)


def _choices(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    choices = [c for n in theirs if (c := _choice(n))]
    answered: set[int] = set()
    for a, text in _texts(mine, answered) if choices else ():
        for said, what, least in _taken(text):
            near = [c for c in choices if _is_one(what, c.forms, least) and not _aside(a, c.norm)]
            near = [c for c in near if not names_others(a, c.norm) and on_one_matter(index, a, c.norm)]
            if c := next(iter(near), None):
                answered.add(a.lead.start)
                told = (f"“{clip(said, 30)}”", f"“{clip(c.said, 36)}”")
                yield Departure(Label.CONDITION, "choice", "当事人可以选择的救助方式", *told, (a,), (c.norm,))
                break


def _taken(text: str) -> Iterator[tuple[str, frozenset[str], float]]:
    """Forms that are withheld, or all that there is, with the part of a form's name that is enough to know it."""
    for pattern, least in ((_WITHHELD, _ONE_FORM), (_ONLY, _PART)):
        yield from ((m.group(), bag(_ASKED_FOR.sub("", m["what"])), least) for m in pattern.finditer(text))


def _choice(norm: Norm) -> _Choice | None:
    said = _CHOICE.search(norm.text)
    parts = _FORMS.split(said["forms"] or said["either"]) if said else []
    forms = tuple(pieces for part in parts if (pieces := bag(part)))
    return _Choice(norm, said.group(), forms) if said and len(forms) > 1 else None


def _is_one(what: frozenset[str], forms: tuple[frozenset[str], ...], least: float) -> bool:
    """Whether what is withheld, or all there is, is one of the forms and not several."""
    of_all = frozenset.intersection(*forms)
    return sum(bool(what & f - of_all) and share(what, f) >= least for f in forms) == 1
