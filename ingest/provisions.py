"""Clauses to provisions: acts of every clause under what it inherits, joined into rows, each with all its facts.

A clause inherits from the words above it: the agency before the colon of a duty list, the subject and force of a stem,
the subject of the sentence before in the same paragraph. Titles, salutations and bare headings give no provision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.context import AROUND, DIVISIONS, Context
from ingest.extract.acts import Act, Scope, read_sentence
from ingest.extract.agencies import Body, find_chains, level_of
from ingest.extract.aid import find_aid, inherited_aid
from ingest.extract.citations import find_citations
from ingest.extract.groups import GroupReading, find_groups, order_of
from ingest.extract.limits import find_limits
from ingest.extract.modality import Voice, modality_of
from ingest.extract.parameters import find_parameters
from ingest.grammar import Tokens
from ingest.listing import announces, of_things, says_something
from ingest.rows import Row, join
from ingest.sentences import full_sentences, segments
from kg.ids import provision_id
from kg.model import Actor, Clause, ClauseId, Groups, Modality, Provision, Quote, Role


def extract_provisions(context: Context) -> tuple[Provision, ...]:
    """All provisions of the document in the order of its text."""
    reader = _Reader(context)
    seen: Counter[str] = Counter()
    found: list[Provision] = []
    for clause, row in reader.rows():
        words = context.text[row.start : row.end]
        found.append(_provision(context, clause, row, seen[words]))
        seen[words] += 1
    return tuple(found)


_BENEFITS = (Modality.ENTITLEMENT, Modality.ENCOURAGEMENT, Modality.RIGHT)  # not what an agency named later has


@dataclass(slots=True)
class _Stem:
    """What a clause hands down to the clauses under it."""

    subject: tuple[Body, ...] = ()
    role: Role = Role.LEAD
    modality: Modality = Modality.OBLIGATION
    groups: Groups = field(default_factory=Groups)
    aid: tuple[str, ...] = ()
    duty_list: bool = False


class _Reader:
    """One walk over the clauses of a document."""

    def __init__(self, context: Context):
        self.context = context
        self.text = context.text
        self.chains = find_chains(context.text, context.vocabulary)
        self.tokens = Tokens(context.text, context.vocabulary, self.chains)
        self.stems: dict[ClauseId, _Stem] = {}
        self.last: dict[ClauseId, tuple[Body, ...]] = {}  # by article: subject of its last paragraph
        self.absorbed: set[ClauseId] = set()

    def rows(self) -> Iterator[tuple[Clause, Row]]:
        """Every row with its clause."""
        for clause in self.context.clauses:
            if clause.kind in AROUND or clause.kind in DIVISIONS:
                continue
            stem = self._inherited(clause)
            start, end = self.context.own_words(clause)
            if start >= end:
                self.stems[clause.id] = stem
                continue
            if clause.id not in self.absorbed:
                yield from ((clause, row) for row in self._clause(clause, stem, start, end))
            elif self._has_actor(start, end):
                yield clause, self._noun(clause, stem, start, end)

    # -- what a clause inherits ----------------------------------------------------------------------------------

    def _inherited(self, clause: Clause) -> _Stem:
        above = self.stems.get(clause.parent) if clause.parent else None
        stem = above or _Stem()
        if clause.kind == "duty" and clause.label:
            return replace(stem, subject=self._label(clause), duty_list=True)
        return stem

    def _label(self, clause: Clause) -> tuple[Body, ...]:
        """The agencies before the colon."""
        at = self.text.find(clause.label, clause.start, clause.end)
        end = at + len(clause.label)
        inside = [c for c in self.chains if c.start < end and c.end > at]
        return tuple(b for c in inside for b in c.bodies if b.start >= at)

    def _has_actor(self, start: int, end: int) -> bool:
        """Whether an item says itself who acts (县级以上人民政府规定的其他人员)."""
        tokens = self.tokens.between(start, end)
        if tokens and tokens[0].chain and tokens[0].chain.sure and tokens[0].start == start:
            return self.text[tokens[0].end : tokens[0].end + 1] not in ("的", "、", "，", "。", "；")
        return False

    # -- rows ----------------------------------------------------------------------------------------------------

    def _clause(self, clause: Clause, stem: _Stem, start: int, end: int) -> Iterator[Row]:
        scope = Scope(stem.subject, stem.role, stem.duty_list)
        article = clause.parent if clause.kind == "paragraph" else None
        if article and not scope.subject:
            scope.subject = self.last.get(article, ()) if self._opens_bare(start) else ()
        own: list[Row] = []
        for left, right in full_sentences(self.text, start, end):
            own.extend(self._sentence(clause, stem, scope, left, right))
        if article:
            self.last[article] = scope.subject
        yield from self._take_items(clause, stem, own, start, end)

    def _noun(self, clause: Clause, stem: _Stem, start: int, end: int) -> Row:
        """An item that names who settles it (县级以上人民政府规定的其他人员): that agency's work."""
        tokens = self.tokens.between(start, end)
        bodies = tokens[0].chain.bodies if tokens[0].chain else ()
        lexemes = [t.word.lexeme for t in tokens[1:] if t.word.lexeme]
        functions = next((x.functions for x in reversed(lexemes[:2]) if x.functions), ())
        start, end = _trim(self.text, start, end)
        act = Act(start, end, tuple((body, Role.LEAD) for body in bodies), functions)
        people = find_groups(self.context, clause, start, end)
        aid = find_aid(self.context, clause, start, end) or stem.aid
        return Row(start, end, (act,), functions, False, stem.modality, aid, people.groups, people.excluded)

    def _opens_bare(self, start: int) -> bool:
        """Whether a paragraph begins with a marker, so that only the one before can be its subject."""
        tokens = self.tokens.between(start, start + 6)
        return bool(tokens) and tokens[0].kind == "marker" and tokens[0].start == start

    def _sentence(self, clause: Clause, stem: _Stem, scope: Scope, start: int, end: int) -> list[Row]:
        rows: list[Row] = []
        for left, right in segments(self.text, start, end):
            acts = read_sentence(self.text, self.tokens, left, right, scope)
            here = join([self._row(clause, stem, scope, act) for act in acts if act.end > act.start])
            rows.extend(_with_groups(here))
        return _with_aid(rows)

    def _row(self, clause: Clause, stem: _Stem, scope: Scope, act: Act) -> Row:
        start, end = _trim(self.text, act.start, act.end)
        people: GroupReading = find_groups(self.context, clause, start, end)
        if stem.groups:
            people = people.merge(stem.groups, order_of(self.context))
        agency = any(role in (Role.LEAD, Role.ASSIST, Role.PARTICIPATE) for _, role in act.actors)
        default = Modality.OBLIGATION if act.own and stem.modality in _BENEFITS else stem.modality
        voice = Voice(
            self.text[start:end],
            act.marker,
            agency,
            act.person,
            scope.duty_list,
            act.functions,
            default,
            act.opening,
            act.first,
            bool(people.groups),
        )
        modality = modality_of(voice)
        functions = () if modality is Modality.DECLARATION else act.functions
        if modality is Modality.DEFINITION and "视" not in self.text[start:end]:
            functions = ()
        if modality is Modality.DEFINITION or (modality is Modality.ENCOURAGEMENT and not act.own):
            act = replace(act, actors=())
        aid = find_aid(self.context, clause, start, end)
        return Row(start, end, (act,), functions, act.weak, modality, aid, people.groups, people.excluded)

    # -- lists ---------------------------------------------------------------------------------------------------

    def _take_items(self, clause: Clause, stem: _Stem, own: list[Row], start: int, end: int) -> list[Row]:
        """Note what the items under the clause inherit; draw them into the last row where they are things."""
        items = [
            c
            for c in self.context.children.get(clause.id, ())
            if c.kind in ("item", "subitem", "subpoint", "subsubpoint", "paragraph")
        ]
        if not own or not items:
            self.stems[clause.id] = stem
            return own
        announcing = [i for i, row in enumerate(own) if announces(self.text[row.start : row.end])]
        at = announcing[-1] if announcing else len(own) - 1
        last = own[at]
        subject = tuple(b for b, r in last.acts[-1].actors if r in (Role.LEAD, Role.ASSIST, Role.PARTICIPATE))
        role = next((r for _, r in last.acts[-1].actors), Role.LEAD)
        listed = announces(self.text[last.start : end])
        self.stems[clause.id] = replace(
            stem,
            subject=subject if listed else stem.subject,
            role=role if listed and role is not Role.RECIPIENT else Role.LEAD,
            modality=last.modality
            if listed and last.modality not in (Modality.DECLARATION, Modality.DEFINITION)
            else stem.modality,
            groups=last.groups if listed else stem.groups,
            aid=last.aid,
        )
        if not listed or not self._things(last, items, end):
            return own
        return [*own[:at], self._with_items(clause, last, items), *own[at + 1 :]]

    def _things(self, row: Row, items: list[Clause], end: int) -> bool:
        spans = [self.context.own_words(c) for c in items]
        acting = [self._acts(a, b) for a, b in spans]
        return of_things(self.text[row.start : end], [self.text[a:b] for a, b in spans], acting)

    def _acts(self, start: int, end: int) -> bool:
        tokens = self.tokens.between(start, end)
        if not tokens or any(t.kind == "marker" for t in tokens):
            return bool(tokens)
        first = tokens[0]
        if first.start > start + 2:
            return False
        opens = first.kind == "verb" and says_something(self.text[first.end : end])
        return opens or first.kind in ("prep", "role", "agency")

    def _with_items(self, clause: Clause, row: Row, items: list[Clause]) -> Row:
        """The row from its stem to its last item of the same kind."""
        self.absorbed.update(c.id for c in items)
        kept = list(items)
        while len(kept) > 1 and self._has_actor(*self.context.own_words(kept[-1])):
            kept.pop()
        start, end = _trim(self.text, row.start, kept[-1].end)
        people = find_groups(self.context, clause, start, end)
        return replace(row, start=start, end=end, groups=people.groups or row.groups, excluded=people.excluded)


