"""Services that a rule lists as free (免费提供下列服务：职业介绍；职业指导), and a text that takes a fee for one.

The fee stands behind the service, in its own sentence or in the next (开展职业介绍。介绍成功的，收取服务费). An item
counts where all of its name is there; what others are only asked to give free is no such list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import one_subject
from checks.compare.ground.norms import Norm
from checks.compare.ground.wording import pieces
from kg.coverage import CoverageIndex

_LEADS = re.compile(r"(?:免费|无偿|不收取费用|免收费用)[^。]{0,60}(?:服务|帮助|项目|事项)[：:]$")
_WISHED = re.compile(r"鼓励|提倡|倡导|可以")
_CUT = re.compile(r"[、；。，：:]|以及|和|及其?|或者|等|为[^、；。，]{1,12}(?:提供|组织|开展|办理)|提供|组织|开展|办理")
_BEHIND = re.compile(r"[^。\n]*。[^。\n]*$")  # the sentence before, and this one so far
_LEAST = 3  # pieces of a name that says what the service is


def freed(norm: Norm) -> Iterator[frozenset[str]]:
    """The services that an item of a list of free ones names, each as pieces of its name."""
    if not _LEADS.search(norm.stem) or _WISHED.search(norm.stem):
        return
    for name in _CUT.split(norm.text.replace("服务", "、")):
        if len(found := pieces(name)) >= _LEAST:
            yield found


def charged_for(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether `a` asks a fee for a service that `b` lists as free."""
    before = _BEHIND.search(index.documents[a.document].text[a.line[0] : a.start])
    around = pieces((before.group() if before else "") + a.stem + a.text)
    return any(name <= around for name in freed(b)) and one_subject(index, a, b)
