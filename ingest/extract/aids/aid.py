"""Which aid a stretch of text speaks of: the most specific kinds it names, or those its surroundings are about.

Support work keeps the aid it supports. People named after an aid (低保对象), measures taken from one (低保标准的1.5倍)
and what one has already paid (经基本医疗保险支付后) name none. What disaster rules and legal-aid acts grant is that
aid alone, whatever form it takes; help by society goes beside it. A stretch that names none takes the aid of its
article, then its chapter, then its act; an act whose title names none is about the aid of its purpose.
"""

from __future__ import annotations

import re

from ingest.context import Context
from ingest.extract.aids.aid_names import (
    UMBRELLA,
    Aid,
    Named,
    aid_lexicon,
    heading_words,
    named_aid,
    only_people,
    specific,
)
from ingest.numbering import DIVISIONS
from kg.model import Clause, ClauseId

NOT_COUNTED = re.compile("不计入|计入[^，。；]{0,8}收入")  # benefits that count, or not, as what people have
_BESIDE = re.compile("(?<!参)[和与及、]")
_STOP = re.compile("[。；]|，其中")
_MANY = re.compile("(?:[^，]*，){3}")  # behind so many commas other work is named
_TOPIC = re.compile(r"[^，。；：\n]{2,40}：(?=.)")
_PURPOSE = re.compile("制定本|制定实施本")
# What a norm inherits from, beyond headings, and how many aids may stand there for it to be about them.
RULES = {"article": 2, "paragraph": 2, "point": 1, "subpoint": 1, "subsubpoint": 1, "duty": 1}
POINTS = ("point", "subpoint", "subsubpoint")


def find_aid(context: Context, clause: Clause, start: int, end: int) -> Aid:
    """Ids of the aid that `start:end` names, in the order of the text; empty where it names none."""
    lexicon = aid_lexicon()
    home = heading_aid(context, clause)
    found = named_aid(context).between(start, end)
    if not lexicon.alone.isdisjoint(home):
        return specific((*home, *(n.id for n in found if n.id in lexicon.beyond)))
    if not found or NOT_COUNTED.search(context.text, start, end):
        return ()
    found = present(found, home)
    if any(n.manner == "guest" for n in found):
        named = tuple(n.id for n in found if n.manner in ("name", "weak"))
        found = present(found, named + inherited_aid(context, clause))
    strong = [n for n in found if n.manner != "weak"]
    if not strong:
        weak = specific(n.id for n in found)
        return inherited_aid(context, clause) or weak if weak == (UMBRELLA,) else weak
    beside = inherited_aid(context, clause) if all(n.manner == "beside" for n in strong) else ()
    return specific((*beside, *(n.id for n in strong)))


def present(found: list[Named], home: Aid) -> list[Named]:
    """`found` without what is only a form of the aid that the act is about (care services in an act on old people)."""
    if aid_lexicon().hosts.isdisjoint(home):
        return found
    return [n for n in found if n.manner != "guest"]


def opens_with_aid(context: Context, clause: Clause, start: int, end: int) -> bool:
    """Whether a clause opens with the aid that all of it is about (临时救助：乡镇…审核；县民政局…决定)."""
    topic = _TOPIC.match(context.text, start, end)
    return topic is not None and bool(find_aid(context, clause, start, topic.end()))


def inherited_aid(context: Context, clause: Clause, own: int | None = None) -> Aid:
    """Aid of the article, else of the chapter, else of the act; empty where none of them names one.

    `own` is where the body that acts is named: far into a point of a plan that is another body's other work.
    """
    return context.once(Inheritance).of(clause, own)


def heading_aid(context: Context, clause: Clause) -> Aid:
    """Aid that the headings above the clause name, the nearest first, else the act's title."""
    return context.once(Inheritance).heading(clause)


def _in_part(label: str, found: Aid, apart: bool) -> bool:
    """Whether the aid a heading names is only a form of the act's, or the matter of a part of what follows.

    `apart`: the act is about people with an aid of their own, which the heading does not name.
    """
    lexicon = aid_lexicon()
    if _BESIDE.search(label) is not None and lexicon.beyond.issuperset(found):
        return True
    return apart and (lexicon.forms.issuperset(found) or (lexicon.hosts.issuperset(found) and only_people(label)))


def _beside(found: Aid, title: Aid) -> Aid:
    """Help by society beside the aid that the act is about (社会参与 in an act on old people)."""
    return specific((*title, *found)) if aid_lexicon().beyond.issuperset(found) else found


def _basis(words: str) -> Aid:
    """What an act is about by the one act it is made after; of several, each is about its own matter."""
    return heading_words(words) if words.count("》") < 2 else ()