def _with_groups(rows: list[Row]) -> list[Row]:
    """Rows of one sentence: who names no group keeps that of the row before, unless it turns to another aid."""
    kept: list[Row] = []
    for row in rows:
        same = kept and (not row.aid or kept[-1].aid in ((), row.aid))
        before = kept[-1].groups if same else Groups()
        kept.append(row if row.groups or not before else replace(row, groups=before))
    return kept


def _with_aid(rows: list[Row]) -> list[Row]:
    kept: list[Row] = []
    for row in rows:
        before = kept[-1].aid if kept else ()
        kept.append(row if row.aid or not before else replace(row, aid=before))
    return kept


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "，。；：,;:、\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "，。；：,;:、\u200b"):
        end -= 1
    return start, end


def _actors(context: Context, row: Row) -> tuple[Actor, ...]:
    found: dict[tuple[str, Role], Actor] = {}
    for act in row.acts:
        for body, role in act.actors:
            for id_ in body.ids:
                surface = context.text[body.start : body.end]
                actor = Actor(id_, role, surface, body.start, body.end, level_of(context.text, body))
                found.setdefault((id_, role), actor)
    return tuple(found.values())


def _provision(context: Context, clause: Clause, row: Row, occurrence: int) -> Provision:
    start, end = row.start, row.end
    words = context.text[start:end]
    return Provision(
        provision_id(context.name, words, occurrence),
        context.name,
        clause.id,
        context.locator(clause, start),
        Quote(context.name, start, end, words),
        row.modality,
        _actors(context, row),
        row.functions,
        row.aid or inherited_aid(context, clause),
        row.groups,
        row.excluded,
        tuple(find_parameters(context, clause, start, end)),
        tuple(find_citations(context, clause, start, end)),
        tuple(find_limits(context, clause, start, end)),
    )
