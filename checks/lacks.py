"""What a grant, a fund or a class of people lacks in the text that names it: one way to say it for all of them."""

from __future__ import annotations

from checks.base import Hit, Severity, Slot
from checks.compare.bodies.unled_classes import Unled
from checks.compare.ground.norms import Norm
from checks.compare.money.confined import Confined
from checks.compare.money.promises import Promise
from checks.compare.money.set_up import SetUp
from checks.compare.money.unreached import Unreached
from checks.compare.outcome.hits import at_place, clip, places
from checks.guides import Told
from kg.coverage import CoverageIndex

_BEHIND = {"grant": "由谁发放和办理期限", "service": "由谁提供、期限和费用", "relief": "减收的费用由谁承担"}


def no_door(index: CoverageIndex, found: Unled) -> Hit:
    """A class that the text recognises and has apply nowhere."""
    missing = "向谁申请、由谁认定、多长时间和如何救济"
    more = f"，{at_place(index, found.rules[0])}的程序只适用于{'、'.join(found.others)}"
    suggestion = f"写明{found.name}的申请受理、认定部门、期限和救济途径，或者写明适用同一程序。"
    return _lacks(index, "class", list(found.norms), ("规定认定", found.name), missing, suggestion, more)


def promised(index: CoverageIndex, promise: Promise) -> Hit:
    """A grant that is promised without a sum."""
    missing = "给多少" if promise.funded and not promise.bare else "给多少、资金从哪里来"
    suggestion = f"写明{promise.name}的标准（或者依据哪份文件确定）、由谁审批和资金来源。"
    return _lacks(index, "promise", [promise.norm], ("承诺", promise.name), missing, suggestion)


def only_set_up(index: CoverageIndex, found: SetUp) -> Hit:
    """A benefit or service of which nothing but its name, and perhaps its sum, is said."""
    missing = f"向谁申请、由谁决定、{_BEHIND[found.what]}"
    suggestion = f"写明{found.name}的申请受理、作出决定和提供的部门、期限以及资金来源。"
    return _lacks(index, "set-up", list(found.norms), ("设立", found.name), missing, suggestion)


def left_out(index: CoverageIndex, found: Unreached) -> Hit:
    """A grant that the rules of the text on money and decisions leave out."""
    money = f"，{at_place(index, found.rules[0])}的资金规定只涉及{clip('、'.join(found.others), 40)}"
    suggestion = f"写明{found.name}的资金来源、受理和审批的部门以及期限。"
    return _lacks(
        index,
        "unreached",
        [found.norm, *found.rules, *found.doors],
        ("设立", found.name),
        "资金来源、由谁受理和审批",
        suggestion,
        money,
    )


def outside(index: CoverageIndex, found: Confined) -> Hit:
    """A grant that no rule of the text on applying is for."""
    missing = "向谁申请、由谁审核决定和办理期限"
    more = f"，{at_place(index, found.rules[0])}的申请程序只适用于{clip('、'.join(found.others), 40)}"
    suggestion = f"写明{found.name}的申请受理、审定部门和期限，或者写明适用同一程序。"
    return _lacks(index, "confined", [found.norm, *found.rules[:2]], ("设立", found.name), missing, suggestion, more)


def only_told(index: CoverageIndex, told: Told) -> Hit:
    """A grant of a guide that has nobody behind it."""
    missing = "向谁申请、由谁审核决定、资金从哪里来"
    suggestion = f"写明{told.name}的受理窗口、作出决定的部门和资金来源，或者写明所依据的文件。"
    return _lacks(index, "told", [*told.sums, *told.steps], ("告知", told.name), missing, suggestion)


def bare(index: CoverageIndex, name: str, norm: Norm) -> Hit:
    """A fund of which only the name is set."""
    missing = "资金来源、管理部门、申请受理和审批程序"
    return _lacks(index, "fund", [norm], ("设立", name), missing, f"写明{name}的{missing}，并征得财政部门同意。")


def _lacks(
    index: CoverageIndex, key: str, norms: list[Norm], done: tuple[str, str], missing: str, advice: str, more: str = ""
) -> Hit:
    """A grant or fund that the first of `norms` sets up (`done`: how, and its name), and what is not said of it."""
    norm, (does, name) = norms[0], done
    return Hit(
        (key, *norm.ids),
        f"{at_place(index, norm)}{does}{name}（“{clip(norm.text, 30)}”），但没有写明{missing}{more}。",
        places(index, norms),
        same=(Slot("aid", name),),
        differs=(Slot("element", a=None, b=missing),),
        agencies=tuple(dict.fromkeys(a for p in norm.provisions for a in sorted(p.agencies()))),
        groups=norm.people,
        aid=tuple(sorted(norm.aid)),
        severity=Severity.WARNING,
        suggestion=advice,
        invite=("finance",),
    )
