"""What letters need to know to speak: names of agencies, of the office, and Chinese words for ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

OFFICE_AGENCY = "civil-affairs"
SEVERITY = {"error": "严重", "warning": "提醒", "info": "提示"}
ROUTE = {
    "drafter": "起草单位自行修改",
    "legality": "合法性审核",
    "consultation": "政策会商",
    "office": "办公室协调",
    "joint-conference": "联席会议审议",
    "staffing": "机构编制程序",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Names as letters use them; `name` gives an agency's name by its id."""

    name: Callable[[str], str]
    office: str = "社会救助工作领导小组办公室"
    group: str = "社会救助工作领导小组"
    office_agency: str = OFFICE_AGENCY
    bulletin: str = "社会救助工作简报"
    bulletin_to: str = "各成员单位"
    members: tuple[str, ...] = field(default_factory=tuple)

    def names(self, agencies: Iterable[str]) -> str:
        """甲、乙、丙."""
        return "、".join(self.name(a) for a in agencies)

    def interested(self, agencies: Iterable[str]) -> bool:
        """Whether the office's own department is a party: the record then says so."""
        return self.office_agency in set(agencies)
