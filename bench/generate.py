"""Provisions by the thousand, clustered as real rules are: by place, by act, by aid and its usual agency.

A corpus grows by covering more places (as a country's does), or, with `dense`, by more acts in each place. The nation,
each province, prefecture and county has its acts; an act is about one or two aids; who leads is nearly always the
agency in charge; beneficiaries are a few thousand expressions of which some are very common. Everything follows from
the seed and the number of the act, so any act can be made again without the others.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import accumulate

from kg.enums import Level, Modality, Rank, Role
from kg.ids import clause_id, provision_id
from kg.model import Actor, Clause, Document, Groups, Parameter, Period, Provision, Quote, Reading

PER_ACT = 60
LEADS = {
    "dibao": "civil-affairs",
    "tekun": "civil-affairs",
    "temporary": "civil-affairs",
    "medical": "medical-security",
    "medical-contribution": "medical-security",
    "emergency-medical": "health",
    "education": "education",
    "housing": "housing",
    "rural-housing": "housing",
    "employment": "hrss",
    "vocational-training": "hrss",
    "disaster": "emergency",
    "vagrant": "civil-affairs",
    "legal-aid": "justice",
    "rehabilitation": "disabled-fed",
    "disability-allowance": "civil-affairs",
    "child": "civil-affairs",
    "elderly": "civil-affairs",
    "heating": "housing",
    "price-subsidy": "ndrc",
    "veterans": "veterans",
    "social-assistance": "civil-affairs",
}
AIDS = tuple(LEADS)
AID_WEIGHTS = (14, 9, 9, 12, 4, 3, 8, 7, 4, 7, 4, 6, 3, 4, 4, 5, 6, 8, 3, 2, 4, 8)
FUNCTIONS = (
    *("implement", "pay", "decide", "accept", "investigate", "policy"),
    *("fund", "supervise", "inform", "guide", "service", "publicise"),
)
FUNCTION_WEIGHTS = (16, 12, 10, 9, 11, 7, 6, 8, 9, 4, 5, 3)
ROLES = (Role.LEAD, Role.ASSIST, Role.JOINT, Role.PARTICIPATE)
ECONOMIC = ("dibao", "tekun", "dibao-margin", "rigid-expenditure", "low-income", "hardship", "antipoverty")
TRAITS = (
    *("disabled", "severely-disabled", "serious-illness", "elderly", "senior", "minor", "orphan", "student"),
    *("compulsory", "unemployed", "incapacitated", "left-behind", "female", "veteran", "disaster-hit"),
    *("vagrant", "local-hukou", "residence-permit"),
)
PLACES = ("urban", "rural", "pastoral")
KINDS = (
    ("time-limit", "<=", "工作日"),
    ("rate", ">=", "%"),
    ("benefit-cap", "<=", "元"),
    ("publicity-period", "=", "日"),
    ("income-line", "<=", "倍"),
)
EXPRESSIONS = 3_000


@dataclass(frozen=True)
class Site:
    """A place that makes rules, and how many acts it has."""

    code: str
    level: Level
    acts: int


@dataclass(frozen=True)
class Country:
    """A corpus of about `size` provisions."""

    size: int
    dense: bool = False
    seed: int = 7

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """The nation first, then province by province until there are acts enough."""
        wanted, found, have = self.size // PER_ACT, [], 0
        scale = max(1, wanted // 166) if self.dense else 1  # dense: always one province and the nation
        for site in self._sites(scale):
            if have >= wanted:
                break
            found.append(site)
            have += site.acts
        return tuple(found)

    def _sites(self, scale: int) -> Iterator[Site]:
        yield Site("100000", Level.CENTRAL, 30 * scale)
        for p in range(11, 99):
            yield Site(f"{p}0000", Level.PROVINCE, 12 * scale)
            for c in range(1, 13):
                yield Site(f"{p}{c:02}00", Level.PREFECTURE, 4 * scale)
                for x in range(1, 10):
                    yield Site(f"{p}{c:02}{x:02}", Level.COUNTY, 2 * scale)

    @cached_property
    def acts(self) -> tuple[Site, ...]:
        """The site of every act, by number."""
        return tuple(site for site in self.sites for _ in range(site.acts))

    def readings(self) -> Iterator[Reading]:
        """All acts."""
        return (self.reading(i) for i in range(len(self.acts)))

    def reading(self, number: int) -> Reading:
        """One act by number."""
        return act(f"act-{number}.txt", self.acts[number], random.Random(f"{self.seed}/{number}"), PER_ACT)

    def draft(self, provisions: int = 50) -> Reading:
        """A draft of the first county, on the commonest aids."""
        county = next((s for s in self.sites if s.level is Level.COUNTY), Site("110101", Level.COUNTY, 0))
        return act("draft.txt", county, random.Random(f"{self.seed}/draft"), provisions, ended=False)


def act(name: str, site: Site, dice: random.Random, provisions: int, ended: bool = True) -> Reading:
    """An act of `provisions` provisions: a text of sentences, one article each."""
    aids = dice.choices(AIDS, AID_WEIGHTS, k=dice.choice((1, 1, 2)))
    start = date(2005, 1, 1) + timedelta(days=dice.randrange(7300))
    end = start + timedelta(days=dice.randrange(700, 4000)) if ended and dice.random() < 0.15 else None
    made = [_provision(name, i, dice, aids) for i in range(provisions)]
    document = Document(
        name,
        "",
        name,
        title=f"{site.code}第{name}号办法",
        issuer_ids=("government",),
        level=site.level,
        region=None if site.level is Level.CENTRAL else site.code,
        rank=Rank.ADMINISTRATIVE_REGULATION if site.level is Level.CENTRAL else Rank.NORMATIVE,
        period=Period(start, end),
    )
    clauses = tuple(
        Clause(p.clause, name, "article", p.locator, p.locator, None, p.quote.start, p.quote.end) for p in made
    )
    return Reading(document, clauses, (), tuple(made))


def _provision(name: str, number: int, dice: random.Random, aids: list[str]) -> Provision:
    aid = dice.choice(aids)
    agency = LEADS[aid] if dice.random() < 0.9 else dice.choice(tuple(LEADS.values()))
    function = dice.choices(FUNCTIONS, FUNCTION_WEIGHTS)[0]
    role = dice.choices(ROLES, (70, 18, 7, 5))[0]
    groups = _groups(dice)
    text = f"{agency}对{groups.alternatives}的{aid}负责{function}，第{number}项，依照规定的条件和程序办理并公开结果。"
    start = number * 200
    kind = dice.random()
    entitled = kind < 0.12
    actor = Actor(agency, role, agency, start, start + len(agency))
    return Provision(
        provision_id(name, text),
        name,
        clause_id(name, f"第{number}条", text),
        f"第{number}条",
        Quote(name, start, start + len(text), text),
        Modality.ENTITLEMENT if entitled else Modality.OBLIGATION,
        () if entitled else (actor,),
        (function,),
        () if dice.random() < 0.08 else (aid,),
        groups,
        Groups(),
        (_parameter(dice, start),) if dice.random() < 0.18 else (),
    )


@cache
def _expressions() -> tuple[tuple[Groups, ...], tuple[float, ...]]:
    """Ways to say who, with weights: a few are everywhere, most are rare."""
    dice = random.Random(3)
    found = dict.fromkeys(
        Groups.of(_conjunction(dice) for _ in range(dice.choices((1, 2, 3), (60, 25, 15))[0]))
        for _ in range(3 * EXPRESSIONS)
    )
    pool = (Groups(), *found)[:EXPRESSIONS]
    return pool, tuple(accumulate(1 / (i + 1) ** 0.7 for i in range(len(pool))))


def _groups(dice: random.Random) -> Groups:
    pool, weights = _expressions()
    return Groups() if dice.random() < 0.25 else dice.choices(pool, cum_weights=weights)[0]


def _conjunction(dice: random.Random) -> Iterator[str]:
    yield dice.choices(ECONOMIC, (30, 20, 10, 6, 8, 20, 6))[0]
    if dice.random() < 0.35:
        yield dice.choice(TRAITS)
    if dice.random() < 0.2:
        yield dice.choice(PLACES)


def _parameter(dice: random.Random, start: int) -> Parameter:
    kind, op, unit = dice.choice(KINDS)
    return Parameter(kind, op, float(dice.choice((5, 7, 10, 20, 30, 70, 90))), unit, None, start, start + 4, "二十日")
