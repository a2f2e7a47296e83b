"""The benefit that a norm withholds from those who have another, and whether another text lets people have it.

享受甲的，不享受乙 against 享受丙的，可以享受乙: what is withheld has to be what is let, by its name, and
the text that lets it has to speak of the benefit had beside it, or of any other.
"""

from __future__ import annotations

import re

from checks.compare.ground.alignment import bag, share
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Cue

_WITHHOLDS = re.compile(
    r"(?:不再|不得|不予|不能|不可|停发|停止|取消|不(?=同时|重复|叠加|享受|发放|给予|领取))(?:同时|重复|叠加|再)*"
    r"(?:发放|享受|给予|申请|领取|申领|纳入)?(?P<what>[^，。；]*)"
)
_HAD = re.compile(
    r"(?:享受|领取|纳入|获得|接受)(?:了)?(?P<had>[^，。；]{2,24}?)(?:待遇|政策|范围)?"
    r"的(?:[^，。；]{0,8}(?:人员?|儿童|家庭|学生|对象|居民|群众|职工))?，"
)
_ANY_OTHER = re.compile(r"其[他它]|各类|各项|任何|同类|有关待遇|相关待遇")
_OWN = re.compile(r"本(?:办法|细则|规定|条例|意见|方案|通知|规程)")
_EACH = re.compile(r"[、和与及]|或者?")
_BOTH = re.compile(r"(?:残疾人)?两项补贴")
_CLOSE = re.compile(r"(?:等)?(?:的)?(?:相关|有关)?(?:福利)?(?:待遇|政策|范围|保障范围|对象)*$")
_ANY_BENEFIT = re.compile(r"(?:基本|生活|护理)*(?:补贴|津贴|补助|费)|待遇")
_CALLED = 4  # characters by which a benefit is known
_NAMED = 0.5  # of the pieces of what is withheld


def withheld(cue: Cue, norm: Norm) -> str:
    """The benefit that a norm withholds, "" where it names none."""
    done = cue.find("done", norm.words)
    said = _WITHHOLDS.search(norm.words, done.start()) if done else None
    return said["what"] if said else ""


def lets_have(cue: Cue, norm: Norm, what: str) -> bool:
    """Whether a benefit stands in the clause by which a norm lets people have it, by the end of its name."""
    barred = cue.find("barred", norm.words)
    clauses = CLAUSE.finditer(norm.words) if barred else ()
    said = next((m.group() for m in clauses if barred and m.start() < barred.end() <= m.end()), "")
    said, what = (_BOTH.sub("生活补贴、护理补贴", x) for x in (said, what))
    ends = [x[-_CALLED:] for part in _EACH.split(what) if len(x := _CLOSE.sub("", part)) >= _CALLED]
    return any(x in said for x in ends) if ends else share(bag(what), bag(said)) >= _NAMED


def beside_another(index: CoverageIndex, a: Norm, b: Norm, what: str) -> bool:
    """Whether `a` withholds `what` from whoever has a benefit of which `b`, on benefits by name, does not speak.

    本办法规定的待遇 is that of the title.
    """
    had = bag(_ANY_BENEFIT.sub(" ", " ".join(m["had"] for m in _HAD.finditer(a.words)))) - bag(what)
    title = (index.documents[b.document].title or "") if _OWN.search(b.words) else ""
    return bool(had) and not had & bag(f"{title} {b.words}") and not _ANY_OTHER.search(b.words)
