"""Works dealt out one by one in one sentence: A、B分别负责X、Y的审定, X、Y的发放分别由A、B承担.

As many bodies as works, in their order; what stands behind the last 的 is said of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.agencies import agencies_in

_AND = re.compile(r"、|以及|和|及|与")
_DOES = r"(?:具体|牵头)?(?:负责|承担|牵头|主管|组织实施|组织|办理|受理|审核|审批|发放|实施|管理)"
_ACTIVE = re.compile(
    rf"(?P<who>[^，。；：]{{4,60}}?)(?:按照?(?:各自)?职责(?:分工)?，?)?分别(?P<does>{_DOES})(?P<what>[^，。；]{{4,80}})"
)
_PASSIVE = re.compile(
    rf"(?P<what>[^，。；：]{{4,80}}?)，?(?:分别(?:交)?由(?P<who>[^，。；：]{{4,60}}?)|由(?P<whom>[^，。；：]{{4,60}}?)分别)(?P<does>{_DOES})(?=[，。；]|$)"
)


def each_a_part(text: str) -> Iterator[tuple[str, str]]:
    """Each body of such a sentence with the words of its own work."""
    if "分别" not in text:
        return
    for said in (*_PASSIVE.finditer(text), *_ACTIVE.finditer(text)):
        who = said["who"] or said.groupdict().get("whom") or ""
        bodies = [agency for _, _, agency in agencies_in(who)]
        works = _works(said["what"])
        if len(bodies) == len(works) > 1:
            yield from zip(bodies, works, strict=True)
            return


def _works(what: str) -> list[str]:
    """The items of a list, each with what stands behind the last 的."""
    head, of, shared = what.rpartition("的")
    if of and not _AND.search(shared):
        return [f"{item}的{shared}" for item in _AND.split(head)]
    return _AND.split(what)