class Inheritance:
    """Aid taken from what a clause stands in, worked out once a clause."""

    def __init__(self, context: Context):
        self.context = context
        self._known: dict[ClauseId, Aid] = {}
        self._home: dict[ClauseId, Aid] = {}
        self._own: dict[ClauseId, Aid] = {}
        self._about: dict[int, Aid] = {}
        self._titles: dict[int, str] = {}
        for title in (c for c in context.clauses if c.kind == "title"):
            words = context.text[title.start : title.end].replace("\n", "")
            self._titles[title.instrument] = self._titles.get(title.instrument, "") + words

    def of(self, clause: Clause, own: int | None) -> Aid:
        """Aid of the nearest rule around the clause that is about some, else of its headings."""
        if own is not None:
            return self._rule(clause, own) or self.heading(clause)
        if clause.id not in self._known:
            self._known[clause.id] = self._rule(clause, None) or self.heading(clause)
        return self._known[clause.id]

    def heading(self, clause: Clause) -> Aid:
        """Aid of the nearest heading that names some, else of the title."""
        if clause.id not in self._home:
            self._home[clause.id] = self._heading(clause)
        return self._home[clause.id]

    def _heading(self, clause: Clause) -> Aid:
        title = self._title(clause)
        if not aid_lexicon().alone.isdisjoint(title):
            return title
        hosted = aid_lexicon().hosts.intersection(title)
        for above in self.context.ancestors(clause):
            found = heading_words(above.label) if above.label and above.kind != "duty" else ()  # 妇女联合会：
            apart = bool(hosted) and hosted.isdisjoint(found)
            if found and found != (UMBRELLA,) and not _in_part(above.label, found, apart):
                return _beside(found, title)
        return title

    def _rule(self, clause: Clause, own: int | None) -> Aid:
        for above in self.context.ancestors(clause):
            if above.kind in DIVISIONS:
                break
            if above is clause and clause.kind == "duty":
                continue  # the clauses of a duty are about one aid each
            if above.label and above.kind in POINTS:
                continue  # what such a part is about stands in its heading
            if own is not None and self._other_part(above, own):
                continue
            found = self._opened(above) if above.kind in RULES else ()
            if found and found != (UMBRELLA,) and len(found) <= RULES[above.kind]:
                return () if self._no_more(found, clause) else _beside(found, self._title(clause))
        return ()

    def _other_part(self, clause: Clause, at: int) -> bool:
        """Whether at `at`, behind what opens a point, another part of it begins."""
        plan = clause.kind in POINTS or (clause.kind == "paragraph" and self.context.article_of(clause) is None)
        return plan and self._opening(clause)[1] < at < clause.end

    def _no_more(self, found: Aid, clause: Clause) -> bool:
        """Whether an opening names nothing beyond what the act is about, so that a nearer heading says more."""
        return set(found) == set(self._title(clause))

    def _title(self, clause: Clause) -> Aid:
        if clause.instrument not in self._about:
            words = self._titles.get(clause.instrument) or self.context.text[:60]
            self._about[clause.instrument] = heading_words(words) or self._purpose(clause.instrument)
        return self._about[clause.instrument]

    def _purpose(self, instrument: int) -> Aid:
        """The aid, if it is one, that an act's first article names as what the act is made for, or by its basis."""
        first = next((c for c in self.context.articles if c.instrument == instrument), None)
        words = self.context.text[first.start : first.end] if first else ""
        made = _PURPOSE.search(words)
        if first is None or made is None:
            return ()
        named = named_aid(self.context).between(first.start, first.start + made.start())
        found = specific(n.id for n in named if n.manner == "name") or _basis(words[: made.start()])
        return found if len(found) == 1 else ()

    def _opened(self, clause: Clause) -> Aid:
        """Aid that the words opening a clause name."""
        if clause.id not in self._own:
            found = present(named_aid(self.context).between(*self._opening(clause)), self.heading(clause))
            strong = specific(n.id for n in found if n.manner != "weak")
            self._own[clause.id] = strong or specific(n.id for n in found)
        return self._own[clause.id]

    def _opening(self, clause: Clause) -> tuple[int, int]:
        """The sentence that opens a clause, or its first child where an article has no words of its own."""
        start, end = self.context.own_words(clause)
        children = self.context.children.get(clause.id, ()) if clause.kind == "article" else ()
        if start == end and children:
            start, end = self.context.own_words(children[0])
        stop = _STOP.search(self.context.text, start, end)
        end = stop.start() if stop else end
        many = _MANY.match(self.context.text, start, end)
        return start, many.end() if many else end
