"""The smallest change of wording that a finding about a higher rule proposes, in whole texts."""

from __future__ import annotations

import pytest

from checks.runner import Selection
from tests.checks.test_drafts import report

BASE = "某省医疗救助办法\n\n（某政发〔2023〕4号，某省人民政府2023年5月6日印发）\n\n第三条  {}"
DRAFT = "某市医疗救助实施细则\n\n（某市医疗保障局起草）\n\n第四条  {}"
REVISED = {
    "a rate below its floor": (
        "低保对象的医疗救助比例不低于70%。",
        "低保对象的医疗救助比例为60%。",
        [("60%", "70%")],
    ),
    "a time longer than allowed": (
        "医疗保障部门应当自受理医疗救助申请之日起二十日内作出审核决定。",
        "医疗保障部门应当自受理医疗救助申请之日起三十日内作出审核决定。",
        [("三十日", "二十日")],
    ),
    "an order made optional": (
        "医疗保障部门作出不予医疗救助决定的，应当书面告知申请人并说明理由。",
        "医疗保障部门作出不予医疗救助决定的，可以书面告知申请人并说明理由。",
        [("可以", "应当")],
    ),
}
LEFT = {
    "working days for days": (
        "医疗保障部门应当自受理医疗救助申请之日起二十日内作出审核决定。",
        "医疗保障部门应当自受理医疗救助申请之日起四十个工作日内作出审核决定。",
    ),
    "a rate above its floor": ("低保对象的医疗救助比例不低于70%。", "低保对象的医疗救助比例为80%。"),
    "the same time": (
        "医疗保障部门应当自受理医疗救助申请之日起二十日内作出审核决定。",
        "医疗保障部门应当自受理医疗救助申请之日起二十日内作出审核决定。",
    ),
}


def revisions(above: str, own: str):
    row = {"draft": DRAFT.format(own), "base": {"base.txt": BASE.format(above)}, "region": None}
    made = report(row, Selection(("CF04",)))
    text = made.draft.document.text
    found = [f.hit.revision for f in made.run.findings if f.hit.revision]
    assert all(text[r.old.start : r.old.end] == r.old.text for r in found)
    return [(r.old.text, r.new) for r in found]


@pytest.mark.parametrize(("above", "own", "wanted"), REVISED.values(), ids=REVISED)
def test_words_are_exchanged(above, own, wanted):
    assert revisions(above, own) == wanted


@pytest.mark.parametrize(("above", "own"), LEFT.values(), ids=LEFT)
def test_words_are_left(above, own):
    assert revisions(above, own) == []
